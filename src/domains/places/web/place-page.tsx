import type { ComponentChildren } from 'preact'
import { fieldWords } from '#domains/programme/index.ts'
import type { Role } from '#kernel/role.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  DefinitionList,
  EmptyState,
  Fold,
  Heading,
  LinkButton,
  List,
  Name,
  Notice,
  OwnWords,
  safeUrl,
  Section,
  Small,
} from '#ui/index.ts'
import type { PlaceStatus } from '../core/place-status.ts'
import type { Contact } from '../data/contacts.ts'
import type { Place } from '../data/places.ts'
import { placeFormWords } from './form-words.ts'
import { placeKindWords } from './kind-words.ts'
import { placePaths } from './paths.ts'
import { StatusOfPlace } from './status-of-place.tsx'
import { placeWords } from './words.ts'

export interface PlacePageProps {
  locale: Locale
  zone: string
  role: Role
  place: Place
  contacts: readonly Contact[]
  history: readonly { to: string; at: Date; reason: string }[]
  wam: { no: string; service: string; goneOn: string | null } | null
  /** What staff may do with its state; made by the routes, with tokens. */
  steps: ComponentChildren
  /** What later slices show here. */
  sections: ComponentChildren
}

const isEditor = (role: Role): boolean => role === 'coordinator' || role === 'host'
/** Who deals with the place itself: whom to call there, and the sheets that hang on its wall. */
const goesThere = (role: Role): boolean => isEditor(role) || role === 'companion'

export const PlacePage = (props: PlacePageProps) => {
  const { locale, role, place } = props
  const t = placeWords[locale]
  return (
    <>
      {role !== 'host' && <BackLink href={placePaths.list}>{t.back}</BackLink>}
      <Heading above={placeKindWords[locale][place.kind]} tag={<StatusOfPlace locale={locale} status={place.status} />}>
        <Name name={place.name} kana={place.kana} />
      </Heading>
      <Facts locale={locale} role={role} place={place} />
      <About locale={locale} place={place} mayEdit={isEditor(role)} />
      {goesThere(role) && <Contacts locale={locale} place={place} contacts={props.contacts} mayEdit={isEditor(role)} />}
      {goesThere(role) && (
        <Section title={t.sheets}>
          <p>{t.sheetsLead}</p>
          <LinkButton href={placePaths.sheets(place.id)}>{t.sheets}</LinkButton>
        </Section>
      )}
      {props.sections}
      {props.steps}
      {role === 'coordinator' && <Origin locale={locale} zone={props.zone} history={props.history} wam={props.wam} />}
    </>
  )
}

const Facts = ({ locale, role, place }: { locale: Locale; role: Role; place: Place }) => {
  const t = placeWords[locale]
  const f = placeFormWords[locale]
  const url = safeUrl(place.url)
  return (
    <DefinitionList
      items={[
        {
          term: f.organisation,
          value:
            role === 'coordinator' ? (
              <a href={placePaths.organisation(place.organisationId)}>{place.organisation}</a>
            ) : (
              place.organisation
            ),
        },
        { term: f.field, value: fieldWords[locale][place.field] },
        { term: t.fullAddress, value: `${place.municipality}${place.address}` },
        { term: f.town, value: place.town },
        { term: f.phone, value: place.phone },
        { term: f.fax, value: place.fax },
        { term: f.url, value: url ? <a href={url}>{place.url}</a> : '' },
      ]}
    />
  )
}

const About = ({ locale, place, mayEdit }: { locale: Locale; place: Place; mayEdit: boolean }) => {
  const t = placeWords[locale]
  const f = placeFormWords[locale]
  const parts = [
    { term: f.whatWeDo, text: place.whatWeDo },
    { term: f.whatIsFound, text: place.whatIsFound },
    { term: f.access, text: place.access },
    { term: f.whoComes, text: place.whoComes },
    { term: f.typicalDay, text: place.typicalDay },
  ].filter(({ text }) => text !== '')
  const edit = mayEdit ? <LinkButton href={placePaths.edit(place.id)}>{t.edit}</LinkButton> : null
  return (
    <Section title={t.about} actions={edit}>
      {parts.length === 0 ? (
        <EmptyState>{t.aboutEmpty}</EmptyState>
      ) : (
        <DefinitionList items={parts.map(({ term, text }) => ({ term, value: <OwnWords text={text} /> }))} />
      )}
    </Section>
  )
}

const Contacts = (props: { locale: Locale; place: Place; contacts: readonly Contact[]; mayEdit: boolean }) => {
  const t = placeWords[props.locale]
  return (
    <Section title={t.contacts}>
      {props.contacts.length === 0 ? (
        <EmptyState>{t.noContacts}</EmptyState>
      ) : (
        <List
          items={props.contacts.map((contact) => ({
            title: <Name name={contact.name} />,
            href: props.mayEdit ? placePaths.contact(contact.id) : undefined,
            lines: [contact.position, contact.phone, contact.email],
          }))}
        />
      )}
      {props.mayEdit && (
        <Actions>
          <LinkButton href={placePaths.newContact(props.place.id)}>{t.addContact}</LinkButton>
        </Actions>
      )}
    </Section>
  )
}

const Origin = ({ locale, zone, history, wam }: Pick<PlacePageProps, 'locale' | 'zone' | 'history' | 'wam'>) => {
  const t = placeWords[locale]
  return (
    <>
      {wam?.goneOn && <Notice tone="attention">{t.goneFromList}</Notice>}
      {history.length > 0 && (
        <Fold summary={t.history}>
          <List
            items={history.map((step) => ({
              title: t.statuses[step.to as PlaceStatus] ?? step.to,
              lines: [formatInstant(step.at, zone, locale), step.reason],
            }))}
          />
        </Fold>
      )}
      {wam && (
        <Small>
          {t.onList(wam.service, wam.no)} {t.source}
        </Small>
      )}
    </>
  )
}

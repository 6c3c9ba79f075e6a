import type { VNode } from 'preact'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { dayIn } from '#kernel/time.ts'
import {
  Actions,
  BackLink,
  Fold,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  Name,
  Notice,
  PostButton,
  Section,
  Select,
  Small,
  TextArea,
} from '#ui/index.ts'
import type { ConsentKey } from '../core/consents.ts'
import type { SeenClass } from '../core/visibility.ts'
import type { Following } from '../data/following.ts'
import type { Called, Person } from '../data/persons.ts'
import { ConsentList } from './consent-form-view.tsx'
import { erasureWords } from './erasure-words.ts'
import { ContactFacts } from './me-page.tsx'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './people-words.ts'

export interface PersonPageProps {
  locale: Locale
  zone: string
  person: Person
  roles: string
  seen: ReadonlySet<SeenClass>
  given: ReadonlySet<ConsentKey>
  followers: readonly (Following & { called: Called | undefined })[]
  /** Whether somebody follows this person and something of them is shown to others at all; staff of the programme, places: no. */
  accompanied: boolean
  /** Whom the actor may choose to follow this person; null where they may not choose. */
  candidates: readonly Called[] | null
  mayRecord: boolean
  mayErase: boolean
  /** Null where this is not an emergency door for this actor. */
  reasonForm: FormState | null
  followForm: FormState
  token: () => string
  /** What is to be done for them now, and below how to reach them the rest. */
  first: readonly VNode[]
  sections: readonly VNode[]
}

/** One person, as far as the actor may see them. Later slices add their sections. */
export const PersonPage = (props: PersonPageProps): VNode => {
  const { locale, person, seen } = props
  const t = peopleWords[locale]
  return (
    <>
      <BackLink href={peoplePaths.list}>{t.back}</BackLink>
      <Heading above={props.roles || t.noRole}>
        <Name name={person.name} kana={person.kana} />
      </Heading>
      {props.first}
      {seen.has('contact') ? (
        <ContactFacts locale={locale} person={person} />
      ) : (
        person.nickname && <p>{t.calledAt(spoken({ name: person.nickname }))}</p>
      )}
      {props.mayRecord && (
        <Actions>
          <LinkButton href={peoplePaths.contact(person.id)}>{t.recordContact}</LinkButton>
          <LinkButton href={peoplePaths.consents(person.id)}>{t.recordConsents}</LinkButton>
        </Actions>
      )}
      {props.sections}
      {showsNothing(props) && <p>{t.nothingSeen}</p>}
      {props.accompanied && seen.has('logistics') && (
        <Section title={t.agreed}>
          <ConsentList locale={locale} given={props.given} />
          {!seen.has('care') && <Small>{t.hidden}</Small>}
        </Section>
      )}
      {props.accompanied && <Followers page={props} />}
      {props.accompanied && props.reasonForm && <ReasonDoor page={props} form={props.reasonForm} />}
      {props.mayErase && (
        <p>
          <a href={peoplePaths.erasure(person.id)}>{erasureWords[locale].link}</a>
        </p>
      )}
    </>
  )
}

const showsNothing = ({ seen, person, accompanied, first, sections }: PersonPageProps): boolean =>
  !seen.has('contact') && !person.nickname && !accompanied && first.length + sections.length === 0

const Followers = ({ page }: { page: PersonPageProps }): VNode => {
  const { locale, person, followers, candidates, zone, followForm: form } = page
  const t = peopleWords[locale]
  return (
    <Section title={t.followers}>
      {followers.length === 0 && <p>{t.noFollowers}</p>}
      <List
        items={followers.map((one) => ({
          title: <Name name={one.called?.name ?? ''} kana={one.called?.kana} />,
          lines: [t.followerSince(formatDayLong(dayIn(one.fromAt, zone), locale))],
          action: candidates && (
            <PostButton
              action={peoplePaths.endFollowing(person.id)}
              token={page.token()}
              kind="quiet"
              fields={{ staff: one.staffId }}
            >
              {t.endFollowing}
            </PostButton>
          ),
        }))}
      />
      {candidates && candidates.length > 0 && (
        <Form
          action={peoplePaths.following(person.id)}
          token={page.token()}
          form={form}
          submit={t.addFollower}
          submitKind="secondary"
        >
          <Select
            form={form}
            name="staff"
            label={t.followers}
            unmarked
            options={candidates.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form>
      )}
    </Section>
  )
}

const ReasonDoor = ({ page, form }: { page: PersonPageProps; form: FormState }): VNode => {
  const t = peopleWords[page.locale]
  return (
    <Fold summary={t.reasonTitle} open={form.errors.length > 0}>
      <Notice tone="attention">{t.reasonLead}</Notice>
      <Form
        action={peoplePaths.reason(page.person.id)}
        token={page.token()}
        form={form}
        submit={t.open}
        submitKind="careful"
      >
        <TextArea form={form} name="reason" label={t.reason} required maxlength={400} rows={2} />
      </Form>
    </Fold>
  )
}

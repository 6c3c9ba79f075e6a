import type { VNode } from 'preact'
import type { Called } from '#domains/people/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  Checkboxes,
  DateField,
  EmptyState,
  FieldRow,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  Name,
  NumberField,
  PostButton,
  Section,
  Select,
  Small,
  StaleEdit,
  StatusTag,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { ToldFields } from '#domains/people/index.ts'
import { type Guest, type Taster, tasterKinds } from '../data/tasters.ts'
import { runPaths, tasterPaths } from './paths.ts'
import { runWords } from './run-words.ts'
import { staleFields } from './stale-fields.ts'
import { tasterFor } from './taster-form.ts'
import { TasterFacts, TasterList } from './taster-page.tsx'
import { tasterStaffWords } from './taster-staff-words.ts'
import { tasterWords } from './taster-words.ts'

export const StaffTastersPage = (props: { locale: Locale; zone: string; tasters: readonly Taster[] }): VNode => {
  const { locale } = props
  const t = tasterStaffWords[locale]
  return (
    <>
      <BackLink href={runPaths.list}>{runWords[locale].title}</BackLink>
      <Heading>{t.title}</Heading>
      <Actions>
        <LinkButton href={tasterPaths.new}>{t.new}</LinkButton>
      </Actions>
      <TasterList locale={locale} zone={props.zone} tasters={props.tasters} href={tasterPaths.taster} />
    </>
  )
}

interface EditorProps {
  locale: Locale
  form: FormState
  /** Null: a new one. */
  taster: Taster | null
  version: number | undefined
  theirs: FormState['values'] | null
  token: string
}

export const TasterEditorPage = ({ locale, form, taster, version, theirs, token }: EditorProps): VNode => {
  const t = tasterStaffWords[locale]
  return (
    <>
      <BackLink href={taster ? tasterPaths.taster(taster.id) : tasterPaths.list}>{taster?.title ?? t.title}</BackLink>
      <Heading>{taster ? t.edit : t.new}</Heading>
      {theirs && <StaleEdit locale={locale} fields={staleFields(form.values, theirs, t.labels)} />}
      <Form
        action={taster ? tasterPaths.edit(taster.id) : tasterPaths.new}
        token={token}
        form={form}
        version={version}
        submit={t.save}
      >
        <Select
          form={form}
          name="kind"
          label={t.labels.kind}
          required
          options={tasterKinds.map((value) => ({ value, label: tasterWords[locale].kinds[value] }))}
        />
        <TextField form={form} name="title" label={t.labels.title} required maxlength={80} />
        <TextArea form={form} name="plain" label={t.labels.plain} maxlength={1000} />
        <FieldRow>
          <DateField form={form} name="day" label={t.labels.day} required />
          <TimeField form={form} name="from" label={t.labels.from} required />
          <TimeField form={form} name="to" label={t.labels.to} required />
        </FieldRow>
        <TextField form={form} name="place" label={t.labels.place} required maxlength={200} />
        <NumberField form={form} name="capacity" label={t.labels.capacity} required min={1} max={200} />
        <Checkboxes
          form={form}
          name="who"
          label={t.labels.who}
          required
          choices={tasterFor.map((value) => ({ value, label: t.who[value] }))}
        />
      </Form>
    </>
  )
}

interface Props {
  locale: Locale
  zone: string
  taster: Taster
  guests: readonly Guest[]
  begun: boolean
  people: readonly Called[]
  places: readonly { id: string; name: string }[]
  form: FormState
  token: () => string
}

export const StaffTasterPage = (props: Props): VNode => {
  const { locale, zone, taster, begun, token } = props
  const t = tasterStaffWords[locale]
  return (
    <>
      <BackLink href={tasterPaths.list}>{t.title}</BackLink>
      <Heading
        above={tasterWords[locale].kinds[taster.kind]}
        tag={taster.cancelled ? <StatusTag tone="ended">{tasterWords[locale].cancelled}</StatusTag> : null}
      >
        {taster.title}
      </Heading>
      <TasterFacts locale={locale} zone={zone} taster={taster} />
      {!taster.cancelled && (
        <Actions>
          <LinkButton href={tasterPaths.edit(taster.id)}>{t.edit}</LinkButton>
        </Actions>
      )}
      {guestsPart(props)}
      {!taster.cancelled && !begun && addPart(props)}
      {!taster.cancelled && !begun && (
        <>
          <Small>{t.cancelHint}</Small>
          <PostButton action={tasterPaths.cancel(taster.id)} token={token()} kind="careful">
            {t.cancel}
          </PostButton>
        </>
      )}
    </>
  )
}

const guestsPart = ({ locale, taster, guests, begun, token }: Props): VNode => {
  const t = tasterStaffWords[locale]
  const said = (came: boolean | null): string => (came === null ? t.cameYet : came ? t.came : t.notCame)
  return (
    <Section title={t.guests}>
      <p>{t.seats(taster.heads, taster.capacity)}</p>
      {guests.length === 0 && <EmptyState>{t.noGuests}</EmptyState>}
      <List
        items={guests.map((guest) => ({
          title: <Name name={guest.name} kana={guest.kana} />,
          lines: [t.heads(guest.heads), begun ? said(guest.came) : ''],
          action: begun ? (
            <Actions>
              {([true, false] as const).map((came) => (
                <PostButton
                  action={tasterPaths.came(taster.id, guest.id)}
                  token={token()}
                  fields={{ came: came ? 'yes' : 'no' }}
                >
                  {said(came)}
                </PostButton>
              ))}
            </Actions>
          ) : null,
        }))}
      />
    </Section>
  )
}

const addPart = ({ locale, taster, people, places, form, token }: Props): VNode => {
  const t = tasterStaffWords[locale]
  return (
    <Section title={t.add}>
      <Form action={tasterPaths.guests(taster.id)} token={token()} form={form} submit={t.add} submitKind="secondary">
        <ToldFields locale={locale} form={form} />
        {taster.forCandidates && (
          <Select
            form={form}
            name="person"
            label={t.person}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {taster.forPlaces && (
          <Select
            form={form}
            name="place"
            label={t.place}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <NumberField form={form} name="heads" label={tasterWords[locale].heads} required min={1} max={20} />
      </Form>
    </Section>
  )
}

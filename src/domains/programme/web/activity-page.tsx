import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Checkboxes,
  DateField,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  NumberField,
  PostButton,
  Radios,
  Section,
  Select,
  StaleEdit,
  Table,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { activityKinds } from '../core/activity-kinds.ts'
import type { HonorariumRate } from '../core/honorarium.ts'
import type { Activity } from '../data/activities.ts'
import { activityLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { kindWords, menuWords, programmeWords } from './words.ts'

interface EditorProps {
  locale: Locale
  form: FormState
  action: string
  token: string
  version?: number
  /** What somebody else saved meanwhile, as the form would show it. */
  theirs?: FormState['values'] | null
}

/** Adds to the menu, or writes anew what is on it. */
export const ActivityEditor = (props: EditorProps) => {
  const { locale, form } = props
  const t = programmeWords[locale]
  const label = activityLabels(locale)
  return (
    <>
      {props.theirs && <StaleEdit locale={locale} fields={staleFields(form, props.theirs)} />}
      <Form action={props.action} token={props.token} version={props.version} form={form} submit={t.save}>
        <Select
          form={form}
          name="kind"
          label={label.kind}
          required
          options={activityKinds.map((kind) => ({ value: kind, label: kindWords[locale][kind] }))}
        />
        <TextField form={form} name="name_ja" label={label.name_ja} required maxlength={60} />
        <TextField form={form} name="name_easy" label={label.name_easy} required maxlength={80} />
        <TextField form={form} name="name_en" label={label.name_en} required maxlength={80} />
        <TextArea form={form} name="plain_ja" label={label.plain_ja} required maxlength={400} />
        <TextArea form={form} name="plain_easy" label={label.plain_easy} required maxlength={600} />
        <TextArea form={form} name="plain_en" label={label.plain_en} required maxlength={600} />
        <NumberField form={form} name="minutes" label={label.minutes} required min={10} max={600} />
        <NumberField form={form} name="listeners_max" label={label.listeners_max} min={1} max={1000} />
        <Radios
          form={form}
          name="recording"
          label={label.recording}
          required
          choices={[
            { value: 'no', label: t.recordingNo },
            { value: 'ask', label: t.recordingAsk },
          ]}
        />
        <TextField form={form} name="never_asked" label={label.never_asked} maxlength={200} />
        <Checkboxes
          form={form}
          name="flags"
          label={label.flags}
          unmarked
          choices={[
            { value: 'companion_required', label: t.companionRequired },
            { value: 'accompanies_person', label: t.accompaniesPerson },
            { value: 'heavy', label: t.heavy },
            { value: 'public_menu', label: t.publicMenu },
          ]}
        />
        <NumberField form={form} name="sort" label={label.sort} required min={0} max={10000} />
      </Form>
    </>
  )
}

const staleFields = (form: FormState, theirs: FormState['values']) => {
  const label: Record<string, string> = activityLabels(form.locale)
  const chosen = choiceWords(form.locale)
  const shown = (name: string, value: FormState['values'][string] | undefined): string =>
    [value ?? []]
      .flat()
      .map((one) => chosen[name]?.[one] ?? one)
      .join(', ')
  return Object.keys(theirs).map((name) => ({
    label: label[name] ?? name,
    mine: shown(name, form.values[name]),
    theirs: shown(name, theirs[name]),
  }))
}

/** What is chosen and not typed, by its field. */
const choiceWords = (locale: Locale): Record<string, Record<string, string>> => {
  const t = programmeWords[locale]
  return {
    kind: kindWords[locale],
    recording: { no: t.recordingNo, ask: t.recordingAsk },
    flags: {
      companion_required: t.companionRequired,
      accompanies_person: t.accompaniesPerson,
      heavy: t.heavy,
      public_menu: t.publicMenu,
    },
  }
}

interface PageProps extends EditorProps {
  activity: Activity
  rates: readonly HonorariumRate[]
  rateForm: FormState
  rateToken: string
  endToken: string
}

export const ActivityPage = (props: PageProps) => {
  const { locale, activity } = props
  const t = programmeWords[locale]
  return (
    <>
      <BackLink href={programmePaths.menu}>{menuWords[locale].title}</BackLink>
      <Heading>{t.editActivity}</Heading>
      <Lead>{activity.name[locale]}</Lead>
      <ActivityEditor
        locale={locale}
        form={props.form}
        action={props.action}
        token={props.token}
        version={activity.version}
        theirs={props.theirs ?? null}
      />
      <Section title={t.rates}>
        <Rates locale={locale} rates={props.rates} />
        <Form
          action={programmePaths.rates(activity.id)}
          token={props.rateToken}
          form={props.rateForm}
          submit={t.addRate}
          submitKind="secondary"
        >
          <DateField form={props.rateForm} name="from" label={t.rateFrom} required />
          <NumberField form={props.rateForm} name="yen" label={t.rateYen} required min={0} max={1000000} />
        </Form>
      </Section>
      {activity.endedOn === null && (
        <PostButton action={programmePaths.endedActivity(activity.id)} token={props.endToken} kind="careful">
          {t.end}
        </PostButton>
      )}
    </>
  )
}

const Rates = ({ locale, rates }: { locale: Locale; rates: readonly HonorariumRate[] }) => {
  const t = programmeWords[locale]
  if (rates.length === 0) return <EmptyState>{t.noRates}</EmptyState>
  return (
    <Table
      caption={t.rates}
      captionHidden
      rows={rates}
      columns={[
        { head: t.rateFrom, cell: (rate) => formatDayLong(rate.from, locale), rowHead: true },
        { head: t.rateYen, cell: (rate) => t.yen(rate.yen), numeric: true },
      ]}
    />
  )
}

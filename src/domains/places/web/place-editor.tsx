import { fieldWords, fields } from '#domains/programme/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { FieldRow, Form, type FormState, Select, StaleEdit, TextArea, TextField } from '#ui/index.ts'
import { placeKinds } from '../core/kinds.ts'
import { placeKindWords } from './kind-words.ts'
import { placeFormWords } from './form-words.ts'
import { placeLabels } from './place-form.ts'

interface Props {
  locale: Locale
  form: FormState
  action: string
  token: string
  submit: string
  version?: number
  /** What somebody else saved meanwhile, as the form would show it. */
  theirs?: FormState['values'] | null
  /** A new place names its organisation. */
  organisation?: { suggestions: readonly string[] }
  /** Kind and field are for staff, and for whoever registers. */
  sorts: boolean
}

/** Registers a place, or writes anew what it says of itself. */
export const PlaceEditor = (props: Props) => {
  const { locale, form } = props
  const t = placeFormWords[locale]
  const label = placeLabels(locale)
  return (
    <>
      {props.theirs && <StaleEdit locale={locale} fields={staleFields(form, props.theirs, label)} />}
      <Form action={props.action} token={props.token} version={props.version} form={form} submit={props.submit}>
        <TextField form={form} name="name" label={label.name} required maxlength={80} />
        <TextField form={form} name="kana" label={label.kana} maxlength={120} />
        {props.organisation && (
          <TextField
            form={form}
            name="organisation"
            label={label.organisation}
            hint={t.organisationHint}
            required
            maxlength={80}
            suggestions={props.organisation.suggestions}
          />
        )}
        {props.sorts && <SortFields locale={locale} form={form} />}
        <TextField form={form} name="municipality" label={label.municipality} maxlength={60} />
        <TextField form={form} name="address" label={label.address} maxlength={120} />
        <TextField form={form} name="town" label={label.town} hint={t.townHint} maxlength={40} />
        <FieldRow>
          <TextField form={form} name="phone" label={label.phone} type="tel" maxlength={30} />
          <TextField form={form} name="fax" label={label.fax} type="tel" maxlength={30} />
        </FieldRow>
        <TextField form={form} name="url" label={label.url} type="url" maxlength={300} />
        <TextArea form={form} name="what_we_do" label={label.what_we_do} maxlength={1000} />
        <TextArea form={form} name="what_is_found" label={label.what_is_found} maxlength={1000} />
        <TextArea form={form} name="access" label={label.access} maxlength={500} />
        <TextArea form={form} name="who_comes" label={label.who_comes} hint={t.whoComesHint} maxlength={500} />
        <TextArea form={form} name="typical_day" label={label.typical_day} maxlength={1000} />
      </Form>
    </>
  )
}

const SortFields = ({ locale, form }: { locale: Locale; form: FormState }) => {
  const label = placeLabels(locale)
  return (
    <FieldRow>
      <Select
        form={form}
        name="kind"
        label={label.kind}
        required
        options={placeKinds.map((kind) => ({ value: kind, label: placeKindWords[locale][kind] }))}
      />
      <Select
        form={form}
        name="field"
        label={label.field}
        required
        options={fields.map((field) => ({ value: field, label: fieldWords[locale][field] }))}
      />
    </FieldRow>
  )
}

/** Both versions of what differs, under the names of the fields. */
export const staleFields = (form: FormState, theirs: FormState['values'], label: Record<string, string>) =>
  Object.keys(theirs).map((name) => ({
    label: label[name] ?? name,
    mine: shown(form.values[name]),
    theirs: shown(theirs[name]),
  }))

const shown = (value: FormState['values'][string] | undefined): string =>
  typeof value === 'string' ? value : (value ?? []).join(', ')

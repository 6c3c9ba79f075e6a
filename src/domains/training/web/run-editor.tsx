import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Checkboxes,
  DateField,
  FieldGroup,
  FieldRow,
  Form,
  type FormState,
  NumberField,
  Select,
  StaleEdit,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { runOrders } from '../data/runs.ts'
import { runLabels, runLanguages } from './run-form.ts'
import { runWords } from './run-words.ts'
import { staleFields } from './stale-fields.ts'

interface Props {
  locale: Locale
  form: FormState
  action: string
  token: string
  version?: number
  theirs?: FormState['values'] | null
  /** A new run may get its timetable in one go. */
  isNew: boolean
}

export const RunEditor = (props: Props): VNode => {
  const { locale, form } = props
  const t = runWords[locale]
  return (
    <>
      {props.theirs && <StaleEdit locale={locale} fields={staleFields(form.values, props.theirs, runLabels(locale))} />}
      <Form action={props.action} token={props.token} version={props.version} form={form} submit={t.save}>
        <TextField form={form} name="name" label={t.labels.name} required maxlength={80} />
        <TextArea form={form} name="intro" label={t.labels.intro} hint={t.introHint} maxlength={2000} />
        <FieldRow>
          <DateField form={form} name="apply_from" label={t.labels.apply_from} required />
          <DateField form={form} name="apply_until" label={t.labels.apply_until} required />
        </FieldRow>
        <NumberField form={form} name="capacity" label={t.labels.capacity} required min={1} max={200} />
        <Select
          form={form}
          name="order"
          label={t.labels.order}
          required
          options={runOrders.map((value) => ({ value, label: t.orders[value] }))}
        />
        <NumberField form={form} name="answer_days" label={t.labels.answer_days} required min={1} max={60} />
        <NumberField form={form} name="join_until" label={t.labels.join_until} hint={t.joinHint} min={1} max={200} />
        <TextField form={form} name="place" label={t.labels.place} maxlength={200} />
        <Checkboxes
          form={form}
          name="languages"
          label={t.labels.languages}
          required
          choices={runLanguages.map((value) => ({ value, label: t.languageNames[value] }))}
        />
        <TextArea form={form} name="provided" label={t.labels.provided} hint={t.introHint} maxlength={1000} rows={3} />
        <TextField form={form} name="fee" label={t.labels.fee} maxlength={200} />
        {props.isNew && (
          <FieldGroup legend={t.rhythm} hint={t.rhythmHint}>
            <DateField form={form} name="first_on" label={t.labels.first_on} />
            <TimeField form={form} name="from" label={t.labels.from} />
            <NumberField form={form} name="every_days" label={t.labels.every_days} min={1} max={400} />
          </FieldGroup>
        )}
      </Form>
    </>
  )
}

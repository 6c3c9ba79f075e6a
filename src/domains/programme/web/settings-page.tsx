import type { Locale } from '#platform/i18n/reader.ts'
import {
  Checkboxes,
  Form,
  type FormState,
  Heading,
  NumberField,
  StaleEdit,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { settingsLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { programmeWords } from './words.ts'

interface Props {
  locale: Locale
  form: FormState
  token: string
  version: number
  theirs: FormState['values'] | null
}

export const SettingsPage = ({ locale, form, token, version, theirs }: Props) => {
  const t = programmeWords[locale]
  const label = settingsLabels(locale)
  return (
    <>
      <Heading>{t.settingsTitle}</Heading>
      {theirs && (
        <StaleEdit
          locale={locale}
          fields={Object.entries(label).map(([name, text]) => ({
            label: text,
            mine: shown(form.values[name], t),
            theirs: shown(theirs[name], t),
          }))}
        />
      )}
      <Form action={programmePaths.settings} token={token} version={version} form={form} submit={t.save}>
        <TextField form={form} name="name" label={label.name} required maxlength={80} />
        <TextField form={form} name="short_name" label={label.short_name} required maxlength={30} />
        <TextField form={form} name="municipality" label={label.municipality} required maxlength={60} />
        <TextField form={form} name="municipality_code" label={label.municipality_code} required maxlength={6} />
        <TextField form={form} name="colour" label={label.colour} hint={t.colourHint} required maxlength={7} />
        <TextField
          form={form}
          name="sender_name"
          label={label.sender_name}
          hint={t.senderHint}
          required
          maxlength={40}
        />
        <TextField form={form} name="contact_phone" label={label.contact_phone} type="tel" maxlength={30} />
        <TextField form={form} name="contact_hours" label={label.contact_hours} maxlength={60} />
        <TextField form={form} name="illness_words" label={label.illness_words} required maxlength={30} />
        <TextArea form={form} name="crisis_card" label={label.crisis_card} hint={t.crisisHint} maxlength={400} />
        <Checkboxes
          form={form}
          name="flags"
          label={t.flags}
          unmarked
          choices={[
            { value: 'first_needs_experienced', label: t.firstNeedsExperienced },
            { value: 'registration_by_year', label: t.registrationByYear },
          ]}
        />
        <TextField
          form={form}
          name="follow_up_days"
          label={label.follow_up_days}
          hint={t.followUpHint}
          required
          maxlength={40}
        />
        <KeptFields form={form} />
        <TimeField form={form} name="quiet_from" label={label.quiet_from} required />
        <TimeField form={form} name="quiet_to" label={label.quiet_to} required />
      </Form>
    </>
  )
}

const shown = (value: FormState['values'][string] | undefined, t: (typeof programmeWords)[Locale]): string => {
  const rules: Record<string, string> = {
    first_needs_experienced: t.firstNeedsExperienced,
    registration_by_year: t.registrationByYear,
  }
  return [value ?? []]
    .flat()
    .map((one) => rules[one] ?? one)
    .join(', ')
}

/** Who sees what for how long. */
const KeptFields = ({ form }: { form: FormState }) => {
  const t = programmeWords[form.locale]
  const label = settingsLabels(form.locale)
  return (
    <>
      <NumberField form={form} name="place_sees_days" label={label.place_sees_days} required min={0} max={90} />
      <NumberField form={form} name="merge_answer_days" label={label.merge_answer_days} required min={1} max={90} />
      <NumberField
        form={form}
        name="records_kept_years"
        label={label.records_kept_years}
        hint={t.recordsKeptHint}
        min={1}
        max={100}
      />
      <NumberField form={form} name="small_number_limit" label={label.small_number_limit} required min={2} max={20} />
    </>
  )
}

import type { Call } from '#platform/http/call.ts'
import { weekdayLabel } from '#platform/i18n/dates.ts'
import {
  Checkbox,
  Checkboxes,
  DateField,
  FieldRow,
  Fold,
  Form,
  type FormState,
  listOf,
  NumberField,
  Radios,
  TextArea,
  TimeField,
  valueOf,
} from '#ui/index.ts'
import { hoursOf, weekdays } from './series-form.ts'
import { seriesStaffWords } from './words-series.ts'

/** On which days and at which hours it repeats, and what is left out. */
export const RuleForm = ({ call, form, action }: { call: Call; form: FormState; action: string }) => {
  const { locale } = call.reader
  const s = seriesStaffWords[locale]
  return (
    <Form action={action} token={call.formToken()} form={form} submit={s.save}>
      <Radios
        form={form}
        name="pattern"
        label={s.pattern}
        required
        choices={(['weeks', 'nth', 'last', 'shifts'] as const).map((one) => ({ value: one, label: s.patterns[one] }))}
      />
      <Checkboxes
        form={form}
        name="weekdays"
        label={s.weekdays}
        required
        inline
        choices={weekdays.map((one) => ({ value: String(one), label: weekdayLabel(one, locale) }))}
      />
      <NumberField form={form} name="every" label={s.every} min={1} max={12} />
      <NumberField form={form} name="nth" label={s.nth} min={1} max={5} />
      <FieldRow>
        <DateField form={form} name="from_day" label={s.fromDay} required />
        <DateField form={form} name="until_day" label={s.untilDay} required />
      </FieldRow>
      <FieldRow>
        <TimeField form={form} name="from" label={s.from} required />
        <TimeField form={form} name="to" label={s.to} required />
      </FieldRow>
      <Fold summary={s.ownHours} open={listOf(form, 'pattern').includes('shifts')}>
        <p class="hint">{s.ownHoursHint}</p>
        {weekdays.map((one) => (
          <FieldRow>
            <TimeField form={form} name={`from_${one}`} label={s.fromOn(weekdayLabel(one, locale))} />
            <TimeField form={form} name={`to_${one}`} label={s.toOn(weekdayLabel(one, locale))} />
          </FieldRow>
        ))}
        <SecondHours form={form} />
      </Fold>
      <TextArea form={form} name="skipped" label={s.skipped} hint={s.skippedHint} rows={3} maxlength={2000} />
      <Checkbox form={form} name="without_holidays" label={s.withoutHolidays} />
    </Form>
  )
}

/** For days with two shifts; folded away, as most have one. */
const SecondHours = ({ form }: { form: FormState }) => {
  const { locale } = form
  const s = seriesStaffWords[locale]
  const seconds = weekdays.map((one) => ({ of: hoursOf(one)[1], label: weekdayLabel(one, locale) }))
  const isTyped = seconds.some(({ of }) => valueOf(form, `from${of}`) !== '' || valueOf(form, `to${of}`) !== '')
  return (
    <Fold summary={s.secondHours} open={isTyped}>
      <p class="hint">{s.secondHoursHint}</p>
      {seconds.map(({ of, label }) => (
        <FieldRow>
          <TimeField form={form} name={`from${of}`} label={s.secondFromOn(label)} />
          <TimeField form={form} name={`to${of}`} label={s.secondToOn(label)} />
        </FieldRow>
      ))}
    </Fold>
  )
}

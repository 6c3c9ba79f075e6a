import { addDays, type CalendarDay, daysBetween, parseDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { FormInput } from '#platform/http/call.ts'
import { Checkboxes, DateField, type FieldError, FieldGroup, FieldRow, Radios, TextField } from '#ui/index.ts'
import { type HoursException, type MinuteRange, mergedRanges } from '../../core/hours.ts'
import { parseRanges } from '../../core/range-text.ts'
import type { Sheet } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import { rangesInWords } from './hours.tsx'
import type { SheetStep, StepFacts } from './step.ts'

const mostDays = 62

/** Days with other hours than usual. Those that have gone by are no longer shown, and stay in the earlier versions. */
export const daysStep: SheetStep = {
  freeText: false,
  values: (sheet, facts) => ({ keep: ahead(sheet, facts).map((one) => one.day), new_kind: 'off' }),
  fields: ({ form, facts, sheet }) => {
    const t = stepWords[facts.locale]
    const known = ahead(sheet, facts)
    return (
      <>
        {known.length > 0 && (
          <Checkboxes
            form={form}
            name="keep"
            label={t.keepDays}
            hint={t.keepDaysHint}
            unmarked
            choices={known.map((one) => ({ value: one.day, label: inWords(one, facts) }))}
          />
        )}
        <FieldGroup legend={t.addDay}>
          <FieldRow>
            <DateField form={form} name="new_day" label={t.day} unmarked min={facts.today} />
            <DateField form={form} name="new_until" label={t.until} unmarked min={facts.today} />
          </FieldRow>
          <Radios
            form={form}
            name="new_kind"
            label={t.kind}
            unmarked
            inline
            choices={(['off', 'other'] as const).map((value) => ({ value, label: t[value] }))}
          />
          <TextField
            form={form}
            name="new_times"
            label={t.otherTimes}
            hint={t.otherTimesHint}
            unmarked
            maxlength={80}
          />
        </FieldGroup>
      </>
    )
  },
  read: (form, facts) => {
    const added = readNew(form, facts)
    if (!added.ok) return added
    const kept = new Set(form.list('keep'))
    return ok((sheet) => {
      const fresh = new Set(added.value.map((one) => one.day))
      const stay = ahead(sheet, facts).filter((one) => kept.has(one.day) && !fresh.has(one.day))
      const exceptions = [...stay, ...added.value].toSorted((a, b) => (a.day < b.day ? -1 : 1))
      return { ...sheet, hours: { ...sheet.hours, exceptions } }
    })
  },
  lines: (sheet, facts) => {
    const t = stepWords[facts.locale]
    const text = ahead(sheet, facts).map((one) => inWords(one, facts))
    return text.length > 0 ? [{ label: t.keepDays, text: text.join('\n') }] : []
  },
}

const ahead = (sheet: Sheet, { today }: StepFacts): HoursException[] =>
  sheet.hours.exceptions
    .filter((one) => one.day >= today)
    .map((one) => ({ day: one.day, hours: mergedRanges(one.hours) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))

const inWords = (one: HoursException, { locale }: StepFacts): string =>
  `${formatDayLong(one.day, locale)} ${one.hours.length === 0 ? stepWords[locale].dayOff : rangesInWords(one.hours, locale)}`

type Typed = Pick<FormInput, 'text'>

const readNew = (form: Typed, facts: StepFacts): Result<HoursException[], FieldError[]> => {
  const days = readDays(form, facts)
  if (!days.ok) return days
  const hours = readTimes(form, facts)
  if (days.value.length === 0) return ok([])
  return hours.ok ? ok(days.value.map((day) => ({ day, hours: hours.value }))) : hours
}

const readDays = (form: Typed, { locale, today }: StepFacts): Result<CalendarDay[], FieldError[]> => {
  const t = stepWords[locale]
  const wrong = (field: string, message: string) => no([{ field, message }])
  const [from, until] = [form.text('new_day'), form.text('new_until')]
  if (from === '') return until === '' && form.text('new_times') === '' ? ok([]) : wrong('new_day', t.dayNeeded)
  const first = parseDay(from)
  if (!first) return wrong('new_day', t.dayNeeded)
  if (first < today) return wrong('new_day', t.dayGone)
  const last = until === '' ? first : parseDay(until)
  if (!last || last < first) return wrong('new_until', t.untilBefore)
  const count = daysBetween(first, last) + 1
  if (count > mostDays) return wrong('new_until', t.untilFar)
  return ok(Array.from({ length: count }, (_, i) => addDays(first, i)))
}

const readTimes = (form: Typed, { locale }: StepFacts): Result<MinuteRange[], FieldError[]> => {
  if (form.text('new_kind') !== 'other') return ok([])
  const t = stepWords[locale]
  const ranges = parseRanges(form.text('new_times').slice(0, 80))
  if (ranges === null) return no([{ field: 'new_times', message: t.timesWrong }])
  return ranges.length === 0 ? no([{ field: 'new_times', message: t.timesNeeded }]) : ok(mergedRanges(ranges))
}

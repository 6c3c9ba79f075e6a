import { type CalendarDay, parseDay, type Weekday } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { minuteText, parseMinute } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import type { FieldError, FormState } from '#ui/index.ts'
import { holidayName } from '#platform/i18n/holidays.ts'
import { type Pattern, type Recurrence, regularSlots } from '../core/recurrence.ts'
import { seriesStaffWords } from './words-series.ts'

/** The rule as typed. Shifts share their hours; several weekdays make several shifts. */
export const typedRule = (call: Call): Result<Recurrence, FieldError[]> => {
  const s = seriesStaffWords[call.reader.locale]
  const { form } = call
  const fromDay = parseDay(form.text('from_day'))
  const untilDay = parseDay(form.text('until_day'))
  const from = parseMinute(form.text('from'))
  const to = parseMinute(form.text('to'))
  const weekdays = form.list('weekdays').map(Number).filter(isWeekday)
  const errors: FieldError[] = [
    ...(weekdays.length === 0 ? [{ field: 'weekdays', message: s.choose }] : []),
    ...(fromDay ? [] : [{ field: 'from_day', message: s.dayNeeded }]),
    ...(untilDay ? [] : [{ field: 'until_day', message: s.dayNeeded }]),
    ...(from === null ? [{ field: 'from', message: s.timeNeeded }] : []),
    ...(to === null ? [{ field: 'to', message: s.timeNeeded }] : []),
  ]
  const [weekday] = weekdays
  if (!fromDay || !untilDay || from === null || to === null || !weekday) return no(errors)
  const pattern = patternOf(form.text('pattern'), {
    weekday,
    weekdays,
    from,
    to,
    every: Number(form.text('every') || '1'),
    nth: Number(form.text('nth') || '1'),
  })
  return ok({
    pattern,
    fromDay,
    untilDay,
    fromMinute: from,
    minutes: to - from,
    skipped: [],
    moved: [],
    withoutHolidays: form.text('without_holidays') === 'yes',
  })
}

interface Typed {
  weekday: Weekday
  weekdays: Weekday[]
  from: number
  to: number
  every: number
  nth: number
}

const patternOf = (kind: string, typed: Typed): Pattern => {
  const nth = ([1, 2, 3, 4, 5] as const).find((one) => one === typed.nth) ?? 1
  if (kind === 'nth') return { kind, nth, weekday: typed.weekday }
  if (kind === 'last') return { kind, weekday: typed.weekday }
  if (kind === 'shifts' || typed.weekdays.length > 1)
    return {
      kind: 'shifts',
      every: typed.every,
      shifts: typed.weekdays.map((weekday) => ({ weekday, from: typed.from, to: typed.to })),
    }
  return { kind: 'weeks', every: typed.every, weekday: typed.weekday }
}

const isWeekday = (value: number): value is Weekday => Number.isInteger(value) && value >= 1 && value <= 7

/** The form filled with a rule. */
export const ruleValues = (rule: Recurrence): FormState['values'] => {
  const { pattern } = rule
  return {
    pattern: pattern.kind,
    weekdays:
      pattern.kind === 'shifts' ? pattern.shifts.map((shift) => String(shift.weekday)) : [String(pattern.weekday)],
    every: 'every' in pattern ? String(pattern.every) : '1',
    nth: pattern.kind === 'nth' ? String(pattern.nth) : '1',
    from_day: rule.fromDay,
    until_day: rule.untilDay,
    from: minuteText(rule.fromMinute),
    to: minuteText(rule.fromMinute + rule.minutes),
    without_holidays: rule.withoutHolidays ? 'yes' : '',
  }
}

/** The holidays that a rule leaves out. */
export const holidaysOf = (rule: Recurrence): ReadonlySet<CalendarDay> =>
  new Set(
    rule.withoutHolidays
      ? regularSlots(rule)
          .map((slot) => slot.day)
          .filter((day) => holidayName(day, 'ja') !== null)
      : [],
  )

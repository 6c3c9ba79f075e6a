import { type CalendarDay, parseDay, type Weekday } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { minuteText, parseMinute } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import { weekdayLabel } from '#platform/i18n/dates.ts'
import { holidayName } from '#platform/i18n/holidays.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { FieldError, FormState, StaleField } from '#ui/index.ts'
import { type Pattern, type Recurrence, regularSlots, type Shift } from '../core/recurrence.ts'
import { seriesStaffWords } from './words-series.ts'

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** What the fields end in for the first and the second hours of a weekday. */
export const hoursOf = (weekday: Weekday): [string, string] => [`_${weekday}`, `_${weekday}b`]

/** The rule as typed, or what to look at again. */
export const typedRule = (call: Call): Result<Recurrence, FieldError[]> => {
  const { form } = call
  const s = seriesStaffWords[call.reader.locale]
  const fromDay = parseDay(form.text('from_day'))
  const untilDay = parseDay(form.text('until_day'))
  const hours = typedHours(call, '')
  const pattern = hours.ok ? typedPattern(call, hours.value) : no([])
  const skipped = typedSkipped(call)
  const errors: FieldError[] = [
    ...(pattern.ok ? [] : pattern.error),
    ...(fromDay ? [] : [{ field: 'from_day', message: s.dayNeeded }]),
    ...(untilDay ? [] : [{ field: 'until_day', message: s.dayNeeded }]),
    ...(hours.ok ? [] : hours.error),
    ...(skipped.ok ? [] : skipped.error),
  ]
  if (!fromDay || !untilDay || !hours.ok || !pattern.ok || !skipped.ok) return no(errors)
  return ok({
    pattern: pattern.value,
    fromDay,
    untilDay,
    fromMinute: hours.value.from,
    minutes: hours.value.to - hours.value.from,
    skipped: skipped.value,
    withoutHolidays: form.text('without_holidays') === 'yes',
  })
}

interface Hours {
  from: number
  to: number
}

/** `of`: '' for the hours of all, '_3' for those of Wednesday, '_3b' for its second ones. */
const typedHours = (call: Call, of: string): Result<Hours, FieldError[]> => {
  const s = seriesStaffWords[call.reader.locale]
  const [from, to] = [parseMinute(call.form.text(`from${of}`)), parseMinute(call.form.text(`to${of}`))]
  if (from !== null && to !== null) return ok({ from, to })
  return no([
    ...(from === null ? [{ field: `from${of}`, message: s.timeNeeded }] : []),
    ...(to === null ? [{ field: `to${of}`, message: s.timeNeeded }] : []),
  ])
}

const typedPattern = (call: Call, hours: Hours): Result<Pattern, FieldError[]> => {
  const { form } = call
  const s = seriesStaffWords[call.reader.locale]
  const chosen = weekdays.filter((one) => form.list('weekdays').includes(String(one)))
  const every = Number(form.text('every') || '1')
  const nth = ([1, 2, 3, 4, 5] as const).find((one) => String(one) === form.text('nth'))
  if (chosen.length === 0) return no([{ field: 'weekdays', message: s.choose }])
  switch (form.text('pattern')) {
    case 'weeks':
      return Number.isInteger(every) && every > 0
        ? ok({ kind: 'weeks', every, weekdays: chosen })
        : no([{ field: 'every', message: s.blockers.every_unclear }])
    case 'nth':
      return nth ? ok({ kind: 'nth', nth, weekdays: chosen }) : no([{ field: 'nth', message: s.nthWrong }])
    case 'last':
      return ok({ kind: 'last', weekdays: chosen })
    case 'shifts': {
      const shifts = typedShifts(call, chosen, hours)
      if (!(Number.isInteger(every) && every > 0)) return no([{ field: 'every', message: s.blockers.every_unclear }])
      return shifts.ok ? ok({ kind: 'shifts', every, shifts: shifts.value }) : shifts
    }
    default:
      return no([{ field: 'pattern', message: s.choose }])
  }
}

const typedShifts = (call: Call, chosen: readonly Weekday[], hours: Hours): Result<Shift[], FieldError[]> => {
  const isEmpty = (of: string) => !call.form.text(`from${of}`) && !call.form.text(`to${of}`)
  const typed = chosen.flatMap((weekday) => {
    const [first, second] = hoursOf(weekday)
    return [
      { weekday, own: isEmpty(first) ? ok(hours) : typedHours(call, first) },
      ...(isEmpty(second) ? [] : [{ weekday, own: typedHours(call, second) }]),
    ]
  })
  const errors = typed.flatMap(({ own }) => (own.ok ? [] : own.error))
  if (errors.length > 0) return no(errors)
  return ok(typed.flatMap(({ weekday, own }) => (own.ok ? [{ weekday, ...own.value }] : [])))
}

const typedSkipped = (call: Call): Result<CalendarDay[], FieldError[]> => {
  const lines = call.form
    .text('skipped')
    .split(/[\s,、]+/)
    .filter(Boolean)
  const unread = lines.find((line) => parseDay(line) === null)
  if (unread !== undefined)
    return no([{ field: 'skipped', message: seriesStaffWords[call.reader.locale].skippedWrong(unread) }])
  return ok(lines.flatMap((line) => parseDay(line) ?? []))
}

/** The form filled with a rule. */
export const ruleValues = (rule: Recurrence): Record<string, string | string[]> => {
  const { pattern } = rule
  const shifts = pattern.kind === 'shifts' ? pattern.shifts : []
  return {
    pattern: pattern.kind,
    weekdays: weekdays
      .filter((one) =>
        pattern.kind !== 'shifts' ? pattern.weekdays.includes(one) : shifts.some(({ weekday }) => weekday === one),
      )
      .map(String),
    every: 'every' in pattern ? String(pattern.every) : '1',
    nth: pattern.kind === 'nth' ? String(pattern.nth) : '1',
    from_day: rule.fromDay,
    until_day: rule.untilDay,
    from: minuteText(rule.fromMinute),
    to: minuteText(rule.fromMinute + rule.minutes),
    ...Object.fromEntries(
      weekdays.flatMap((weekday) => {
        const own = shifts.filter((one) => one.weekday === weekday).toSorted((a, b) => a.from - b.from)
        return hoursOf(weekday).flatMap((of, i) => {
          const shift = own[i]
          return shift
            ? [[`from${of}`, minuteText(shift.from)] as const, [`to${of}`, minuteText(shift.to)] as const]
            : []
        })
      }),
    ),
    skipped: rule.skipped.join('\n'),
    without_holidays: rule.withoutHolidays ? 'yes' : '',
  }
}

/** One's own rule beside the one that somebody else saved first. */
export const staleRule = (mine: FormState['values'], theirs: Recurrence, locale: Locale): StaleField[] => {
  const s = seriesStaffWords[locale]
  const shown: [string, string, (value: string) => string][] = [
    ['pattern', s.pattern, (value) => s.patterns[value as Pattern['kind']] ?? value],
    ['weekdays', s.weekdays, (value) => weekdayLabel(Number(value), locale)],
    ['every', s.every, String],
    ['nth', s.nth, String],
    ['from_day', s.fromDay, String],
    ['until_day', s.untilDay, String],
    ['from', s.from, String],
    ['to', s.to, String],
    ...weekdays.flatMap((one): [string, string, (value: string) => string][] => [
      [`from_${one}`, s.fromOn(weekdayLabel(one, locale)), String],
      [`to_${one}`, s.toOn(weekdayLabel(one, locale)), String],
      [`from_${one}b`, s.secondFromOn(weekdayLabel(one, locale)), String],
      [`to_${one}b`, s.secondToOn(weekdayLabel(one, locale)), String],
    ]),
    ['skipped', s.skipped, String],
  ]
  const values = ruleValues(theirs)
  const textOf = (value: string | readonly string[] | undefined, say: (one: string) => string): string =>
    [value ?? []].flat().filter(Boolean).map(say).join('、')
  return shown.map(([name, label, say]) => ({
    label,
    mine: textOf(mine[name], say),
    theirs: textOf(values[name], say),
  }))
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

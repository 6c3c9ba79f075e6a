import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day, type Weekday, weekdayOf } from '#kernel/calendar-day.ts'
import { occurrences, type Pattern, type Recurrence } from './recurrence.ts'
import { ruleBlockers } from './recurrence-rule.ts'

const rule = (pattern: Pattern, more: Partial<Recurrence> = {}): Recurrence => ({
  pattern,
  fromDay: day('2026-11-01'),
  untilDay: day('2027-01-31'),
  fromMinute: 600,
  minutes: 90,
  skipped: [],
  withoutHolidays: false,
  ...more,
})
const days = (of: Recurrence, holidays?: ReadonlySet<CalendarDay>): CalendarDay[] =>
  occurrences(of, holidays).map((slot) => slot.day)

describe('some patterns', () => {
  test('every second Wednesday', () => {
    expect(days(rule({ kind: 'weeks', every: 2, weekdays: [3] }))).toEqual([
      '2026-11-11',
      '2026-11-25',
      '2026-12-09',
      '2026-12-23',
      '2027-01-06',
      '2027-01-20',
    ])
  })
  test('the second Tuesday of the month', () => {
    expect(days(rule({ kind: 'nth', nth: 2, weekdays: [2] }))).toEqual(['2026-11-10', '2026-12-08', '2027-01-12'])
  })
  test('the last Friday of the month', () => {
    expect(days(rule({ kind: 'last', weekdays: [5] }))).toEqual(['2026-11-27', '2026-12-25', '2027-01-29'])
  })
  test('the second Tuesday and the second Thursday', () => {
    expect(days(rule({ kind: 'nth', nth: 2, weekdays: [2, 4] }, { untilDay: day('2026-12-31') }))).toEqual([
      '2026-11-10',
      '2026-11-12',
      '2026-12-08',
      '2026-12-10',
    ])
  })
  test('the last Monday and the last Friday, whichever comes first', () => {
    expect(days(rule({ kind: 'last', weekdays: [1, 5] }, { untilDay: day('2026-12-31') }))).toEqual([
      '2026-11-27',
      '2026-11-30',
      '2026-12-25',
      '2026-12-28',
    ])
  })
  test('a fifth weekday only in months that have one', () => {
    expect(days(rule({ kind: 'nth', nth: 5, weekdays: [1] }))).toEqual(['2026-11-30'])
  })
  test('evening and weekend shifts', () => {
    const shifts: Pattern = {
      kind: 'shifts',
      every: 1,
      shifts: [
        { weekday: 2, from: 1080, to: 1260 },
        { weekday: 6, from: 600, to: 720 },
        { weekday: 6, from: 780, to: 900 },
      ],
    }
    const of = rule(shifts, { fromDay: day('2026-11-02'), untilDay: day('2026-11-08') })
    expect(occurrences(of)).toEqual([
      { day: '2026-11-03', from: 1080, to: 1260 },
      { day: '2026-11-07', from: 600, to: 720 },
      { day: '2026-11-07', from: 780, to: 900 },
    ])
  })
  test('holidays are left out only where the rule says so', () => {
    const holidays = new Set([day('2026-11-03')])
    const tuesdays = rule({ kind: 'weeks', every: 1, weekdays: [2] }, { untilDay: day('2026-11-12') })
    expect(days(tuesdays, holidays)).toEqual(['2026-11-03', '2026-11-10'])
    expect(days({ ...tuesdays, withoutHolidays: true }, holidays)).toEqual(['2026-11-10'])
  })
})

const weekday = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday)
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 7 })
const shift = fc
  .tuple(weekday, fc.integer({ min: 0, max: 22 }))
  .map(([on, hour]) => ({ weekday: on, from: hour * 60, to: hour * 60 + 60 }))
const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 1, max: 5 }), weekdays }),
  fc.record({
    kind: fc.constant('nth' as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
    weekdays,
  }),
  fc.record({ kind: fc.constant('last' as const), weekdays }),
  fc.record({
    kind: fc.constant('shifts' as const),
    every: fc.integer({ min: 1, max: 3 }),
    shifts: fc.uniqueArray(shift, { minLength: 1, maxLength: 5, selector: (one) => `${one.weekday} ${one.from}` }),
  }),
)
const anyRule = fc
  .tuple(pattern, fc.integer({ min: 20_000, max: 21_500 }), fc.integer({ min: 0, max: 400 }))
  .map(([of, start, length]) => {
    const fromDay = addDays(day('1970-01-01'), start)
    return rule(of, { fromDay, untilDay: addDays(fromDay, length) })
  })

/** Somebody with a paper calendar: turns it day by day, counts each weekday of the month on the fingers, and looks ahead for the last. */
const byHand = (of: Recurrence): { day: CalendarDay; from: number; to: number }[] => {
  const { pattern: p } = of
  const found: { day: CalendarDay; from: number; to: number }[] = []
  const counted = new Map<Weekday, number>()
  const first = day(`${of.fromDay.slice(0, 7)}-01`)
  let mondays = 0
  for (let on = first; on <= of.untilDay; on = addDays(on, 1)) {
    const weekdayOn = weekdayOf(on)
    if (on.endsWith('-01')) counted.clear()
    counted.set(weekdayOn, (counted.get(weekdayOn) ?? 0) + 1)
    if (on < of.fromDay) continue
    if (on > of.fromDay && weekdayOn === 1) mondays += 1
    const again = [7, 14, 21, 28].some((more) => addDays(on, more).slice(0, 7) === on.slice(0, 7))
    const whole = { from: of.fromMinute, to: of.fromMinute + of.minutes }
    const hours =
      p.kind === 'shifts'
        ? p.shifts.filter((one) => one.weekday === weekdayOn && mondays % p.every === 0)
        : !p.weekdays.includes(weekdayOn)
          ? []
          : p.kind === 'weeks'
            ? [whole].filter(() => mondays % p.every === 0)
            : p.kind === 'nth'
              ? [whole].filter(() => counted.get(weekdayOn) === p.nth)
              : [whole].filter(() => !again)
    found.push(...hours.toSorted((a, b) => a.from - b.from).map(({ from, to }) => ({ day: on, from, to })))
  }
  return found
}

describe('of every rule', () => {
  test('it says the same as somebody who turns the calendar day by day', () => {
    fc.assert(
      fc.property(anyRule, (of) => {
        expect(occurrences(of)).toEqual(byHand(of))
      }),
      { numRuns: 300 },
    )
  })

  test('several weekdays say what each of them says, put together', () => {
    fc.assert(
      fc.property(anyRule, (of) => {
        const { pattern: p } = of
        if (p.kind === 'shifts') return
        const each = p.weekdays.flatMap((one) => days({ ...of, pattern: { ...p, weekdays: [one] } }))
        expect(days(of)).toEqual(each.toSorted())
      }),
    )
  })

  test('a day left out takes away that day and nothing else', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(), fc.boolean(), (of, pick, holiday) => {
        const all = occurrences(of)
        const chosen = all[pick % Math.max(1, all.length)]
        if (!chosen) return
        const rest = holiday
          ? occurrences({ ...of, withoutHolidays: true }, new Set([chosen.day]))
          : occurrences({ ...of, skipped: [chosen.day] })
        expect(rest).toEqual(all.filter((slot) => slot.day !== chosen.day))
      }),
    )
  })
})

describe('what is wrong with a rule', () => {
  const weekly: Pattern = { kind: 'weeks', every: 1, weekdays: [3] }
  test.each<[string, Recurrence, string[]]>([
    ['nothing', rule(weekly), []],
    ['it ends before it begins', rule(weekly, { untilDay: day('2026-10-01') }), ['days_reversed']],
    ['it goes on for ever', rule(weekly, { untilDay: day('2029-10-01') }), ['too_long']],
    ['every zero weeks', rule({ ...weekly, every: 0 }), ['every_unclear']],
    ['it has no length', rule(weekly, { minutes: 0 }), ['no_minutes']],
    ['it runs past midnight', rule(weekly, { fromMinute: 1400 }), ['no_minutes']],
    ['there is no shift', rule({ kind: 'shifts', every: 1, shifts: [] }), ['no_weekdays']],
    ['there is no weekday', rule({ kind: 'last', weekdays: [] }), ['no_weekdays']],
    [
      'a shift ends before it begins',
      rule({ kind: 'shifts', every: 1, shifts: [{ weekday: 1, from: 600, to: 540 }] }),
      ['no_minutes'],
    ],
    [
      'two shifts overlap',
      rule({
        kind: 'shifts',
        every: 1,
        shifts: [
          { weekday: 1, from: 540, to: 660 },
          { weekday: 1, from: 600, to: 720 },
        ],
      }),
      ['shifts_overlap'],
    ],
  ])('%s', (_, of, kinds) => expect(ruleBlockers(of).map((one) => one.kind)).toEqual(kinds))
})

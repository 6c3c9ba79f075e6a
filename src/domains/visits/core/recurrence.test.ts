import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day, daySerial, type Weekday, weekdayOf } from '#kernel/calendar-day.ts'
import { occurrences, type Pattern, type Recurrence, regularSlots, slotKey } from './recurrence.ts'
import { ruleBlockers } from './recurrence-rule.ts'

const rule = (pattern: Pattern, more: Partial<Recurrence> = {}): Recurrence => ({
  pattern,
  fromDay: day('2026-11-01'),
  untilDay: day('2027-01-31'),
  fromMinute: 600,
  minutes: 90,
  skipped: [],
  moved: [],
  withoutHolidays: false,
  ...more,
})
const whole = (of: Recurrence) => ({ from: of.fromDay, to: of.untilDay })
const days = (of: Recurrence, holidays?: ReadonlySet<CalendarDay>): string[] =>
  occurrences(of, whole(of), holidays).map((slot) => slot.day)

describe('some patterns', () => {
  test('every second Wednesday', () => {
    expect(days(rule({ kind: 'weeks', every: 2, weekday: 3 }))).toEqual([
      '2026-11-11',
      '2026-11-25',
      '2026-12-09',
      '2026-12-23',
      '2027-01-06',
      '2027-01-20',
    ])
  })
  test('the second Tuesday of the month', () => {
    expect(days(rule({ kind: 'nth', nth: 2, weekday: 2 }))).toEqual(['2026-11-10', '2026-12-08', '2027-01-12'])
  })
  test('the last Friday of the month', () => {
    expect(days(rule({ kind: 'last', weekday: 5 }))).toEqual(['2026-11-27', '2026-12-25', '2027-01-29'])
  })
  test('a fifth weekday only in months that have one', () => {
    expect(days(rule({ kind: 'nth', nth: 5, weekday: 1 }))).toEqual(['2026-11-30'])
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
    expect(occurrences(of, whole(of))).toEqual([
      { day: '2026-11-03', from: 1080, to: 1260 },
      { day: '2026-11-07', from: 600, to: 720 },
      { day: '2026-11-07', from: 780, to: 900 },
    ])
  })
  test('holidays are left out only where the rule says so', () => {
    const holidays = new Set([day('2026-11-03')])
    const tuesdays = rule({ kind: 'weeks', every: 1, weekday: 2 }, { untilDay: day('2026-11-12') })
    expect(days(tuesdays, holidays)).toEqual(['2026-11-03', '2026-11-10'])
    expect(days({ ...tuesdays, withoutHolidays: true }, holidays)).toEqual(['2026-11-10'])
  })
})

const weekday = fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday)
const shift = fc
  .tuple(weekday, fc.integer({ min: 0, max: 22 }))
  .map(([on, hour]) => ({ weekday: on, from: hour * 60, to: hour * 60 + 60 }))
const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 1, max: 5 }), weekday }),
  fc.record({
    kind: fc.constant('nth' as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const),
    weekday,
  }),
  fc.record({ kind: fc.constant('last' as const), weekday }),
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

/** The same rule, said in another way: count the weekday through the month. */
const byCounting = (of: Recurrence, on: CalendarDay): boolean => {
  const { pattern: p } = of
  const sameWeekday = (d: CalendarDay): boolean => p.kind !== 'shifts' && weekdayOf(d) === p.weekday
  const inMonth = Array.from({ length: 31 }, (_, i) => `${on.slice(0, 7)}-${String(i + 1).padStart(2, '0')}`)
    .filter((text) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text))
    .map(day)
    .filter(sameWeekday)
  if (p.kind === 'nth') return inMonth[p.nth - 1] === on
  if (p.kind === 'last') return inMonth.at(-1) === on
  const monday = (d: CalendarDay): number => daySerial(d) - (weekdayOf(d) - 1)
  const week = (monday(on) - monday(of.fromDay)) / 7
  if (p.kind === 'weeks') return sameWeekday(on) && week % p.every === 0
  return week % p.every === 0 && p.shifts.some((one) => one.weekday === weekdayOf(on))
}

describe('of every rule', () => {
  test('each day satisfies it, and no day that does is missing', () => {
    fc.assert(
      fc.property(anyRule, (of) => {
        const got = new Set(days(of))
        const all = Array.from({ length: daySerial(of.untilDay) - daySerial(of.fromDay) + 1 }, (_, i) =>
          addDays(of.fromDay, i),
        )
        expect([...got].sort()).toEqual(all.filter((on) => byCounting(of, on)))
      }),
      { numRuns: 80 },
    )
  })

  test('sorted, none twice, within the range', () => {
    fc.assert(
      fc.property(
        anyRule,
        fc.integer({ min: -30, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        (of, offset, length) => {
          const range = { from: addDays(of.fromDay, offset), to: addDays(of.fromDay, offset + length) }
          const keys = occurrences(of, range).map((slot) => `${slot.day} ${String(slot.from).padStart(4, '0')}`)
          expect(keys).toEqual([...new Set(keys)].sort())
          expect(occurrences(of, range).every((slot) => slot.day >= range.from && slot.day <= range.to)).toBe(true)
          expect(occurrences(of, range)).toEqual(
            occurrences(of, whole(of)).filter((slot) => slot.day >= range.from && slot.day <= range.to),
          )
        },
      ),
    )
  })

  test('a skipped day takes away that day and nothing else', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(), (of, pick) => {
        const all = occurrences(of, whole(of))
        const chosen = all[pick % Math.max(1, all.length)]
        if (!chosen) return
        const rest = occurrences({ ...of, skipped: [chosen.day] }, whole(of))
        expect(rest).toEqual(all.filter((slot) => slot.day !== chosen.day))
      }),
    )
  })

  test('moving one keeps the number', () => {
    fc.assert(
      fc.property(anyRule, fc.nat(), fc.integer({ min: -3, max: 3 }), (of, pick, by) => {
        const all = regularSlots(of)
        const chosen = all[pick % Math.max(1, all.length)]
        if (!chosen) return
        const to = { day: addDays(chosen.day, by), from: 30, to: 60 }
        const moved = { ...of, moved: [{ day: chosen.day, from: chosen.from, to }] }
        if (ruleBlockers(moved).length > 0) return
        const got = occurrences(moved, { from: addDays(of.fromDay, -3), to: addDays(of.untilDay, 3) })
        expect(got.length).toBe(all.length)
        expect(got.filter((slot) => slotKey(slot) === slotKey(to))).toHaveLength(1)
      }),
    )
  })
})

describe('what is wrong with a rule', () => {
  const weekly: Pattern = { kind: 'weeks', every: 1, weekday: 3 }
  test.each<[string, Recurrence, string[]]>([
    ['nothing', rule(weekly), []],
    ['it ends before it begins', rule(weekly, { untilDay: day('2026-10-01') }), ['days_reversed']],
    ['it goes on for ever', rule(weekly, { untilDay: day('2029-10-01') }), ['too_long']],
    ['every zero weeks', rule({ ...weekly, every: 0 }), ['every_unclear']],
    ['it has no length', rule(weekly, { minutes: 0 }), ['no_minutes']],
    ['it runs past midnight', rule(weekly, { fromMinute: 1400 }), ['no_minutes']],
    ['there is no shift', rule({ kind: 'shifts', every: 1, shifts: [] }), ['no_shifts']],
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
    [
      'a day is moved that is none',
      rule(weekly, {
        moved: [{ day: day('2026-11-05'), from: 600, to: { day: day('2026-11-06'), from: 600, to: 690 } }],
      }),
      ['moved_unknown'],
    ],
    [
      'a day is moved onto another',
      rule(weekly, {
        moved: [{ day: day('2026-11-04'), from: 600, to: { day: day('2026-11-11'), from: 630, to: 690 } }],
      }),
      ['moved_onto_another'],
    ],
  ])('%s', (_, of, kinds) => expect(ruleBlockers(of).map((one) => one.kind)).toEqual(kinds))
})

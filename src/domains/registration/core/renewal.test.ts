import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day, dayFromSerial } from '#kernel/calendar-day.ts'
import { fiscalYear, fiscalYearEnd, fiscalYearOf } from '#kernel/fiscal-year.ts'
import { eraYear, formatDayLong } from '#platform/i18n/dates.ts'
import {
  askedYear,
  firstTerm,
  keptTerm,
  leavingBlockers,
  otherWays,
  silenceBlockers,
  standsIfTheyStay,
  type Term,
  termHolds,
  termOfYear,
} from './renewal.ts'

const anyDay = fc.integer({ min: 10_000, max: 40_000 }).map(dayFromSerial)
const term = (from: string, to: string | null): Term => ({ from: day(from), to: to === null ? null : day(to) })

describe('a term', () => {
  test.each([
    ['2026-04-01', '2027-03-31'],
    ['2026-11-22', '2027-03-31'],
    ['2027-03-31', '2027-03-31'],
    ['2027-04-01', '2028-03-31'],
    ['2028-02-29', '2028-03-31'],
    ['2028-03-31', '2028-03-31'],
    ['2028-04-01', '2029-03-31'],
    ['2100-02-28', '2100-03-31'],
    ['2019-03-31', '2019-03-31'],
    ['2019-04-30', '2020-03-31'],
    ['2019-05-01', '2020-03-31'],
  ])('registered on %s lasts until %s, or without end where the programme says so', (on, to) => {
    expect(firstTerm(day(on), true)).toEqual(term(on, to))
    expect(firstTerm(day(on), false)).toEqual(term(on, null))
  })

  test('wherever it begins, it holds on its first and last day and not a day around them', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const made = firstTerm(on, true)
        const last = made.to ?? on
        expect([on, last].every((each) => termHolds(made, each))).toBe(true)
        expect(termHolds(made, addDays(on, -1)) || termHolds(made, addDays(last, 1))).toBe(false)
        expect(last).toBe(fiscalYearEnd(fiscalYearOf(on)))
        expect(termOfYear(fiscalYear(fiscalYearOf(on) + 1)).from).toBe(addDays(last, 1))
      }),
    )
  })

  test('its last day is written in the era of that day', () => {
    expect(firstTerm(day('2019-04-30'), true).to).toBe('2020-03-31')
    expect(formatDayLong(day('2020-03-31'), 'ja')).toContain('令和2年3月31日')
    expect(formatDayLong(day('2019-03-31'), 'ja')).toContain('平成31年3月31日')
    expect(eraYear(fiscalYearEnd(fiscalYear(2018)))).toBe('平成31年')
    expect(eraYear(fiscalYearEnd(fiscalYear(2019)))).toBe('令和2年')
    expect(formatDayLong(day('2019-05-01'), 'ja')).toContain('令和元年5月1日')
  })
})

describe('whether one stays', () => {
  test.each([
    ['2027-01-31', null],
    ['2027-02-01', 2027],
    ['2028-01-31', null],
    ['2028-02-01', 2028],
    ['2028-02-29', 2028],
    ['2028-03-01', 2028],
    ['2028-03-31', 2028],
    ['2028-04-01', null],
    ['2019-03-31', 2019],
    ['2027-03-31', 2027],
    ['2027-04-01', null],
    ['2026-11-22', null],
  ])('on %s people are asked about %s', (today, year) => {
    expect(askedYear(day(today))).toBe(year)
  })

  test('the year that is asked about begins after the one that runs', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const year = askedYear(today)
        if (year !== null) expect(termOfYear(year).from > today).toBe(true)
      }),
    )
  })

  test.each([
    ['2027-03-31', [term('2026-05-01', '2027-03-31')], null],
    ['2027-04-01', [term('2026-05-01', '2027-03-31')], term('2027-04-01', '2028-03-31')],
    ['2027-04-20', [term('2026-05-01', '2027-03-31')], term('2027-04-01', '2028-03-31')],
    ['2028-02-29', [term('2027-04-01', '2028-03-31')], null],
    ['2028-04-01', [term('2028-02-29', '2028-03-31')], term('2028-04-01', '2029-03-31')],
    ['2019-05-01', [term('2018-05-01', '2019-03-31')], term('2019-04-01', '2020-03-31')],
    ['2029-05-01', [term('2027-04-01', '2028-03-31')], term('2028-04-01', '2030-03-31')],
    ['2027-04-01', [term('2026-05-01', '2027-03-31'), term('2027-04-01', '2028-03-31')], null],
    ['2027-04-01', [term('2020-05-01', null)], null],
    ['2027-04-01', [], null],
  ] as const)('on %s, of %j, nobody is left without a day: %j', (today, terms, kept) => {
    expect(keptTerm(terms, day(today))).toEqual(kept)
  })

  test('however late it is looked at, no day lies between two terms', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 360 }), (on, later) => {
        const first = firstTerm(on, true)
        const today = addDays(first.to ?? on, later)
        const kept = keptTerm([first], today)
        expect(kept?.from).toBe(addDays(first.to ?? on, 1))
        expect(kept && termHolds(kept, today)).toBe(true)
      }),
    )
  })

  test.each([
    ['2027-03-31', false],
    ['2027-04-01', true],
    ['2027-05-10', true],
  ])('a visit on %s stands only if they stay: %s', (on, stands) => {
    expect(standsIfTheyStay([term('2026-04-01', '2027-03-31')], day(on))).toBe(stands)
    expect(standsIfTheyStay([term('2026-04-01', '2027-03-31'), term('2027-04-01', '2028-03-31')], day(on))).toBe(false)
    expect(standsIfTheyStay([term('2020-04-01', null)], day(on))).toBe(false)
  })
})

describe('silence', () => {
  const facts = {
    year: fiscalYear(2027),
    today: day('2027-04-10'),
    answered: false,
    tried: ['phone'],
    reasonGiven: true,
  } as const

  test('ends nothing until another way was tried, the year has begun and why is written', () => {
    expect(silenceBlockers(facts)).toEqual([])
    expect(silenceBlockers({ ...facts, answered: true })).toEqual([{ kind: 'heard_from' }])
    expect(silenceBlockers({ ...facts, today: day('2027-03-31') })).toEqual([
      { kind: 'year_not_begun', from: '2027-04-01' },
    ])
    expect(silenceBlockers({ ...facts, reasonGiven: false })).toEqual([{ kind: 'reason_missing' }])
    for (const tried of [[], ['mail'], ['mail', 'mail']] as const) {
      expect(silenceBlockers({ ...facts, tried })).toEqual([{ kind: 'no_other_way' }])
    }
    for (const way of otherWays) expect(silenceBlockers({ ...facts, tried: ['mail', way] })).toEqual([])
  })
})

describe('leaving', () => {
  const held = term('2026-04-01', '2027-03-31')
  test.each([
    ['2026-11-22', []],
    ['2027-03-31', []],
    ['2026-11-21', ['day_gone']],
    ['2027-04-01', ['beyond_term']],
  ] as const)('on %s: in the way %j', (lastDay, inTheWay) => {
    const today: CalendarDay = day('2026-11-22')
    expect(leavingBlockers({ lastDay: day(lastDay), today, term: held }).map(({ kind }) => kind)).toEqual(inTheWay)
  })
})

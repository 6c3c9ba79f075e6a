import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import { isKnownTerm, listedTermBlockers, spanOf, termListed } from './listed-term.ts'

const today = day('2026-11-22')
const facts = { today, byYear: true }
const line = (from: string, until: string | null) => ({ from: day(from), until: until === null ? null : day(until) })
const term = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })
const known = [term('2024-04-01', '2025-03-31')]

describe('a line of a list of registrations', () => {
  test.each([
    ['before what is known', line('2023-04-01', '2024-03-31'), []],
    ['after it', line('2025-04-01', '2026-03-31'), []],
    ['until today', line('2025-04-01', null), []],
    ['the last day itself counts', line('2025-03-31', '2025-04-30'), ['overlaps']],
    ['begins within', line('2024-12-01', '2025-12-01'), ['overlaps']],
    ['reaches around', line('2020-04-01', null), ['overlaps']],
    ['begins tomorrow', line('2026-11-23', null), ['ahead']],
    ['ends before it begins', line('2022-04-01', '2022-03-31'), ['ends_before']],
    ['one day', line('2022-04-01', '2022-04-01'), []],
  ])('%s', (_, listed, blockers) => expect(listedTermBlockers(listed, known, facts)).toEqual(blockers))

  test('without a last day it goes to the end of this fiscal year, or has no end where the programme has none', () => {
    expect(termListed(line('2022-04-01', null), today, true).to).toBe('2027-03-31')
    expect(termListed(line('2022-04-01', null), today, false).to).toBeNull()
  })

  test('read again, it is known', () => {
    expect(isKnownTerm(line('2024-04-01', '2025-03-31'), known)).toBe(true)
    expect(isKnownTerm(line('2024-04-01', null), known)).toBe(true)
    expect(isKnownTerm(line('2024-04-01', '2025-03-30'), known)).toBe(false)
    expect(isKnownTerm(line('2024-04-02', null), known)).toBe(false)
    const years = [...known, term('2025-04-01', '2026-03-31'), term('2026-05-01', '2027-03-31')]
    expect(isKnownTerm(line('2024-04-01', '2026-03-31'), years)).toBe(true)
    expect(isKnownTerm(line('2024-04-01', '2027-03-31'), years)).toBe(false)
  })
})

describe('since when and until when', () => {
  test('a term that holds has no last day, however many went before', () => {
    expect(spanOf([term('2025-04-01', '2027-03-31'), ...known], today)).toEqual({
      registeredOn: '2024-04-01',
      endedOn: null,
    })
    expect(spanOf([term('2024-04-01', null)], today)?.endedOn).toBeNull()
  })

  test('where none holds, the last of all days', () => {
    expect(spanOf([...known, term('2020-04-01', '2021-03-31')], today)?.endedOn).toBe('2025-03-31')
    expect(spanOf([], today)).toBeNull()
  })

  test('terms taken over one after the other never meet', () => {
    const listed = fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      long: fc.option(fc.integer({ min: 0, max: 100 })),
    })
    fc.assert(
      fc.property(fc.array(listed, { maxLength: 8 }), (lines) => {
        const kept: ReturnType<typeof termListed>[] = []
        for (const { at, long } of lines) {
          const from = addDays(day('2025-06-01'), at)
          const one = { from, until: long === null ? null : addDays(from, long) }
          if (listedTermBlockers(one, kept, facts).length === 0) kept.push(termListed(one, today, true))
        }
        const sorted = kept.toSorted((a, b) => (a.from < b.from ? -1 : 1))
        for (const [index, one] of sorted.entries()) {
          const next = sorted[index + 1]
          if (next) expect(one.to !== null && one.to < next.from).toBe(true)
        }
      }),
    )
  })
})

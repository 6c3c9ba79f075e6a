import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Attendance, breakdowns, countsOf, linesOf } from './year-figures.ts'

const some = (more: Partial<Attendance>): Attendance => ({
  visitId: 'v1',
  personId: 'p1',
  month: '2026-04',
  activity: 'a',
  placeKind: 'salon',
  field: 'community',
  ...more,
})

const anyAttendances = fc
  .uniqueArray(fc.record({ visit: fc.nat(20), person: fc.nat(6) }), { selector: (one) => `${one.visit}|${one.person}` })
  .map((all) =>
    all.map(({ visit, person }) =>
      some({
        visitId: `v${visit}`,
        personId: `p${person}`,
        month: `2026-${String(4 + (visit % 9)).padStart(2, '0')}`,
        activity: `a${visit % 3}`,
        field: `f${visit % 2}`,
      }),
    ),
  )

describe('the figures of a year', () => {
  test('two supporters at one visit are one visit, two attendances, two people', () => {
    expect(countsOf([some({}), some({ personId: 'p2' })])).toEqual({ visits: 1, attendances: 2, people: 2 })
  })

  test('one supporter at two visits is two visits, two attendances, one person', () => {
    expect(countsOf([some({}), some({ visitId: 'v2' })])).toEqual({ visits: 2, attendances: 2, people: 1 })
  })

  test('a held visit where nobody of ours is noted still counts as a visit', () => {
    expect(countsOf([some({ personId: null })])).toEqual({ visits: 1, attendances: 0, people: 0 })
  })

  test('months without a visit stand there as zero, in the order of the year', () => {
    expect(
      linesOf([some({ month: '2026-05' })], 'month', ['2026-04', '2026-05']).map((line) => [line.key, line.visits]),
    ).toEqual([
      ['2026-04', 0],
      ['2026-05', 1],
    ])
  })

  test('every breakdown adds up to the headline in visits and attendances; people never exceed attendances', () => {
    fc.assert(
      fc.property(anyAttendances, fc.constantFrom(...breakdowns), (all, by) => {
        const lines = linesOf(all, by, [])
        const whole = countsOf(all)
        expect(lines.reduce((sum, line) => sum + line.visits, 0)).toBe(whole.visits)
        expect(lines.reduce((sum, line) => sum + line.attendances, 0)).toBe(whole.attendances)
        for (const line of lines) expect(line.people).toBeLessThanOrEqual(line.attendances)
      }),
    )
  })
})

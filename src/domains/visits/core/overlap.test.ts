import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clash, clashes, type Stretch } from './overlap.ts'

const hour = 3_600_000
const travel = (from: string, to: string): number => (from === to ? 0 : 30)
const stretch = (from: number, to: number, place: string | null = 'a'): Stretch => ({
  from: from * hour,
  to: to * hour,
  place,
})

test.each([
  ['the same time', stretch(10, 12), stretch(10, 12), true],
  ['one within the other', stretch(9, 13), stretch(10, 11, 'b'), true],
  ['one right after the other at one place', stretch(10, 12), stretch(12, 13), false],
  ['one right after the other elsewhere', stretch(10, 12), stretch(12, 13, 'b'), true],
  ['just enough time for the way', stretch(10, 12), stretch(12.5, 13, 'b'), false],
  ['online needs no way', stretch(10, 12), stretch(12, 13, null), false],
])('%s', (_, a, b, expected) => {
  expect(clash(a, b, travel)).toBe(expected)
  expect(clash(b, a, travel)).toBe(expected)
})

test('names what stands in the way', () => {
  const taken = [stretch(8, 9), stretch(11, 12), stretch(12.25, 13, 'b')]
  expect(clashes(stretch(10, 12), taken, travel)).toEqual([taken[1], taken[2]])
})

test('agrees with counting minutes, and more travel never frees time', () => {
  const one = fc.tuple(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('a', 'b', null),
  )
  fc.assert(
    fc.property(one, one, fc.integer({ min: 0, max: 40 }), ([f1, l1, p1], [f2, l2, p2], way) => {
      const a: Stretch = { from: f1 * 60_000, to: (f1 + l1) * 60_000, place: p1 }
      const b: Stretch = { from: f2 * 60_000, to: (f2 + l2) * 60_000, place: p2 }
      const gap = p1 === null || p2 === null || p1 === p2 ? 0 : way
      const minutesOf = (from: number, length: number): number[] =>
        Array.from({ length: length + gap }, (_, i) => from + i)
      const [early, late] = f1 <= f2 ? [minutesOf(f1, l1), f2] : [minutesOf(f2, l2), f1]
      expect(clash(a, b, () => way)).toBe(early.includes(late))
      if (clash(a, b, () => way)) expect(clash(a, b, () => way + 5)).toBe(true)
    }),
  )
})

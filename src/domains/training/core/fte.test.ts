import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fteText, parseFte } from './fte.ts'

test.each<[string, number | null]>([
  ['0.5', 50],
  ['０．５', 50],
  ['.5', null],
  ['0.05', 5],
  ['0.50', 50],
  ['1', 100],
  ['1.00', 100],
  ['1.01', null],
  ['0', 0],
  ['', null],
  ['0.505', null],
  ['-0.5', null],
  ['20時間', null],
])('%s', (typed, hundredths) => expect(parseFte(typed)).toBe(hundredths))

test('what is written comes back, and any text is a number up to one post or none', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (fte) => parseFte(fteText(fte)) === fte))
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const fte = parseFte(typed)
      expect(fte === null || (Number.isInteger(fte) && fte >= 0 && fte <= 100)).toBe(true)
    }),
  )
})

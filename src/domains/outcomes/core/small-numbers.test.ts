import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownPeople } from './small-numbers.ts'

describe('small numbers of people', () => {
  test.each([
    [[0, 12, 30], true],
    [[9, 12, 30], false],
    [[1], false],
    [[0, 0], true],
    [[10], true],
    [[], true],
  ])('%j is shown: %s', (counts, shown) => {
    expect(shownPeople(counts, 10).shown).toBe(shown)
  })

  test('no shown column has a count from 1 to the limit, and a hidden one shows nothing from which to work it out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40)), fc.integer({ min: 2, max: 20 }), (counts, limit) => {
        const result = shownPeople(counts, limit)
        if (result.shown) expect(result.counts.every((count) => count === 0 || count >= limit)).toBe(true)
        else expect(Object.keys(result)).toEqual(['shown'])
      }),
    )
  })
})

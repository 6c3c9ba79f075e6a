import { expect, test } from 'vitest'
import { yen } from './money.ts'

test('money is whole yen: a part of one, or more than can be counted, is a bug', () => {
  expect(yen(12_000)).toBe(12_000)
  expect(yen(-25_000)).toBe(-25_000)
  for (const wrong of [0.5, 11_999.99, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => yen(wrong)).toThrow('not whole yen')
})

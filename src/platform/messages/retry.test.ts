import { expect, test } from 'vitest'
import { nextTry } from './retry.ts'

const now = new Date('2026-11-22T03:00:00Z')
const minutesAfter = (attempts: number): number | null => {
  const next = nextTry(attempts, now)
  return next === null ? null : (next.getTime() - now.getTime()) / 60_000
}

test('a mail that did not leave is tried again after a minute, then after longer and longer, for two days', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(minutesAfter)
  expect(waits[0]).toBe(1)
  expect(waits).toEqual(waits.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
  expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)).toBeGreaterThan(40 * 60)
})

test('then it is given up', () => {
  expect(minutesAfter(9)).toBeNull()
})

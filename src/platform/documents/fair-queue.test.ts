import { expect, test } from 'vitest'
import { openFairQueue } from './fair-queue.ts'

const anything = (): boolean => true
const all = <T>(next: () => T | null): T[] => {
  const found = next()
  return found === null ? [] : [found, ...all(next)]
}

test('one of each in turn, and those of each in their order', () => {
  const queue = openFairQueue<string>({ ofEach: 5, ofAll: 10 })
  for (const [key, item] of [
    [1, 'a1'],
    [1, 'a2'],
    [1, 'a3'],
    [2, 'b1'],
    [3, 'c1'],
    [2, 'b2'],
  ] as const)
    queue.add(key, item)
  expect(all(() => queue.next(anything))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('whoever had a turn waits behind those who come meanwhile', () => {
  const queue = openFairQueue<string>({ ofEach: 5, ofAll: 10 })
  for (const item of ['a1', 'a2']) queue.add(1, item)
  expect(queue.next(anything)).toBe('a1')
  queue.add(2, 'b1')
  expect(all(() => queue.next(anything))).toEqual(['a2', 'b1'])
})

test('one that may not go yet holds up its own only', () => {
  const queue = openFairQueue<string>({ ofEach: 5, ofAll: 10 })
  for (const [key, item] of [
    [1, 'slow'],
    [1, 'behind'],
    [2, 'b1'],
  ] as const)
    queue.add(key, item)
  expect(all(() => queue.next((item) => item !== 'slow'))).toEqual(['b1'])
  expect(all(() => queue.next(anything))).toEqual(['slow', 'behind'])
})

test('only so many of each wait, and only so many altogether', () => {
  const queue = openFairQueue<number>({ ofEach: 2, ofAll: 3 })
  expect([queue.add(1, 1), queue.add(1, 2), queue.add(1, 3)]).toEqual([true, true, false])
  expect([queue.add(2, 4), queue.add(3, 5)]).toEqual([true, false])
  queue.next(anything)
  expect(queue.add(3, 5)).toBe(true)
})

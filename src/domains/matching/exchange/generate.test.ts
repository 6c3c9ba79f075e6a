import { describe, expect, test } from 'vitest'
import { check } from './check.ts'
import type { Instance } from './form.ts'
import { generate, type Size } from './generate.ts'
import { readInstance } from './instance.ts'

const seats = ({ requests }: Instance): number => requests.reduce((sum, { count }) => sum + count, 0)

/** How often all who do not pause would come at most. */
const capacity = ({ supporters }: Instance): number =>
  supporters.reduce((sum, { paused, maxMonth }) => sum + (paused ? 0 : maxMonth), 0)

/** How many could come to a time on their own, as a mean over some of the requests. */
const candidates = (instance: Instance): number => {
  const times = instance.requests
    .slice(0, 40)
    .flatMap(({ options }, request) => options.map((_, option) => ({ request, option })))
  const could = times.flatMap((time) =>
    [...instance.supporters.keys()].filter((supporter) => {
      const plan = { format: 'psmatch-plan/1' as const, visits: [{ ...time, supporters: [supporter], staff: null }] }
      return check(instance, plan).violations.every(({ code }) => ['H02', 'H14', 'H15'].includes(code))
    }),
  )
  return could.length / times.length
}

describe('a made-up month', () => {
  test.each<[Size, number]>([
    ['T', 5],
    ['S', 15],
    ['M', 150],
    ['L', 1500],
  ])('of size %s is in order', (size, people) => {
    const instance = generate(size, 1)
    expect(instance.supporters).toHaveLength(people)
    expect(readInstance(JSON.stringify(instance)).ok).toBe(true)
  })
  test('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => JSON.stringify(generate('S', seed, { agreed: 0.1, declined: 0.1 }))
    expect(text(4)).toBe(text(4))
    expect(text(4)).not.toBe(text(5))
  })
  test.each([1, 2, 3])('of a city asks for about as much as its people would do (seed %i)', (seed) => {
    const instance = generate('M', seed)
    expect(seats(instance)).toBeGreaterThan(800)
    expect(seats(instance)).toBeLessThan(1050)
    expect(capacity(instance)).toBeGreaterThan(900)
    expect(capacity(instance)).toBeLessThan(1150)
    expect(candidates(instance)).toBeGreaterThan(10)
    expect(candidates(instance)).toBeLessThan(30)
  })
  test('may have answers in it: some agreed, some declined', () => {
    const instance = generate('M', 2, { agreed: 0.1, declined: 0.1 })
    expect(instance.locked.length).toBeGreaterThan(40)
    expect(instance.declined).toHaveLength(60)
    expect(check(instance, { format: 'psmatch-plan/1', visits: instance.locked }).violations).toEqual([])
  })
})

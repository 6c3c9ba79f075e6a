import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BestGroup } from './best-group.ts'
import { first, much } from './problem.ts'

const people = fc.array(
  fc.record({ points: fc.integer({ min: -50, max: 50 }), experience: fc.constantFrom(0, 1, 2) }),
  {
    maxLength: 8,
  },
)

type Person = { points: number; experience: number }

const groupsOf = (all: readonly Person[], seats: number): Person[][] =>
  seats === 0 ? [[]] : all.flatMap((one, i) => groupsOf(all.slice(i + 1), seats - 1).map((others) => [one, ...others]))

const stands = (group: readonly Person[]): boolean =>
  !group.some(({ experience }) => experience === first) || group.some(({ experience }) => experience === much)

const hasMuch = (group: readonly Person[]): boolean => group.some(({ experience }) => experience === much)

const sum = (group: readonly Person[]): number => group.reduce((points, one) => points + one.points, 0)

describe('the best group', () => {
  test.each([
    [1, false],
    [2, false],
    [3, false],
    [1, true],
    [2, true],
    [3, true],
  ])('of %i is the best of all that may go together (with somebody experienced: %s)', (seats, needsMuch) => {
    fc.assert(
      fc.property(people, (all) => {
        const group = new BestGroup()
        group.clear()
        all.forEach(({ points, experience }, i) => {
          if (group.couldUse(points, experience)) group.offer(i, points, experience)
        })
        const possible = groupsOf(all, seats).filter((one) => stands(one) && (!needsMuch || hasMuch(one)))
        expect(group.choose(seats, needsMuch)).toBe(possible.length > 0)
        if (possible.length === 0) return
        expect(group.points).toBe(Math.max(...possible.map(sum)))
        const chosen = [group.a, group.b, group.c].filter((one) => one >= 0)
        expect(new Set(chosen).size).toBe(seats)
        expect(sum(chosen.map((i) => all[i] as Person))).toBe(group.points)
        expect(stands(chosen.map((i) => all[i] as Person))).toBe(true)
        if (needsMuch) expect(hasMuch(chosen.map((i) => all[i] as Person))).toBe(true)
      }),
    )
  })
})

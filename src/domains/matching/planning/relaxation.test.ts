import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthOfInstance } from '../exchange/facts.ts'
import { generate } from '../exchange/generate.ts'
import { chanceFrom } from '#kernel/chance.ts'
import { compile } from './compile.ts'
import { OwnMonth } from './own-month.ts'
import { gainsEach, type Problem } from './problem.ts'
import { Relaxation } from './relaxation.ts'
import { solve } from './solve.ts'

const problemOf = (size: 'T' | 'S', seed: number): Problem => compile(monthOfInstance(generate(size, seed)).month)

/** Every choice of days, tried. */
const bestByTrying = (problem: Problem, s: number, open: number, prices: Float64Array): number => {
  const { days, supporters, weeks, weekOf } = problem
  const goOn = (day: number, taken: readonly number[]): number => {
    if (day >= days) return 0
    const without = goOn(day + 1, taken)
    const last = taken.at(-1)
    const inWeek = taken.filter((other) => weekOf[other] === weekOf[day]).length
    const allowed =
      ((open >> day) & 1) === 1 &&
      (last === undefined || day - last > (supporters.rest[s] as number)) &&
      inWeek < (supporters.perWeek[s * weeks + (weekOf[day] as number)] as number) &&
      taken.length < (supporters.perMonth[s] as number)
    if (!allowed) return without
    const gain = supporters.gains[s * gainsEach + taken.length + 1] as number
    const price = prices[day * supporters.count + s] as number
    return Math.max(without, price + gain + goOn(day + 1, [...taken, day]))
  }
  return goOn(0, [])
}

describe('the month of one supporter', () => {
  test('is the best of all choices of days', () => {
    const problem = problemOf('S', 3)
    const own = new OwnMonth(problem)
    const { supporters, days } = problem
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(supporters.count - 1),
        fc.uint8Array({ minLength: 9, maxLength: 9 }),
        (seed, s, on) => {
          const chance = chanceFrom(seed)
          const prices = Float64Array.from({ length: days * supporters.count }, () => Math.round(chance() * 100 - 40))
          const open = on.reduce((mask, day) => mask | (1 << (day % days)), 0)
          const points = own.points(s, open, prices)
          expect(points).toBeCloseTo(bestByTrying(problem, s, open, prices), 6)
          const chosen = Array.from({ length: days }, (_, day) => day).filter((day) => (own.daysChosen(s) >> day) & 1)
          const worth = chosen.reduce(
            (sum, day, k) =>
              sum +
              (prices[day * supporters.count + s] as number) +
              (supporters.gains[s * gainsEach + k + 1] as number),
            0,
          )
          expect(worth).toBeCloseTo(points, 6)
        },
      ),
    )
  })
})

describe('the bound', () => {
  test.each([1, 2, 3, 4, 5, 6])('is never below a plan, whatever the prices, month %i', (seed) => {
    const problem = problemOf('S', seed)
    const { plan, bound } = solve(problem, { seed, until: { iterations: 3000 } })
    expect(bound).toBeGreaterThanOrEqual(plan.objective)
    const relaxation = new Relaxation(problem)
    const { length, slots } = relaxation.layout
    const slope = new Float64Array(length)
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 800 }), (dice, spread) => {
        const chance = chanceFrom(dice)
        const prices = Float64Array.from({ length }, (_, i) => spread * (chance() - (i < slots ? 0.3 : 0)))
        expect(relaxation.bound(prices, slope)).toBeGreaterThanOrEqual(plan.objective)
      }),
      { numRuns: 50 },
    )
  })

  test('counts what stands already', () => {
    const problem = problemOf('S', 2)
    const relaxation = new Relaxation(problem)
    const none = new Float64Array(relaxation.layout.length)
    const slope = new Float64Array(relaxation.layout.length)
    const more = new Relaxation({ ...problem, standing: 1234 })
    expect(more.bound(none, slope) - relaxation.bound(none, slope)).toBe(1234)
  })
})

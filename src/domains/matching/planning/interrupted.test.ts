import { describe, expect, test } from 'vitest'
import { type Chance, chance } from '#src/sample/random.ts'
import { afterwards } from '#test/matching/afterwards.ts'
import { aTinyProblem } from '#test/matching/problems.ts'
import { check } from '../exchange/check.ts'
import type { ExchangePlan, Instance } from '../exchange/form.ts'
import { type Extent, generate } from '../exchange/generate.ts'
import { type Posed, posed } from '../exchange/planned.ts'
import { proveWithHighs } from './highs.ts'
import { solve, solveGreedily } from './index.ts'
import type { Plan } from './problem.ts'

const soak = process.env['HITOBA_SOAK'] === '1'
const problems = soak ? 10_000 : 60

const village: Extent = { supporters: 8, staff: 3, requests: 20, places: 4, towns: 1, km: [6, 6] }

const aProblem = (seed: number, luck: Chance): Instance => {
  const answers = { agreed: luck.oneIn(2) ? 0.2 : 0, declined: luck.oneIn(2) ? 0.2 : 0 }
  const kind = luck.int(1, soak ? 20 : 10)
  if (kind <= 3) return aTinyProblem(seed)
  if (kind <= 6) return generate(village, seed, answers)
  return generate(kind === 20 ? 'M' : 'S', seed, answers)
}

type Solver = (posed: Posed, luck: Chance) => Promise<{ plan: Plan; bound: number | null }>

/** Each may be stopped at any moment. */
const solvers: Solver[] = [
  ({ problem }) => Promise.resolve({ plan: solveGreedily(problem), bound: null }),
  ({ problem }, luck) => {
    let left = luck.int(0, 200)
    const stopped = () => (left -= 1) < 0
    return Promise.resolve(solve(problem, { seed: luck.int(1, 99), until: { iterations: 5_000 }, stopped }))
  },
  ({ problem }, luck) =>
    Promise.resolve(solve(problem, { seed: luck.int(1, 99), until: { iterations: luck.int(0, 2_000) } })),
  ({ problem }, luck) => {
    const until = { seconds: luck.next() * 0.05, clock: () => performance.now() }
    return Promise.resolve(solve(problem, { seed: luck.int(1, 99), until }))
  },
  async ({ problem }, luck) => {
    const kept = { supporters: luck.int(1, 8), companions: luck.int(1, 6) }
    const answer = await proveWithHighs(problem, { seconds: luck.next() * 0.2, ...(luck.oneIn(2) && { kept }) })
    if (!answer.ok) throw new Error(answer.error)
    return { plan: answer.value.plan ?? solveGreedily(problem), bound: answer.value.bound }
  },
]

const expectAPlan = async (instance: Instance, luck: Chance, of: string): Promise<ExchangePlan> => {
  const ready = posed(instance)
  const { plan, bound } = await luck.pick(solvers)(ready, luck)
  const inFormat = ready.inFormat(plan)
  const { violations, objective } = check(instance, inFormat)
  expect(violations, of).toEqual([])
  expect(plan.objective, of).toBe(objective.j)
  if (bound !== null) expect(bound, of).toBeGreaterThanOrEqual(objective.j)
  return inFormat
}

describe('a plan, from any solver, stopped at any moment', () => {
  test('breaks nothing, at first and after answers, pauses, illness and calling off', async () => {
    for (let seed = 1; seed <= problems; seed += 1) {
      const luck = chance(seed)
      let instance = aProblem(seed, luck)
      for (let round = 1; round <= 3; round += 1) {
        const plan = await expectAPlan(instance, luck, `seed ${seed}, round ${round}`)
        instance = afterwards(instance, plan, luck)
      }
    }
  })
})

describe('the search', () => {
  test('finds the best plan of a tiny month, and its bound is never below it', async () => {
    for (let seed = 1; seed <= (soak ? 500 : 100); seed += 1) {
      const { problem } = posed(aTinyProblem(seed))
      const best = await proveWithHighs(problem, { seconds: 60 })
      if (!best.ok || best.value.plan === null) throw new Error('no plan')
      const { plan, bound } = solve(problem, { seed, until: { iterations: 2_000 } })
      expect(plan.objective, `seed ${seed}`).toBe(best.value.plan.objective)
      expect(bound, `seed ${seed}`).toBeGreaterThanOrEqual(plan.objective)
    }
  })
})

import { describe, expect, test } from 'vitest'
import { aMonth, aRequest, aSupporter } from '#test/matching/builders.ts'
import { aTinyProblem } from '#test/matching/problems.ts'
import { optimum } from '#test/matching/proved.ts'
import { generate } from '../exchange/generate.ts'
import { posed } from '../exchange/planned.ts'
import { bound } from './bound.ts'
import { compile } from './compile.ts'
import { solve } from './solve.ts'

// A clock that stands still: so many rounds are done, on any machine.
const until = { seconds: 60, rounds: 600, clock: () => 0 }

describe('a bound', () => {
  test('is never less than the best plan, agreed visits and declined invitations included', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      for (const instance of [aTinyProblem(seed), generate('S', seed, { agreed: 0.2, declined: 0.2 })]) {
        const { problem } = posed(instance)
        expect(bound(problem, Infinity, until), `seed ${seed}`).toBeGreaterThanOrEqual(await optimum(instance))
      }
    }
  })

  test('counts whole visits: three people for three visits of two are enough for one', () => {
    const trio = ['a', 'b', 'c'].map((personId) => aSupporter({ personId, maxPerMonth: 1 }))
    const requests = ['r', 's', 't'].map((id) => aRequest({ id, wanted: 2 }))
    const month = aMonth({ supporters: trio, requests })
    const problem = compile({ ...month, valuing: { ...month.valuing, gain: () => 0 } })
    const { plan, bound: byPricesAlone } = solve(problem, { seed: 1, until: { iterations: 100 } })
    expect(plan.visits).toHaveLength(1)
    expect(byPricesAlone).toBeGreaterThan(1.4 * plan.objective)
    expect(bound(problem, byPricesAlone, until)).toBeLessThan(1.1 * plan.objective)
  })

  test('is what is known where nothing lower is found', () => {
    const { problem } = posed(generate('S', 1))
    expect(bound(problem, 1_000, until)).toBe(1_000)
  })

  test('of a month without requests is what stands already', () => {
    expect(bound(compile(aMonth({ requests: [] })), Infinity, until)).toBe(0)
  })
})

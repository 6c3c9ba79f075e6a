import { describe, expect, test } from 'vitest'
import { check } from '../exchange/check.ts'
import { generate } from '../exchange/generate.ts'
import { posed } from '../exchange/planned.ts'
import { solveAndProve } from './prove.ts'

const soak = process.env['HITOBA_SOAK'] === '1'
const wards = soak ? 100 : 6
const clock = (): number => performance.now()

// What the processor did for this thread alone, whatever else it does.
const ownSeconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

describe('a month in so many seconds', () => {
  test('of a ward is the best there is, and proved to be', async () => {
    const times = []
    for (let seed = 1; seed <= wards; seed += 1) {
      const instance = generate('S', seed)
      const { problem, inFormat } = posed(instance)
      const begun = ownSeconds()
      const { plan, bound } = await solveAndProve(problem, { seed, seconds: 20, clock })
      times.push(ownSeconds() - begun)
      expect(check(instance, inFormat(plan))).toMatchObject({ violations: [], objective: { j: plan.objective } })
      expect(bound, `seed ${seed}`).toBe(plan.objective)
    }
    if (soak) expect(times.filter((seconds) => seconds <= 0.3).length).toBeGreaterThanOrEqual(99)
  })
  test('of a city is searched until they are over', async () => {
    const instance = generate('M', 1)
    const { problem, inFormat } = posed(instance)
    const begun = clock()
    const { plan, bound, iterations } = await solveAndProve(problem, { seed: 1, seconds: 0.5, clock })
    expect(clock() - begun).toBeGreaterThan(450)
    expect(iterations).toBeGreaterThan(0)
    expect(bound).toBeGreaterThanOrEqual(plan.objective)
    expect(check(instance, inFormat(plan)).violations).toEqual([])
  })
})

import { describe, expect, test, vi } from 'vitest'
import { bestPlan } from '#test/matching/exhaustive.ts'
import { aTinyProblem } from '#test/matching/problems.ts'
import { proved } from '#test/matching/proved.ts'
import { generate } from '../exchange/generate.ts'
import { posed } from '../exchange/planned.ts'
import { proveWithHighs } from './highs.ts'

const tiny = process.env['HITOBA_SOAK'] === '1' ? 500 : 100

describe('HiGHS', () => {
  test('finds what trying everything finds, and breaks nothing', async () => {
    for (let seed = 1; seed <= tiny; seed += 1) {
      const instance = aTinyProblem(seed)
      const { plan, bound, proved: isProved, checked } = await proved(instance)
      expect(checked.violations, `seed ${seed}`).toEqual([])
      expect(isProved).toBe(true)
      expect([plan.objective, bound, checked.objective.j], `seed ${seed}`).toEqual(
        Array(3).fill(bestPlan(instance).worth),
      )
    }
  })
  test('proves the best plan of a ward', async () => {
    const { plan, bound, proved: isProved, checked } = await proved(generate('S', 1))
    expect(checked).toMatchObject({ violations: [], objective: { j: plan.objective } })
    expect([isProved, bound]).toEqual([true, plan.objective])
  })
  test('bounds nothing but its own model where candidates were left out', async () => {
    const instance = generate('S', 2)
    const best = await proved(instance)
    const pruned = await proved(instance, { kept: { supporters: 1, companions: 1 } })
    expect(pruned.checked.violations).toEqual([])
    expect(pruned.plan.objective).toBeLessThan(best.plan.objective)
    expect([pruned.modelBound, pruned.bound]).toEqual([pruned.plan.objective, null])
  })
  test('begins with a plan that is given, and tells each better one', async () => {
    const { problem } = posed(generate('S', 3))
    const first = await proved(generate('S', 3))
    const told: number[] = []
    const again = await proveWithHighs(problem, {
      seconds: 30,
      start: first.plan,
      onBetter: (points) => told.push(points),
    })
    expect(again).toMatchObject({ ok: true, value: { plan: { objective: first.plan.objective } } })
    expect(told.every((points) => points <= first.plan.objective)).toBe(true)
  })
  test('bounds the plan in the time it has', async () => {
    const instance = generate('M', 1)
    const { problem } = posed(instance)
    const answer = await proveWithHighs(problem, { seconds: 1, kept: { supporters: 2, companions: 2 } })
    if (!answer.ok) throw new Error(answer.error)
    expect(answer.value.modelBound).toBeGreaterThanOrEqual(answer.value.plan?.objective ?? 0)
  })
  test('of nothing to plan is nothing', async () => {
    const { plan, bound } = await proved({ ...generate('T', 1), requests: [] })
    expect([plan.visits, bound]).toEqual([[], 0])
  })
  test('says so plainly where it is not installed', async () => {
    vi.resetModules()
    vi.doMock('highs', () => {
      throw new Error('Cannot find package')
    })
    const { proveWithHighs: without } = await import('./highs.ts')
    expect(await without(posed(generate('T', 1)).problem, { seconds: 1 })).toEqual({
      ok: false,
      error: 'highs_not_installed',
    })
    vi.doUnmock('highs')
  })
})

import { expect, test } from 'vitest'
import { monthOfInstance } from '../exchange/facts.ts'
import { generate } from '../exchange/generate.ts'
import { breachesOf } from './breaches.ts'
import { compile } from './compile.ts'
import { proveWithHighs } from './highs.ts'
import { proposalsOf } from './plan-month.ts'
import { repairOf } from './repair.ts'
import { solveGreedily } from './solve.ts'
import { withStanding } from './standing.ts'

test('a visit that lost somebody is filled again wherever that is possible, and nothing else is touched', async () => {
  const told = { filled: 0, open: 0 }
  for (const seed of [1, 2, 3]) {
    const { month } = monthOfInstance(generate('S', seed))
    const problem = compile(month)
    const plan = proposalsOf(month, problem, solveGreedily(problem))
    for (const { requestId, supporterIds } of plan) {
      const declined = new Set(supporterIds.slice(0, 1))
      const requests = month.requests.map((one) => (one.id === requestId ? { ...one, declined } : one))
      const after = { ...month, requests }
      const others = plan.filter((one) => one.requestId !== requestId)
      const found = repairOf(after, plan, requestId)
      const alone = { ...withStanding(after, others), requests: requests.filter(({ id }) => id === requestId) }
      const best = await proveWithHighs(compile(alone), { seconds: 20 })
      if (!best.ok) throw new Error(best.error)
      expect(found === null, `seed ${seed}, ${requestId}`).toBe(best.value.plan?.visits.length === 0)
      if (found === null) told.open += 1
      else {
        told.filled += 1
        expect(breachesOf(after, [...others, found])).toEqual([])
        expect(found.supporterIds).not.toContain(supporterIds[0])
      }
    }
  }
  expect(Math.min(told.filled, told.open)).toBeGreaterThan(5)
})

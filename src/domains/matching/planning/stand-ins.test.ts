import { describe, expect, test } from 'vitest'
import { aCompanion, aMonth, aRequest, aSupporter } from '#test/matching/builders.ts'
import { monthOfInstance } from '../exchange/facts.ts'
import { generate } from '../exchange/generate.ts'
import { breachesOf } from './breaches.ts'
import { compile } from './compile.ts'
import { proposalsOf } from './plan-month.ts'
import { solve } from './solve.ts'
import { standInsFor, standInsOf } from './stand-ins.ts'

describe('a stand-in', () => {
  test.each([1, 2, 3, 4, 5])('can come instead of whoever falls out, and is counted once a day, month %i', (seed) => {
    const { month } = monthOfInstance(generate('S', seed))
    const problem = compile(month)
    const { plan } = solve(problem, { seed, until: { iterations: 500 } })
    const proposals = proposalsOf(month, problem, plan)
    const standIns = standInsOf(problem, plan)
    expect(standIns.size).toBeGreaterThan(0)
    for (const [request, one] of standIns) {
      const visit = proposals.find(({ requestId }) => requestId === month.requests[request]?.id)
      const instead = month.supporters[one]?.personId ?? ''
      for (const gone of visit?.supporterIds ?? []) {
        const others = visit?.supporterIds.filter((id) => id !== gone) ?? []
        const changed = proposals.map((proposal) =>
          proposal === visit ? { ...visit, supporterIds: [...others, instead] } : proposal,
        )
        expect(breachesOf(month, changed)).toEqual([])
      }
    }
    const days = [...standIns].map(([request, one]) => {
      const visit = plan.visits.find((planned) => planned.request === request)
      return `${one} ${problem.options.day[visit?.option ?? -1]}`
    })
    expect(new Set(days).size).toBe(days.length)
  })

  test('is found for two visits of one day where only one order of asking leaves both somebody', () => {
    const { month } = monthOfInstance(generate('S', 2))
    const problem = compile(month)
    const { plan } = solve(problem, { seed: 1, until: { iterations: 500 } })
    const backwards = standInsOf(problem, { ...plan, visits: plan.visits.toReversed() })
    expect(backwards.size).toBe(standInsOf(problem, plan).size)
  })

  test('is nobody who goes along with the visit already', () => {
    const people = ['hanako', 'taro'].map((personId) => aSupporter({ personId }))
    const request = aRequest({ companionNeeded: true })
    const companions = [aCompanion({ personId: 'taro' }), aCompanion()]
    const month = aMonth({ supporters: people, companions, requests: [request] })
    const [slot] = request.slots
    const accompanied = (companionId: string) =>
      slot ? [{ requestId: 'request', slot, supporterIds: ['hanako'], companionId }] : []
    expect([...standInsFor(month, accompanied('sato')).values()]).toEqual(['taro'])
    expect([...standInsFor(month, accompanied('taro')).values()]).toEqual([])
    const alone = slot ? [{ requestId: 'request', slot, supporterIds: ['taro'], companionId: 'taro' }] : []
    expect(breachesOf(month, alone).map(({ what }) => what)).toEqual(['companion'])
  })

  test('has a name; a visit that the month does not know has none, and takes nobody from another', () => {
    const { month } = monthOfInstance(generate('S', 3))
    const problem = compile(month)
    const { plan } = solve(problem, { seed: 1, until: { iterations: 500 } })
    const proposals = proposalsOf(month, problem, plan)
    const named = Array.from(standInsOf(problem, plan), ([request, person]) => [
      month.requests[request]?.id,
      month.supporters[person]?.personId,
    ])
    const [first] = proposals
    if (!first) throw new Error('nothing was planned')
    const unknown = { ...first, requestId: 'unknown' }
    expect([...standInsFor(month, [...proposals, unknown])].toSorted()).toEqual(named.toSorted())
  })
})

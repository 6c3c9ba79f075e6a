import { describe, expect, expectTypeOf, test } from 'vitest'
import { daySerial } from '#kernel/calendar-day.ts'
import { aCompanion, aMonth, aRequest, aSupporter, theDay } from '#test/matching/builders.ts'
import type { RequestFacts } from '../core/facts.ts'
import { generate } from '../exchange/generate.ts'
import { monthOfInstance } from '../exchange/facts.ts'
import { type Help, standsAgainst, type StandsInTheWay, whyOpen, whyThese, type WhyHere } from './explain.ts'
import type { MonthFacts } from './month.ts'
import { planMonth } from './plan-month.ts'
import type { Proposal } from './proposal.ts'
import { repairOf } from './repair.ts'
import { withStanding } from './standing.ts'
import { fairValuing } from './valuing.ts'

const quickly = { seed: 1, until: { iterations: 60 } }
const [slot] = aRequest().slots
const withHanako: Proposal[] = slot ? [{ requestId: 'request', slot, supporterIds: ['hanako'], companionId: null }] : []

describe('why these people', () => {
  test('what they wish, whom they would like to go with, and that they were not asked for a while', () => {
    const hanako = aSupporter({ likesToGoWith: new Set(['taro']), lastAsked: theDay - 100 })
    const taro = aSupporter({ personId: 'taro', wishes: new Map() })
    const month = aMonth({ supporters: [hanako, taro] })
    expect(whyThese(month, aRequest({ wanted: 2 }), ['hanako', 'taro'])).toEqual([
      {
        personId: 'hanako',
        reasons: [{ code: 'wants' }, { code: 'likes_to_go_with', personId: 'taro' }, { code: 'not_asked_for_a_while' }],
      },
      { personId: 'taro', reasons: [] },
    ])
  })

  test('says no number about anybody', () => {
    type Numbers<T> = T extends number
      ? T
      : T extends readonly (infer E)[]
        ? Numbers<E>
        : T extends object
          ? { [K in keyof T]: Numbers<T[K]> }[keyof T]
          : never
    expectTypeOf<Numbers<WhyHere>>().toBeNever()
    expectTypeOf<Numbers<StandsInTheWay>>().toBeNever()
    expectTypeOf<Numbers<{ howOften: number }>>().not.toBeNever()
  })
})

describe('why a request stays open', () => {
  test('nobody goes along: another companion would help', () => {
    const busy = { from: theDay * 1440, to: theDay * 1440 + 1440, point: null, online: true }
    const month = aMonth({
      requests: [aRequest({ companionNeeded: true })],
      companions: [aCompanion({ busy: [busy] })],
    })
    const why = whyOpen(month, [], 'request')
    expect(why?.needs).toEqual({ supporters: true, companion: true, partner: false })
    expect(why?.inTheWay).toContain('companion')
    expect(why?.wouldHelp).toContainEqual({ change: 'companion' })
  })

  test('who could come is in another visit of the plan', () => {
    const month = aMonth({ requests: [aRequest(), aRequest({ id: 'second' })] })
    const why = whyOpen(month, withHanako, 'second')
    expect(why?.inTheWay[0]).toBe('elsewhere')
    expect(why?.fillable).toBe(false)
    expect(why?.wouldHelp.map(({ change }) => change)).toContain('time')
  })

  test('what is a person’s own is never to be changed', () => {
    const supporters = [aSupporter({ pause: { until: null } })]
    expect(whyOpen(aMonth({ supporters }), [], 'request')).toMatchObject({ inTheWay: ['pause'], wouldHelp: [] })
  })

  const changed = (request: RequestFacts, help: Help): RequestFacts => {
    switch (help.change) {
      case 'online':
        return { ...request, online: true }
      case 'fewer':
        return { ...request, wanted: help.wanted }
      case 'time':
        return { ...request, slots: [{ id: 'other', day: daySerial(help.day), from: help.from, to: help.to }] }
      default:
        return request
    }
  }
  const everywhere = aCompanion({ personId: 'everywhere' })
  const seeds = Array.from({ length: process.env['HITOBA_SOAK'] === '1' ? 60 : 4 }, (_, i) => i + 1)

  test.each(seeds)('every help that is named is true: taken, the solver fills the request (%i)', (seed) => {
    const ward = { supporters: 12, staff: 2, requests: 26, places: 5, towns: 2, km: [8, 8] as [number, number] }
    const { month } = monthOfInstance(generate(ward, seed, { agreed: 0, declined: 0.2 }))
    const facts: MonthFacts = { ...month, valuing: fairValuing(month.supporters, new Map(), 'm') }
    const { proposals } = planMonth(facts, quickly)
    const inPlan = new Set(proposals.map((one) => one.requestId))
    const open = facts.requests.filter((one) => !inPlan.has(one.id))
    expect(open.length).toBeGreaterThan(0)
    const rest = withStanding(facts, proposals)
    for (const request of open) {
      const why = whyOpen(facts, proposals, request.id)
      expect(why?.fillable).toBe(false)
      for (const help of why?.wouldHelp ?? []) {
        const then = changed(request, help)
        const { proposals: filled } = planMonth(
          {
            ...rest,
            from: Math.min(...then.slots.map(({ day }) => day)),
            companions: help.change === 'companion' ? [...rest.companions, everywhere] : rest.companions,
            requests: [then],
          },
          quickly,
        )
        expect([request.id, help, filled.length]).toEqual([request.id, help, 1])
      }
    }
  })
})

describe('a visit of a plan, judged as things are now', () => {
  test('nothing stands against it', () => {
    expect(standsAgainst(aMonth(), withHanako, 'request')).toEqual([])
  })

  test('a pause since then, said without a name of what is private', () => {
    const paused = aMonth({ supporters: [aSupporter({ pause: { until: null } })] })
    expect(standsAgainst(paused, withHanako, 'request')).toEqual([{ personId: 'hanako', what: 'pause' }])
    const unwilling = aMonth({ supporters: [aSupporter({ wishes: new Map([['walk', 'no' as const]]) })] })
    expect(standsAgainst(unwilling, withHanako, 'request')).toEqual([
      { personId: 'hanako', what: 'other_circumstances' },
    ])
  })

  test('a request that no longer looks for people', () => {
    expect(standsAgainst(aMonth({ requests: [] }), withHanako, 'request')).toEqual([
      { personId: null, what: 'request' },
    ])
  })
})

describe('a seat that opens', () => {
  const requests = [aRequest({ wanted: 2, declined: new Set(['hanako']) }), aRequest({ id: 'second' })]
  const people = ['hanako', 'taro', 'jiro', 'yuki'].map((personId) => aSupporter({ personId }))

  test('is filled by somebody who is in nothing else; who can still come is kept, and nothing else moves', () => {
    if (!slot) throw new Error('the request has a time')
    const plan: Proposal[] = [
      { requestId: 'request', slot, supporterIds: ['hanako', 'taro'], companionId: null },
      { requestId: 'second', slot, supporterIds: ['jiro'], companionId: null },
    ]
    const month = aMonth({ supporters: people, requests })
    const repair = repairOf(month, plan, 'request', ['hanako', 'taro'])
    expect(repair?.supporterIds.toSorted()).toEqual(['taro', 'yuki'])
    expect(standsAgainst(month, plan, 'request')).toContainEqual({ personId: 'hanako', what: 'declined' })
    expect(standsAgainst(month, [...plan.slice(1), ...(repair ? [repair] : [])], 'request')).toEqual([])
  })
})

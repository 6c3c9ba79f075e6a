import { describe, expect, test } from 'vitest'
import {
  type RequestActor,
  type RequestCondition,
  type RequestFacts,
  type RequestStatus,
  requestActorOf,
  requestActors,
  requestBlockers,
  requestConditions,
  requestStatuses,
  requestTransitions,
} from './request-status.ts'
import { nextFor } from '#kernel/transition.ts'

type Matrix = Record<RequestStatus, Record<RequestActor, RequestStatus[]>>

// Written by hand: what each may do from each status. Everything else is forbidden.
const expected: Matrix = {
  draft: {
    host: ['submitted', 'withdrawn'],
    supporter: ['submitted', 'withdrawn'],
    coordinator: ['submitted', 'withdrawn'],
    companion: [],
    system: [],
  },
  submitted: {
    host: ['withdrawn'],
    supporter: ['withdrawn'],
    coordinator: ['adjusting', 'agreed', 'withdrawn', 'not_possible'],
    companion: [],
    system: [],
  },
  adjusting: {
    host: ['submitted', 'agreed', 'withdrawn'],
    supporter: ['submitted', 'withdrawn'],
    coordinator: ['submitted', 'agreed', 'withdrawn', 'not_possible'],
    companion: [],
    system: [],
  },
  agreed: {
    host: ['adjusting', 'withdrawn'],
    supporter: ['withdrawn'],
    coordinator: ['matching', 'adjusting', 'withdrawn', 'not_possible'],
    companion: [],
    system: [],
  },
  matching: {
    host: ['adjusting', 'withdrawn'],
    supporter: ['withdrawn'],
    coordinator: ['confirmed', 'done', 'adjusting', 'withdrawn', 'not_possible'],
    companion: ['done'],
    system: ['done'],
  },
  confirmed: {
    host: ['withdrawn'],
    supporter: [],
    coordinator: ['done', 'matching', 'adjusting', 'withdrawn', 'not_possible'],
    companion: ['done'],
    system: ['done', 'matching'],
  },
  done: { host: [], supporter: [], coordinator: [], companion: [], system: [] },
  withdrawn: { host: [], supporter: [], coordinator: [], companion: [], system: [] },
  not_possible: { host: [], supporter: [], coordinator: [], companion: [], system: [] },
}

const fine: RequestFacts = {
  slots: 2,
  slotsAhead: 1,
  audienceCount: 8,
  listenersMax: 10,
  onBehalf: null,
  reason: '日にちを相談したい',
  placeStatus: 'confirmed',
  isIdea: true,
  accompaniesPerson: true,
  personConsentOn: '2026-11-01',
  visitsOpen: 1,
  visitsOver: 0,
}
const over: RequestFacts = { ...fine, visitsOpen: 0, visitsOver: 1 }

describe('the life of a request', () => {
  const steps = requestStatuses.flatMap((from) =>
    requestActors.flatMap((who) => requestStatuses.map((to) => ({ from, who, to }))),
  )

  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    const blockers = requestBlockers(step, step.to === 'done' ? over : fine)
    expect(blockers.length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('buttons come from the same table', () => {
    for (const from of requestStatuses)
      for (const who of requestActors)
        expect(nextFor(requestTransitions, from, who).sort()).toEqual([...expected[from][who]].sort())
  })

  test('no step of one person has two lines', () => {
    const keys = requestTransitions.flatMap((line) => line.who.map((who) => `${line.from}>${line.to}:${who}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every condition is used', () => {
    const used = new Set(requestTransitions.flatMap((line) => line.holds))
    expect([...requestConditions].filter((one) => !used.has(one))).toEqual([])
  })
})

describe('what stands in the way', () => {
  const cases: [RequestCondition, RequestStatus, RequestStatus, RequestActor, Partial<RequestFacts>][] = [
    ['slots_given', 'draft', 'submitted', 'host', { slots: 0, slotsAhead: 0 }],
    ['slot_ahead', 'draft', 'submitted', 'host', { slotsAhead: 0 }],
    ['slot_ahead', 'agreed', 'matching', 'coordinator', { slotsAhead: 0 }],
    ['told_how', 'draft', 'submitted', 'coordinator', { onBehalf: { via: 'phone', how: ' ' } }],
    ['told_how', 'draft', 'submitted', 'coordinator', { onBehalf: { via: null, how: '復唱した' } }],
    ['reason_given', 'submitted', 'adjusting', 'coordinator', { reason: '  ' }],
    ['reason_given', 'submitted', 'not_possible', 'coordinator', { reason: '' }],
    ['reason_given', 'matching', 'adjusting', 'host', { reason: '' }],
    ['place_known', 'submitted', 'agreed', 'coordinator', { placeStatus: null }],
    ['place_confirmed', 'submitted', 'agreed', 'coordinator', { placeStatus: 'proposed' }],
    ['place_confirmed', 'adjusting', 'agreed', 'host', { placeStatus: 'closed' }],
    ['offered_to_place', 'adjusting', 'agreed', 'host', { isIdea: false }],
    ['person_agreed', 'agreed', 'matching', 'coordinator', { personConsentOn: null }],
    ['visit_planned', 'matching', 'confirmed', 'coordinator', { visitsOpen: 0 }],
    ['visits_over', 'confirmed', 'done', 'system', { visitsOpen: 1, visitsOver: 1 }],
    ['visits_over', 'confirmed', 'done', 'system', { visitsOpen: 0, visitsOver: 0 }],
  ]

  test.each(cases)('%s, alone, from %s to %s by %s', (kind, from, to, who, facts) => {
    expect(requestBlockers({ from, to, who }, { ...fine, ...facts })).toEqual([{ kind }])
  })

  test('more listeners than the activity bears are named with both numbers', () => {
    const facts = { ...fine, audienceCount: 11 }
    expect(requestBlockers({ from: 'draft', to: 'submitted', who: 'host' }, { ...fine, audienceCount: 10 })).toEqual([])
    expect(requestBlockers({ from: 'draft', to: 'submitted', who: 'host' }, facts)).toEqual([
      { kind: 'within_listeners', count: 11, max: 10 },
    ])
    expect(requestBlockers({ from: 'draft', to: 'submitted', who: 'host' }, { ...facts, listenersMax: null })).toEqual(
      [],
    )
  })

  test('nobody but staff needs to say how it was told', () => {
    expect(
      requestBlockers(
        { from: 'draft', to: 'submitted', who: 'coordinator' },
        { ...fine, onBehalf: { via: 'fax', how: '折り返し電話で確認' } },
      ),
    ).toEqual([])
  })

  test('what is named may be several things at once', () => {
    expect(
      requestBlockers(
        { from: 'agreed', to: 'matching', who: 'coordinator' },
        { ...fine, slotsAhead: 0, personConsentOn: null },
      ),
    ).toEqual([{ kind: 'slot_ahead' }, { kind: 'person_agreed' }])
  })
})

describe('as whom somebody meets a request', () => {
  const own = { placeId: 'p1', ideaOf: 'me' }
  test.each([
    [{ role: 'host', personId: 'x', placeId: 'p1' }, 'host'],
    [{ role: 'host', personId: 'x', placeId: 'p2' }, null],
    [{ role: 'host', personId: 'x', placeId: null }, null],
    [{ role: 'supporter', personId: 'me', placeId: null }, 'supporter'],
    [{ role: 'supporter', personId: 'other', placeId: null }, null],
    [{ role: 'coordinator', personId: 'c', placeId: null }, 'coordinator'],
    [{ role: 'companion', personId: 'c', placeId: null }, 'companion'],
    [{ role: 'officer', personId: 'o', placeId: null }, null],
    [{ role: 'admin', personId: 'a', placeId: null }, null],
  ])('%o is %s', (actor, is) => expect(requestActorOf(actor, own)).toBe(is))

  test('a request without a place belongs to no host', () => {
    expect(requestActorOf({ role: 'host', personId: 'x', placeId: null }, { placeId: null, ideaOf: null })).toBeNull()
  })
})

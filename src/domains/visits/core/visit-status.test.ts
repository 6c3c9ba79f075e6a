import { describe, expect, test } from 'vitest'
import {
  isOver,
  stands,
  type VisitActor,
  type VisitCondition,
  type VisitFacts,
  type VisitStatus,
  visitActors,
  visitBlockers,
  visitConditions,
  visitStatuses,
  visitTransitions,
} from './visit-status.ts'

type Matrix = Record<VisitStatus, Record<VisitActor, VisitStatus[]>>
const nothing: Record<VisitActor, VisitStatus[]> = {
  host: [],
  supporter: [],
  coordinator: [],
  companion: [],
  system: [],
}

const expected: Matrix = {
  planned: {
    host: ['cancelled'],
    supporter: [],
    coordinator: ['confirmed', 'cancelled', 'not_held', 'superseded'],
    companion: ['not_held'],
    system: ['confirmed'],
  },
  confirmed: {
    host: ['cancelled'],
    supporter: [],
    coordinator: ['planned', 'held', 'not_held', 'cancelled', 'superseded'],
    companion: ['held', 'not_held'],
    system: ['planned'],
  },
  held: { ...nothing, coordinator: ['not_held'] },
  not_held: { ...nothing, coordinator: ['held'] },
  cancelled: nothing,
  superseded: nothing,
}

const fine: VisitFacts = {
  placeAgreed: true,
  supporters: 2,
  supportersAgreed: 2,
  companionNeeded: true,
  companions: 1,
  side: 'weather',
  begun: true,
  attended: 1,
  reason: '押しまちがい',
}
const before = { ...fine, begun: false }
const needsBegun = (from: VisitStatus, to: VisitStatus): boolean =>
  visitTransitions.some((line) => line.from === from && line.to === to && line.holds.includes('begun'))

describe('the life of a visit', () => {
  const steps = visitStatuses.flatMap((from) =>
    visitActors.flatMap((who) => visitStatuses.map((to) => ({ from, who, to }))),
  )
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    const blockers = visitBlockers(step, needsBegun(step.from, step.to) ? fine : before)
    expect(blockers.length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('no step of one person has two lines, and every condition is used', () => {
    const keys = visitTransitions.flatMap((line) => line.who.map((who) => `${line.from}>${line.to}:${who}`))
    expect(new Set(keys).size).toBe(keys.length)
    const used = new Set(visitTransitions.flatMap((line) => line.holds))
    expect([...visitConditions].filter((one) => !used.has(one))).toEqual([])
  })

  test('what stands takes time, what is over does not, a superseded one is neither', () => {
    expect(visitStatuses.filter(stands)).toEqual(['planned', 'confirmed'])
    expect(visitStatuses.filter(isOver)).toEqual(['held', 'not_held', 'cancelled'])
  })
})

describe('what stands in the way', () => {
  const cases: [VisitCondition, VisitStatus, VisitStatus, VisitActor, Partial<VisitFacts>][] = [
    ['place_agreed', 'planned', 'confirmed', 'system', { begun: false, placeAgreed: false }],
    ['supporters_agreed', 'planned', 'confirmed', 'system', { begun: false, supportersAgreed: 1 }],
    ['supporters_agreed', 'planned', 'confirmed', 'system', { begun: false, supporters: 0, supportersAgreed: 0 }],
    ['companion_there', 'planned', 'confirmed', 'coordinator', { begun: false, companions: 0 }],
    ['not_begun', 'confirmed', 'planned', 'system', { begun: true }],
    ['begun', 'confirmed', 'held', 'companion', { begun: false }],
    ['somebody_came', 'confirmed', 'held', 'companion', { attended: 0 }],
    ['side_named', 'confirmed', 'not_held', 'companion', { side: null }],
    ['side_named', 'planned', 'cancelled', 'host', { side: 'whoever' }],
    ['begun', 'confirmed', 'not_held', 'coordinator', { begun: false }],
    ['not_begun', 'confirmed', 'superseded', 'coordinator', { begun: true }],
    ['reason_given', 'held', 'not_held', 'coordinator', { reason: ' ' }],
  ]
  test.each(cases)('%s, alone, from %s to %s by %s', (kind, from, to, who, facts) => {
    expect(visitBlockers({ from, to, who }, { ...fine, ...facts })).toEqual([{ kind }])
  })

  test('a companion is asked for only where one is needed', () => {
    const facts = { ...before, companionNeeded: false, companions: 0 }
    expect(visitBlockers({ from: 'planned', to: 'confirmed', who: 'system' }, facts)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import {
  type EnrolmentActor,
  enrolmentActors,
  enrolmentBlockers,
  enrolmentConditions,
  type EnrolmentFacts,
  type EnrolmentStatus,
  enrolmentStatuses,
  enrolmentTransitions,
} from './enrolment-status.ts'

const expected: Record<EnrolmentStatus, Record<EnrolmentActor, EnrolmentStatus[]>> = {
  taking: { trainee: ['left'], coordinator: ['completed', 'not_completed', 'left'] },
  completed: { trainee: [], coordinator: [] },
  not_completed: { trainee: [], coordinator: ['taking', 'completed'] },
  left: { trainee: [], coordinator: ['taking'] },
}

const fine: EnrolmentFacts = { inTheWay: [], reason: 'おしまちがい', seatFree: true }

describe('the life of an enrolment', () => {
  const steps = enrolmentStatuses.flatMap((from) =>
    enrolmentActors.flatMap((who) => enrolmentStatuses.map((to) => ({ from, who, to }))),
  )
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    expect(enrolmentBlockers(step, fine).length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('every condition is used', () => {
    const used = new Set(enrolmentTransitions.flatMap((line) => line.holds))
    expect(enrolmentConditions.filter((one) => !used.has(one))).toEqual([])
  })

  test('what is missing stands in the way of completing, alone', () => {
    const inTheWay = [{ kind: 'practicum_missing', more: 1 } as const]
    const step = { from: 'taking', to: 'completed', who: 'coordinator' } as const
    expect(enrolmentBlockers(step, { ...fine, inTheWay })).toEqual([{ kind: 'not_all_done', inTheWay }])
    expect(enrolmentBlockers({ ...step, to: 'not_completed' }, { ...fine, inTheWay })).toEqual([])
  })

  test('a slip is put right with a reason', () => {
    const step = { from: 'left', to: 'taking', who: 'coordinator' } as const
    expect(enrolmentBlockers(step, { ...fine, reason: ' ' })).toEqual([{ kind: 'reason_missing' }])
    const notCompleted = { ...step, from: 'not_completed' } as const
    expect(enrolmentBlockers(notCompleted, { ...fine, reason: ' ' })).toEqual([{ kind: 'reason_missing' }])
  })

  test('whoever left comes back where a seat is free; who was there to the end needs none', () => {
    const step = { from: 'left', to: 'taking', who: 'coordinator' } as const
    expect(enrolmentBlockers(step, { ...fine, seatFree: false })).toEqual([{ kind: 'seat_taken' }])
    expect(enrolmentBlockers({ ...step, from: 'not_completed' }, { ...fine, seatFree: false })).toEqual([])
  })
})

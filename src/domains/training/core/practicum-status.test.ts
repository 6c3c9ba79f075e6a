import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import {
  isOpen,
  placeSeesPracticum,
  type PracticumActor,
  practicumActors,
  practicumBlockers,
  type PracticumCondition,
  practicumConditions,
  type PracticumFacts,
  type PracticumStatus,
  practicumStatuses,
  practicumTransitions,
} from './practicum-status.ts'

const nothing: Record<PracticumActor, PracticumStatus[]> = { trainee: [], host: [], coordinator: [], system: [] }

const expected: Record<PracticumStatus, Record<PracticumActor, PracticumStatus[]>> = {
  proposed: { trainee: ['cancelled'], host: ['cancelled'], coordinator: ['cancelled'], system: ['agreed'] },
  agreed: { trainee: ['cancelled'], host: ['cancelled'], coordinator: ['done', 'cancelled'], system: ['proposed'] },
  done: { ...nothing, coordinator: ['agreed'] },
  cancelled: nothing,
}

const fine: PracticumFacts = {
  goals: 'お茶会の準備をいっしょにする',
  days: 2,
  daysPlanned: 0,
  daysHeld: 2,
  traineeAgreed: true,
  placeAgreed: true,
  reason: 'おしまちがい',
}

describe('the life of a practicum', () => {
  const steps = practicumStatuses.flatMap((from) =>
    practicumActors.flatMap((who) => practicumStatuses.map((to) => ({ from, who, to }))),
  )
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    expect(practicumBlockers(step, fine).length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  const alone: [PracticumCondition, PracticumStatus, PracticumStatus, PracticumActor, Partial<PracticumFacts>][] = [
    ['goals_written', 'proposed', 'agreed', 'system', { goals: ' ' }],
    ['day_planned', 'proposed', 'agreed', 'system', { days: 0 }],
    ['trainee_agreed', 'proposed', 'agreed', 'system', { traineeAgreed: false }],
    ['place_agreed', 'proposed', 'agreed', 'system', { placeAgreed: false }],
    ['days_over', 'agreed', 'done', 'coordinator', { daysPlanned: 1 }],
    ['some_day_held', 'agreed', 'done', 'coordinator', { daysHeld: 0 }],
    ['reason_given', 'done', 'agreed', 'coordinator', { reason: '' }],
  ]
  test.each(alone)('%s, alone, stands in the way', (kind, from, to, who, facts) => {
    expect(practicumBlockers({ from, to, who }, { ...fine, ...facts })).toEqual([{ kind }])
  })

  test('every condition is used, and nobody needs a reason to call it off', () => {
    const used = new Set(practicumTransitions.flatMap((line) => line.holds))
    expect(practicumConditions.filter((one) => !used.has(one))).toEqual([])
    expect(practicumTransitions.filter(({ to }) => to === 'cancelled').flatMap(({ holds }) => holds)).toEqual([])
  })

  test('goals and days may change while it is not over', () => {
    expect(practicumStatuses.filter(isOpen)).toEqual(['proposed', 'agreed'])
  })
})

describe('the place', () => {
  const seen = {
    status: 'agreed',
    traineeAgreed: true,
    lastDay: day('2026-06-10'),
    days: 14,
    today: day('2026-06-24'),
  } as const

  test.each([
    [true, 'on the last of fourteen days', {}],
    [false, 'a day later', { today: day('2026-06-25') }],
    [false, 'before the person said yes', { traineeAgreed: false }],
    [false, 'when it was called off', { status: 'cancelled' as const }],
    [true, 'when it is over', { status: 'done' as const }],
    [true, 'while no day is fixed', { lastDay: null }],
  ])('sees it: %s, %s', (expectedToSee, _, change) => {
    expect(placeSeesPracticum({ ...seen, ...change })).toBe(expectedToSee)
  })
})

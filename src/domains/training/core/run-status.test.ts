import { describe, expect, test } from 'vitest'
import {
  type RunActor,
  runActors,
  runBlockers,
  type RunCondition,
  runConditions,
  type RunFacts,
  type RunStatus,
  runStatuses,
  runTransitions,
  takesTime,
} from './run-status.ts'

const expected: Record<RunStatus, Record<RunActor, RunStatus[]>> = {
  draft: { coordinator: ['open', 'cancelled'], system: [] },
  open: { coordinator: ['draft', 'selecting', 'cancelled'], system: ['selecting'] },
  selecting: { coordinator: ['open', 'running', 'cancelled'], system: [] },
  running: { coordinator: ['finished', 'cancelled'], system: [] },
  finished: { coordinator: ['running'], system: [] },
  cancelled: { coordinator: [], system: [] },
}

const fine: RunFacts = {
  sessions: 10,
  sessionsAhead: 0,
  applyUntilAhead: true,
  applications: 0,
  unanswered: 0,
  enrolled: 12,
  reason: '大雪のため',
}

describe('the life of a run', () => {
  const steps = runStatuses.flatMap((from) => runActors.flatMap((who) => runStatuses.map((to) => ({ from, who, to }))))
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    const facts = { ...fine, applyUntilAhead: step.who !== 'system' }
    expect(runBlockers(step, facts).length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('no step of one actor has two lines, and every condition is used', () => {
    const keys = runTransitions.flatMap((line) => line.who.map((who) => `${line.from}>${line.to}:${who}`))
    expect(new Set(keys).size).toBe(keys.length)
    const used = new Set(runTransitions.flatMap((line) => line.holds))
    expect(runConditions.filter((one) => !used.has(one))).toEqual([])
  })

  const alone: [RunCondition, RunStatus, RunStatus, RunActor, Partial<RunFacts>][] = [
    ['sessions_planned', 'draft', 'open', 'coordinator', { sessions: 0 }],
    ['window_ahead', 'draft', 'open', 'coordinator', { applyUntilAhead: false }],
    ['window_ahead', 'selecting', 'open', 'coordinator', { applyUntilAhead: false }],
    ['nobody_applied', 'open', 'draft', 'coordinator', { applications: 1 }],
    ['window_over', 'open', 'selecting', 'system', { applyUntilAhead: true }],
    ['all_answered', 'selecting', 'running', 'coordinator', { unanswered: 1 }],
    ['somebody_enrolled', 'selecting', 'running', 'coordinator', { enrolled: 0 }],
    ['sessions_over', 'running', 'finished', 'coordinator', { sessionsAhead: 1 }],
    ['sessions_over', 'running', 'finished', 'coordinator', { sessions: 0 }],
    ['reason_given', 'open', 'cancelled', 'coordinator', { reason: ' ' }],
    ['reason_given', 'running', 'cancelled', 'coordinator', { reason: '' }],
    ['reason_given', 'finished', 'running', 'coordinator', { reason: '' }],
  ]
  test.each(alone)('%s, alone, stands in the way from %s to %s', (kind, from, to, who, facts) => {
    expect(runBlockers({ from, to, who }, { ...fine, ...facts })).toEqual([{ kind }])
  })

  test('what is over or cancelled takes nobody’s time', () => {
    expect(runStatuses.filter(takesTime)).toEqual(['draft', 'open', 'selecting', 'running'])
  })
})

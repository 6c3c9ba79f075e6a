import { describe, expect, test } from 'vitest'
import {
  type ApplicationActor,
  applicationActors,
  applicationBlockers,
  type ApplicationCondition,
  applicationConditions,
  type ApplicationFacts,
  type ApplicationStatus,
  applicationStatuses,
  applicationTransitions,
  holdsSeat,
} from './application-status.ts'

const nothing: Record<ApplicationActor, ApplicationStatus[]> = {
  applicant: [],
  office: [],
  coordinator: [],
  system: [],
}
const expected: Record<ApplicationStatus, Record<ApplicationActor, ApplicationStatus[]>> = {
  draft: {
    applicant: ['submitted', 'withdrawn'],
    office: ['withdrawn'],
    coordinator: ['submitted', 'withdrawn'],
    system: [],
  },
  submitted: {
    applicant: ['withdrawn'],
    office: ['withdrawn'],
    coordinator: ['offered', 'waiting', 'not_this_time', 'withdrawn'],
    system: ['offered', 'waiting'],
  },
  offered: {
    applicant: ['accepted', 'declined', 'withdrawn'],
    office: ['withdrawn'],
    coordinator: ['accepted', 'declined', 'withdrawn'],
    system: ['declined'],
  },
  waiting: {
    applicant: ['withdrawn'],
    office: ['withdrawn'],
    coordinator: ['offered', 'not_this_time', 'withdrawn'],
    system: ['offered', 'not_this_time'],
  },
  accepted: { applicant: ['withdrawn'], office: ['withdrawn'], coordinator: ['withdrawn'], system: [] },
  not_this_time: { ...nothing, coordinator: ['waiting'] },
  declined: { applicant: ['waiting'], office: [], coordinator: ['waiting'], system: [] },
  withdrawn: nothing,
}

const fine: ApplicationFacts = {
  takesApplications: true,
  words: '人の役に立てたらと思います',
  consented: true,
  prerequisitesMet: true,
  pairNamed: true,
  otherReady: true,
  choosing: true,
  mayJoin: true,
  seatFree: true,
  answerTimePassed: true,
  runBegun: false,
  reason: '話し合って決めました',
}

describe('the life of an application', () => {
  const steps = applicationStatuses.flatMap((from) =>
    applicationActors.flatMap((who) => applicationStatuses.map((to) => ({ from, who, to }))),
  )
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    expect(applicationBlockers(step, fine).length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('no step of one actor has two lines, and every condition is used', () => {
    const keys = applicationTransitions.flatMap((line) => line.who.map((who) => `${line.from}>${line.to}:${who}`))
    expect(new Set(keys).size).toBe(keys.length)
    const used = new Set(applicationTransitions.flatMap((line) => line.holds))
    expect(applicationConditions.filter((one) => !used.has(one))).toEqual([])
  })

  const alone: [
    ApplicationCondition,
    ApplicationStatus,
    ApplicationStatus,
    ApplicationActor,
    Partial<ApplicationFacts>,
  ][] = [
    ['takes_applications', 'draft', 'submitted', 'applicant', { takesApplications: false }],
    ['words_given', 'draft', 'submitted', 'applicant', { words: ' ' }],
    ['consented', 'draft', 'submitted', 'coordinator', { consented: false }],
    ['prerequisites_met', 'draft', 'submitted', 'applicant', { prerequisitesMet: false }],
    ['pair_named', 'draft', 'submitted', 'applicant', { pairNamed: false }],
    ['other_ready', 'draft', 'submitted', 'applicant', { otherReady: false }],
    ['choosing', 'submitted', 'waiting', 'coordinator', { choosing: false }],
    ['seat_free', 'submitted', 'offered', 'coordinator', { seatFree: false }],
    ['seat_free', 'waiting', 'offered', 'system', { seatFree: false }],
    ['may_join', 'waiting', 'offered', 'coordinator', { mayJoin: false }],
    ['may_join', 'declined', 'waiting', 'applicant', { mayJoin: false }],
    ['may_join', 'not_this_time', 'waiting', 'coordinator', { mayJoin: false }],
    ['reason_given', 'submitted', 'not_this_time', 'coordinator', { reason: '' }],
    ['time_passed', 'offered', 'declined', 'system', { answerTimePassed: false }],
    ['choosing', 'offered', 'accepted', 'applicant', { choosing: false }],
    ['not_begun', 'accepted', 'withdrawn', 'applicant', { runBegun: true }],
    ['choosing', 'declined', 'waiting', 'applicant', { choosing: false }],
    ['reason_given', 'not_this_time', 'waiting', 'coordinator', { reason: '' }],
  ]
  test.each(alone)('%s, alone, stands in the way from %s to %s', (kind, from, to, who, facts) => {
    expect(applicationBlockers({ from, to, who }, { ...fine, ...facts })).toEqual([{ kind }])
  })

  test('whoever was asked may say yes, also where nobody new may join', () => {
    const step = { from: 'offered', to: 'accepted', who: 'applicant' } as const
    expect(applicationBlockers(step, { ...fine, mayJoin: false })).toEqual([])
  })

  test('a seat is held by who was asked and by who said yes', () => {
    expect(applicationStatuses.filter(holdsSeat)).toEqual(['offered', 'accepted'])
  })
})

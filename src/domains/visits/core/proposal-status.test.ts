import { describe, expect, test } from 'vitest'
import {
  afterPause,
  answerLeadsTo,
  isOpen,
  type ProposalActor,
  type ProposalFacts,
  type ProposalStatus,
  proposalActors,
  proposalBlockers,
  proposalStatuses,
  proposalTransitions,
  seatsLeft,
} from './proposal-status.ts'

type Matrix = Record<ProposalStatus, Record<ProposalActor, ProposalStatus[]>>

const expected: Matrix = {
  sent: {
    supporter: ['yes', 'declined', 'asking', 'seat_filled'],
    coordinator: ['yes', 'declined', 'asking', 'seat_filled', 'withdrawn'],
    system: ['seat_filled', 'withdrawn', 'closed'],
  },
  asking: {
    supporter: ['yes', 'declined', 'asking', 'seat_filled'],
    coordinator: ['yes', 'declined', 'asking', 'seat_filled', 'withdrawn'],
    system: ['seat_filled', 'withdrawn', 'closed'],
  },
  yes: {
    supporter: ['declined'],
    coordinator: ['declined', 'seat_filled', 'changed', 'withdrawn'],
    system: ['seat_filled', 'changed', 'withdrawn'],
  },
  declined: {
    supporter: ['yes', 'asking', 'seat_filled'],
    coordinator: ['yes', 'asking', 'seat_filled'],
    system: [],
  },
  seat_filled: {
    supporter: ['yes', 'declined'],
    coordinator: ['sent', 'yes', 'declined', 'withdrawn'],
    system: ['withdrawn'],
  },
  changed: {
    supporter: ['yes', 'declined', 'asking', 'seat_filled'],
    coordinator: ['yes', 'declined', 'asking', 'seat_filled', 'withdrawn'],
    system: ['seat_filled', 'withdrawn', 'closed'],
  },
  withdrawn: { supporter: [], coordinator: [], system: [] },
  closed: {
    supporter: ['yes', 'declined', 'seat_filled'],
    coordinator: ['yes', 'declined', 'seat_filled'],
    system: [],
  },
}

const fine: ProposalFacts = {
  requestOpen: true,
  slotAhead: true,
  seatsLeft: 1,
  timePassed: true,
  replyGiven: true,
  notPlanned: true,
}

describe('the life of a proposal', () => {
  const steps = proposalStatuses.flatMap((from) =>
    proposalActors.flatMap((who) => proposalStatuses.map((to) => ({ from, who, to }))),
  )
  test.each(steps)('$who leads it from $from to $to only where the hand-written table says so', (step) => {
    expect(proposalBlockers(step, fine).length === 0).toBe(expected[step.from][step.who].includes(step.to))
  })

  test('no step of one person has two lines', () => {
    const keys = proposalTransitions.flatMap((line) => line.who.map((who) => `${line.from}>${line.to}:${who}`))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a no is taken from wherever the supporter may answer, whatever the facts', () => {
    const bad: ProposalFacts = {
      requestOpen: false,
      slotAhead: false,
      seatsLeft: 0,
      timePassed: false,
      replyGiven: false,
      notPlanned: true,
    }
    for (const from of ['sent', 'asking', 'yes', 'seat_filled', 'changed', 'closed'] as const)
      expect(proposalBlockers({ from, to: 'declined', who: 'supporter' }, bad)).toEqual([])
  })

  test('who declined may change their mind while there is a seat', () => {
    const step = { from: 'declined', to: 'yes', who: 'supporter' } as const
    expect(proposalBlockers(step, fine)).toEqual([])
    expect(proposalBlockers(step, { ...fine, seatsLeft: 0 })).toEqual([{ kind: 'seat_free' }])
    expect(proposalBlockers(step, { ...fine, requestOpen: false, slotAhead: false })).toEqual([
      { kind: 'request_open' },
      { kind: 'slot_ahead' },
    ])
  })

  test('time closes the silent, and a question only after its reply', () => {
    expect(proposalBlockers({ from: 'sent', to: 'closed', who: 'system' }, { ...fine, timePassed: false })).toEqual([
      { kind: 'time_passed' },
    ])
    expect(proposalBlockers({ from: 'asking', to: 'closed', who: 'system' }, { ...fine, replyGiven: false })).toEqual([
      { kind: 'reply_given' },
    ])
  })
})

describe('seats', () => {
  test('a yes holds a seat, also while it is asked again', () => {
    expect(seatsLeft(2, ['yes', 'sent', 'declined', 'asking', 'closed'])).toBe(1)
    expect(seatsLeft(2, ['yes', 'changed'])).toBe(0)
    expect(seatsLeft(1, ['yes', 'yes'])).toBe(0)
    expect(seatsLeft(3, [])).toBe(3)
  })

  test('a yes that finds no seat is thanked', () => {
    expect(answerLeadsTo('yes', 1)).toBe('yes')
    expect(answerLeadsTo('yes', 0)).toBe('seat_filled')
    expect(answerLeadsTo('declined', 0)).toBe('declined')
    expect(answerLeadsTo('asking', 0)).toBe('asking')
  })
})

test('a pause takes back what waits, asks about a yes, and leaves the rest', () => {
  expect(Object.fromEntries(proposalStatuses.map((one) => [one, afterPause(one)]))).toEqual({
    sent: 'withdrawn',
    asking: 'withdrawn',
    yes: 'changed',
    declined: null,
    seat_filled: 'withdrawn',
    changed: null,
    withdrawn: null,
    closed: null,
  })
  expect(proposalStatuses.filter(isOpen)).toEqual(['sent', 'asking', 'changed'])
})

describe('what a step asks for, by hand', () => {
  const needs = (from: ProposalStatus, to: ProposalStatus) =>
    [
      ...new Set(
        proposalTransitions.filter((line) => line.from === from && line.to === to).flatMap(({ holds }) => holds),
      ),
    ].toSorted()

  test.each(['sent', 'asking', 'declined', 'changed', 'closed', 'seat_filled'] as const)(
    'a yes after %s: a seat, a time ahead, a request that looks',
    (from) => {
      expect(needs(from, 'yes')).toEqual(['request_open', 'seat_free', 'slot_ahead'])
    },
  )

  test('a no costs nothing, whenever it comes; once a visit was made of a yes, one leaves the visit', () => {
    for (const from of ['sent', 'asking', 'changed', 'closed', 'seat_filled'] as const)
      expect(needs(from, 'declined')).toEqual([])
    expect(needs('yes', 'declined')).toEqual(['not_planned'])
  })

  test('nothing closes before its time, nor while a question waits', () => {
    expect([needs('sent', 'closed'), needs('changed', 'closed')]).toEqual([['time_passed'], ['time_passed']])
    expect(needs('asking', 'closed')).toEqual(['reply_given', 'time_passed'])
  })
})

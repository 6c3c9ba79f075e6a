import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { nextFor } from '#kernel/transition.ts'
import {
  registrationActors,
  registrationBlockers,
  registrationConditions,
  type RegistrationFacts,
  registrationStatus,
  registrationStatuses,
  registrationTransitions,
} from './registration-status.ts'

/** Written by hand: where each may lead a registration from each state. */
const mayLead: Record<string, string> = {
  'applied person': 'ended',
  'applied coordinator': 'talking ended',
  'talking person': 'ended',
  'talking coordinator': 'registered ended',
  'registered person': 'paused leaving',
  'registered coordinator': 'paused renewal_asked leaving ended',
  'registered follows': 'paused leaving',
  'registered system': 'renewal_asked',
  'paused person': 'registered leaving',
  'paused coordinator': 'registered renewal_asked leaving ended',
  'paused follows': 'registered leaving',
  'paused system': 'renewal_asked',
  'renewal_asked person': 'registered paused leaving',
  'renewal_asked coordinator': 'registered paused leaving ended',
  'renewal_asked follows': 'registered paused leaving',
  'leaving person': 'registered',
  'leaving coordinator': 'registered ended',
  'leaving follows': 'registered',
  'leaving system': 'ended',
  'ended person': 'applied',
  'ended coordinator': 'applied',
}

const cells = registrationStatuses.flatMap((from) => registrationActors.map((who) => [from, who] as const))

describe('the life of a registration', () => {
  test.each(cells)('from %s, %s', (from, who) => {
    const allowed = (mayLead[`${from} ${who}`] ?? '').split(' ').filter(Boolean)
    expect(nextFor(registrationTransitions, from, who).toSorted()).toEqual(allowed.toSorted())
    for (const to of registrationStatuses.filter((one) => !allowed.includes(one))) {
      expect(registrationBlockers({ from, to, who }, everything)).toHaveLength(1)
    }
  })

  test('the machine ends nobody who did not say that they leave', () => {
    const ends = registrationTransitions.filter(({ to, who }) => to === 'ended' && who.includes('system'))
    expect(ends.map(({ from }) => from)).toEqual(['leaving'])
  })

  test('each condition alone stands in the way', () => {
    for (const { from, to, who, holds } of registrationTransitions) {
      for (const condition of holds) {
        const step = { from, to, who: who[0] ?? 'coordinator' }
        expect(registrationBlockers(step, { ...everything, [condition]: false })).toEqual([{ kind: condition }])
      }
    }
  })
})

const everything = Object.fromEntries(registrationConditions.map((one) => [one, true]))

describe('the status that follows from the facts', () => {
  const since = day('2026-04-01')
  const facts: RegistrationFacts = {
    application: null,
    registeredOn: since,
    endedOn: null,
    leaving: false,
    renewalOpen: false,
    paused: false,
  }
  const nobody = { ...facts, registeredOn: null }
  test.each([
    [nobody, null],
    [{ ...nobody, application: 'applied' }, 'applied'],
    [{ ...nobody, application: 'talking' }, 'talking'],
    [facts, 'registered'],
    [{ ...facts, paused: true }, 'paused'],
    [{ ...facts, paused: true, renewalOpen: true }, 'renewal_asked'],
    [{ ...facts, renewalOpen: true, leaving: true, endedOn: day('2027-03-31') }, 'leaving'],
    [{ ...facts, endedOn: day('2027-03-31') }, 'ended'],
    [{ ...facts, endedOn: day('2025-03-31'), application: 'applied' }, 'applied'],
  ] as const)('%j: %s', (given, status) => {
    expect(registrationStatus(given)).toBe(status)
  })
})

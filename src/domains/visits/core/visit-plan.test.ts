import { expect, test } from 'vitest'
import { type PlanFacts, planBlockers } from './visit-plan.ts'

const fine: PlanFacts = {
  looking: true,
  slotAhead: true,
  yes: 2,
  changed: 0,
  wanted: 2,
  withFewer: false,
  placeKnown: true,
  accompaniesPerson: false,
  personAgreed: false,
  companionNeeded: true,
  companions: 1,
  sameInBoth: false,
}

test.each<[string, Partial<PlanFacts>, string[]]>([
  ['nothing', {}, []],
  ['it is not being looked for', { looking: false }, ['not_looking']],
  ['the time has begun', { slotAhead: false }, ['slot_over']],
  ['nobody said yes', { yes: 0 }, ['nobody_said_yes']],
  ['a seat is open', { yes: 1 }, ['seats_open']],
  ['a seat is open, and that is decided', { yes: 1, withFewer: true }, []],
  ['a yes is being asked again', { yes: 1, changed: 1, withFewer: true }, ['still_asked_again']],
  ['there is no place', { placeKnown: false }, ['place_unknown']],
  ['the person accompanied has not agreed', { accompaniesPerson: true }, ['person_not_agreed']],
  ['the person accompanied has agreed', { accompaniesPerson: true, personAgreed: true }, []],
  ['nobody goes along', { companions: 0 }, ['companion_missing']],
  ['nobody needs to go along', { companions: 0, companionNeeded: false }, []],
  ['one person in both parts', { sameInBoth: true }, ['companion_is_supporter']],
])('what stands in the way: %s', (_, facts, kinds) => {
  expect(planBlockers({ ...fine, ...facts }).map((one) => one.kind)).toEqual(kinds)
})

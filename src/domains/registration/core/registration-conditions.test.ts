import { expect, test } from 'vitest'
import { type RegistrationStatus, registrationTransitions } from './registration-status.ts'

const needs = (from: RegistrationStatus, to: RegistrationStatus, who: string) =>
  registrationTransitions
    .filter((line) => line.from === from && line.to === to && (line.who as readonly string[]).includes(who))
    .map(({ holds }) => [...holds].toSorted())

/** By hand: the table says what holds, and nothing but this says that it says it. */
test.each([
  ['applied', 'talking', 'coordinator', ['talk_arranged']],
  ['registered', 'renewal_asked', 'system', ['in_campaign']],
  ['paused', 'renewal_asked', 'system', ['in_campaign']],
  ['renewal_asked', 'ended', 'coordinator', ['other_way_tried', 'reason_given']],
  ['leaving', 'ended', 'system', ['last_day_over']],
  ['leaving', 'ended', 'coordinator', ['reason_given']],
  ['registered', 'ended', 'coordinator', ['reason_given']],
  ['paused', 'ended', 'coordinator', ['reason_given']],
] as const)('from %s to %s by the %s', (from, to, who, holds) => {
  expect(needs(from, to, who)).toEqual([holds])
})

test('nobody is registered whose sheet is not written', () => {
  expect(needs('talking', 'registered', 'coordinator').flat()).toContain('sheet_written')
})

test('pausing, staying and leaving ask for nothing', () => {
  for (const [from, to] of [
    ['registered', 'paused'],
    ['paused', 'registered'],
    ['registered', 'leaving'],
    ['paused', 'leaving'],
    ['leaving', 'registered'],
    ['renewal_asked', 'registered'],
    ['renewal_asked', 'leaving'],
  ] as const) {
    expect(needs(from, to, 'person')).toEqual([[]])
  }
})

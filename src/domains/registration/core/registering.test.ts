import { expect, test } from 'vitest'
import { endReasons, endRefusalFrom, isSaidByThem, missingFrom } from './registering.ts'
import { registrationBlockers, type RegistrationStatus } from './registration-status.ts'

test.each<[RegistrationStatus, string[]]>([
  ['ended', ['apply_first']],
  ['applied', ['talk_first']],
  ['talking', ['sheet_first', 'day_ahead']],
  ['registered', ['registered_already']],
])('from %s it is said what is missing before somebody is registered', (from, missing) => {
  const blockers = registrationBlockers({ from, to: 'registered', who: 'coordinator' }, {})
  expect(blockers.map(missingFrom)).toEqual(missing)
})

test.each<[RegistrationStatus, string[]]>([
  ['registered', ['reason_missing']],
  ['leaving', ['reason_missing']],
  ['renewal_asked', ['other_way_first', 'reason_missing']],
  ['ended', ['ended_already']],
])('from %s it is said what stands in the way of an end', (from, refusals) => {
  const blockers = registrationBlockers({ from, to: 'ended', who: 'coordinator' }, {})
  expect(blockers.map(endRefusalFrom)).toEqual(refusals)
})

test('of the reasons to end, two are what somebody says themselves', () => {
  expect(endReasons.filter(isSaidByThem)).toEqual(['own_wish', 'moved'])
  expect(isSaidByThem(null)).toBe(false)
})

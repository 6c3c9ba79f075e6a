import { describe, expect, test } from 'vitest'
import { credentialNumber, credentialState, issueBlockers, paperBlockers, typedNumber } from './credential.ts'

const at = new Date('2026-11-22T03:00:00Z')

describe('a paper', () => {
  test.each([
    [null, null, 'valid'],
    [at, null, 'superseded'],
    [null, at, 'withdrawn'],
    [at, at, 'withdrawn'],
  ] as const)('superseded %s, withdrawn %s: %s', (supersededAt, withdrawnAt, state) => {
    expect(credentialState({ supersededAt, withdrawnAt })).toBe(state)
  })

  test.each([
    [true, false, []],
    [true, true, ['issued_already']],
    [false, false, ['not_completed']],
    [false, true, ['not_completed', 'issued_already']],
  ])('course completed %s, issued %s: in the way %j', (completed, issued, inTheWay) => {
    expect(issueBlockers({ completed, issued }).map(({ kind }) => kind)).toEqual(inTheWay)
  })

  test.each([
    ['valid', true, []],
    ['valid', false, ['reason_missing']],
    ['superseded', true, ['not_valid']],
    ['withdrawn', true, ['not_valid']],
    ['withdrawn', false, ['not_valid', 'reason_missing']],
  ] as const)('%s, reason given %s: in the way of another one %j', (state, reasonGiven, inTheWay) => {
    expect(paperBlockers({ state, reasonGiven }).map(({ kind }) => kind)).toEqual(inTheWay)
  })

  test('its number is of the programme’s own series', () => {
    expect(credentialNumber({ prefix: 'ひ修', fiscalYear: 2026, no: 7 })).toBe('ひ修 2026-007')
    expect(credentialNumber({ prefix: ' ', fiscalYear: 2026, no: 1234 })).toBe('2026-1234')
  })
})

test.each([
  ['ひ登 2024-007', '2024-7'],
  ['２０２４ー００７', '2024-7'],
  ['2024 - 12', '2024-12'],
  ['2024-', null],
  ['第12号', null],
  ['', null],
])('%j is the number %j', (typed, number) => expect(typedNumber(typed)).toBe(number))

import { describe, expect, test } from 'vitest'
import { erasureBlockers, erasureSlips } from './erasure.ts'

const free = { isOwn: false, roles: [], isTakenAhead: false }

describe('what stands in the way of erasing a record', () => {
  test.each([
    ['nothing is left open', free, []],
    ['one’s own', { ...free, isOwn: true }, ['own_record']],
    ['a role that has not ended', { ...free, roles: ['supporter' as const] }, ['holds_roles']],
    ['time that is taken ahead', { ...free, isTakenAhead: true }, ['time_is_taken']],
    [
      'all at once',
      { isOwn: true, roles: ['seeker' as const], isTakenAhead: true },
      ['own_record', 'holds_roles', 'time_is_taken'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(erasureBlockers(facts).map((one) => one.kind)).toEqual(kinds)
  })
})

describe('what is typed to confirm', () => {
  const person = { name: '山田 花子' }
  test.each([
    ['own_wish', '山田 花子', []],
    ['time_over', '山田　花子', []],
    ['by_mistake', '山田花子', []],
    ['own_wish', '山田', ['name_differs']],
    ['', '山田花子', ['ground_missing']],
    ['because', '', ['ground_missing', 'name_differs']],
  ])('%s, %s', (ground, name, slips) => {
    expect(erasureSlips({ ground, name }, person)).toEqual(slips)
  })

  test('nobody without a name is confirmed by typing nothing', () => {
    expect(erasureSlips({ ground: 'own_wish', name: ' ' }, { name: ' ' })).toEqual(['name_differs'])
  })
})

import { expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { type CheckInReader, readsCheckIn } from './check-in.ts'

const reader = (more: Partial<CheckInReader>): CheckInReader => ({
  role: 'companion',
  own: false,
  goesAlong: false,
  seesCare: false,
  ...more,
})

const otherwise: [string, Partial<CheckInReader>, boolean, boolean][] = [
  ['the person', { role: 'supporter', own: true, seesCare: true }, true, true],
  ['who goes along', { goesAlong: true }, true, false],
  ['who goes along and sees their care', { goesAlong: true, seesCare: true }, true, false],
  ['the coordinator who goes along', { role: 'coordinator', goesAlong: true, seesCare: true }, true, false],
  ['who follows them and stays at home', { seesCare: true }, false, false],
  ['the coordinator', { role: 'coordinator' }, false, false],
  ['the coordinator who sees their care', { role: 'coordinator', seesCare: true }, true, true],
]

test.each(otherwise)('%s reads what was shown to the companion, and what was not', (_, who, shown, notShown) => {
  expect([readsCheckIn(reader(who), true), readsCheckIn(reader(who), false)]).toEqual([shown, notShown])
})

test('nobody else reads any of it', () => {
  for (const role of roles.filter((one) => one !== 'coordinator'))
    for (const shown of [true, false]) expect(readsCheckIn(reader({ role, seesCare: true }), shown)).toBe(false)
})

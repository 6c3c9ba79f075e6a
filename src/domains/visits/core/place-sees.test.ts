import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { placeSeesSupporter, seesSupporterUntil } from './place-sees.ts'

const now = new Date('2026-11-20T03:00:00Z')
const facts = {
  agreedAt: new Date('2026-11-01T03:00:00Z'),
  leftAt: null,
  visitEndsOn: day('2026-11-10'),
  days: 14,
  now,
  today: day('2026-11-20'),
}

test('from agreement until fourteen days after, both days included', () => {
  expect(seesSupporterUntil(day('2026-11-10'), 14)).toBe('2026-11-24')
  expect(placeSeesSupporter(facts)).toBe(true)
  expect(placeSeesSupporter({ ...facts, today: day('2026-11-24') })).toBe(true)
  expect(placeSeesSupporter({ ...facts, today: day('2026-11-25') })).toBe(false)
})

test('not before agreement, not after leaving', () => {
  expect(placeSeesSupporter({ ...facts, agreedAt: null })).toBe(false)
  expect(placeSeesSupporter({ ...facts, agreedAt: new Date('2026-11-21T00:00:00Z') })).toBe(false)
  expect(placeSeesSupporter({ ...facts, leftAt: new Date('2026-11-05T00:00:00Z') })).toBe(false)
})

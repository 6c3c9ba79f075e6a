import { expect, test } from 'vitest'
import { addDays, type CalendarDay, day } from '#kernel/calendar-day.ts'
import { feeAnswer, type OfficeFacts, type OfficeStaff } from './fee-supplement.ts'

const on = day('2026-11-15')

const somebody = (role: OfficeStaff['role'], since: CalendarDay): OfficeStaff => ({
  id: role,
  role,
  recognisedOn: since,
  basicOn: since,
  advancedOn: since,
  otherTrainingOn: null,
  fte: { '2026-11': 50 },
  givesSupport: true,
})

const office = (since: CalendarDay, notifiedOn = since, publishedOn = since): OfficeFacts => ({
  services: ['planned_consultation'],
  flatRate: [],
  staff: [somebody('experience', since), somebody('colleague', since)],
  inHouse: [{ on, topic: '', ledBy: ['experience'], others: 1 }],
  notifiedOn,
  publishedOn,
})

test('what is there on the day counts on the day: courses, recognition, notice, publication', () => {
  expect(feeAnswer('peer_system', office(on), on).answer).toBe('holds')
})

test('and not the day before', () => {
  const tomorrow = addDays(on, 1)
  expect(feeAnswer('peer_system', office(tomorrow, on, on), on).answer).toBe('not_yet')
  expect(feeAnswer('peer_system', office(on, tomorrow, on), on)).toMatchObject({ missing: [{ kind: 'notice' }] })
  expect(feeAnswer('peer_system', office(on, on, tomorrow), on)).toMatchObject({ missing: [{ kind: 'publication' }] })
})

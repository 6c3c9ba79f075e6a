import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, dayFromSerial } from '#kernel/calendar-day.ts'
import { restUntil } from './rest.ts'
import { type Contact, notHeardFrom } from './silence.ts'

const today = day('2026-11-22')
const contact = (more: Partial<Contact> = {}): Contact => ({
  personId: 'p',
  kana: 'みほん',
  heardOn: day('2026-06-01'),
  resting: false,
  followUpOpen: false,
  ...more,
})

test('who answered lately is not on the list; who has not been heard of for a season is', () => {
  expect(notHeardFrom([contact()], today)).toHaveLength(1)
  expect(notHeardFrom([contact({ heardOn: day('2026-11-01') })], today)).toEqual([])
})

test('a season ends with its sixtieth day', () => {
  expect(notHeardFrom([contact({ heardOn: addDays(today, -60) })], today)).toEqual([])
  expect(notHeardFrom([contact({ heardOn: addDays(today, -61) })], today)).toHaveLength(1)
})

test('who said that they rest is left in peace', () => {
  expect(notHeardFrom([contact({ resting: true })], today)).toEqual([])
})

const contacts = fc.array(
  fc.record({
    personId: fc.uuid(),
    kana: fc.constantFrom('あべ', 'いとう', 'うえだ', 'えとう'),
    heardOn: fc.integer({ min: 20_000, max: 21_000 }).map(dayFromSerial),
    resting: fc.boolean(),
    followUpOpen: fc.boolean(),
  }),
)

test('the order tells nothing of how long it was: only the reading counts', () => {
  fc.assert(
    fc.property(contacts, fc.integer({ min: 0, max: 400 }), (all, shift) => {
      const listed = notHeardFrom(all, today)
      const kana = listed.map((each) => each.kana)
      expect(kana).toEqual([...kana].sort())
      const moved = all.map((each) => ({ ...each, heardOn: addDays(each.heardOn, -shift) }))
      const later = notHeardFrom(moved, today).map((each) => each.personId)
      expect(later.filter((id) => listed.some((each) => each.personId === id))).toEqual(
        listed.map((each) => each.personId),
      )
    }),
  )
})

test('a rest is offered for a while that ends', () => {
  expect(restUntil(today)).toBe('2026-12-06')
})

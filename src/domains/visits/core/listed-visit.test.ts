import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { liesBehind, namesIn, placeWritten, visitMeant } from './listed-visit.ts'

const today = day('2026-11-22')

test.each([
  ['2026-11-07', true],
  ['2026-11-08', false],
  ['2026-11-22', false],
  ['2027-01-01', false],
  ['2019-04-01', true],
])('a visit of %s lies behind us: %j', (on, behind) => expect(liesBehind(day(on), today)).toBe(behind))

describe('the visit that a line means', () => {
  const line = { placeId: 'a', activityId: 'b', day: day('2025-06-01'), from: 600 }
  const known = [
    { ...line, from: 840 },
    { ...line, from: 600 },
    { ...line, placeId: 'c', from: 540 },
  ]
  test('is the one at its time', () => expect(visitMeant({ ...line, from: 840 }, known)).toBe(known[0]))
  test('is the first of the day where no time is written', () =>
    expect(visitMeant({ ...line, from: null }, known)).toBe(known[1]))
  test.each([
    { ...line, from: 601 },
    { ...line, day: day('2025-06-02') },
    { ...line, activityId: 'x' },
  ])('is none: %j', (other) => expect(visitMeant(other, known)).toBeUndefined())
})

test.each([
  ['見本 葵、例 空', ['見本 葵', '例 空']],
  ['見本さん / 例様', ['見本', '例']],
  ['見本,\n例', ['見本', '例']],
  ['、', []],
])('%j names %j', (cell, names) => expect(namesIn(cell)).toEqual(names))

test.each([
  ['見本の家', '見本の家', false],
  ['見本の家（オンライン）', '見本の家', true],
  ['House (online)', 'House', true],
  ['見本の家（本館）', '見本の家（本館）', false],
])('%j is %s, online %j', (cell, name, online) => expect(placeWritten(cell)).toEqual({ name, online }))

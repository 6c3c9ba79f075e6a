import { expect, test } from 'vitest'
import { asksBeforeUntil } from './ask-before.ts'

const zone = 'Asia/Tokyo'

test.each([
  ['before ten', '2026-12-09T00:59:00Z', null],
  ['in the morning, of today', '2026-12-09T01:00:00Z', '2026-12-09T15:00:00.000Z'],
  ['before the afternoon, of today', '2026-12-09T05:59:00Z', '2026-12-09T15:00:00.000Z'],
  ['from the afternoon on, of tomorrow too', '2026-12-09T06:00:00Z', '2026-12-10T15:00:00.000Z'],
  ['in the evening', '2026-12-09T08:00:00Z', null],
  ['at night', '2026-12-09T16:00:00Z', null],
])('%s', (_, now, until) => {
  expect(asksBeforeUntil(new Date(now), zone)?.toISOString() ?? null).toBe(until)
})

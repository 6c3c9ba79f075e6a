import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { sheetsBlocker } from './two-sheets.ts'

const today = day('2026-11-22')
const open = { registeredOn: day('2025-04-01'), endedOn: null }
const begun = { registeredOn: null, endedOn: null }
const leaving = { registeredOn: day('2025-04-01'), endedOn: today }
const ended = { registeredOn: day('2024-04-01'), endedOn: day('2026-11-21') }

test.each([
  ['nobody has a sheet', null, null, null],
  ['only the one that goes', null, open, null],
  ['only the one that stays', open, null, null],
  ['both are registered', open, open, 'bothRegistered'],
  ['one is registered, one begins', open, begun, 'bothRegistered'],
  ['one leaves today: still registered', open, leaving, 'bothRegistered'],
  ['the one that goes has ended', open, ended, null],
  ['the one that stays has ended', ended, open, 'otherStays'],
  ['both have ended', ended, ended, null],
])('%s', (_, kept, gone, blocker) => expect(sheetsBlocker({ kept, gone, today })).toBe(blocker))

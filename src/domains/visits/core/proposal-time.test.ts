import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt } from '#kernel/time.ts'
import { day } from '#kernel/calendar-day.ts'
import { proposalStatuses } from './proposal-status.ts'
import {
  answerByAfterReply,
  dueClosings,
  dueReminders,
  isDaytime,
  suggestedAnswerBy,
  type WaitingProposal,
} from './proposal-time.ts'

const zone = 'Asia/Tokyo'
const at = (date: string, minute: number): Date => instantAt(day(date), minute, zone)
const waiting = (more: Partial<WaitingProposal> = {}): WaitingProposal => ({
  id: 'a',
  status: 'sent',
  sentAt: at('2026-11-02', 600),
  answerBy: at('2026-11-08', 600),
  remindedAt: null,
  replied: false,
  slotStartsAt: at('2026-11-12', 600),
  ...more,
})

describe('reminders', () => {
  const noon = at('2026-11-06', 720)

  test('only the silent are reminded', () => {
    const due = proposalStatuses.filter((status) => dueReminders(noon, zone, [waiting({ status })]).length > 0)
    expect(due).toEqual(['sent', 'changed'])
  })

  test.each([
    ['half of the time has not passed', at('2026-11-04', 720), {}],
    ['reminded once already', noon, { remindedAt: at('2026-11-05', 720) }],
    ['the time to answer is over', at('2026-11-08', 660), {}],
    ['it is early in the morning', at('2026-11-06', 599), {}],
    ['it is evening', at('2026-11-06', 1020), {}],
  ])('none when %s', (_, now, more) => expect(dueReminders(now, zone, [waiting(more)])).toEqual([]))

  test('one at ten in the morning sharp', () => {
    expect(dueReminders(at('2026-11-06', 600), zone, [waiting()])).toEqual(['a'])
    expect(isDaytime(at('2026-11-06', 1019), zone)).toBe(true)
  })

  test('over a whole life with an hourly job, each is reminded at most once and only by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 * 24 }), fc.integer({ min: 0, max: 1439 }), (hours, minute) => {
        const sentAt = at('2026-11-02', minute)
        const p = waiting({ sentAt, answerBy: new Date(sentAt.getTime() + hours * 3_600_000) })
        const reminded: Date[] = []
        for (let hour = 0; hour < 24 * 20; hour++) {
          const now = new Date(sentAt.getTime() + hour * 3_600_000)
          if (dueReminders(now, zone, [p]).length > 0) {
            reminded.push(now)
            p.remindedAt = now
          }
        }
        expect(reminded.length).toBeLessThanOrEqual(1)
        expect(reminded.every((now) => isDaytime(now, zone) && now < p.answerBy)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('closing', () => {
  const after = at('2026-11-08', 600)

  test('the silent close when their time has passed, not a minute before', () => {
    expect(dueClosings(after, [waiting()])).toEqual(['a'])
    expect(dueClosings(new Date(after.getTime() - 60_000), [waiting()])).toEqual([])
  })

  test('a question stays open until it is answered', () => {
    expect(dueClosings(after, [waiting({ status: 'asking' })])).toEqual([])
    expect(dueClosings(after, [waiting({ status: 'asking', replied: true })])).toEqual(['a'])
  })

  test('whoever answered is never closed', () => {
    const closed = proposalStatuses.filter((status) => dueClosings(after, [waiting({ status })]).length > 0)
    expect(closed).toEqual(['sent', 'changed'])
  })
})

describe('time to answer', () => {
  test('a week, or until two days before, at least a day, never past the start', () => {
    const now = at('2026-11-02', 600)
    expect(suggestedAnswerBy(now, at('2026-12-20', 600))).toEqual(at('2026-11-09', 600))
    expect(suggestedAnswerBy(now, at('2026-11-07', 600))).toEqual(at('2026-11-05', 600))
    expect(suggestedAnswerBy(now, at('2026-11-04', 600))).toEqual(at('2026-11-03', 600))
    expect(suggestedAnswerBy(now, at('2026-11-02', 900))).toEqual(at('2026-11-02', 900))
  })

  test('a reply gives two days more, never less than before, never past the start', () => {
    const slot = waiting()
    expect(answerByAfterReply(at('2026-11-07', 600), slot)).toEqual(at('2026-11-09', 600))
    expect(answerByAfterReply(at('2026-11-03', 600), slot)).toEqual(slot.answerBy)
    expect(answerByAfterReply(at('2026-11-11', 900), slot)).toEqual(slot.slotStartsAt)
  })
})

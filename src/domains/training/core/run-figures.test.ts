import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { SessionFacts } from './completion.ts'
import { afterwards, attendanceBySession, endings } from './run-figures.ts'
import { wentOnKinds } from './went-on.ts'

const session = (id: string, no: number, more: Partial<SessionFacts> = {}): SessionFacts => ({
  id,
  no,
  status: 'held',
  track: null,
  compulsory: false,
  day: day('2026-05-12'),
  ...more,
})

describe('attendance by session', () => {
  test('counts who was there, in any way; what was moved or cancelled is left out, a track stands for itself', () => {
    const sessions = [
      session('c', 2, { track: '話す' }),
      session('a', 1),
      session('b', 2, { track: '聞く' }),
      session('d', 3, { status: 'moved' }),
      session('e', 3, { status: 'cancelled' }),
    ]
    const last = (['present', 'late', 'online', 'absent', 'not_heard', 'made_up'] as const).map((state) => ({
      sessionId: 'a',
      state,
    }))
    expect(attendanceBySession(sessions, [...last, { sessionId: 'c', state: 'present' }])).toEqual([
      { id: 'a', no: 1, there: 3 },
      { id: 'c', no: 2, there: 1 },
      { id: 'b', no: 2, there: 0 },
    ])
  })
})

test('endings are counted, none left out', () => {
  expect(endings(['completed', 'taking', 'completed', 'left'])).toEqual({
    taking: 1,
    completed: 2,
    not_completed: 0,
    left: 1,
  })
})

describe('what people went on to', () => {
  const said = new Map([
    ['work', 3],
    ['study', 2],
  ] as const)

  test('is whole for the programme’s own staff', () => {
    expect(afterwards(said, 6, null)).toEqual({
      shown: true,
      counts: { active: 0, work: 3, study: 2, rest: 0 },
      unsaid: 1,
    })
  })
  test.each<[boolean, [number, number], number, number]>([
    [false, [3, 2], 6, 10],
    [true, [10, 12], 22, 10],
    [false, [10, 12], 23, 10],
    [true, [10, 12], 32, 10],
    [true, [0, 0], 0, 10],
    [false, [10, 9], 19, 10],
  ])('shown outside: %s for %j of %i', (shown, [work, study], ended, limit) => {
    const counts = new Map([
      ['work', work],
      ['study', study],
    ] as const)
    expect(afterwards(counts, ended, limit).shown).toBe(shown)
  })
  test('no small count ever leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), fc.nat(30), (counts, rest) => {
        const map = new Map(wentOnKinds.map((kind, at) => [kind, counts[at] ?? 0]))
        const ended = counts.reduce((sum, count) => sum + count, 0) + rest
        const seen = afterwards(map, ended, 10)
        if (!seen.shown) return
        for (const count of [...Object.values(seen.counts), seen.unsaid]) expect(count === 0 || count >= 10).toBe(true)
      }),
    )
  })
})

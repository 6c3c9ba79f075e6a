import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayFromSerial } from '#kernel/calendar-day.ts'
import { type Closing, closeBlockers, dueAfterVisit, urgencyOn, whoFollows } from './follow-up.ts'

const held = day('2026-11-22')
const anyDay = fc.integer({ min: 10_000, max: 30_000 }).map(dayFromSerial)

describe('after a visit', () => {
  test('somebody gets in touch the next day and a week later', () => {
    expect(dueAfterVisit(held, [1, 7])).toEqual([
      { reason: 'after_visit', dueOn: '2026-11-23' },
      { reason: 'later', dueOn: '2026-11-29' },
    ])
  })

  test('the programme may choose other days, in any order; the earliest is the contact right after', () => {
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: 0, max: 400 })), (heldOn, days) => {
        const due = dueAfterVisit(heldOn, days)
        expect(due.map(({ dueOn }) => dueOn)).toEqual(
          [...new Set(days)].sort((a, b) => a - b).map((n) => addDays(heldOn, n)),
        )
        expect(due.filter(({ reason }) => reason === 'after_visit')).toHaveLength(days.length === 0 ? 0 : 1)
        expect(due.every(({ dueOn }) => dueOn >= heldOn)).toBe(true)
      }),
    )
  })

  test('told twice, it asks for the same days', () => {
    fc.assert(
      fc.property(anyDay, fc.array(fc.integer({ min: 0, max: 60 })), (heldOn, days) => {
        expect(dueAfterVisit(heldOn, [...days, ...days].reverse())).toEqual(dueAfterVisit(heldOn, days))
      }),
    )
  })
})

describe('who gets in touch', () => {
  test('whoever follows and was there, else whoever follows, else whoever was there, else nobody yet', () => {
    expect(whoFollows(['a', 'b'], ['b', 'c'])).toBe('b')
    expect(whoFollows(['a'], ['c'])).toBe('a')
    expect(whoFollows([], ['c'])).toBe('c')
    expect(whoFollows([], [])).toBeNull()
  })
})

test('a day is late, today or coming, and only one of them', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (today, distance) => {
      const expected = distance < 0 ? 'late' : distance === 0 ? 'today' : 'coming'
      expect(urgencyOn(addDays(today, distance), today)).toBe(expected)
    }),
  )
})

describe('ending a follow-up', () => {
  const facts: Closing = {
    closedAlready: false,
    versionSeen: 1,
    versionNow: 1,
    nextOn: null,
    wordsOfRisk: false,
    today: held,
  }

  test('nothing stands in the way of what was done', () => {
    expect(closeBlockers(facts)).toEqual([])
    expect(closeBlockers({ ...facts, nextOn: held })).toEqual([])
  })

  test('it ends once, and not over what somebody else wrote', () => {
    expect(closeBlockers({ ...facts, closedAlready: true, versionNow: 2 })).toEqual([{ kind: 'already_closed' }])
    expect(closeBlockers({ ...facts, versionNow: 2 })).toEqual([{ kind: 'changed_meanwhile' }])
  })

  test('the next contact does not lie in the past', () => {
    expect(closeBlockers({ ...facts, nextOn: day('2026-11-21') })).toEqual([{ kind: 'next_day_gone' }])
  })

  test('where what was said calls for it, the next contact is agreed first', () => {
    expect(closeBlockers({ ...facts, wordsOfRisk: true })).toEqual([{ kind: 'next_day_needed' }])
    expect(closeBlockers({ ...facts, wordsOfRisk: true, nextOn: held })).toEqual([])
  })
})

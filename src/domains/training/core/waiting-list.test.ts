import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { type ApplicationStatus, applicationStatuses, holdsSeat } from './application-status.ts'
import {
  answerTimePassed,
  type InLine,
  inOrder,
  nextToAsk,
  seatsFree,
  seatsTaken,
  timeToRemind,
} from './waiting-list.ts'

const at = (minute: number): Date => new Date(Date.UTC(2026, 9, 1, 0, minute))
const one = (id: string, status: ApplicationStatus, more: Partial<InLine> = {}): InLine => ({
  id,
  status,
  pairId: null,
  drawn: null,
  since: at(0),
  left: false,
  ...more,
})
const waiting = (id: string, minute: number, more: Partial<InLine> = {}) =>
  one(id, 'waiting', { since: at(minute), ...more })
const idsOf = (parties: readonly (readonly InLine[])[]) => parties.map((party) => party.map(({ id }) => id).join('+'))

describe('whom to ask when a place becomes free', () => {
  const cases: [string, number, InLine[], string[]][] = [
    ['nobody waits', 2, [one('a', 'accepted')], []],
    ['the first who waits', 2, [one('a', 'accepted'), waiting('c', 2), waiting('b', 1)], ['b']],
    [
      'as many as places are free, in their order',
      3,
      [waiting('c', 2), waiting('b', 1), waiting('d', 3)],
      ['b', 'c', 'd'],
    ],
    ['nobody while an offer is open', 1, [one('a', 'offered'), waiting('b', 1)], []],
    ['nobody where everybody has accepted', 1, [one('a', 'accepted'), waiting('b', 1)], []],
    ['whoever left on the way gives the place back', 1, [one('a', 'accepted', { left: true }), waiting('b', 1)], ['b']],
    [
      'who declined, left or was not chosen holds no place',
      1,
      [
        one('a', 'declined'),
        one('b', 'withdrawn'),
        one('c', 'not_this_time'),
        one('d', 'draft'),
        one('e', 'submitted'),
        waiting('f', 1),
      ],
      ['f'],
    ],
    ['the draw goes before the time', 1, [waiting('a', 1, { drawn: 2 }), waiting('b', 2, { drawn: 1 })], ['b']],
    ['who came after the draw stands behind it', 1, [waiting('a', 1), waiting('b', 2, { drawn: 9 })], ['b']],
    [
      'a pair takes two places together',
      2,
      [waiting('a', 1, { pairId: 'p' }), waiting('b', 1, { pairId: 'p' })],
      ['a+b'],
    ],
    [
      'a pair waits for its second place, and nobody passes it',
      1,
      [waiting('a', 1, { pairId: 'p' }), waiting('b', 1, { pairId: 'p' }), waiting('c', 2)],
      [],
    ],
    ['fewer places than people hold them', 1, [one('a', 'accepted'), one('b', 'accepted'), waiting('c', 1)], []],
  ]
  test.each(cases)('%s', (_, capacity, line, expected) => {
    expect(idsOf(nextToAsk(capacity, line))).toEqual(expected)
  })

  test('those who applied are asked the same way, before the waiting list begins', () => {
    const line = [one('b', 'submitted', { since: at(2) }), one('a', 'submitted', { since: at(1) }), waiting('c', 0)]
    expect(idsOf(nextToAsk(1, line, 'submitted'))).toEqual(['a'])
  })
})

describe('a word before an offer ends', () => {
  test.each([
    ['on the day it was made', '2026-11-20', '2026-11-27', '2026-11-20', false],
    ['two days before', '2026-11-20', '2026-11-27', '2026-11-25', false],
    ['the day before', '2026-11-20', '2026-11-27', '2026-11-26', true],
    ['on the last day, where it was missed', '2026-11-20', '2026-11-27', '2026-11-27', true],
    ['when it is over', '2026-11-20', '2026-11-27', '2026-11-28', false],
    ['one day to answer: not at once', '2026-11-20', '2026-11-21', '2026-11-20', false],
    ['one day to answer: on that day', '2026-11-20', '2026-11-21', '2026-11-21', true],
    ['over the end of a year', '2026-12-25', '2027-01-01', '2026-12-31', true],
    ['over the end of February in a leap year', '2028-02-20', '2028-03-01', '2028-02-29', true],
  ])('%s', (_, offeredOn, answerUntil, today, expected) => {
    expect(timeToRemind({ offeredOn: day(offeredOn), answerUntil: day(answerUntil) }, day(today))).toBe(expected)
  })
})

describe('time to answer', () => {
  test.each([
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-11-23', true],
  ])('until 22 November, on %s: over %s', (today, over) => {
    expect(answerTimePassed(day('2026-11-22'), day(today))).toBe(over)
  })
})

const anyLine = fc
  .array(
    fc.record({
      status: fc.constantFrom(...applicationStatuses),
      paired: fc.boolean(),
      gone: fc.boolean(),
      drawn: fc.option(fc.nat(20)),
      minute: fc.nat(50),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.flatMap(({ status, paired, gone, drawn, minute }, at_): InLine[] => {
      const left = gone && status === 'accepted'
      const facts = { drawn, since: at(minute), left, pairId: paired ? `p${at_}` : null }
      return paired ? [one(`${at_}a`, status, facts), one(`${at_}b`, status, facts)] : [one(`${at_}`, status, facts)]
    }),
  )

describe('whatever the line', () => {
  test('offered and accepted together never exceed the places, and no pair is parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), anyLine, (capacity, line) => {
        const before = seatsTaken(line)
        const asked = nextToAsk(capacity, line).flat()
        expect(before + asked.length).toBeLessThanOrEqual(Math.max(capacity, before))
        for (const { pairId, id } of asked.filter((each) => each.pairId !== null))
          expect(asked.filter((each) => each.pairId === pairId).length, id).toBe(2)
      }),
    )
  })

  test('those who are asked are the head of the line, and the next would not fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), anyLine, (capacity, line) => {
        const order = inOrder(line.filter(({ status }) => status === 'waiting'))
        const asked = nextToAsk(capacity, line)
        expect(idsOf(asked)).toEqual(idsOf(order.slice(0, asked.length)))
        const next = order[asked.length]
        if (next) expect(next.length).toBeGreaterThan(seatsFree(capacity, line) - asked.flat().length)
      }),
    )
  })

  test('a life of yes, no, silence and leaving never gives one place twice', () => {
    const step = fc.record({ who: fc.nat(39), to: fc.constantFrom('accepted', 'declined', 'withdrawn', 'waiting') })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        anyLine,
        fc.array(step, { maxLength: 40 }),
        (capacity, start, steps) => {
          let line = start.map((each) =>
            holdsSeat(each.status) ? { ...each, left: false, status: 'waiting' as const } : each,
          )
          const ask = () => {
            const asked = new Set(
              nextToAsk(capacity, line)
                .flat()
                .map(({ id }) => id),
            )
            line = line.map((each) => (asked.has(each.id) ? { ...each, status: 'offered' as const } : each))
          }
          ask()
          for (const { who, to } of steps) {
            const key = line[who % Math.max(1, line.length)]
            line = line.map((each) => {
              const same = key && (key.pairId === null ? each.id === key.id : each.pairId === key.pairId)
              const answers =
                to === 'accepted' || to === 'declined'
                  ? each.status === 'offered'
                  : to === 'withdrawn' || each.status === 'declined'
              return same && answers ? { ...each, status: to as ApplicationStatus } : each
            })
            ask()
            expect(line.filter(({ status }) => holdsSeat(status)).length).toBeLessThanOrEqual(capacity)
          }
        },
      ),
    )
  })
})

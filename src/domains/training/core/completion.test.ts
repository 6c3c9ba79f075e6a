import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import {
  type AttendanceState,
  attendanceStates,
  type Condition,
  makeUpBlockers,
  type MakeUpWay,
  type SessionFacts,
  type TakingFacts,
  takingOf,
} from './completion.ts'

const first = day('2026-05-12')
const sessions: SessionFacts[] = Array.from({ length: 10 }, (_, at) => ({
  id: `s${at + 1}`,
  no: at + 1,
  status: 'held',
  track: null,
  compulsory: false,
  day: addDays(first, at * 7),
}))

const at = (no: number): SessionFacts => {
  const found = sessions.find((session) => session.no === no)
  if (!found) throw new Error(`no session ${no}`)
  return found
}
const changed = (no: number, change: Partial<SessionFacts>): SessionFacts[] =>
  sessions.map((session) => (session.no === no ? { ...session, ...change } : session))

const there = (nos: readonly number[], state: AttendanceState = 'present') =>
  nos.map((no) => ({ sessionId: `s${no}`, state }))
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1)

const rule: Condition[] = [
  { kind: 'at_least', k: 8 },
  { kind: 'named', nos: [1, 6] },
  { kind: 'homework', nos: [4] },
  { kind: 'practicum', days: 2 },
]
const fine: TakingFacts = {
  sessions,
  track: null,
  marks: there(upTo(10)),
  homeworkIn: ['s4'],
  practicumDays: 2,
  completion: rule,
  makeUp: { most: 1, within_days: 30, ways: ['video'] },
  today: day('2026-07-20'),
}
const without = (...nos: number[]) => there(upTo(10).filter((no) => !nos.includes(no)))
const kinds = (facts: Partial<TakingFacts>) => takingOf({ ...fine, ...facts }).blockers.map(({ kind }) => kind)

describe('completing', () => {
  test('nothing stands in the way where everything holds', () => {
    expect(takingOf(fine)).toMatchObject({ attended: 10, canMakeUp: 0, blockers: [] })
  })

  const alone: [string, Partial<TakingFacts>, string][] = [
    ['one session too few', { marks: without(8, 9, 10) }, 'more_sessions_needed'],
    ['a named session', { marks: without(6) }, 'named_missing'],
    ['a compulsory session', { marks: without(3), sessions: changed(3, { compulsory: true }) }, 'named_missing'],
    ['homework', { homeworkIn: ['s5'] }, 'homework_missing'],
    ['a day of practicum', { practicumDays: 1 }, 'practicum_missing'],
    ['one of all', { marks: without(10), completion: [{ kind: 'all' }] }, 'sessions_missing'],
  ]
  test.each(alone)('%s, alone, stands in the way', (_, facts, kind) => {
    expect(kinds(facts)).toEqual([kind])
  })

  const breaking = {
    more_sessions_needed: [8, 9, 10],
    named_missing: [6],
    homework_missing: [],
    practicum_missing: [],
  } as const
  const each = Object.keys(breaking) as (keyof typeof breaking)[]
  const subsets = each.reduce<(typeof each)[]>((all, kind) => [...all, ...all.map((some) => [...some, kind])], [[]])
  test.each(subsets.map((some) => [some.join(', ') || 'nothing', some] as const))(
    'of four conditions exactly what does not hold stands in the way: %s',
    (_, some) => {
      const facts: Partial<TakingFacts> = {
        marks: without(...some.flatMap((kind) => breaking[kind])),
        homeworkIn: some.includes('homework_missing') ? [] : ['s4'],
        practicumDays: some.includes('practicum_missing') ? 1 : 2,
      }
      expect(kinds(facts).toSorted()).toEqual(some.toSorted())
    },
  )

  test.each([
    [8, []],
    [7, ['more_sessions_needed']],
  ])('%i of ten, where eight are asked for: %j', (count, expected) => {
    expect(kinds({ marks: there(upTo(count)) })).toEqual(expected)
  })

  test.each([
    [2, []],
    [1, ['practicum_missing']],
    [0, ['practicum_missing']],
  ])('%i days of practicum, where two are asked for: %j', (practicumDays, expected) => {
    expect(kinds({ practicumDays })).toEqual(expected)
  })

  test.each(['late', 'online'] as const)('%s is being there', (state) => {
    expect(kinds({ marks: there(upTo(10), state) })).toEqual([])
  })
  test.each(['absent', 'not_heard'] as const)('%s is not', (state) => {
    expect(takingOf({ ...fine, marks: there(upTo(10), state) }).attended).toBe(0)
  })

  test('a cancelled session is asked of nobody, a moved one counts once', () => {
    const cancelled = changed(6, { status: 'cancelled' })
    expect(kinds({ sessions: cancelled, marks: without(6) })).toEqual([])
    const moved = [...changed(6, { status: 'moved' }), { ...at(6), id: 's6b', day: day('2026-07-14') }]
    expect(kinds({ sessions: moved }), 'what was entered for the day that fell through').toEqual(['named_missing'])
    const there6 = [...without(6), { sessionId: 's6b', state: 'present' as const }]
    expect(takingOf({ ...fine, sessions: moved, marks: there6 })).toMatchObject({ attended: 10, blockers: [] })
  })

  test('so many are asked for as took place, never more', () => {
    const three = sessions.slice(0, 3)
    expect(kinds({ sessions: three, completion: [{ kind: 'at_least', k: 8 }], marks: there([1, 2, 3]) })).toEqual([])
  })

  test('of split sessions only one’s own track counts', () => {
    const split = [...changed(7, { track: '聞く' }), { ...at(7), id: 's7b', track: '話す' }]
    const all: Condition[] = [{ kind: 'all' }]
    expect(kinds({ sessions: split, track: '聞く', completion: all })).toEqual([])
    expect(kinds({ sessions: split, track: '話す', completion: all })).toEqual(['sessions_missing'])
  })

  test('the last entry counts', () => {
    const corrected = [...without(6), ...there([6], 'absent'), ...there([6])]
    expect(kinds({ marks: corrected })).toEqual([])
    expect(kinds({ marks: [...corrected, ...there([6], 'absent')] })).toEqual(['named_missing'])
  })
})

describe('making up for it', () => {
  const missed = [...without(8, 9, 10), ...there([8, 9, 10], 'absent')]

  test('says which may be made up, and how many', () => {
    const { blockers, canMakeUp } = takingOf({ ...fine, marks: missed })
    expect(blockers).toEqual([{ kind: 'more_sessions_needed', more: 1, canBeMadeUp: [8, 9, 10] }])
    expect(canMakeUp).toBe(1)
  })

  test('what is made up counts, up to the limit', () => {
    expect(kinds({ marks: [...missed, ...there([9], 'made_up')] })).toEqual([])
    const two = takingOf({ ...fine, marks: [...missed, ...there([9, 10], 'made_up')] })
    expect(two).toMatchObject({ attended: 8, canMakeUp: 0 })
  })

  test('of more than count, the named one counts first', () => {
    const marks = [...without(2, 6), ...there([2, 6], 'made_up')]
    expect(kinds({ marks })).toEqual([])
  })

  test.each([
    ['too late', { today: day('2026-09-01') }, 0],
    ['on the last day', { today: addDays(first, 9 * 7 + 30) }, 1],
    ['no way is offered', { makeUp: { most: 1, within_days: null, ways: [] } }, 0],
    ['nothing may be made up', { makeUp: { most: 0, within_days: null, ways: ['talk' as const] } }, 0],
  ])('%s', (_, facts, expected) => {
    expect(takingOf({ ...fine, marks: missed, ...facts }).canMakeUp).toBe(expected)
  })

  test('what has not been held yet is not to be made up', () => {
    const early = takingOf({ ...fine, marks: there([1]), today: day('2026-05-13') })
    expect(early.sessions.filter(({ canBeMadeUp }) => canBeMadeUp)).toEqual([])
  })
})

describe('noting that it was made up', () => {
  const missed = takingOf({ ...fine, marks: [...without(8, 9), ...there([8, 9], 'absent')] })
  const made = { sessionId: 's9', heldOn: at(9).day, on: at(10).day, way: 'video' as const, today: fine.today }
  const blockers = (change: Partial<typeof made>, taking = missed) =>
    makeUpBlockers(taking, fine.makeUp, { ...made, ...change }).map(({ kind }) => kind)

  test('nothing stands in the way where it holds', () => expect(blockers({})).toEqual([]))
  test.each<[string, Partial<Omit<typeof made, 'way'>> & { way?: MakeUpWay }]>([
    ['not_missed', { sessionId: 's1' }],
    ['not_missed', { sessionId: 'of another run' }],
    ['not_in_this_way', { way: 'talk' }],
    ['in_the_future', { on: addDays(fine.today, 1) }],
    ['before_the_session', { on: addDays(at(9).day, -1) }],
    ['too_late', { on: addDays(at(9).day, 31), today: day('2026-09-01') }],
  ])('%s, alone', (kind, change) => {
    expect(blockers(change as Partial<typeof made>)).toEqual([kind])
  })
  test('the day it was done decides, not the day it is written down', () => {
    expect(blockers({ on: addDays(at(9).day, 30), today: day('2026-12-01') })).toEqual([])
  })
  test('only as many as the rule allows', () => {
    const used = takingOf({ ...fine, marks: [...without(8, 9), ...there([8], 'made_up'), ...there([9], 'absent')] })
    expect(blockers({}, used)).toEqual(['none_left'])
  })
})

describe('whatever was entered', () => {
  const anyMarks = fc.array(
    fc.record({
      sessionId: fc.constantFrom(...sessions.map(({ id }) => id)),
      state: fc.constantFrom(...attendanceStates),
    }),
    { maxLength: 25 },
  )
  const anyFacts = fc.record({ marks: anyMarks, most: fc.nat(4), k: fc.nat(12), nos: fc.subarray(upTo(10)) })
  const factsOf = ({
    marks,
    most,
    k,
    nos,
  }: {
    marks: TakingFacts['marks']
    most: number
    k: number
    nos: number[]
  }) => ({
    ...fine,
    marks,
    makeUp: { ...fine.makeUp, most },
    completion: [
      { kind: 'at_least', k },
      { kind: 'named', nos },
    ] as Condition[],
  })

  test('attending more never loses what one has', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...upTo(10)), fc.constantFrom('present', 'made_up'), (any, no, state) => {
        const facts = factsOf(any)
        const before = takingOf(facts)
        const now = before.sessions.find((session) => session.no === no)?.state
        if (state === 'made_up' && now !== null && now !== 'absent' && now !== 'not_heard') return
        const after = takingOf({ ...facts, marks: [...facts.marks, ...there([no], state as AttendanceState)] })
        expect(after.attended).toBeGreaterThanOrEqual(before.attended)
        if (before.blockers.length === 0) expect(after.blockers).toEqual([])
      }),
    )
  })

  test('nobody has attended more sessions than there were, nor made up more than the rule allows', () => {
    fc.assert(
      fc.property(anyFacts, (any) => {
        const taking = takingOf(factsOf(any))
        expect(taking.attended).toBeLessThanOrEqual(10)
        const madeUp = taking.sessions.filter(({ counts, state }) => counts && state === 'made_up')
        expect(madeUp.length).toBeLessThanOrEqual(any.most)
        expect(madeUp.length + taking.canMakeUp).toBeLessThanOrEqual(any.most)
      }),
    )
  })
})

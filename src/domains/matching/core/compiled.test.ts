import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromSerial } from '#kernel/calendar-day.ts'
import { someQuestions } from '#test/matching/some-questions.ts'
import { calendarsOver, freeAt, freeCounts } from './calendars.ts'
import { couldGoAlong } from './companions.ts'
import { shownReason, type Viewer } from './could-not.ts'
import type { Question, Slot, SupporterFacts } from './facts.ts'
import { gridAround, gridSlot } from './grid.ts'
import { couldBeFilled } from './group.ts'
import { askEverybody, judging } from './judged.ts'
import { neutralOrder } from './order.ts'
import { personConditions } from './person-conditions.ts'
import { agreedOf, askingOf, offeredFor, openSeats } from './question.ts'
import type { Offered } from './slot-conditions.ts'
import { firstNeedsPartner, slotConditions } from './slot-conditions.ts'
import { suggestions } from './suggestions.ts'
import type { Code, Verdict } from './verdict.ts'
import { codes } from './verdict.ts'
import { whoCould } from './who-could.ts'
import { type Advice, changesOf, withAdvice } from './would-help.ts'

// The answers once more, from the conditions alone: each is asked of everybody whenever its answer is needed. Nothing is kept, nothing is
// compiled, and no way is shortened.

interface Plain {
  offered: Offered
  people: SupporterFacts[]
}

const plainAnswers = (question: Question): Plain[] =>
  question.request.slots.map((slot) => {
    const offered = offeredFor(question, slot)
    const free = always(question).filter((one) => isFree(one, offered))
    const others = openSeats(question) > 1 ? free : []
    const partners = [...agreedOf(question), ...others].filter((one) => one.experience === 'much')
    const then = { ...offered, partners }
    return { offered: then, people: free.filter((one) => firstNeedsPartner(one, then) === null) }
  })

const always = (question: Question): SupporterFacts[] => {
  const asking = askingOf(question)
  return question.supporters.filter((one) => personConditions.every((condition) => condition(one, asking) === null))
}

const isFree = (person: SupporterFacts, offered: Offered): boolean =>
  slotConditions.every((condition) => condition(person, offered) === null)

const standing = (verdicts: readonly (Verdict | null)[]): Code[] => verdicts.flatMap((one) => one?.code ?? [])

const plainWhyNot = (person: SupporterFacts, question: Question, answers: readonly Plain[]): Code | undefined => {
  const asking = askingOf(question)
  const [first] = standing(personConditions.map((condition) => condition(person, asking)))
  if (first !== undefined) return first
  const atTimes = answers.map(({ offered }) =>
    standing([...slotConditions, firstNeedsPartner].map((condition) => condition(person, offered))),
  )
  return atTimes.toSorted((a, b) => a.length - b.length)[0]?.[0]
}

const different = (answers: readonly Plain[]): number => new Set(answers.flatMap(({ people }) => people)).size

const plainAdvice = (question: Question, answers: readonly Plain[]): Advice[] => {
  const { request } = question
  const now = different(answers)
  const changed = (change: 'online' | 'companion'): Advice[] => {
    const howMany = different(plainAnswers({ ...question, request: withAdvice(request, { change, howMany: 0 }) }))
    return howMany > now ? [{ change, howMany }] : []
  }
  return [
    ...plainTimes(question, Math.max(0, ...answers.map(({ people }) => people.length))),
    ...(couldBeFilled(question, answers) ? [] : plainFewer(question)),
    ...(request.online || !request.couldBeOnline ? [] : changed('online')),
    ...(answers.some(({ offered }) => offered.companions?.length === 0) ? changed('companion') : []),
  ]
}

const plainTimes = (question: Question, now: number): Advice[] => {
  const counted = gridSlots(question)
    .filter((slot) => somebodyGoesAlong(question, slot))
    .map((slot) => ({ slot, count: freeThen(question, slot).length }))
    .filter(({ count }) => count > now)
    .toSorted((a, b) => b.count - a.count)
  const days = Map.groupBy(counted, ({ slot }) => slot.day).values()
  return [...days].slice(0, 3).flatMap(([best]) => {
    if (!best) return []
    const { day, from, to } = best.slot
    const advice = { change: 'time' as const, day: dayFromSerial(day), from, to, howMany: 0 }
    const changed = { ...question, request: withAdvice(question.request, advice) }
    const howMany = different(plainAnswers(changed))
    return howMany > now ? [{ ...advice, howMany }] : []
  })
}

const gridSlots = ({ request, today }: Question): Slot[] => {
  const grid = gridAround(request, today)
  return grid ? Array.from({ length: grid.days * grid.starts }, (_, index) => gridSlot(grid, index)) : []
}

const somebodyGoesAlong = ({ request, companions }: Question, slot: Slot): boolean =>
  !request.companionNeeded || companions.some((companion) => couldGoAlong(companion, request, slot))

const freeThen = (question: Question, slot: Slot): SupporterFacts[] => {
  const offered = { ...offeredFor(question, slot), companions: null }
  return always(question).filter((one) => isFree(one, offered))
}

const plainFewer = (question: Question): Advice[] => {
  for (let wanted = question.request.wanted - 1; wanted > question.request.agreed.length; wanted -= 1) {
    const fewer = { ...question, request: { ...question.request, wanted } }
    const answers = plainAnswers(fewer)
    if (couldBeFilled(fewer, answers)) return [{ change: 'fewer', wanted, howMany: different(answers) }]
  }
  return []
}

const runs = { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) }

describe('what is asked once and kept says what the conditions say', () => {
  test('of who could come, and when', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const said = suggestions(question).could.map((one) => [one.personId, one.slotIds] as const)
        const plain = plainAnswers(question).flatMap(({ offered, people }) =>
          people.map((one) => ({ id: one.personId, slotId: offered.slot.id })),
        )
        const byPerson = Map.groupBy(plain, ({ id }) => id)
        expect(new Map(said)).toEqual(
          new Map(Array.from(byPerson, ([id, all]) => [id, all.map(({ slotId }) => slotId)] as const)),
        )
      }),
      runs,
    )
  })

  test.each<Viewer>(['coordinator', 'other'])('of who could not, and why first: read by %s', (viewer) => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const { supporters, request } = question
        const answers = plainAnswers(question)
        const order = neutralOrder(supporters, request.id).flatMap((place) => supporters[place] ?? [])
        const others = order.filter((one) => !request.agreed.includes(one.personId))
        const byReason = Map.groupBy(others, (one) => {
          const code = plainWhyNot(one, question, answers)
          return code === undefined ? null : shownReason(code, viewer)
        })
        byReason.delete(null)
        const said = suggestions(question, viewer).couldNot.map((group) => [group.reason, group.people] as const)
        expect(new Map<string | null, readonly string[]>(said)).toEqual(
          new Map(Array.from(byReason, ([reason, all]) => [reason, all.map((one) => one.personId)] as const)),
        )
      }),
      runs,
    )
  })

  test('of what would help', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        expect(suggestions(question).wouldHelp).toEqual(plainAdvice(question, plainAnswers(question)))
      }),
      runs,
    )
  })

  test('of who could come if something about the request were changed', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const judged = judging(question)
        const { online, companion } = changesOf(judged)
        const changed = [online, companion].filter((one) => one !== null)
        askEverybody(question.supporters, [judged, ...changed])
        for (const one of changed) {
          const said = whoCould(one).map(({ people }) => people)
          expect(said).toEqual(plainAnswers(one.question).map(({ people }) => people))
        }
      }),
      runs,
    )
  })

  test('of every half hour of everybody around the times offered', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const grid = gridAround(question.request, question.today)
        if (grid === null) return
        const judged = judging(question)
        const calendars = calendarsOver(grid, judged)
        askEverybody(question.supporters, [judged, calendars])
        const counts = freeCounts(calendars)
        for (const [index, slot] of gridSlots(question).entries()) {
          const free = question.supporters.filter((_, place) => freeAt(calendars, index)(place))
          expect(free).toEqual(freeThen(question, slot))
          expect(counts[index]).toBe(free.length)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('the questions made by chance meet every condition, at the offered times and around them, and every advice', () => {
  const met = new Map<string, number>()
  const meet = (what: string): void => void met.set(what, (met.get(what) ?? 0) + 1)
  for (const { question } of fc.sample(someQuestions, { numRuns: 400, seed: 1 })) {
    const answer = suggestions(question)
    for (const { change } of answer.wouldHelp) meet(change)
    for (const { offered } of plainAnswers(question))
      for (const person of always(question))
        for (const code of standing([...slotConditions, firstNeedsPartner].map((one) => one(person, offered))))
          meet(code)
    const asking = askingOf(question)
    for (const person of question.supporters)
      for (const code of standing(personConditions.map((condition) => condition(person, asking)))) meet(code)
  }
  const rare = [...codes, 'time', 'online', 'fewer', 'companion'].filter((what) => (met.get(what) ?? 0) < 10)
  expect(rare).toEqual([])
})

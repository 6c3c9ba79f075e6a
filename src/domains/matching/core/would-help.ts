import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayFromSerial, daySerial } from '#kernel/calendar-day.ts'
import { couldGoAlong } from './companions.ts'
import type { Question, RequestFacts, Slot, SupporterFacts } from './facts.ts'
import { couldBeFilled } from './group.ts'
import type { Grid } from './other-times.ts'
import { freeCounts, gridAround, gridSlot } from './other-times.ts'
import type { SlotAnswer } from './who-could.ts'
import { eligible, whoCould } from './who-could.ts'

/** A change of the request that would help, and how many could come then. It never asks anything of a person's own limits. */
export type Advice =
  | { change: 'time'; day: CalendarDay; from: number; to: number; howMany: number }
  | { change: 'online'; howMany: number }
  | { change: 'fewer'; wanted: number; howMany: number }
  | { change: 'companion'; howMany: number }

/** The request as it would be with the advice taken. */
export const withAdvice = (request: RequestFacts, advice: Advice): RequestFacts => {
  if (advice.change === 'online') return { ...request, online: true }
  if (advice.change === 'fewer') return { ...request, wanted: advice.wanted }
  if (advice.change === 'companion') return { ...request, companionNeeded: false }
  const slot = { id: 'other', day: daySerial(advice.day), from: advice.from, to: advice.to }
  return { ...request, slots: [slot] }
}

export const wouldHelp = (
  question: Question,
  people: readonly SupporterFacts[],
  answers: readonly SlotAnswer[],
): Advice[] => {
  const filled = couldBeFilled(question, answers)
  const howMany = countDifferent(answers)
  return [
    ...otherTimes(question, people, Math.max(0, ...answers.map((answer) => answer.people.length))),
    ...(filled ? [] : fewerPeople(question)),
    ...online(question, howMany),
    ...companion(question, people, answers, howMany),
  ]
}

export const countDifferent = (answers: readonly SlotAnswer[]): number =>
  answers.length === 1 ? (answers[0]?.people.length ?? 0) : new Set(answers.flatMap((answer) => answer.people)).size

const times = 3

// The grid says where to look; what is said is counted with the conditions themselves.
const otherTimes = (question: Question, people: readonly SupporterFacts[], now: number): Advice[] => {
  const grid = gridAround(question.request, question.today)
  if (grid === null || grid.days === 0) return []
  const slots = bestTimes(question, grid, freeCounts(question, people, grid), now)
  return whoCould({ ...question, request: { ...question.request, slots } }, people)
    .map(({ offered: { slot }, people: then }) => ({
      change: 'time' as const,
      day: dayFromSerial(slot.day),
      from: slot.from,
      to: slot.to,
      howMany: then.length,
    }))
    .filter((advice) => advice.howMany > now)
}

/** The best times, on different days, at which somebody can go along. */
const bestTimes = (question: Question, grid: Grid, counts: Int32Array, above: number): Slot[] => {
  const found: Slot[] = []
  for (const index of bestFirst(counts, above)) {
    const slot = gridSlot(grid, index)
    if (found.some((one) => one.day === slot.day) || !hasCompanion(question, slot)) continue
    found.push(slot)
    if (found.length === times) break
  }
  return found
}

const bestFirst = (counts: Int32Array, above: number): number[] =>
  Array.from(counts.keys())
    .filter((index) => (counts[index] ?? 0) > above)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)

const hasCompanion = ({ companions, request }: Question, slot: Slot): boolean =>
  !request.companionNeeded || companions.some((companion) => couldGoAlong(companion, request, slot))

const fewerPeople = (question: Question): Advice[] => {
  const { request } = question
  for (let wanted = request.wanted - 1; wanted > request.agreed.length; wanted -= 1) {
    const fewer = { ...question, request: { ...request, wanted } }
    const answers = whoCould(fewer)
    if (couldBeFilled(fewer, answers)) return [{ change: 'fewer', wanted, howMany: countDifferent(answers) }]
  }
  return []
}

const online = (question: Question, now: number): Advice[] => {
  if (question.request.online || !question.request.couldBeOnline) return []
  const changed = { ...question, request: { ...question.request, online: true } }
  const among = question.supporters.filter((person) => person.online)
  const people = eligible(changed, among)
  const howMany = countDifferent(whoCould(changed, people))
  return howMany > now ? [{ change: 'online', howMany }] : []
}

const companion = (
  question: Question,
  people: readonly SupporterFacts[],
  answers: readonly SlotAnswer[],
  now: number,
): Advice[] => {
  if (!answers.some(({ offered }) => offered.companions?.length === 0)) return []
  const request = { ...question.request, companionNeeded: false }
  const howMany = countDifferent(whoCould({ ...question, request }, people))
  return howMany > now ? [{ change: 'companion', howMany }] : []
}

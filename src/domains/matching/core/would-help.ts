import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayFromSerial, daySerial } from '#kernel/calendar-day.ts'
import { bitsFor } from './bits.ts'
import { type Calendars, calendarsOver, freeAt, freeCounts } from './calendars.ts'
import { couldGoAlong } from './companions.ts'
import type { Question, RequestFacts, Slot } from './facts.ts'
import { gridAround, gridSlot } from './grid.ts'
import { couldBeFilled } from './group.ts'
import { type Conditions, type Judged, type JudgedTime, judgingAgain, unsaid } from './judged.ts'
import { mode, personConditions, travel } from './person-conditions.ts'
import { offeredFor } from './question.ts'
import { avoidsEveryCompanion, busy, noCompanion, slotConditions } from './slot-conditions.ts'
import type { SlotAnswer } from './who-could.ts'
import { answerAt, countDifferent, whoCould } from './who-could.ts'

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

/** What could be changed, asked about along with the request as it is. Null: there is nothing to change. */
export interface Changes {
  time: Calendars | null
  online: Judged | null
  companion: Judged | null
}

export const changesOf = (judged: Judged): Changes => {
  const { request, today } = judged.question
  const grid = gridAround(request, today)
  const couldMove = !request.online && request.couldBeOnline
  const lacksCompanion = judged.times.some(({ offered }) => offered.companions?.length === 0)
  return {
    time: grid && calendarsOver(grid, judged),
    online: couldMove ? judgingAgain(judged, { ...request, online: true }, lookAtOnline) : null,
    companion: lacksCompanion ? judgingAgain(judged, { ...request, companionNeeded: false }, lookAtCompanions) : null,
  }
}

const lookAtCompanions: Conditions = {
  always: 0,
  times: bitsFor(slotConditions, [noCompanion, avoidsEveryCompanion]),
}

const lookAtOnline: Conditions = {
  always: bitsFor(personConditions, [mode, travel]),
  times: bitsFor(slotConditions, [busy]) | lookAtCompanions.times,
}

export const wouldHelp = (
  judged: Judged,
  answers: readonly SlotAnswer[],
  changes: Changes,
  fillable: boolean,
): Advice[] => {
  const howMany = countDifferent(answers)
  return [
    ...otherTimes(judged, changes.time, Math.max(0, ...answers.map((answer) => answer.people.length))),
    ...(fillable ? [] : fewerPeople(judged)),
    ...changedTo('online', changes.online, howMany),
    ...changedTo('companion', changes.companion, howMany),
  ]
}

const changedTo = (change: 'online' | 'companion', then: Judged | null, now: number): Advice[] => {
  const howMany = then ? countDifferent(whoCould(then)) : 0
  return howMany > now ? [{ change, howMany }] : []
}

const times = 3

const otherTimes = (judged: Judged, calendars: Calendars | null, now: number): Advice[] =>
  calendars === null
    ? []
    : bestTimes(judged.question, calendars, now)
        .map((index) => answerAt(judged, timeOf(judged, calendars, index)))
        .filter(({ people }) => people.length > now)
        .map(({ offered: { slot }, people }) => timeAdvice(slot, people.length))

export const timeAdvice = ({ day, from, to }: Slot, howMany: number): Advice => ({
  change: 'time',
  day: dayFromSerial(day),
  from,
  to,
  howMany,
})

/** Who is free then, as far as somebody could go along whom they do not avoid. */
const timeOf = ({ question, wary }: Judged, calendars: Calendars, index: number): JudgedTime => {
  const offered = offeredFor(question, gridSlot(calendars.grid, index))
  const isFree = freeAt(calendars, index)
  const stands = new Int32Array(question.supporters.length)
  for (let place = 0; place < stands.length; place += 1) if (!isFree(place)) stands[place] = unsaid
  for (const place of wary) {
    const person = question.supporters[place]
    if (person && avoidsEveryCompanion(person, offered) !== null) stands[place] = unsaid
  }
  return { offered, stands }
}

/** The best times, on different days, at which somebody can go along. */
const bestTimes = (question: Question, calendars: Calendars, above: number): number[] => {
  const found = new Map<number, number>()
  for (const index of bestFirst(freeCounts(calendars), above)) {
    const slot = gridSlot(calendars.grid, index)
    if (!found.has(slot.day) && hasCompanion(question, slot)) found.set(slot.day, index)
    if (found.size === times) break
  }
  return [...found.values()]
}

const bestFirst = (counts: Int32Array, above: number): number[] =>
  Array.from(counts.keys())
    .filter((index) => (counts[index] ?? 0) > above)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)

const hasCompanion = ({ companions, request }: Question, slot: Slot): boolean =>
  !request.companionNeeded || companions.some((companion) => couldGoAlong(companion, request, slot))

const fewerPeople = (judged: Judged): Advice[] => {
  const { request } = judged.question
  for (let wanted = request.wanted - 1; wanted > request.agreed.length; wanted -= 1) {
    const fewer = { ...judged, question: { ...judged.question, request: { ...request, wanted } } }
    const answers = whoCould(fewer)
    if (couldBeFilled(fewer.question, answers)) return [{ change: 'fewer', wanted, howMany: countDifferent(answers) }]
  }
  return []
}

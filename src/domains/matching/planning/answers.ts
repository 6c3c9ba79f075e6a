import { dayFromSerial } from '#kernel/calendar-day.ts'
import { shownReason, type ShownReason } from '../core/could-not.ts'
import type { Question, RequestFacts, Slot, SupporterFacts } from '../core/facts.ts'
import { gridAround, gridSlot } from '../core/grid.ts'
import { couldBeFilled } from '../core/group.ts'
import { askingOf } from '../core/question.ts'
import { avoidsEveryCompanion, firstNeedsPartner, type Offered, offeredAt } from '../core/slot-conditions.ts'
import type { Code } from '../core/verdict.ts'
import { partnersAmong } from '../core/who-could.ts'
import { type Advice, timeAdvice } from '../core/would-help.ts'
import { countIn, eachIn, isIn, keepThoseIn, leaveOut, type Mask } from './masks.ts'
import type { MonthFacts } from './month.ts'
import { among, type Step, whoCouldIn } from './who-could.ts'

/** What is to be said of one request: the same as `suggestions` says, without its lists of people. */
export interface Answer {
  /** Those who could come at one of the times. */
  could: Mask
  /** What stands first in the way of the others, most frequent first; each once. */
  couldNot: readonly { reason: ShownReason; howMany: number }[]
  wouldHelp: readonly Advice[]
  fillable: boolean
  /** At one of the times somebody could go along, or nobody has to. */
  accompanied: boolean
}

/**
 * Answers about the requests of a month. The conditions are asked once for all of them (`whoCouldIn`), so that a month's open requests
 * are explained in the time in which one is explained alone.
 */
export const answersIn = (month: MonthFacts) => {
  const could = whoCouldIn(month)
  const timesOf = (question: Question, whatever: Mask): Time[] =>
    question.request.slots.map((slot) => timeAt(could, question, slot, whatever))
  const howManyIf = (question: Question): number =>
    countIn(atSomeTime(month, timesOf(question, could.forRequest(question.request))))
  return (request: RequestFacts): Answer => {
    const question = questionIn(month, request)
    const always = could.stepsFor(request)
    const whatever = could.forRequest(request)
    const times = timesOf(question, whatever)
    const people = atSomeTime(month, times)
    const fillable = couldBeFilled(question, times)
    const now = countIn(people)
    const changed = (change: 'online' | 'companion', then: RequestFacts): Advice[] => {
      const howMany = howManyIf({ ...question, request: then })
      return howMany > now ? [{ change, howMany }] : []
    }
    const couldMove = !request.online && request.couldBeOnline
    const lacksCompanion = times.some(({ offered }) => offered.companions?.length === 0)
    return {
      could: people,
      couldNot: groupsOf(question, always, times, people),
      wouldHelp: [
        ...otherTimes(could, question, whatever, Math.max(0, ...times.map((time) => time.people.length))),
        ...(fillable ? [] : fewerPeople(question, (fewer) => timesOf(fewer, whatever))),
        ...(couldMove ? changed('online', { ...request, online: true }) : []),
        ...(lacksCompanion ? changed('companion', { ...request, companionNeeded: false }) : []),
      ],
      fillable,
      accompanied: times.some(({ offered }) => offered.companions === null || offered.companions.length > 0),
    }
  }
}

export const questionIn = (
  { supporters, companions, settings, today }: MonthFacts,
  request: RequestFacts,
): Question => ({ request, supporters, companions, settings, today: dayFromSerial(today) })

type WhoCould = ReturnType<typeof whoCouldIn>

/** One time, and who could come then. */
interface Time {
  offered: Offered
  /** The conditions of the time that one person meets or does not, in the order in which they are asked. */
  steps: readonly Step[]
  /** In whose way nothing stands but perhaps that nobody experienced comes too. */
  free: Mask
  people: readonly SupporterFacts[]
}

const timeAt = (could: WhoCould, question: Question, slot: Slot, whatever: Mask): Time => {
  const { request, settings, supporters, companions } = question
  const along = request.companionNeeded ? peopleIn(companions, could.couldAccompany(request, slot)) : null
  const alone = offeredAt(request, slot, settings, along)
  const steps = [
    ...could.stepsOn(request, slot),
    ...could.stepsAt(request, slot, whatever),
    ...stepsBeside(supporters, alone, whatever),
  ]
  const free = among(whatever, steps)
  const those = peopleIn(supporters, free)
  const offered = { ...alone, partners: partnersAmong(question, those) }
  return { offered, steps, free, people: those.filter((one) => firstNeedsPartner(one, offered) === null) }
}

/** Nobody goes along, or only such as a person avoids. */
const stepsBeside = (supporters: readonly SupporterFacts[], offered: Offered, these: Mask): Step[] => {
  const { companions } = offered
  if (companions === null) return []
  if (companions.length === 0) return [{ code: 'companion', open: new Int32Array(these.length) }]
  const open = these.slice()
  eachIn(these, (place) => {
    if (avoidsEveryCompanion(supporters[place] as SupporterFacts, offered) !== null) leaveOut(open, place)
  })
  return [{ code: 'avoid', open }]
}

const peopleIn = <Person>(people: readonly Person[], mask: Mask): Person[] => {
  const found: Person[] = []
  eachIn(mask, (place) => found.push(people[place] as Person))
  return found
}

const atSomeTime = ({ supporters }: MonthFacts, times: readonly Time[]): Mask => {
  const mask = new Int32Array((supporters.length + 31) >> 5)
  for (const { free, people, offered } of times) {
    const left = people.length === countIn(free) ? free : withoutPartner(supporters, free, offered)
    for (let w = 0; w < mask.length; w += 1) mask[w] = (mask[w] as number) | (left[w] as number)
  }
  return mask
}

const withoutPartner = (supporters: readonly SupporterFacts[], free: Mask, offered: Offered): Mask => {
  const left = free.slice()
  eachIn(free, (place) => {
    if (firstNeedsPartner(supporters[place] as SupporterFacts, offered) !== null) leaveOut(left, place)
  })
  return left
}

/** Everybody once, by what stands first in their way: whatever the time, or at the time that stands open most. */
const groupsOf = (
  question: Question,
  always: readonly Step[],
  times: readonly Time[],
  could: Mask,
): Answer['couldNot'] => {
  const { supporters } = question
  const groups = new Map<ShownReason, number>()
  const add = (code: Code, howMany: number): void => {
    const reason = shownReason(code, 'coordinator')
    if (howMany > 0) groups.set(reason, (groups.get(reason) ?? 0) + howMany)
  }
  const left = new Int32Array((supporters.length + 31) >> 5)
  supporters.forEach((_, place) => (left[place >> 5] = (left[place >> 5] as number) | (1 << (place & 31))))
  for (const place of agreedPlaces(question)) leaveOut(left, place)
  let before = countIn(left)
  for (const { code, open } of always) {
    keepThoseIn(left, open)
    const after = countIn(left)
    add(code, before - after)
    before = after
  }
  eachIn(left, (place) => {
    if (isIn(could, place)) return
    const code = nearestCode(times, supporters[place] as SupporterFacts, place)
    if (code !== null) add(code, 1)
  })
  return Array.from(groups, ([reason, howMany]) => ({ reason, howMany })).sort((a, b) => b.howMany - a.howMany)
}

const agreedPlaces = (question: Question): number[] => {
  const { agreed } = askingOf(question)
  return agreed.map((one) => question.supporters.indexOf(one))
}

const nearestCode = (times: readonly Time[], person: SupporterFacts, place: number): Code | null => {
  let nearest: readonly Code[] | null = null
  for (const { steps, offered } of times) {
    const against = steps.filter(({ open }) => !isIn(open, place)).map(({ code }) => code)
    if (firstNeedsPartner(person, offered) !== null) against.push('first_needs_partner')
    if (nearest === null || against.length < nearest.length) nearest = against
  }
  return nearest?.[0] ?? null
}

const fewerPeople = (question: Question, timesOf: (fewer: Question) => Time[]): Advice[] => {
  const { request } = question
  for (let wanted = request.wanted - 1; wanted > request.agreed.length; wanted -= 1) {
    const fewer = { ...question, request: { ...request, wanted } }
    const times = timesOf(fewer)
    if (!couldBeFilled(fewer, times)) continue
    const different = new Set(times.flatMap(({ people }) => people))
    return [{ change: 'fewer', wanted, howMany: different.size }]
  }
  return []
}

/** The best times, on different days, at which more could come and somebody can go along. */
const otherTimes = (could: WhoCould, question: Question, whatever: Mask, now: number): Advice[] => {
  const { request, today } = question
  const grid = gridAround(request, today)
  if (grid === null) return []
  const counted: { slot: Slot; count: number }[] = []
  for (let day = 0; day < grid.days; day += 1) {
    const those = among(whatever, could.stepsOn(request, gridSlot(grid, day * grid.starts)))
    if (countIn(those) <= now) continue
    for (let start = 0; start < grid.starts; start += 1) {
      const slot = gridSlot(grid, day * grid.starts + start)
      const count = countIn(among(those, could.stepsAt(request, slot, those)))
      if (count > now) counted.push({ slot, count })
    }
  }
  const goesAlong = (slot: Slot): boolean =>
    !request.companionNeeded || countIn(could.couldAccompany(request, slot)) > 0
  const best = new Map<number, Slot>()
  for (const { slot } of counted.sort((a, b) => b.count - a.count)) {
    if (!best.has(slot.day) && goesAlong(slot)) best.set(slot.day, slot)
    if (best.size === mostTimes) break
  }
  return [...best.values()]
    .map((slot) => timeAt(could, question, slot, whatever))
    .filter(({ people }) => people.length > now)
    .map(({ offered: { slot }, people }) => timeAdvice(slot, people.length))
}

const mostTimes = 3

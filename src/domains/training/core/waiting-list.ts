import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { type ApplicationStatus, holdsSeat } from './application-status.ts'

/** An application as far as its place in the line goes. */
export interface InLine {
  id: string
  status: ApplicationStatus
  /** Two of one office take two seats together, or none. */
  pairId: string | null
  /** Its place in a draw, where one was made. */
  drawn: number | null
  /** Since when it is in the line: sent, or waiting. */
  since: Date
  /** They took the run and left it on the way: their seat is free again. */
  left: boolean
}

/** One application, or the two of a pair. */
export type Party = readonly InLine[]

/** The parties of these applications in their order: as drawn, else the earlier first. */
export const inOrder = (line: readonly InLine[]): Party[] => {
  const parties = new Map<string, InLine[]>()
  for (const one of line) {
    const key = one.pairId ?? one.id
    parties.set(key, [...(parties.get(key) ?? []), one])
  }
  return [...parties.values()]
    .map((party) => party.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    .toSorted((a, b) => before(a, b))
}

/** How many seats were offered or accepted, and not given back. */
export const seatsTaken = (all: readonly Pick<InLine, 'status' | 'left'>[]): number =>
  all.filter(({ status, left }) => holdsSeat(status) && !left).length

export const seatsFree = (capacity: number, all: readonly Pick<InLine, 'status' | 'left'>[]): number =>
  Math.max(0, capacity - seatsTaken(all))

/**
 * Whom to ask now, in their order. Nobody is passed: where two seats are needed and one is free, the line waits for the second.
 */
export const nextToAsk = (
  capacity: number,
  all: readonly InLine[],
  from: 'waiting' | 'submitted' = 'waiting',
): Party[] => {
  let free = seatsFree(capacity, all)
  const asked: Party[] = []
  for (const party of inOrder(all.filter((one) => one.status === from))) {
    if (party.length > free) break
    free -= party.length
    asked.push(party)
  }
  return asked
}

/** The day before an offer ends, or its last day where it was made only yesterday: never on the day it was made. */
export const timeToRemind = (
  offer: { offeredOn: CalendarDay; answerUntil: CalendarDay },
  today: CalendarDay,
): boolean => offer.offeredOn < today && addDays(offer.answerUntil, -1) <= today && today <= offer.answerUntil

/** An answer in time counts on the whole of its last day. */
export const answerTimePassed = (answerUntil: CalendarDay, today: CalendarDay): boolean => today > answerUntil

const before = (a: Party, b: Party): number =>
  drawnOf(a) - drawnOf(b) || sinceOf(a) - sinceOf(b) || ((a[0]?.id ?? '') < (b[0]?.id ?? '') ? -1 : 1)

const last = Number.MAX_SAFE_INTEGER
const drawnOf = (party: Party): number => Math.min(...party.map((one) => one.drawn ?? last))
const sinceOf = (party: Party): number => Math.min(...party.map((one) => one.since.getTime()))

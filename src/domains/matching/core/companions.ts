import type { CompanionFacts, RequestFacts, Slot } from './facts.ts'
import { collides } from './slot-conditions.ts'
import { countWithin, covers, rangesOn, weekStartOf } from './time.ts'
import { travelMinutes } from './travel.ts'

/** Whether this staff member could go along at this time. */
export const couldGoAlong = (companion: CompanionFacts, request: RequestFacts, slot: Slot): boolean =>
  works(companion, slot) &&
  withinReach(companion, request) &&
  withinLoad(companion, slot) &&
  isFreeFor(companion, request, slot)

/** Whether what is booked, and the way there, leave them the time. */
export const isFreeFor = (companion: CompanionFacts, request: RequestFacts, slot: Slot): boolean =>
  !companion.busy.some((taken) => collides(taken, slot, companion.base, request))

/** Whether they work then. */
export const works = ({ hours }: CompanionFacts, slot: Slot): boolean =>
  hours === null || covers(rangesOn(hours, slot.day), slot.from, slot.to)

/** Whether it is not too far. An online visit is accompanied from the staff member's own base. */
export const withinReach = (companion: CompanionFacts, request: RequestFacts): boolean => {
  if (request.online || companion.maxTravelMinutes === null) return true
  const minutes = travelMinutes(companion.base, request.place?.point ?? null)
  return minutes === null || minutes <= companion.maxTravelMinutes
}

/** Whether it is not too much for them. */
export const withinLoad = (companion: CompanionFacts, { day }: Slot): boolean => {
  const monday = weekStartOf(day)
  return (
    below(companion.maxPerDay, countWithin(companion.visitDays, day, day)) &&
    below(companion.maxPerWeek, countWithin(companion.visitDays, monday, monday + 6))
  )
}

const below = (limit: number | null, count: number): boolean => limit === null || count < limit

/** Who could go along at this time; null where the request needs nobody. */
export const companionsAt = (
  companions: readonly CompanionFacts[],
  request: RequestFacts,
  slot: Slot,
): readonly CompanionFacts[] | null =>
  request.companionNeeded ? companions.filter((companion) => couldGoAlong(companion, request, slot)) : null

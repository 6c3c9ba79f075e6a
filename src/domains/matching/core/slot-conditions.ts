import type { Condition } from './bits.ts'
import type { Busy, CompanionFacts, Point, RequestFacts, Settings, Slot, SupporterFacts } from './facts.ts'
import { cannotGoTogether } from './person-conditions.ts'
import { countWithin, covers, monthAround, rangesOn, weekStartOf } from './time.ts'
import { travelMinutes } from './travel.ts'
import type { Verdict } from './verdict.ts'
import { verdict } from './verdict.ts'

/** Between two things that take somebody's time, besides the way. */
export const breathMinutes = 10

/** One time offered, with what is the same for everybody. */
export interface Offered {
  request: RequestFacts
  slot: Slot
  settings: Settings
  week: { from: number; to: number }
  month: { from: number; to: number }
  /** Who could go along at this time; null where nobody needs to. */
  companions: readonly CompanionFacts[] | null
  /** The experienced who could be beside a first-timer at this time. */
  partners: readonly SupporterFacts[]
}

export type SlotCondition = Condition<Offered>

/** Whether none of the conditions stands in the way. */
export const isOpen = (conditions: readonly SlotCondition[], person: SupporterFacts, offered: Offered): boolean =>
  conditions.every((condition) => condition(person, offered) === null)

export const offeredAt = (
  request: RequestFacts,
  slot: Slot,
  settings: Settings,
  companions: readonly CompanionFacts[] | null,
): Offered => ({
  request,
  slot,
  settings,
  week: { from: weekStartOf(slot.day), to: weekStartOf(slot.day) + 6 },
  month: monthAround(slot.day),
  companions,
  partners: [],
})

export const notRegistered: SlotCondition = (person, { slot }) =>
  person.registeredFrom <= slot.day && (person.registeredUntil === null || slot.day <= person.registeredUntil)
    ? null
    : verdict('not_registered')

export const monthLimit: SlotCondition = (person, { month }) =>
  countWithin(person.visitDays, month.from, month.to) < person.maxPerMonth ? null : verdict('month_limit')

export const weekLimit: SlotCondition = (person, { week }) =>
  countWithin(person.visitDays, week.from, week.to) < person.maxPerWeek ? null : verdict('week_limit')

/** Full days of rest between two visits; without any there is still at most one visit a day. */
export const rest: SlotCondition = (person, { slot }) =>
  countWithin(person.visitDays, slot.day - person.restDays, slot.day + person.restDays) === 0 ? null : verdict('rest')

export const hours: SlotCondition = (person, { slot }) =>
  covers(rangesOn(person.hours, slot.day), slot.from, slot.to) ? null : outsideHours(person)

const outsideTheirs = verdict('hours', { said: true })
const neverSaid = verdict('hours', { said: false })
const outsideHours = (person: SupporterFacts): Verdict => (person.hours.said ? outsideTheirs : neverSaid)

export const busy: SlotCondition = (person, { request, slot }) => {
  // A plain loop here and in countWithin: lists of each kind of number meet here, and an iterator over them costs more than the question.
  for (let i = 0; i < person.busy.length; i += 1) {
    const taken = person.busy[i]
    if (taken && collides(taken, slot, person.base, request)) return verdict('busy')
  }
  return null
}

/** Whether the way between the two and a breath do not fit. */
export const collides = (taken: Busy, slot: Slot, base: Point | null, request: RequestFacts): boolean => {
  const from = slot.day * dayMinutes + slot.from
  const to = slot.day * dayMinutes + slot.to
  if (isFarFrom(taken, from, to)) return false
  const gap = gapBeside(taken, base, request)
  return from < taken.to + gap && taken.from < to + gap
}

/** So long before or after that no way between them has to be reckoned: none counts as longer than a day. */
export const isFarFrom = (taken: Busy, from: number, to: number): boolean =>
  taken.to + dayMinutes <= from || to + dayMinutes <= taken.from

/** The minutes needed between this booking and the visit. Where a point is not known, only the breath counts. */
export const gapBeside = (taken: Busy, base: Point | null, request: RequestFacts): number => {
  const here = request.online ? base : (request.place?.point ?? null)
  const way = travelMinutes(taken.online ? base : taken.point, here) ?? 0
  return Math.min(way + breathMinutes, dayMinutes)
}

export const dayMinutes = 1440

export const noCompanion: SlotCondition = (_person, { companions }) =>
  companions !== null && companions.length === 0 ? verdict('companion') : null

export const avoidsEveryCompanion: SlotCondition = (person, { companions }) =>
  companions !== null &&
  companions.length > 0 &&
  companions.length <= person.avoidsPeople.size &&
  companions.every((companion) => person.avoidsPeople.has(companion.personId))
    ? verdict('avoid')
    : null

/** For a first time somebody experienced goes too, where the programme says so. Asked last: it depends on who else could. */
export const firstNeedsPartner: SlotCondition = (person, { settings, partners }) => {
  if (!settings.firstNeedsExperienced || person.experience !== 'first') return null
  return partners.some((other) => !cannotGoTogether(person, other)) ? null : verdict('first_needs_partner')
}

/** What a person has set themselves: it depends on what else they do. */
export const ownLimits: readonly SlotCondition[] = [monthLimit, weekLimit, rest]

export const slotConditions: readonly SlotCondition[] = [
  notRegistered,
  ...ownLimits,
  hours,
  busy,
  noCompanion,
  avoidsEveryCompanion,
]

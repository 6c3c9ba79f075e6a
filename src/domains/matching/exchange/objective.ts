import type { ExchangeSupporter } from './form.ts'
import type { Known, KnownVisit } from './known-visits.ts'
import { minutesBetween } from './plane.ts'

/** What a plan is worth, part by part, and J, by which solvers are compared. */
export interface Objective {
  filled: number
  /** Seats given to somebody who wants the activity. */
  want: number
  fairness: number
  /** Seats where the person likes the place and the place would like them back. */
  continuity: number
  /** Minutes of supporters, one way. */
  travel: number
  j: number
}

export const objectiveOf = (visits: readonly KnownVisit[]): Objective => {
  const sum: Objective = {
    filled: visits.length,
    want: 0,
    fairness: 0,
    continuity: 0,
    travel: 0,
    j: 1000 * visits.length,
  }
  const chances = new Map<number, number>()
  for (const visit of visits) {
    for (const one of visit.people) {
      const seat = seatOf(visit, one)
      const chance = (chances.get(one.id) ?? 0) + 1
      const fairness = chanceValue(one.who, chance)
      chances.set(one.id, chance)
      sum.want += seat.want
      sum.continuity += seat.continuity
      sum.travel += seat.travel
      sum.fairness += fairness
      sum.j += 10 * seat.want + 8 * seat.continuity + 4 * seat.experience - Math.floor(seat.travel / 10) + fairness
    }
    sum.j -= companionCost(visit)
  }
  return sum
}

const seatOf = ({ asked, place }: KnownVisit, { id, who: person }: Known<ExchangeSupporter>) => ({
  want: Number(person.activities[asked.activity] === 2),
  continuity: Number(person.likesPlaces.includes(asked.place) && asked.welcomes.includes(id)),
  experience: Number(asked.softExperience.some((kind) => person.experience.includes(kind))),
  travel: asked.online ? 0 : minutesBetween(person, place),
})

/** The k-th chance of a month is worth less than the one before, and nothing to whom nothing is wished. */
const chanceValue = ({ wished, received }: ExchangeSupporter, k: number): number =>
  wished === 0 ? 0 : Math.max(0, Math.round(30 * (1 - (received + k - 1) / wished)))

const companionCost = ({ asked, place, staff }: KnownVisit): number => {
  if (!asked.staffNeeded || staff === null) return 0
  const minutes = asked.online ? 0 : minutesBetween(staff.who, place)
  return Math.floor(minutes / 15) - (place.regularStaff === staff.id ? 5 : 0)
}

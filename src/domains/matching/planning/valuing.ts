import type { RequestFacts, SupporterFacts } from '../core/facts.ts'
import { neutralOrder } from '../core/order.ts'
import type { MonthFacts, Valuing } from './month.ts'

/** What somebody wished for over the months looked back on and this one, and what came of it. */
export interface Chances {
  /** Months of pause included: a pause takes nothing away. */
  wished: number
  /** Accepted, and not cancelled by our side. What was declined or not answered is not in here. */
  received: number
}

// All points but the ties are tens, so that a tie never outweighs a reason.
const seat = 1000
/** For each further seat of one request: three who go together are as good as three who go alone, and a little better. */
const together = 100
/** Those who have said yes are not left waiting. */
const waited = 200
/** Whom somebody has invited already is not exchanged without need. */
const invited = 500

const wishPoints = { want: 80, can: 40, someday: 10, no: 0 } as const

/**
 * What a plan of a programme's own month is worth: seats filled first; then chances for those who have had few of what they wished for;
 * then what people wish and whom they know. Who was asked longest ago comes first where nothing else tells two apart.
 */
export const fairValuing = (
  supporters: readonly SupporterFacts[],
  chances: ReadonlyMap<string, Chances>,
  month: string,
): Valuing => {
  const ties = tiesOf(supporters, month)
  return {
    worth: ({ wanted, agreed }) => {
      const seats = wanted - agreed.length
      return seat * seats + together * (seats - 1) + waited * agreed.length
    },
    valueFor: (request) => (person, minutes) =>
      wishOf(person, request) - 10 * Math.floor(minutes / 15) + (ties.get(person.personId) ?? 0),
    gain: (person, k) => {
      const { wished, received } = chances.get(person.personId) ?? { wished: person.wishedPerMonth, received: 0 }
      return pointsAt(wished, received + k - 1)
    },
    costFor: () => (_companion, minutes) => 10 + 10 * Math.floor(minutes / 15),
    standing: 0,
  }
}

/** Falls with every chance. Below half of what was wished for it is large: they come first. */
const pointsAt = (wished: number, received: number): number => {
  if (wished === 0) return 0
  const share = received / wished
  if (share < 0.5) return tens(600 - 400 * share)
  return share < 1 ? tens(250 - 200 * share) : tens(Math.max(0, 80 - 40 * share))
}

const tens = (points: number): number => 10 * Math.round(points / 10)

const wishOf = (person: SupporterFacts, request: RequestFacts): number => {
  const knows = request.place !== null && person.knownPlaces.has(request.place.id)
  const speaks = request.themes.some((theme) => person.themes.get(theme) === 'speak')
  const reasons = [
    wishPoints[person.wishes.get(request.activityId) ?? 'no'],
    request.asked.has(person.personId) ? invited : 0,
    knows ? 30 : 0,
    request.welcomes.has(person.personId) ? 30 : 0,
    request.agreed.some((id) => person.likesToGoWith.has(id)) ? 30 : 0,
    speaks ? 10 : 0,
  ]
  return reasons.reduce((sum, one) => sum + one, 0)
}

/** From 9 for those asked longest ago down to 0. */
const tiesOf = (supporters: readonly SupporterFacts[], month: string): Map<string, number> =>
  new Map(
    neutralOrder(supporters, month).map((place, rank) => [
      supporters[place]?.personId ?? '',
      9 - Math.floor((10 * rank) / supporters.length),
    ]),
  )

/** A month as a programme knows it: plain facts, that can be given to a thread. */
export interface PlannableMonth extends Omit<MonthFacts, 'valuing'> {
  /** 'YYYY-MM'. */
  month: string
  chances: ReadonlyMap<string, Chances>
}

/** The month to plan. People and requests stand in an order that says nothing: a solver's ties never go by the order of rows. */
export const fairMonth = ({ month, chances, ...facts }: PlannableMonth): MonthFacts => {
  const supporters = neutralOrder(facts.supporters, month).flatMap((place) => facts.supporters[place] ?? [])
  const requests = facts.requests.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { ...facts, supporters, requests, valuing: fairValuing(supporters, chances, month) }
}

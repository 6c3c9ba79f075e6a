import type { SupporterFacts } from '../core/facts.ts'
import { monthOfInstance } from '../exchange/facts.ts'
import { generate } from '../exchange/generate.ts'
import { chanceFrom } from '#kernel/chance.ts'
import { compile } from '../planning/compile.ts'
import { planMonth, proposalsOf } from '../planning/plan-month.ts'
import type { Proposal } from '../planning/proposal.ts'
import { solveGreedily } from '../planning/solve.ts'
import { withStanding } from '../planning/standing.ts'
import { type Chances, fairMonth, type PlannableMonth } from '../planning/valuing.ts'

/*
 * Twelve months of a ward, lived through once for each way of giving out chances: the same people with the same wishes, the same
 * requests, and the same answers of each person. What differs is only who is asked.
 */

export const ways = ['first come, first served', 'one request after the other', 'the planner'] as const
export type Way = (typeof ways)[number]

export interface Year {
  way: Way
  seatsFilled: number
  people: readonly PersonsYear[]
}

export interface PersonsYear {
  personId: string
  wished: number
  offered: number
  /** Says no more often than others. */
  declinesOften: boolean
}

const months = 12

/** For the same seed the same year. Every third person says no to so many invitations (0 to 1), the others hardly ever. */
export const yearOf = (way: Way, seed: number, oftenNo = 0.4): Year => {
  const { ward, people, said } = startOf(seed)
  let seatsFilled = 0
  for (let month = 0; month < months; month += 1) {
    const { requests } = monthOfInstance(generate('S', seed + 1000 * (month + 1))).month
    for (const person of people) mine(said, person.personId).wished += person.wishedPerMonth
    const chances = new Map<string, Chances>([...said].map(([id, { wished, received }]) => [id, { wished, received }]))
    const plannable = { ...ward, supporters: people, requests, month: `year ${seed}, month ${month}`, chances }
    for (const { requestId, personId } of seatsOf(given[way](plannable, said))) {
      const person = mine(said, personId)
      person.offered += 1
      if (answerOf(seed, month, `${requestId} ${personId}`) < (person.often ? oftenNo : 0.05)) continue
      person.received += 1
      seatsFilled += 1
    }
  }
  const years = [...said].map(([personId, { wished, offered, often }]) => ({
    personId,
    wished,
    offered,
    declinesOften: often,
  }))
  return { way, seatsFilled, people: years }
}

const startOf = (seed: number) => {
  const ward = monthOfInstance(generate('S', seed)).month
  const dice = chanceFrom(seed * 31 + 7)
  const people = ward.supporters.map((one) => ({ ...one, pause: null, wishedPerMonth: 2 + Math.floor(dice() * 5) }))
  const said = new Map<string, Said>(
    people.map(({ personId }, i) => [
      personId,
      { wished: 0, received: 0, offered: 0, quick: dice(), often: i % 3 === 0 },
    ]),
  )
  return { ward, people, said }
}

const seatsOf = (proposals: readonly Proposal[]) =>
  proposals.flatMap(({ requestId, supporterIds }) => supporterIds.map((personId) => ({ requestId, personId })))

/** From 0 to 1: the same for the same person and request, whichever way they were found. */
const answerOf = (seed: number, month: number, who: string): number =>
  chanceFrom([...who].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), seed * 100 + month))()

interface Said extends Chances {
  offered: number
  /** Who answers first when everybody is asked. */
  quick: number
  often: boolean
}

const mine = (said: ReadonlyMap<string, Said>, personId: string): Said => {
  const found = said.get(personId)
  if (!found) throw new Error(`${personId} is not of this ward`)
  return found
}

type Given = (month: PlannableMonth, said: ReadonlyMap<string, Said>) => Proposal[]

/** Everybody who could come hears of each request as it comes in; the quickest have it. */
const firstCome: Given = (month, said) => {
  const taken: Proposal[] = []
  for (const request of month.requests) {
    const alone = { ...fairMonth(withStanding({ ...month, requests: month.requests }, taken)), requests: [request] }
    const valuing = {
      ...alone.valuing,
      worth: () => 1_000_000,
      valueFor: () => (one: SupporterFacts) => quickness(said, one),
      gain: () => 0,
    }
    taken.push(...greedily({ ...alone, valuing }))
  }
  return taken
}

const quickness = (said: ReadonlyMap<string, Said>, { personId }: SupporterFacts): number =>
  Math.round(1000 * mine(said, personId).quick)

const greedily = (month: ReturnType<typeof fairMonth>): Proposal[] => {
  const problem = compile(month)
  return proposalsOf(month, problem, solveGreedily(problem))
}

const given: Record<Way, Given> = {
  'first come, first served': firstCome,
  'one request after the other': (month) => greedily(fairMonth(month)),
  'the planner': (month) => [...planMonth(fairMonth(month), { seed: 1, until: { iterations: 4000 } }).proposals],
}

/** Chances against wishes, the fewest first. */
export const sharesOf = ({ people }: Year): number[] =>
  people.map(({ offered, wished }) => offered / wished).toSorted((a, b) => a - b)

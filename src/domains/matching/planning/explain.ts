import type { dayFromSerial } from '#kernel/calendar-day.ts'
import { shownReason, type ShownReason } from '../core/could-not.ts'
import { couldGoAlong } from '../core/companions.ts'
import type { RequestFacts } from '../core/facts.ts'
import { type Reason, reasonsFor } from '../core/reasons.ts'
import { type Suggestions, suggestions } from '../core/suggestions.ts'
import { type Code, codes } from '../core/verdict.ts'
import { type Advice, withAdvice } from '../core/would-help.ts'
import { type Answer, answersIn, questionIn } from './answers.ts'
import { breachesOf } from './breaches.ts'
import { countIn, isIn, isWithin } from './masks.ts'
import type { MonthFacts } from './month.ts'
import type { Proposal } from './proposal.ts'
import { withStanding } from './standing.ts'

/** Why somebody is in a visit. It carries no number: there is nothing to rank by. */
export interface WhyHere {
  personId: string
  reasons: readonly Reason[]
}

/** Why these people go there together: what they wish, whom they know, who was not asked for a while. Also of what is agreed already. */
export const whyThese = (
  { supporters, today }: Pick<MonthFacts, 'supporters' | 'today'>,
  request: RequestFacts,
  personIds: readonly string[],
): WhyHere[] =>
  personIds.map((personId) => {
    const person = supporters.find((one) => one.personId === personId)
    const others = [...request.agreed, ...personIds].filter((id) => id !== personId)
    const asking = { request: { ...request, agreed: others }, today, agreed: [] }
    return { personId, reasons: person ? reasonsFor(person, asking) : [] }
  })

/** A change of the request by which it could be filled. Nothing of it is ever asked of a person's own limits. */
export type Help =
  | { change: 'time'; day: ReturnType<typeof dayFromSerial>; from: number; to: number }
  | { change: 'fewer'; wanted: number }
  | { change: 'online' | 'companion' }

/** What stands in the way; `elsewhere`: who could come is in other visits of this plan. */
export type InTheWay = ShownReason | 'elsewhere'

export interface WhyOpen {
  requestId: string
  /** Whom it would have needed. */
  needs: { supporters: boolean; companion: boolean; partner: boolean }
  /** What most often stands in the way first; each once. */
  inTheWay: readonly InTheWay[]
  wouldHelp: readonly Help[]
  /** Nothing does: it could be filled beside the rest of the plan as it stands. */
  fillable: boolean
}

const most = 3

/** Why a request is not in the plan, given all the rest of it, and what would help. */
export const whyOpen = (month: MonthFacts, plan: readonly Proposal[], requestId: string): WhyOpen | null =>
  whyOpenIn(
    month,
    plan.filter((one) => one.requestId !== requestId),
  )(requestId)

/** The same of all requests that are not in the plan: the month is looked at once for all of them. Each help is tried before it is named. */
export const whyOpenIn = (month: MonthFacts, plan: readonly Proposal[]) => {
  const rest = withStanding(month, plan)
  const answerBeside = answersIn(rest)
  const answerAlone = answersIn(month)
  const asked = new Map(month.requests.map((one) => [one.id, one]))
  return (requestId: string): WhyOpen | null => {
    const found = asked.get(requestId)
    if (!found) return null
    const request = withoutAsked(found)
    const then = answerBeside(request)
    const elsewhere = !isWithin(answerAlone(request).could, then.could)
    const reasons = then.couldNot.map(({ reason }) => reason)
    const inTheWay: InTheWay[] = [
      ...(then.accompanied ? [] : ['companion' as const]),
      ...(elsewhere ? ['elsewhere' as const] : []),
      ...reasons,
    ]
    const isFillable = (changed: RequestFacts): boolean => couldBePlanned(rest, changed, answerBeside(changed))
    return {
      requestId,
      needs: {
        supporters: countIn(then.could) < request.wanted - request.agreed.length,
        companion: !then.accompanied,
        partner: reasons.includes('first_needs_partner'),
      },
      inTheWay: [...new Set(inTheWay)].slice(0, most),
      wouldHelp: then.wouldHelp.filter((advice) => isFillable(withAdvice(request, advice))).map(helpOf),
      fillable: isFillable(request),
    }
  }
}

const besides = (month: MonthFacts, plan: readonly Proposal[], requestId: string): MonthFacts =>
  withStanding(
    month,
    plan.filter((one) => one.requestId !== requestId),
  )

/** Whoever was invited already may still be the one who comes. */
const withoutAsked = (request: RequestFacts): RequestFacts => ({ ...request, asked: new Set() })

/** Who could come to a request beside all the rest of a plan. */
export const suggestedBeside = (month: MonthFacts, plan: readonly Proposal[], request: RequestFacts): Suggestions =>
  suggestions(questionIn(besides(month, plan, request.id), withoutAsked(request)))

/** Whether a request can be filled as the month stands: with one companion whom nobody of the group avoids. */
const couldBePlanned = (month: MonthFacts, request: RequestFacts, { could, fillable }: Answer): boolean => {
  if (!request.companionNeeded || !fillable) return fillable
  // Whoever could not come with any of them cannot come with one of them.
  const agreed = new Set(request.agreed)
  const supporters = month.supporters.filter((one, place) => isIn(could, place) || agreed.has(one.personId))
  const question = questionIn({ ...month, supporters }, request)
  return month.companions.some(
    (one) =>
      request.slots.some((slot) => couldGoAlong(one, request, slot)) &&
      suggestions({ ...question, companions: [one] }).fillable,
  )
}

const helpOf = (advice: Advice): Help => {
  if (advice.change === 'time') return { change: 'time', day: advice.day, from: advice.from, to: advice.to }
  return advice.change === 'fewer' ? { change: 'fewer', wanted: advice.wanted } : { change: advice.change }
}

/** What stands in the way of one visit of a plan as it is now: of somebody, or (without a person) of the visit itself. */
export interface StandsInTheWay {
  personId: string | null
  what: ShownReason | 'request' | 'time' | 'seats' | 'together' | 'twice'
}

/** Visits of a plan judged by the conditions as things are now, each beside all the others; those against which nothing stands are left out. */
export const againstByRequest = (
  month: MonthFacts,
  plan: readonly Proposal[],
  requestIds: ReadonlySet<string> = new Set(plan.map((one) => one.requestId)),
): ReadonlyMap<string, readonly StandsInTheWay[]> =>
  new Map(
    Array.from(
      Map.groupBy(
        breachesOf(month, plan, (id) => requestIds.has(id)),
        (breach) => breach.requestId,
      ),
      ([id, breaches]) => [id, breaches.map(({ personId, what }) => ({ personId, what: shownWhat(what) }))],
    ),
  )

/** The same for one visit of it. */
export const standsAgainst = (
  month: MonthFacts,
  plan: readonly Proposal[],
  requestId: string,
): readonly StandsInTheWay[] => againstByRequest(month, plan, new Set([requestId])).get(requestId) ?? []

const shownWhat = (what: string): StandsInTheWay['what'] => {
  const code = codes.find((one): one is Code => one === what)
  if (code) return shownReason(code, 'coordinator')
  if (what === 'time' || what === 'seats' || what === 'together' || what === 'twice') return what
  return what === 'companion_not_needed' ? 'companion' : 'request'
}

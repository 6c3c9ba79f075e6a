import { couldGoAlong } from '../core/companions.ts'
import type { Busy, CompanionFacts, RequestFacts, SupporterFacts } from '../core/facts.ts'
import { standsTogether } from '../core/group.ts'
import { alreadyAsked, personConditions } from '../core/person-conditions.ts'
import { offeredAt, slotConditions } from '../core/slot-conditions.ts'
import type { MonthFacts } from './month.ts'
import type { Proposal } from './proposal.ts'
import { busyAt } from './standing.ts'

/** Where a plan breaks a condition. */
export interface Breach {
  requestId: string
  /** The condition's code, or what is wrong with the visit as a whole. */
  what: string
  personId: string | null
}

/**
 * Every proposal judged by the conditions themselves, with the rest of the plan counted as agreed. A plan that has any breach is
 * never shown: solvers are quick and may be wrong, the conditions are slow and say what is allowed. `which`: those that are judged, each
 * beside all.
 */
export const breachesOf = (
  month: MonthFacts,
  proposals: readonly Proposal[],
  which: (requestId: string) => boolean = () => true,
): Breach[] => {
  const judge = judgeOf(month, proposals)
  const seen = new Set<string>()
  return proposals.flatMap((proposal) => {
    if (!which(proposal.requestId)) return []
    const twice = seen.has(proposal.requestId)
    seen.add(proposal.requestId)
    return twice ? [{ requestId: proposal.requestId, what: 'twice', personId: null }] : judge(proposal)
  })
}

const judgeOf = (month: MonthFacts, proposals: readonly Proposal[]) => {
  const requests = byId(month.requests, ({ id }) => id)
  const supporters = byId(month.supporters, ({ personId }) => personId)
  const companions = byId(month.companions, ({ personId }) => personId)
  const visits = Map.groupBy(
    proposals.flatMap((proposal) => peopleOf(proposal).map((personId) => ({ personId, proposal }))),
    ({ personId }) => personId,
  )
  const othersOf = (personId: string, proposal: Proposal): Proposal[] =>
    (visits.get(personId) ?? []).flatMap((one) => (one.proposal === proposal ? [] : [one.proposal]))

  return (proposal: Proposal): Breach[] => {
    const breach = (what: string, personId: string | null = null): Breach => ({
      requestId: proposal.requestId,
      what,
      personId,
    })
    const request = requests.get(proposal.requestId)
    if (!request) return [breach('request')]
    if (!offers(request, proposal)) return [breach('time')]
    const group = proposal.supporterIds.flatMap((id) => supporters.get(id) ?? [])
    const seats = request.wanted - request.agreed.length
    if (group.length !== seats || new Set(proposal.supporterIds).size !== seats) return [breach('seats')]
    const agreed = request.agreed.flatMap((id) => supporters.get(id) ?? [])
    const breaches = group.flatMap((person) => {
      const theirs = withVisits(person, othersOf(person.personId, proposal))
      return standsInTheWay(month, request, proposal, theirs, agreed).map((what) => breach(what, person.personId))
    })
    const escort = companionBreach(proposal, request, companions, group, (id) =>
      othersOf(id, proposal).map((other) => busyAt(other, requests.get(other.requestId))),
    )
    return [
      ...breaches,
      ...(standsTogether(month, [...agreed, ...group]) ? [] : [breach('together')]),
      ...(escort === null ? [] : [breach(escort, proposal.companionId)]),
    ]
  }
}

const byId = <T>(all: readonly T[], id: (one: T) => string): Map<string, T> => new Map(all.map((one) => [id(one), one]))

const peopleOf = ({ supporterIds, companionId }: Proposal): string[] =>
  companionId === null ? [...supporterIds] : [...supporterIds, companionId]

const offers = (request: RequestFacts, { slot }: Proposal): boolean =>
  request.slots.some((one) => one.day === slot.day && one.from === slot.from && one.to === slot.to)

const withVisits = (person: SupporterFacts, others: readonly Proposal[]): SupporterFacts =>
  others.length === 0 ? person : { ...person, visitDays: [...person.visitDays, ...others.map(({ slot }) => slot.day)] }

/** An invitation that waits for an answer may stay as it is. */
const personRules = personConditions.filter((condition) => condition !== alreadyAsked)

const standsInTheWay = (
  { today, settings }: MonthFacts,
  request: RequestFacts,
  { slot }: Proposal,
  person: SupporterFacts,
  agreed: readonly SupporterFacts[],
): string[] => {
  const asking = { request, today, agreed }
  const offered = offeredAt(request, slot, settings, null)
  return [
    ...personRules.flatMap((condition) => condition(person, asking)?.code ?? []),
    ...slotConditions.flatMap((condition) => condition(person, offered)?.code ?? []),
  ]
}

const companionBreach = (
  { companionId, slot }: Proposal,
  request: RequestFacts,
  companions: ReadonlyMap<string, CompanionFacts>,
  group: readonly SupporterFacts[],
  otherVisits: (companionId: string) => readonly Busy[],
): string | null => {
  if (!request.companionNeeded) return companionId === null ? null : 'companion_not_needed'
  const companion = companions.get(companionId ?? '')
  if (!companion || group.some((person) => person.personId === companion.personId)) return 'companion'
  if (group.some((person) => person.avoidsPeople.has(companion.personId))) return 'avoid'
  const others = otherVisits(companion.personId)
  const then = {
    ...companion,
    busy: [...companion.busy, ...others],
    visitDays: [...companion.visitDays, ...others.map(({ from }) => Math.floor(from / 1440))],
  }
  return couldGoAlong(then, request, slot) ? null : 'companion'
}

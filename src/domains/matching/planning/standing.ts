import type { Busy, RequestFacts } from '../core/facts.ts'
import type { MonthFacts } from './month.ts'
import type { Proposal } from './proposal.ts'

/** The month as it is for everything else once these proposals stand: they take time, limits and rest like any visit. */
export const withStanding = <Month extends Pick<MonthFacts, 'supporters' | 'companions' | 'requests'>>(
  month: Month,
  standing: readonly Proposal[],
): Month => {
  if (standing.length === 0) return month
  const requests = new Map(month.requests.map((one) => [one.id, one]))
  const visits = Map.groupBy(
    standing.flatMap((proposal) =>
      [...proposal.supporterIds, proposal.companionId ?? ''].map((personId) => ({ personId, proposal })),
    ),
    ({ personId }) => personId,
  )
  const busier = <Person extends { personId: string; busy: readonly Busy[]; visitDays: readonly number[] }>(
    person: Person,
  ): Person => {
    const theirs = visits.get(person.personId)
    if (theirs === undefined) return person
    return {
      ...person,
      busy: [...person.busy, ...theirs.map(({ proposal }) => busyAt(proposal, requests.get(proposal.requestId)))],
      visitDays: [...person.visitDays, ...theirs.map(({ proposal }) => proposal.slot.day)],
    }
  }
  return { ...month, supporters: month.supporters.map(busier), companions: month.companions.map(busier) }
}

/** The time that a proposal takes of whoever is in it. */
export const busyAt = ({ slot }: Proposal, request: RequestFacts | undefined): Busy => ({
  from: slot.day * 1440 + slot.from,
  to: slot.day * 1440 + slot.to,
  point: request?.place?.point ?? null,
  online: request?.online ?? false,
})

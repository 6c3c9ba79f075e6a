import type {
  ExchangeOption,
  ExchangePlan,
  ExchangeRequest,
  ExchangeStaff,
  ExchangeSupporter,
  ExchangeVisit,
  Instance,
} from './form.ts'
import type { Violation } from './violation.ts'

export interface Known<T> {
  id: number
  who: T
}

/** A planned visit with what its numbers name. */
export interface KnownVisit {
  request: number
  asked: ExchangeRequest
  at: ExchangeOption
  place: Instance['places'][number]
  people: Known<ExchangeSupporter>[]
  staff: Known<ExchangeStaff> | null
  planned: ExchangeVisit
}

/** The visits of a plan that can be read at all, and what kept the others from it. */
export const knownVisits = (
  instance: Instance,
  plan: ExchangePlan,
): { visits: KnownVisit[]; violations: Violation[] } => {
  const violations: Violation[] = []
  const visits = new Map<number, KnownVisit>()
  for (const planned of plan.visits) {
    const { request } = planned
    const known = visits.has(request) ? null : knownVisit(instance, planned)
    if (known === null) violations.push({ code: 'H01', request })
    else {
      visits.set(request, known)
      if (!isWholeGroup(known)) violations.push({ code: 'H02', request })
    }
  }
  return { visits: [...visits.values()], violations }
}

const knownVisit = (instance: Instance, planned: ExchangeVisit): KnownVisit | null => {
  const asked = instance.requests[planned.request]
  const at = asked?.options[planned.option]
  const place = asked && instance.places[asked.place]
  if (!asked || !at || !place) return null
  const people = planned.supporters.flatMap((id) => {
    const who = instance.supporters[id]
    return who ? [{ id, who }] : []
  })
  const member = planned.staff === null ? undefined : instance.staff[planned.staff]
  const staff = member && planned.staff !== null ? { id: planned.staff, who: member } : null
  return { request: planned.request, asked, at, place, people, staff, planned }
}

const isWholeGroup = ({ asked, people, planned }: KnownVisit): boolean => {
  const different = new Set(planned.supporters).size
  return people.length === asked.count && planned.supporters.length === asked.count && different === asked.count
}

/** A visit as a draft has it. */
export interface Drafted {
  requestId: string
  slotId: string
  supporterIds: readonly string[]
  companionId: string | null
}

/** How two drafts of a month differ about one request. */
export type Difference = { requestId: string } & (
  | { kind: 'only_here' | 'only_there' }
  | { kind: 'differs'; time: boolean; people: boolean; companion: boolean }
)

/** Where two drafts differ, request by request; what is alike in both is not said. */
export const differencesBetween = (here: readonly Drafted[], there: readonly Drafted[]): Difference[] => {
  const others = new Map(there.map((one) => [one.requestId, one]))
  const known = new Set(here.map((one) => one.requestId))
  return [
    ...here.flatMap((one): Difference[] => {
      const other = others.get(one.requestId)
      return other ? differing(one, other) : [{ requestId: one.requestId, kind: 'only_here' }]
    }),
    ...there
      .filter((one) => !known.has(one.requestId))
      .map((one): Difference => ({ requestId: one.requestId, kind: 'only_there' })),
  ]
}

const differing = (one: Drafted, other: Drafted): Difference[] => {
  const time = one.slotId !== other.slotId
  const people = !sameIds(one.supporterIds, other.supporterIds)
  const companion = one.companionId !== other.companionId
  return time || people || companion ? [{ requestId: one.requestId, kind: 'differs', time, people, companion }] : []
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

/** Where somebody else's draft has the same request, or the same person on the same day. */
export interface Collision {
  requestId: string
  kind: 'same_request' | 'same_day'
  personId: string | null
}

export type OnDay = Drafted & { day: string }

export const collisionsBetween = (here: readonly OnDay[], there: readonly OnDay[]): Collision[] =>
  here.flatMap((one) =>
    there.flatMap((other): Collision[] => {
      if (one.requestId === other.requestId) return [{ requestId: one.requestId, kind: 'same_request', personId: null }]
      const shared = one.day === other.day ? peopleOf(one).filter((id) => peopleOf(other).includes(id)) : []
      return shared.map((personId) => ({ requestId: one.requestId, kind: 'same_day', personId }))
    }),
  )

const peopleOf = ({ supporterIds, companionId }: Drafted): string[] =>
  companionId === null ? [...supporterIds] : [...supporterIds, companionId]

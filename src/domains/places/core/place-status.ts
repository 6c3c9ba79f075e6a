import type { Role } from '#kernel/role.ts'

export const placeStatuses = ['listed', 'proposed', 'confirmed', 'closed'] as const

/** Listed: on a directory, nobody has spoken with them. Proposed: wishes to receive visits. Confirmed: may ask for visits. */
export type PlaceStatus = (typeof placeStatuses)[number]

export type PlaceBlocker =
  | { kind: 'not_from_here'; from: PlaceStatus }
  | { kind: 'not_for_you' }
  | { kind: 'reason_missing' }
  | { kind: 'address_missing' }
  | { kind: 'contact_missing' }

type Condition = 'reason_given' | 'address_known' | 'contact_known'

interface Line {
  from: PlaceStatus
  to: PlaceStatus
  who: readonly Role[]
  holds: readonly Condition[]
}

const staff = ['coordinator'] as const
const reachable = ['address_known', 'contact_known'] as const

/** The life of a place in the programme. */
export const placeTransitions: readonly Line[] = [
  { from: 'listed', to: 'confirmed', who: staff, holds: reachable },
  { from: 'listed', to: 'closed', who: staff, holds: ['reason_given'] },
  { from: 'proposed', to: 'confirmed', who: staff, holds: reachable },
  { from: 'proposed', to: 'closed', who: staff, holds: ['reason_given'] },
  { from: 'confirmed', to: 'closed', who: staff, holds: ['reason_given'] },
  { from: 'closed', to: 'confirmed', who: staff, holds: reachable },
  { from: 'closed', to: 'listed', who: staff, holds: [] },
]

/** As the docs show it. A place that staff enter, or that tells about itself, starts as proposed. */
export const placeLifeCycle = { name: 'place', title: 'Place (場)', starts: 'listed', lines: placeTransitions }

export interface PlaceFacts {
  status: PlaceStatus
  address: string
  contacts: number
  reason: string
}

/** What stands in the way of this step. The page and the action ask the same. */
export const placeBlockers = (facts: PlaceFacts, to: PlaceStatus, who: Role): PlaceBlocker[] => {
  const lines = placeTransitions.filter((line) => line.from === facts.status && line.to === to)
  if (lines.length === 0) return [{ kind: 'not_from_here', from: facts.status }]
  const line = lines.find((each) => each.who.includes(who))
  if (!line) return [{ kind: 'not_for_you' }]
  return line.holds.map((condition) => unmet[condition](facts)).filter((blocker) => blocker !== null)
}

const unmet: Record<Condition, (facts: PlaceFacts) => PlaceBlocker | null> = {
  reason_given: ({ reason }) => (reason.trim() === '' ? { kind: 'reason_missing' } : null),
  address_known: ({ address }) => (address.trim() === '' ? { kind: 'address_missing' } : null),
  contact_known: ({ contacts }) => (contacts === 0 ? { kind: 'contact_missing' } : null),
}

/** Where this role may lead it from here, as far as the table goes. */
export const nextStatuses = (from: PlaceStatus, who: Role): PlaceStatus[] =>
  placeTransitions.filter((line) => line.from === from && line.who.includes(who)).map((line) => line.to)

import type { SupporterFacts } from './facts.ts'
import type { Code } from './verdict.ts'
import { codes, natures } from './verdict.ts'

/** Who looks. Anybody but the coordinator sees no reason that is the person's own. */
export type Viewer = 'coordinator' | 'other'

/** Do-not-want and avoidance have no name on any page: they are other circumstances together. */
export type ShownReason = Exclude<Code, 'does_not_want' | 'avoid'> | 'other_circumstances'

export interface CouldNot {
  reason: ShownReason
  people: readonly string[]
}

/** Everybody once, under what stands first in their way. */
export const couldNotGroups = (
  people: readonly SupporterFacts[],
  order: readonly number[],
  whyNot: readonly (Code | null)[],
  viewer: Viewer,
): CouldNot[] => {
  const groups = new Map<ShownReason, string[]>()
  for (const place of order) {
    const code = whyNot[place]
    const person = people[place]
    if (!code || !person) continue
    const reason = shownReason(code, viewer)
    const group = groups.get(reason)
    if (group) group.push(person.personId)
    else groups.set(reason, [person.personId])
  }
  return shownOrder.flatMap((reason) => {
    const group = groups.get(reason)
    return group ? [{ reason, people: group }] : []
  })
}

export const shownReason = (code: Code, viewer: Viewer): ShownReason =>
  code === 'does_not_want' || code === 'avoid' || (viewer === 'other' && natures[code].private)
    ? 'other_circumstances'
    : code

const shownOrder: readonly ShownReason[] = [
  ...codes.filter((code) => code !== 'does_not_want' && code !== 'avoid').toReversed(),
  'other_circumstances',
]

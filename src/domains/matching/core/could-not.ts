import type { SupporterFacts } from './facts.ts'
import type { Asking } from './person-conditions.ts'
import type { Code, Verdict } from './verdict.ts'
import { codes, natures } from './verdict.ts'
import type { SlotAnswer } from './who-could.ts'
import { whyNot } from './who-could.ts'

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
  asking: Asking,
  answers: readonly SlotAnswer[],
  viewer: Viewer,
): CouldNot[] => {
  const groups = new Map<ShownReason, string[]>()
  for (const person of people) {
    const reason = shownReason(whyNot(person, asking, answers), viewer)
    if (reason === null) continue
    const group = groups.get(reason)
    if (group) group.push(person.personId)
    else groups.set(reason, [person.personId])
  }
  return shownOrder.flatMap((reason) => {
    const group = groups.get(reason)
    return group ? [{ reason, people: group }] : []
  })
}

const isMerged = (code: Code, viewer: Viewer): code is 'does_not_want' | 'avoid' =>
  code === 'does_not_want' || code === 'avoid' || (viewer === 'other' && natures[code].private)

const shownReason = (verdicts: readonly Verdict[], viewer: Viewer): ShownReason | null => {
  const code = codes.find((one) => verdicts.some((verdict) => verdict.code === one))
  if (code === undefined) return null
  return isMerged(code, viewer) ? 'other_circumstances' : code
}

const shownOrder: readonly ShownReason[] = [
  ...codes.filter((code) => code !== 'does_not_want' && code !== 'avoid').toReversed(),
  'other_circumstances',
]

import { type Condition, countBits, lowestBit } from './bits.ts'
import type { SupporterFacts } from './facts.ts'
import type { Judged } from './judged.ts'
import { personConditions } from './person-conditions.ts'
import { askingOf } from './question.ts'
import type { Code } from './verdict.ts'
import { allSlotConditions, type SlotAnswer } from './who-could.ts'

/**
 * What stands first in everybody's way, by their place: their own word before any time, and then at the time that stands open most.
 * Null for whoever could come, or has agreed already.
 */
export const firstWhyNot = (judged: Judged, answers: readonly SlotAnswer[]): (Code | null)[] => {
  const { supporters } = judged.question
  const asking = askingOf(judged.question)
  const always = codeOf(personConditions)
  const then = codeOf(allSlotConditions)
  return supporters.map((person, place) => {
    if (asking.agreed.includes(person)) return null
    const bit = judged.always[place] ?? 0
    if (bit !== 0) return always(bit, person, asking)
    const nearest = nearestTime(answers, place)
    return nearest && then(nearest.stands[place] ?? 0, person, nearest.offered)
  })
}

/** The code of the first condition that stands. It says the same of everybody, and is asked for it once. */
const codeOf = <About>(conditions: readonly Condition<About>[]) => {
  const known = conditions.map((): Code | null => null)
  return (bits: number, person: SupporterFacts, about: About): Code | null => {
    if (bits === 0) return null
    const first = lowestBit(bits)
    return (known[first] ??= conditions[first]?.(person, about)?.code ?? null)
  }
}

const nearestTime = (answers: readonly SlotAnswer[], place: number): SlotAnswer | null => {
  let nearest: SlotAnswer | null = null
  let fewest = Number.POSITIVE_INFINITY
  for (const answer of answers) {
    const count = countBits(answer.stands[place] ?? 0)
    if (count >= fewest) continue
    fewest = count
    nearest = answer
  }
  return nearest
}

import { type ShownReason, shownReason } from './could-not.ts'
import type { Question, SupporterFacts } from './facts.ts'
import { judge } from './judged.ts'
import { cannotGoTogether } from './person-conditions.ts'
import { firstNeedsPartner, isOpen, type Offered, ownLimits } from './slot-conditions.ts'
import type { Code } from './verdict.ts'
import { type SlotAnswer, whoCould } from './who-could.ts'
import { firstWhyNot } from './why-not.ts'

/** Who is there at each time already, by its id: supporters and those who go along. */
export type There = ReadonlyMap<string, readonly string[]>

export interface TimesFor {
  slotIds: readonly string[]
  /** What stands first in the way where it is none of them. */
  whyNot: ShownReason | null
}

/**
 * For what repeats: the times at which this person could be asked, judged as for a single one. And no more of them than their limits and their
 * rest leave room for together: each one counts for those that follow.
 */
export const timesFor = (question: Question, personId: string, there: There): TimesFor => {
  const person = question.supporters.find((one) => one.personId === personId)
  if (!person) return { slotIds: [], whyNot: 'not_registered' }
  // Whom a first-timer would have beside them differs from time to time: it is asked below.
  const judged = judge({ ...question, settings: { firstNeedsExperienced: false } })
  const answers = whoCould(judged)
  const open = answers.filter((answer) => answer.people.includes(person))
  const first = firstWhyNot(judged, answers)[question.supporters.indexOf(person)] ?? null
  const inCompany = open.map((answer) => ({ answer, why: inTheCompany(question, person, answer, there) }))
  const slotIds = together(
    person,
    inCompany.flatMap(({ answer, why }) => (why === null ? [answer.offered] : [])),
  )
  const why = slotIds.length > 0 ? null : (first ?? inCompany.find((one) => one.why !== null)?.why ?? null)
  return { slotIds, whyNot: why === null ? null : shownReason(why, 'coordinator') }
}

/** Whom they would meet there, and whether a first-timer has somebody experienced beside them. */
const inTheCompany = (
  { supporters, settings, request }: Question,
  person: SupporterFacts,
  { offered, people }: SlotAnswer,
  there: There,
): Code | null => {
  const ids = there.get(offered.slot.id) ?? []
  const present = supporters.filter((one) => ids.includes(one.personId))
  if (ids.some((id) => person.avoidsPeople.has(id)) || present.some((one) => cannotGoTogether(person, one)))
    return 'avoid'
  const partners = [...present, ...(request.wanted > 1 ? people : [])].filter(
    (one) => one !== person && one.experience === 'much',
  )
  return firstNeedsPartner(person, { ...offered, settings, partners })?.code ?? null
}

const together = (person: SupporterFacts, offered: readonly Offered[]): string[] => {
  const visitDays = [...person.visitDays]
  return offered.flatMap((one) => {
    if (!isOpen(ownLimits, { ...person, visitDays }, one)) return []
    visitDays.push(one.slot.day)
    return one.slot.id
  })
}

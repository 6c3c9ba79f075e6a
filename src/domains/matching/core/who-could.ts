import type { Question, SupporterFacts } from './facts.ts'
import { type Judged, type JudgedTime, unsaid } from './judged.ts'
import { agreedOf, openSeats } from './question.ts'
import { firstNeedsPartner, slotConditions } from './slot-conditions.ts'

/** One time offered and who could come then. */
export interface SlotAnswer extends JudgedTime {
  people: readonly SupporterFacts[]
}

/** All that may stand in the way at a time. The partner comes last: it depends on who else could. */
export const allSlotConditions = [...slotConditions, firstNeedsPartner]

const noPartner = 1 << slotConditions.length

/** Who could come at each time, by the conditions and nothing else. */
export const whoCould = (judged: Judged): SlotAnswer[] => judged.times.map((time) => answerAt(judged, time))

export const answerAt = ({ question, firstTimers }: Judged, time: JudgedTime): SlotAnswer => {
  const { supporters } = question
  const offered = { ...time.offered, partners: partnersAmong(question, freeAmong(supporters, time.stands)) }
  const stands = time.stands.slice()
  for (const place of firstTimers) {
    const person = supporters[place]
    const known = stands[place] ?? unsaid
    if (person && known !== unsaid && firstNeedsPartner(person, offered) !== null) stands[place] = known | noPartner
  }
  return { offered, stands, people: freeAmong(supporters, stands) }
}

const freeAmong = (people: readonly SupporterFacts[], stands: Int32Array): SupporterFacts[] =>
  people.filter((_, place) => stands[place] === 0)

// With one open seat nobody else comes in: then the partner is among those who have agreed.
export const partnersAmong = (question: Question, free: readonly SupporterFacts[]): SupporterFacts[] =>
  [...agreedOf(question), ...(openSeats(question) > 1 ? free : [])].filter((person) => person.experience === 'much')

export const couldAtSomeTime = (answers: readonly SlotAnswer[], place: number): boolean => {
  for (const { stands } of answers) if (stands[place] === 0) return true
  return false
}

/** How many different people could come at one of the times. */
export const countDifferent = (answers: readonly SlotAnswer[]): number => {
  let count = 0
  const everybody = answers[0]?.stands.length ?? 0
  for (let place = 0; place < everybody; place += 1) if (couldAtSomeTime(answers, place)) count += 1
  return count
}

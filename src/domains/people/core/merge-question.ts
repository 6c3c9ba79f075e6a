import type { CalendarDay } from '#kernel/calendar-day.ts'

/** What somebody who signs in says of another record: it is theirs too, or it is not. */
export const mergeAnswers = ['same', 'not_me'] as const
export type MergeAnswer = (typeof mergeAnswers)[number]

export const isMergeAnswer = (text: string): text is MergeAnswer => (mergeAnswers as readonly string[]).includes(text)

/** Under which action the chain keeps what they said. */
export const holderSaid = { same: 'say_same', not_me: 'say_not_me' } as const satisfies Record<MergeAnswer, string>

/** What stands between a record and the other one, as long as whoever signs in to it was not heard. */
export type HolderBlocker =
  | { kind: 'holder_not_asked' }
  | { kind: 'holder_has_time'; until: CalendarDay }
  | { kind: 'holder_said_no' }
  | { kind: 'second_look' }

/** One of the two who signs in, and what they were asked last. */
export interface HolderFacts {
  question: { until: CalendarDay; answer: MergeAnswer | null } | null
  /** They said before that the other record is not theirs. */
  saidNo: boolean
  /** Whoever is about to make them one asked, or wrote down the answer. */
  byActor: boolean
}

/**
 * Silence is enough after the last day, but never against a no that was said. Whoever signs in would see what stands in the other record: where the
 * programme has a second coordinator, two people look before that.
 */
export const holderBlockers = (
  holders: readonly HolderFacts[],
  { today, othersCould }: { today: CalendarDay; othersCould: boolean },
): HolderBlocker[] => {
  const unheard = holders.flatMap((holder) => unheardOf(holder, today))
  if (unheard.length > 0) return unheard
  return othersCould && holders.some(({ byActor }) => byActor) ? [{ kind: 'second_look' }] : []
}

const unheardOf = ({ question, saidNo }: HolderFacts, today: CalendarDay): HolderBlocker[] => {
  if (question === null) return [{ kind: 'holder_not_asked' }]
  if (question.answer === 'same') return []
  if (question.answer === 'not_me') return [{ kind: 'holder_said_no' }]
  if (today <= question.until) return [{ kind: 'holder_has_time', until: question.until }]
  return saidNo ? [{ kind: 'holder_said_no' }] : []
}

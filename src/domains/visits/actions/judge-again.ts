import { type Chosen, type ShownReason, whyNoLonger, whyNotTogether } from '#domains/matching/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Request, RequestSlot } from '../data/requests.ts'
import { matchingQuestion } from './matching-question.ts'

/** What stands in the way by now: of one of them, or (without a person) of all of them together. */
export interface NotNow {
  personId: string | null
  reason: ShownReason
}

/**
 * Judges those who are about to go once more, by the rules that matching itself asks, on the facts of now. Called behind the lock on
 * their time: what others have just made of it counts. `newcomers` have said yes; the others of `chosen` stand in the visit already.
 */
export const judgeAgain = async (
  ctx: Ctx,
  request: Request,
  visit: { id: string; slot: RequestSlot },
  { newcomers, chosen }: { newcomers: readonly string[]; chosen: Chosen },
): Promise<NotNow[]> => {
  const question = await matchingQuestion(ctx, { ...request, slots: [visit.slot] }, [visit.id])
  const own = newcomers.flatMap((personId) =>
    whyNoLonger(question, personId).map((reason): NotNow => ({ personId, reason })),
  )
  const together = whyNotTogether(question, chosen).filter((reason) => !own.some((one) => one.reason === reason))
  return [...own, ...together.map((reason): NotNow => ({ personId: null, reason }))]
}

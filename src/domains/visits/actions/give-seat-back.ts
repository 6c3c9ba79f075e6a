import type { Ctx } from '#platform/http/call.ts'
import { holdsSeat } from '../core/proposal-status.ts'
import { proposalsOf } from '../data/proposals.ts'
import { lockRequest } from '../data/requests.ts'
import { takeProposalStep } from './proposal-step.ts'
import { takeRequestStep } from './request-step.ts'

/** Who steps back from a visit gives the seat of their yes back: the request looks for somebody again. */
export const giveSeatBack = async (ctx: Ctx, requestId: string, personId: string): Promise<void> => {
  const request = await lockRequest(ctx.tx, requestId)
  const held = (await proposalsOf(ctx.tx, requestId)).filter(
    (one) => one.personId === personId && holdsSeat(one.status),
  )
  for (const one of held) await takeProposalStep(ctx, one, 'declined', { answered_at: ctx.now })
  if (held.length > 0 && request.status === 'confirmed')
    await takeRequestStep(ctx, request, { to: 'matching', who: 'system' })
}

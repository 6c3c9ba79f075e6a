import type { Ctx } from '#platform/http/call.ts'
import { lockRequest } from '../data/requests.ts'
import { takeRequestStep } from './request-step.ts'

/** When the last visit of a request is over, so is the request; while one is still ahead nothing happens. */
export const endRequestIfOver = async (ctx: Ctx, requestId: string): Promise<void> => {
  const request = await lockRequest(ctx.tx, requestId)
  // A seat may still be looked for when the visit takes place without it.
  if (request.status === 'confirmed' || request.status === 'matching')
    await takeRequestStep(ctx, request, { to: 'done', who: 'system' })
}

import type { Ctx } from '#platform/http/call.ts'
import { setLastAsked } from '../data/supporters.ts'

/** Somebody was invited today: others come first next time, as far as they could. */
export const markAsked = (ctx: Ctx, personIds: readonly string[]): Promise<void> =>
  setLastAsked(ctx.tx, ctx.actor.programmeId, personIds, ctx.today)

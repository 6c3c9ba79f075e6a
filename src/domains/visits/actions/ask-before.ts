import type { Ctx } from '#platform/http/call.ts'
import { asksBeforeUntil } from '../core/ask-before.ts'
import { markAskedBefore } from '../data/ask-before.ts'
import { visitPaths } from '../web/paths.ts'

/** Tells those who go to a visit soon that they may say how they feel: once, by day. Whoever says nothing is not asked again. */
export const askBefore = async (ctx: Ctx): Promise<void> => {
  const until = asksBeforeUntil(ctx.now, ctx.zone)
  if (!until) return
  for (const { visitId, personId } of await markAskedBefore(ctx.tx, ctx.programme.id, { now: ctx.now, until })) {
    const path = visitPaths.feelings(visitId, personId, 'before')
    await ctx.outbox.tell(personId, 'visits.how_is_it_before', { visit: visitId }, path)
    ctx.audit.wrote({ action: 'asked_before', kind: 'visit', id: visitId, subject: personId })
  }
}

import { ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { mayWrite } from '../core/application-words-seen.ts'
import type { ApplicationBlocker } from '../core/application-status.ts'
import { findApplication, markApplication } from '../data/applications.ts'
import { moveApplication } from './move-application.ts'

/** Sends what was written. Of two who belong together the first part waits for the other: then both go. Null: not the actor's to send. */
export const sendApplication = async (
  ctx: Ctx,
  id: string,
): Promise<Result<'sent' | 'waits', ApplicationBlocker[]> | null> => {
  const one = await findApplication(ctx.tx, ctx.actor, id)
  if (!one || !mayWrite(ctx.actor, one)) return null
  await markApplication(ctx.tx, ctx.actor.programmeId, id, { ready_at: ctx.now })
  const moved = await moveApplication(ctx, id, { to: 'submitted' })
  if (!moved) return null
  if (moved.ok) return ok('sent')
  return moved.error.every(({ kind }) => kind === 'other_ready') ? ok('waits') : moved
}

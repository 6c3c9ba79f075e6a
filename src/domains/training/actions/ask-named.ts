import type { Telling } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { findApplication, takeOver } from '../data/applications.ts'

export type AskBlocker = { kind: 'written_themselves' }

/** Staff write down what somebody told them whom an office has named; whoever has begun to write goes on alone. Null: nobody waits there. */
export const askNamed = async (
  ctx: Ctx,
  id: string,
  told: { via: Telling; at: Date },
): Promise<Result<null, AskBlocker[]> | null> => {
  const one = ctx.actor.role === 'coordinator' ? await findApplication(ctx.tx, ctx.actor, id) : null
  if (!one || one.status !== 'draft' || one.recordedBy !== null) return null
  if (one.version > 1) return no([{ kind: 'written_themselves' }])
  await takeOver(ctx.tx, ctx.actor.programmeId, id, { ...told, recordedBy: ctx.actor.membershipId })
  ctx.audit.wrote({ action: 'take_over', kind: 'training.application', id, subject: one.personId })
  return ok(null)
}

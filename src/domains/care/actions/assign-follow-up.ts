import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { personsInRole } from '#domains/people/index.ts'
import { assignRow, type FollowUp, lockFollowUp } from '../data/follow-ups.ts'
import { tellStaff } from './open-follow-up.ts'
import { carePaths } from '../web/paths.ts'

export type AssignBlocker = { kind: 'already_closed' } | { kind: 'nobody_chosen' }

/** Gives it to somebody of the staff, who is told. */
export const assignFollowUp = async (
  ctx: Ctx,
  id: string,
  staffId: string,
): Promise<Result<FollowUp, AssignBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const followUp = await lockFollowUp(ctx.tx, programmeId, 'all', id)
  if (!followUp) return null
  if (followUp.closedAt) return no([{ kind: 'already_closed' }])
  const staff = await personsInRole(ctx.tx, programmeId, ['companion', 'coordinator'])
  if (!staff.some((each) => each.id === staffId)) return no([{ kind: 'nobody_chosen' }])
  if (followUp.assignedTo === staffId) return ok(followUp)
  await assignRow(ctx.tx, programmeId, id, staffId)
  ctx.audit.wrote({ action: 'assign', kind: 'care.follow_up', id, subject: followUp.personId })
  const soon = followUp.dueOn <= ctx.today
  if (soon) await tellStaff(ctx, { assignedTo: staffId, kind: 'care.due_today', path: carePaths.followUp(id) })
  return ok(followUp)
}

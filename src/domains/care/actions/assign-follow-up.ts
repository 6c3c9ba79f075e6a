import type { Ctx } from '#platform/http/call.ts'
import { personsInRole } from '#domains/people/index.ts'
import { assignRow, type FollowUp, lockFollowUp } from '../data/follow-ups.ts'
import { tellStaff } from './open-follow-up.ts'
import { carePaths } from '../web/paths.ts'

/** Gives it to somebody of the staff, who is told; null where one of the two is not there. */
export const assignFollowUp = async (ctx: Ctx, id: string, staffId: string): Promise<FollowUp | null> => {
  const { programmeId } = ctx.actor
  const followUp = await lockFollowUp(ctx.tx, programmeId, 'all', id)
  const staff = await personsInRole(ctx.tx, programmeId, ['companion', 'coordinator'])
  if (!followUp || followUp.closedAt || !staff.some((each) => each.id === staffId)) return null
  if (followUp.assignedTo === staffId) return followUp
  await assignRow(ctx.tx, programmeId, id, staffId)
  ctx.audit.wrote({ action: 'assign', kind: 'care.follow_up', id, subject: followUp.personId })
  const soon = followUp.dueOn <= ctx.today
  if (soon) await tellStaff(ctx, { assignedTo: staffId, kind: 'care.due_today', path: carePaths.followUp(id) })
  return followUp
}

import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { personsInRole } from '#domains/people/index.ts'
import { assignRow, type FollowUp, lockFollowUp } from '../data/follow-ups.ts'
import { tellStaff } from './open-follow-up.ts'
import { carePaths } from '../web/paths.ts'

export type AssignBlocker = { kind: 'already_closed' } | { kind: 'changed_meanwhile' } | { kind: 'nobody_chosen' }

export interface AssignInput {
  id: string
  version: number
  staffId: string
}

/** Gives it to somebody of the staff, who is told. Refused where it was given to somebody else meanwhile. */
export const assignFollowUp = async (
  ctx: Ctx,
  { id, version, staffId }: AssignInput,
): Promise<Result<FollowUp, AssignBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const followUp = await lockFollowUp(ctx.tx, programmeId, 'all', id)
  if (!followUp) return null
  if (followUp.closedAt) return no([{ kind: 'already_closed' }])
  if (followUp.assignedTo === staffId) return ok(followUp)
  if (followUp.version !== version) return no([{ kind: 'changed_meanwhile' }])
  const staff = await personsInRole(ctx.tx, programmeId, ['companion', 'coordinator'])
  if (!staff.some((each) => each.id === staffId)) return no([{ kind: 'nobody_chosen' }])
  await assignRow(ctx.tx, programmeId, id, staffId)
  ctx.audit.wrote({ action: 'assign', kind: 'care.follow_up', id, subject: followUp.personId })
  const soon = followUp.dueOn <= ctx.today
  if (soon) await tellStaff(ctx, { assignedTo: staffId, kind: 'care.due_today', path: carePaths.followUp(id) })
  return ok(followUp)
}

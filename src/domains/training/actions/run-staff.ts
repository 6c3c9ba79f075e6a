import { personsInRole } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Duty, putStaff, removeStaff, staffOf } from '../data/run-staff.ts'
import { runStaffRoles } from '../data/reached.ts'
import { findRun } from '../data/runs.ts'
import { standingSessions } from '../data/sessions.ts'
import { runPaths } from '../web/paths.ts'
import { tellEach } from './people-of-run.ts'
import { giveTimeBack, takeTime } from './session-time.ts'

/** Roles whose people may have to do with a run. */
export const staffRoles = runStaffRoles

/** Names somebody for a run and takes their time; gives who has other plans then. Null: no such run or person. */
export const nameStaff = async (
  ctx: Ctx,
  runId: string,
  wanted: { personId: string; duty: Duty },
): Promise<string[] | null> => {
  const { programmeId } = ctx.actor
  const run = await findRun(ctx.tx, programmeId, runId)
  const known = (await personsInRole(ctx.tx, programmeId, staffRoles)).some(({ id }) => id === wanted.personId)
  if (!run || !known) return null
  const before = (await staffOf(ctx.tx, programmeId, runId)).find(({ personId }) => personId === wanted.personId)
  await putStaff(ctx.tx, programmeId, { runId, ...wanted })
  const sessions = await standingSessions(ctx.tx, programmeId, [runId])
  await giveTimeBack(ctx, sessions, wanted.personId)
  ctx.audit.wrote({ action: 'name_staff', kind: 'training.run', id: runId, subject: wanted.personId })
  if (!before) await tellEach(ctx, [wanted.personId], 'training.named_for_run', {}, runPaths.run(runId))
  return wanted.duty === 'mentor' ? [] : takeTime(ctx, sessions, [wanted.personId])
}

export const endStaff = async (ctx: Ctx, runId: string, personId: string): Promise<boolean> => {
  const removed = await removeStaff(ctx.tx, ctx.actor.programmeId, { runId, personId })
  if (!removed) return false
  await giveTimeBack(ctx, await standingSessions(ctx.tx, ctx.actor.programmeId, [runId]), personId)
  ctx.audit.wrote({ action: 'end_staff', kind: 'training.run', id: runId, subject: personId })
  return true
}

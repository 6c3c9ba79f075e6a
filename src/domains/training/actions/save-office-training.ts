import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { ensureOffice } from '../data/fee-offices.ts'
import { attendeesField, deleteTraining, insertTraining, updateTraining } from '../data/office-trainings.ts'
import { type OfficeTraining, readOwnTrainings } from './read-office-trainings.ts'

/** What an office writes down of a training. */
export type WrittenTraining = Omit<OfficeTraining, 'id' | 'version'>

/** A training of the actor's own office; null where there is none such. */
export const ownTraining = async (ctx: Ctx, id: string): Promise<OfficeTraining | null> => {
  const { role, placeId } = ctx.actor
  if (role !== 'host' || !placeId) return null
  return (await readOwnTrainings(ctx, placeId, id))[0] ?? null
}

const kept = async (ctx: Ctx, id: string, { attendees, ...rest }: WrittenTraining) => ({
  ...rest,
  attendeesSealed: attendees.length === 0 ? null : await ctx.vault.seal(id, attendeesField, id, attendees.join('\n')),
})

export const addOfficeTraining = async (ctx: Ctx, content: WrittenTraining): Promise<string | null> => {
  const { programmeId, placeId } = ctx.actor
  if (!placeId) return null
  await ensureOffice(ctx.tx, programmeId, placeId, ctx.now)
  const id = ctx.newId()
  await insertTraining(ctx.tx, programmeId, { ...(await kept(ctx, id, content)), id, placeId, now: ctx.now })
  ctx.audit.wrote({ action: 'add', kind: 'training.office_training', id })
  return id
}

/** Saves over the version that was read. An error is what somebody else saved meanwhile. */
export const changeOfficeTraining = async (
  ctx: Ctx,
  read: { id: string; version: number },
  content: WrittenTraining,
): Promise<Result<null, OfficeTraining> | null> => {
  const before = await ownTraining(ctx, read.id)
  if (!before) return null
  if (!(await updateTraining(ctx.tx, ctx.actor.programmeId, read, await kept(ctx, read.id, content)))) return no(before)
  ctx.audit.wrote({ action: 'change', kind: 'training.office_training', id: read.id })
  return ok(null)
}

/** Takes a training out; the names go for good, with their key. */
export const removeOfficeTraining = async (ctx: Ctx, id: string): Promise<boolean> => {
  if (!(await ownTraining(ctx, id))) return false
  await deleteTraining(ctx.tx, ctx.actor.programmeId, id)
  await ctx.vault.destroyKey(id)
  ctx.audit.wrote({ action: 'remove', kind: 'training.office_training', id })
  return true
}

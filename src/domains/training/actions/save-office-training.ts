import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { ensureOffice } from '../data/fee-offices.ts'
import {
  deleteTraining,
  insertTraining,
  type OfficeTraining,
  type TrainingContent,
  trainingsOf,
  updateTraining,
} from '../data/office-trainings.ts'

/** A training of the actor's own office; null where there is none such. */
export const ownTraining = async ({ tx, actor }: Ctx, id: string): Promise<OfficeTraining | null> => {
  const { role, programmeId, placeId } = actor
  if (role !== 'host' || !placeId) return null
  return (await trainingsOf(tx, programmeId, placeId, id))[0] ?? null
}

export const addOfficeTraining = async (ctx: Ctx, content: TrainingContent): Promise<string | null> => {
  const { programmeId, placeId } = ctx.actor
  if (!placeId) return null
  await ensureOffice(ctx.tx, programmeId, placeId, ctx.now)
  const id = ctx.newId()
  await insertTraining(ctx.tx, programmeId, { ...content, id, placeId, now: ctx.now })
  ctx.audit.wrote({ action: 'add', kind: 'training.office_training', id })
  return id
}

/** Saves over the version that was read. An error is what somebody else saved meanwhile. */
export const changeOfficeTraining = async (
  ctx: Ctx,
  read: { id: string; version: number },
  content: TrainingContent,
): Promise<Result<null, OfficeTraining> | null> => {
  const before = await ownTraining(ctx, read.id)
  if (!before) return null
  if (!(await updateTraining(ctx.tx, ctx.actor.programmeId, read, content))) return no(before)
  ctx.audit.wrote({ action: 'change', kind: 'training.office_training', id: read.id })
  return ok(null)
}

export const removeOfficeTraining = async (ctx: Ctx, id: string): Promise<boolean> => {
  if (!(await ownTraining(ctx, id))) return false
  await deleteTraining(ctx.tx, ctx.actor.programmeId, id)
  ctx.audit.wrote({ action: 'remove', kind: 'training.office_training', id })
  return true
}

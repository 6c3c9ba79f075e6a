import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { ensureOffice } from '../data/fee-offices.ts'
import { deleteStaff, insertStaff, officeStaffField, updateStaff, writeHours } from '../data/office-staff.ts'
import { type OfficePerson, readOfficeStaff, type StaffFacts } from './read-office-staff.ts'

/** Somebody of the actor's own office; null where there is no such person there. */
export const ownStaff = async (ctx: Ctx, id: string): Promise<OfficePerson | null> => {
  const { role, placeId } = ctx.actor
  if (role !== 'host' || !placeId) return null
  return (await readOfficeStaff(ctx, placeId, id))[0] ?? null
}

const sealed = (ctx: Ctx, id: string, { role, recognisedOn, givesSupport, ...facts }: StaffFacts): Promise<string> => {
  // Of a colleague nothing is kept that is asked of those with experience only.
  const experience = role === 'experience' ? { recognisedOn, givesSupport } : {}
  return ctx.vault.seal(id, officeStaffField, id, JSON.stringify({ role, ...facts, ...experience }))
}

export const addOfficeStaff = async (ctx: Ctx, facts: StaffFacts): Promise<string | null> => {
  const { programmeId, placeId } = ctx.actor
  if (!placeId) return null
  await ensureOffice(ctx.tx, programmeId, placeId, ctx.now)
  const id = ctx.newId()
  const factsSealed = await sealed(ctx, id, facts)
  await insertStaff(ctx.tx, programmeId, { id, placeId, factsSealed, now: ctx.now })
  ctx.audit.wrote({ action: 'add', kind: 'training.office_staff', id, subject: id })
  return id
}

/** Saves over the version that was read. An error is what somebody else saved meanwhile. */
export const changeOfficeStaff = async (
  ctx: Ctx,
  read: { id: string; version: number },
  facts: StaffFacts,
): Promise<Result<null, OfficePerson> | null> => {
  const before = await ownStaff(ctx, read.id)
  if (!before) return null
  if (!(await updateStaff(ctx.tx, ctx.actor.programmeId, read, await sealed(ctx, read.id, facts)))) return no(before)
  ctx.audit.wrote({ action: 'change', kind: 'training.office_staff', id: read.id, subject: read.id })
  return ok(null)
}

/** Hours by month; null: nothing is written down for it. An error is what somebody else saved meanwhile. */
export const writeOfficeHours = async (
  ctx: Ctx,
  read: { id: string; version: number },
  hours: ReadonlyMap<string, number | null>,
): Promise<Result<null, OfficePerson> | null> => {
  const before = await ownStaff(ctx, read.id)
  if (!before) return null
  if (!(await writeHours(ctx.tx, ctx.actor.programmeId, read, hours))) return no(before)
  ctx.audit.wrote({ action: 'hours', kind: 'training.office_staff', id: read.id, subject: read.id })
  return ok(null)
}

/** Takes somebody out for good: their key goes too, so that no copy of the database tells anything of them. */
export const removeOfficeStaff = async (ctx: Ctx, id: string): Promise<boolean> => {
  if (!(await ownStaff(ctx, id))) return false
  await deleteStaff(ctx.tx, ctx.actor.programmeId, id)
  await ctx.vault.destroyKey(id)
  ctx.audit.wrote({ action: 'remove', kind: 'training.office_staff', id, subject: id })
  return true
}

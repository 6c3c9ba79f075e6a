import { findPerson, type Telling } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { NationalCourse, NationalRole } from '../core/qualification.ts'
import {
  insertQualification,
  markQualification,
  ownerOfQualification,
  qualificationRoleField,
} from '../data/qualifications.ts'

export interface NamedQualification {
  course: NationalCourse
  issuer: string
  issuedOn: CalendarDay
  number: string
  role: NationalRole
}

const isOwnOrKept = ({ actor }: Ctx, personId: string): boolean =>
  personId === actor.personId || actor.role === 'coordinator'

/** Somebody names a course that they took elsewhere; staff write it down as told. Null: no such person, or not the actor's. */
export const nameQualification = async (
  ctx: Ctx,
  personId: string,
  named: NamedQualification,
  told: Telling | null,
): Promise<string | null> => {
  const { tx, actor, vault, now } = ctx
  if (!isOwnOrKept(ctx, personId) || !(await findPerson(tx, actor.programmeId, personId))) return null
  const id = ctx.newId()
  const { role, ...facts } = named
  const roleSealed = await vault.seal(personId, qualificationRoleField, id, role)
  const how = { at: now, via: told ?? 'self', recordedBy: told ? actor.membershipId : null }
  await insertQualification(tx, actor.programmeId, { ...facts, id, personId, roleSealed }, how)
  const reason = told && `told: ${told}`
  ctx.audit.wrote({ action: 'name', kind: 'training.qualification', id, subject: personId, reason })
  return id
}

/** Somebody of the staff saw the paper; nobody confirms their own. Gives the person; null: not there, or not the actor's. */
export const confirmQualification = async (ctx: Ctx, id: string): Promise<string | null> => {
  const { tx, actor, now } = ctx
  const personId = await ownerOfQualification(tx, actor.programmeId, id)
  if (!personId || actor.role !== 'coordinator' || personId === actor.personId) return null
  await markQualification(tx, actor.programmeId, id, { confirmed_at: now, confirmed_by: actor.membershipId })
  ctx.audit.wrote({ action: 'confirm', kind: 'training.qualification', id, subject: personId })
  return personId
}

/** Named by mistake. Gives the person. */
export const setQualificationAside = async (ctx: Ctx, id: string): Promise<string | null> => {
  const { tx, actor, now } = ctx
  const personId = await ownerOfQualification(tx, actor.programmeId, id)
  if (!personId || !isOwnOrKept(ctx, personId)) return null
  await markQualification(tx, actor.programmeId, id, { set_aside_at: now })
  ctx.audit.wrote({ action: 'set_aside', kind: 'training.qualification', id, subject: personId })
  return personId
}

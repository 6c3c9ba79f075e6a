import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { type NationalCourse, nationalCourses } from '../core/qualification.ts'

/** A course of the national training that somebody completed elsewhere. */
export interface Qualification {
  id: string
  personId: string
  course: NationalCourse
  issuer: string
  issuedOn: CalendarDay
  number: string
  roleSealed: string
  /** Somebody of the staff saw the paper. */
  confirmedAt: Date | null
}

export const qualificationRoleField = 'training.qualification.role_sealed'

/** What these people have that was not set aside, the newest first. */
export const qualificationsOf = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
): Promise<Qualification[]> => {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('training.qualification')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .where('set_aside_at', 'is', null)
    .orderBy('issued_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    course: nationalCourses.find((one) => one === row.course) ?? 'basic',
    issuer: row.issuer,
    issuedOn: row.issued_on,
    number: row.number,
    roleSealed: row.role_sealed,
    confirmedAt: row.confirmed_at,
  }))
}

/** Whose it is; null where it is not there or was set aside. */
export const ownerOfQualification = async (tx: Tx, programmeId: number, id: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('training.qualification')
    .select('person_id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('set_aside_at', 'is', null)
    .executeTakeFirst()
  return row?.person_id ?? null
}

export const insertQualification = async (
  tx: Tx,
  programmeId: number,
  one: Omit<Qualification, 'confirmedAt'>,
  how: { at: Date; via: string; recordedBy: string | null },
): Promise<void> => {
  await tx
    .insertInto('training.qualification')
    .values({
      programme_id: programmeId,
      id: one.id,
      person_id: one.personId,
      course: one.course,
      issuer: one.issuer,
      issued_on: one.issuedOn,
      number: one.number,
      role_sealed: one.roleSealed,
      via: how.via,
      recorded_by: how.recordedBy,
      at: how.at,
    })
    .execute()
}

export const markQualification = async (
  tx: Tx,
  programmeId: number,
  id: string,
  mark: { confirmed_at: Date; confirmed_by: string } | { set_aside_at: Date },
): Promise<void> => {
  await tx
    .updateTable('training.qualification')
    .set(mark)
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

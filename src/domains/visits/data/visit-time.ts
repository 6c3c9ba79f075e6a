import type { Tx } from '#platform/db/index.ts'

/** Whose time this record takes: those who agreed to it, not those who were only asked. */
export const holdersOf = async (tx: Tx, refId: string): Promise<Set<string>> => {
  const rows = await tx
    .selectFrom('people.booking')
    .select('person_id')
    .where('ref_id', '=', refId)
    .where('released_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

export interface MeetingAhead {
  id: string
  startsAt: Date
  endsAt: Date
}

/** Meetings beforehand that are still to come. */
export const meetingsAhead = async (tx: Tx, visitId: string, now: Date): Promise<MeetingAhead[]> => {
  const rows = await tx
    .selectFrom('visits.meeting')
    .select(['id', 'starts_at', 'ends_at'])
    .where('visit_id', '=', visitId)
    .where('cancelled_at', 'is', null)
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at }))
}

/** The meeting is one of another visit from now on: of the one that took the place of its own. */
export const carryMeeting = (tx: Tx, id: string, visitId: string): Promise<unknown> =>
  tx.updateTable('visits.meeting').set({ visit_id: visitId }).where('id', '=', id).execute()

import type { Tx } from '#platform/db/index.ts'

/** The place has agreed, once; agreeing again changes nothing. */
export const insertPlaceAgreement = (
  tx: Tx,
  programmeId: number,
  agreement: { visitId: string; at: Date; by: string; via: string },
): Promise<unknown> =>
  tx
    .insertInto('visits.place_agreement')
    .values({
      programme_id: programmeId,
      visit_id: agreement.visitId,
      agreed_at: agreement.at,
      by_membership: agreement.by,
      via: agreement.via,
    })
    .onConflict((on) => on.doNothing())
    .execute()

interface Seat {
  visitId: string
  personId: string
  part: 'supporter' | 'companion'
}

const seat = (tx: Tx, { visitId, personId, part }: Seat) =>
  tx
    .updateTable('visits.participant')
    .where('visit_id', '=', visitId)
    .where('person_id', '=', personId)
    .where('part', '=', part)

export const markAgreed = (
  tx: Tx,
  which: Seat,
  told: { at: Date; via: string; recordedBy: string | null },
): Promise<unknown> =>
  seat(tx, which)
    .set({ agreed_at: told.at, via: told.via, recorded_by: told.recordedBy, asked_again_at: null, left_at: null })
    .execute()

export const markLeft = (tx: Tx, which: Seat, at: Date): Promise<unknown> =>
  seat(tx, which).set({ left_at: at }).execute()

/** Goes along from now on, or again. */
export const seatCompanion = (
  tx: Tx,
  programmeId: number,
  one: { visitId: string; personId: string; at: Date },
): Promise<unknown> =>
  tx
    .insertInto('visits.participant')
    .values({
      programme_id: programmeId,
      visit_id: one.visitId,
      person_id: one.personId,
      part: 'companion',
      agreed_at: one.at,
    })
    .onConflict((on) =>
      on.columns(['programme_id', 'visit_id', 'person_id', 'part']).doUpdateSet({ left_at: null, agreed_at: one.at }),
    )
    .execute()

export const markAskedAgain = (tx: Tx, which: Seat, at: Date): Promise<unknown> =>
  seat(tx, which).set({ asked_again_at: at, agreed_at: null }).execute()

export const markAttended = (tx: Tx, which: Seat, attended: boolean): Promise<unknown> =>
  seat(tx, which).set({ attended }).execute()

export const markTasks = (tx: Tx, which: Seat, tasks: readonly string[]): Promise<unknown> =>
  seat(tx, which)
    .set({ tasks_done: [...tasks] })
    .execute()

export const markMet = (tx: Tx, visitId: string, met: number | null): Promise<unknown> =>
  tx.updateTable('visits.visit').set({ met_count: met }).where('id', '=', visitId).execute()

export const insertMeeting = (
  tx: Tx,
  programmeId: number,
  meeting: { id: string; visitId: string; startsAt: Date; endsAt: Date; where: string; online: boolean; now: Date },
): Promise<unknown> =>
  tx
    .insertInto('visits.meeting')
    .values({
      programme_id: programmeId,
      id: meeting.id,
      visit_id: meeting.visitId,
      starts_at: meeting.startsAt,
      ends_at: meeting.endsAt,
      where_text: meeting.where,
      online: meeting.online,
      created_at: meeting.now,
    })
    .execute()

export const cancelMeetingRow = async (tx: Tx, visitId: string, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('visits.meeting')
    .set({ cancelled_at: at })
    .where('visit_id', '=', visitId)
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { RestAnswer } from '../core/rest.ts'

export interface RestOffer {
  id: string
  personId: string
  offeredAt: Date
  answer: RestAnswer | null
  restUntil: CalendarDay | null
}

/** False where it was offered after this visit before. */
export const insertRestOffer = async (
  tx: Tx,
  programmeId: number,
  row: { id: string; personId: string; visitId: string; offeredAt: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('care.rest_offer')
    .values({
      programme_id: programmeId,
      id: row.id,
      person_id: row.personId,
      visit_id: row.visitId,
      offered_at: row.offeredAt,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const findRestOffer = async (tx: Tx, programmeId: number, id: string): Promise<RestOffer | null> =>
  (await select(tx, programmeId).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null

/** The newest offer that waits for an answer. */
export const openRestOffer = async (tx: Tx, programmeId: number, personId: string): Promise<RestOffer | null> =>
  (await select(tx, programmeId)
    .where('person_id', '=', personId)
    .where('answer', 'is', null)
    .orderBy('offered_at', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

export interface Answered {
  answer: RestAnswer
  answeredAt: Date
  restUntil: CalendarDay | null
  via: string
  recordedBy: string | null
}

/** One answer answers all that are open: nobody is asked about every visit again. */
export const answerOffers = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  answered: Answered,
): Promise<void> => {
  await tx
    .updateTable('care.rest_offer')
    .set({
      answer: answered.answer,
      answered_at: answered.answeredAt,
      rest_until: answered.restUntil,
      via: answered.via,
      recorded_by: answered.recordedBy,
    })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('answer', 'is', null)
    .execute()
}

const select = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('care.rest_offer')
    .select([
      'id',
      'person_id as personId',
      'offered_at as offeredAt',
      sql<RestAnswer | null>`answer`.as('answer'),
      'rest_until as restUntil',
    ])
    .where('programme_id', '=', programmeId)

import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { ApplicationVia } from './applications.ts'

export const insertOffer = async (
  tx: Tx,
  programmeId: number,
  offer: { id: string; applicationId: string; offeredAt: Date; answerUntil: CalendarDay },
): Promise<void> => {
  await tx
    .insertInto('training.offer')
    .values({
      programme_id: programmeId,
      id: offer.id,
      application_id: offer.applicationId,
      offered_at: offer.offeredAt,
      answer_until: offer.answerUntil,
    })
    .execute()
}

/** Until when an open offer waits for an answer; null: there is none. */
export const openOffer = async (tx: Tx, programmeId: number, applicationId: string): Promise<CalendarDay | null> => {
  const row = await tx
    .selectFrom('training.offer')
    .select('answer_until')
    .where('programme_id', '=', programmeId)
    .where('application_id', '=', applicationId)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  return row?.answer_until ?? null
}

export const answerOffer = async (
  tx: Tx,
  programmeId: number,
  applicationId: string,
  given: { answer: 'yes' | 'no' | 'lapsed'; via: ApplicationVia; at: Date },
): Promise<void> => {
  await tx
    .updateTable('training.offer')
    .set({ answer: given.answer, answered_at: given.at, via: given.via })
    .where('programme_id', '=', programmeId)
    .where('application_id', '=', applicationId)
    .where('answered_at', 'is', null)
    .execute()
}

/** An open offer that nobody was reminded of yet. */
export interface QuietOffer {
  applicationId: string
  runId: string
  offeredAt: Date
  answerUntil: CalendarDay
}

export const offersNotReminded = async (tx: Tx, programmeId: number, today: CalendarDay): Promise<QuietOffer[]> => {
  const rows = await tx
    .selectFrom('training.offer as o')
    .innerJoin('training.application as a', (on) =>
      on.onRef('a.programme_id', '=', 'o.programme_id').onRef('a.id', '=', 'o.application_id'),
    )
    .select(['o.application_id', 'a.run_id', 'o.offered_at', 'o.answer_until'])
    .where('o.programme_id', '=', programmeId)
    .where('o.answered_at', 'is', null)
    .where('o.reminded_at', 'is', null)
    .where('o.answer_until', '>=', today)
    .orderBy('o.answer_until')
    .orderBy('o.application_id')
    .execute()
  return rows.map((row) => ({
    applicationId: row.application_id,
    runId: row.run_id,
    offeredAt: row.offered_at,
    answerUntil: row.answer_until,
  }))
}

/** False where it was answered or reminded of meanwhile. */
export const markReminded = async (tx: Tx, programmeId: number, applicationId: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.offer')
    .set({ reminded_at: at })
    .where('programme_id', '=', programmeId)
    .where('application_id', '=', applicationId)
    .where('answered_at', 'is', null)
    .where('reminded_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Applications whose time to answer is over. */
export const lapsedOffers = async (tx: Tx, programmeId: number, today: CalendarDay): Promise<string[]> => {
  const rows = await tx
    .selectFrom('training.offer')
    .select('application_id')
    .where('programme_id', '=', programmeId)
    .where('answered_at', 'is', null)
    .where('answer_until', '<', today)
    .orderBy('answer_until')
    .orderBy('application_id')
    .execute()
  return rows.map((row) => row.application_id)
}

/** Until when each open offer of a run waits, by application. */
export const openOffers = async (tx: Tx, programmeId: number, runId: string): Promise<Map<string, CalendarDay>> => {
  const rows = await tx
    .selectFrom('training.offer as o')
    .innerJoin('training.application as a', (on) =>
      on.onRef('a.programme_id', '=', 'o.programme_id').onRef('a.id', '=', 'o.application_id'),
    )
    .select(['o.application_id', 'o.answer_until'])
    .where('o.programme_id', '=', programmeId)
    .where('a.run_id', '=', runId)
    .where('o.answered_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.application_id, row.answer_until]))
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** A recognition ceremony: when, where, and who was asked. */
export interface Ceremony {
  id: string
  startsAt: Date
  endsAt: Date
  place: string
  note: string
  cancelledAt: Date | null
}

export const guestAnswers = ['comes', 'rather_not'] as const
export type GuestAnswer = (typeof guestAnswers)[number]

export interface Guest {
  personId: string
  name: string
  kana: string
  answer: GuestAnswer | null
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.ceremony as c')
    .select(['c.id', 'c.starts_at as startsAt', 'c.ends_at as endsAt', 'c.place', 'c.note'])
    .select('c.cancelled_at as cancelledAt')
    .where('c.programme_id', '=', programmeId)

export const findCeremony = async (tx: Tx, programmeId: number, id: string): Promise<Ceremony | null> =>
  (await query(tx, programmeId).where('c.id', '=', id).executeTakeFirst()) ?? null

/** The latest first. */
export const listCeremonies = async (tx: Tx, programmeId: number): Promise<Ceremony[]> =>
  query(tx, programmeId).orderBy('c.starts_at', 'desc').orderBy('c.id').execute()

/** To which somebody is asked that are not over, with their answer. */
export const invitationsTo = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  now: Date,
): Promise<(Ceremony & { answer: GuestAnswer | null })[]> => {
  const rows = await query(tx, programmeId)
    .innerJoin('training.ceremony_guest as g', (on) =>
      on.onRef('g.programme_id', '=', 'c.programme_id').onRef('g.ceremony_id', '=', 'c.id'),
    )
    .select('g.answer')
    .where('g.person_id', '=', personId)
    .where('c.ends_at', '>', now)
    .where('c.cancelled_at', 'is', null)
    .orderBy('c.starts_at')
    .execute()
  return rows.map((row) => ({ ...row, answer: answerOf(row.answer) }))
}

const answerOf = (text: string | null): GuestAnswer | null => guestAnswers.find((one) => one === text) ?? null

export const insertCeremony = async (
  tx: Tx,
  programmeId: number,
  one: Omit<Ceremony, 'cancelledAt'>,
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('training.ceremony')
    .values({
      programme_id: programmeId,
      id: one.id,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      place: one.place,
      note: one.note,
      created_at: now,
    })
    .execute()
}

export const cancelCeremony = async (tx: Tx, programmeId: number, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.ceremony')
    .set({ cancelled_at: now })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who was asked, by reading. */
export const guestsOf = async (tx: Tx, programmeId: number, ceremonyId: string): Promise<Guest[]> => {
  const rows = await tx
    .selectFrom('training.ceremony_guest as g')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'g.programme_id').onRef('p.id', '=', 'g.person_id'),
    )
    .select(['g.person_id as personId', 'p.name', 'p.kana', 'g.answer'])
    .where('g.programme_id', '=', programmeId)
    .where('g.ceremony_id', '=', ceremonyId)
    .orderBy('p.kana')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...row, answer: answerOf(row.answer) }))
}

/** Those with a certificate that counts who were not asked yet, by reading. */
export const mayBeAsked = async (
  tx: Tx,
  programmeId: number,
  ceremonyId: string,
): Promise<{ id: string; name: string; kana: string }[]> => {
  const { rows } = await sql<{ id: string; name: string; kana: string }>`
    select p.id, p.name, p.kana from people.person p
    where p.programme_id = ${programmeId}
      and exists (select from training.credential c where c.programme_id = p.programme_id and c.person_id = p.id
        and c.kind = 'certificate' and c.superseded_at is null and c.withdrawn_at is null)
      and not exists (select from training.ceremony_guest g where g.programme_id = p.programme_id and g.ceremony_id = ${ceremonyId}
        and g.person_id = p.id)
    order by p.kana, p.id`.execute(tx)
  return rows
}

/** False where they were asked already. */
export const insertGuest = async (
  tx: Tx,
  programmeId: number,
  guest: { ceremonyId: string; personId: string; at: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('training.ceremony_guest')
    .values({
      programme_id: programmeId,
      ceremony_id: guest.ceremonyId,
      person_id: guest.personId,
      invited_at: guest.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False where they were not asked. */
export const setAnswer = async (
  tx: Tx,
  programmeId: number,
  guest: { ceremonyId: string; personId: string; answer: GuestAnswer; at: Date; via: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.ceremony_guest')
    .set({ answer: guest.answer, answered_at: guest.at, via: guest.via })
    .where('programme_id', '=', programmeId)
    .where('ceremony_id', '=', guest.ceremonyId)
    .where('person_id', '=', guest.personId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

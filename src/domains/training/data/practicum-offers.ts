import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

export const practicumKinds = ['practicum', 'observation'] as const
export type PracticumKind = (typeof practicumKinds)[number]

/** A place offers days for people in training. */
export interface PracticumOffer {
  id: string
  placeId: string
  placeName: string
  kind: PracticumKind
  what: string
  fromDay: CalendarDay
  toDay: CalendarDay
  seats: number
  /** Of these, how many are taken by what was proposed or agreed. */
  taken: number
  note: string
  withdrawnAt: Date | null
}

/** Coordinators reach all, a host contact those of their own place; the newest first. */
export const practicumOffers = async (
  tx: Tx,
  actor: Actor,
  which: { id?: string; openOn?: CalendarDay } = {},
): Promise<PracticumOffer[]> => {
  if (actor.role !== 'coordinator' && actor.role !== 'host') return []
  const { rows } = await sql<PracticumOffer>`
    select o.id, o.place_id as "placeId", p.name as "placeName", o.kind, o.what, o.from_day as "fromDay", o.to_day as "toDay",
      o.seats, o.note, o.withdrawn_at as "withdrawnAt",
      (select count(*)::int from training.practicum t where t.programme_id = o.programme_id and t.offer_id = o.id
        and t.status <> 'cancelled') as taken
    from training.practicum_offer o join places.place p on p.programme_id = o.programme_id and p.id = o.place_id
    where o.programme_id = ${actor.programmeId} and ${actor.role === 'coordinator' ? sql`true` : sql`o.place_id = ${actor.placeId}`}
      and ${which.id ? sql`o.id = ${which.id}` : sql`true`}
      and ${which.openOn ? sql`o.withdrawn_at is null and o.to_day >= ${which.openOn}` : sql`true`}
    order by o.withdrawn_at is not null, o.from_day desc, o.id limit 200`.execute(tx)
  return rows
}

export const insertOffer = async (
  tx: Tx,
  programmeId: number,
  offer: Omit<PracticumOffer, 'placeName' | 'taken' | 'withdrawnAt'> & { now: Date },
): Promise<void> => {
  await tx
    .insertInto('training.practicum_offer')
    .values({
      programme_id: programmeId,
      id: offer.id,
      place_id: offer.placeId,
      kind: offer.kind,
      what: offer.what,
      from_day: offer.fromDay,
      to_day: offer.toDay,
      seats: offer.seats,
      note: offer.note,
      created_at: offer.now,
    })
    .execute()
}

export const withdrawOffer = async (tx: Tx, programmeId: number, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.practicum_offer')
    .set((is) => ({ withdrawn_at: at, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

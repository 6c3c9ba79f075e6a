import type { Tx } from '#platform/db/index.ts'
import type { ApplicationVia } from './applications.ts'

export const tasterKinds = ['hear', 'watch'] as const
export type TasterKind = (typeof tasterKinds)[number]

/** What a form can change of a taster. */
export interface TasterContent {
  kind: TasterKind
  title: string
  plain: string
  startsAt: Date
  endsAt: Date
  place: string
  capacity: number
  forCandidates: boolean
  forPlaces: boolean
}

/** Before applying: hear a peer supporter, or watch one at work. */
export interface Taster extends TasterContent {
  id: string
  cancelled: boolean
  version: number
  /** Seats that are taken. */
  heads: number
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.taster as t')
    .selectAll('t')
    .select((is) =>
      is
        .selectFrom('training.taster_guest as g')
        .select((guest) => guest.fn.sum<string | null>('g.heads').as('heads'))
        .whereRef('g.programme_id', '=', 't.programme_id')
        .whereRef('g.taster_id', '=', 't.id')
        .where('g.withdrawn_at', 'is', null)
        .as('heads'),
    )
    .where('t.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const tasterOf = (row: Row): Taster => ({
  id: row.id,
  kind: tasterKinds.find((one) => one === row.kind) ?? 'hear',
  title: row.title,
  plain: row.plain,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  capacity: row.capacity,
  forCandidates: row.for_candidates,
  forPlaces: row.for_places,
  cancelled: row.cancelled_at !== null,
  version: row.version,
  heads: Number(row.heads ?? 0),
})

/** The newest first, or those ahead, the nearest first. */
export const listTasters = async (tx: Tx, programmeId: number, aheadOf: Date | null): Promise<Taster[]> => {
  const all = query(tx, programmeId)
  const found =
    aheadOf === null
      ? all.orderBy('t.starts_at', 'desc')
      : all.where('t.cancelled_at', 'is', null).where('t.starts_at', '>', aheadOf).orderBy('t.starts_at')
  return (await found.orderBy('t.id').execute()).map(tasterOf)
}

export const findTaster = async (tx: Tx, programmeId: number, id: string): Promise<Taster | null> => {
  const row = await query(tx, programmeId).where('t.id', '=', id).executeTakeFirst()
  return row ? tasterOf(row) : null
}

/** Held until the transaction ends: seats are given by one at a time. */
export const lockTaster = async (tx: Tx, programmeId: number, id: string): Promise<Taster | null> => {
  await tx
    .selectFrom('training.taster')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findTaster(tx, programmeId, id)
}

const columnsOf = (content: TasterContent) => ({
  kind: content.kind,
  title: content.title,
  plain: content.plain,
  starts_at: content.startsAt,
  ends_at: content.endsAt,
  place: content.place,
  capacity: content.capacity,
  for_candidates: content.forCandidates,
  for_places: content.forPlaces,
})

export const insertTaster = async (
  tx: Tx,
  programmeId: number,
  id: string,
  content: TasterContent,
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('training.taster')
    .values({ programme_id: programmeId, id, ...columnsOf(content), created_at: now })
    .execute()
}

/** Saves over the version that was read; false where somebody else was quicker. */
export const updateTaster = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  content: TasterContent,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.taster')
    .set({ ...columnsOf(content), version: which.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const markCancelled = async (tx: Tx, programmeId: number, id: string, at: Date): Promise<void> => {
  await tx
    .updateTable('training.taster')
    .set((is) => ({ cancelled_at: at, version: is('version', '+', 1) }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export interface Guest {
  id: string
  personId: string | null
  placeId: string | null
  name: string
  kana: string
  heads: number
  came: boolean | null
}

/** Who comes to a taster: people and places, by reading. */
export const guestsOf = async (tx: Tx, programmeId: number, tasterId: string): Promise<Guest[]> => {
  const rows = await tx
    .selectFrom('training.taster_guest as g')
    .leftJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'g.programme_id').onRef('p.id', '=', 'g.person_id'),
    )
    .leftJoin('places.place as l', (on) =>
      on.onRef('l.programme_id', '=', 'g.programme_id').onRef('l.id', '=', 'g.place_id'),
    )
    .select(['g.id', 'g.person_id', 'g.place_id', 'g.heads', 'g.came', 'p.name', 'p.kana'])
    .select(['l.name as place_name', 'l.kana as place_kana'])
    .where('g.programme_id', '=', programmeId)
    .where('g.taster_id', '=', tasterId)
    .where('g.withdrawn_at', 'is', null)
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      placeId: row.place_id,
      name: row.name ?? row.place_name ?? '',
      kana: row.kana ?? row.place_kana ?? '',
      heads: row.heads,
      came: row.came,
    }))
    .toSorted((a, b) => a.kana.localeCompare(b.kana, 'ja') || (a.id < b.id ? -1 : 1))
}

export const insertGuest = async (
  tx: Tx,
  programmeId: number,
  guest: {
    id: string
    tasterId: string
    personId: string | null
    placeId: string | null
    heads: number
    via: ApplicationVia
    at: Date
  },
): Promise<void> => {
  await tx
    .insertInto('training.taster_guest')
    .values({
      programme_id: programmeId,
      id: guest.id,
      taster_id: guest.tasterId,
      person_id: guest.personId,
      place_id: guest.placeId,
      heads: guest.heads,
      via: guest.via,
      at: guest.at,
    })
    .execute()
}

export const markGuest = async (
  tx: Tx,
  programmeId: number,
  which: { tasterId: string; id: string },
  marks: { came: boolean | null } | { withdrawn_at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.taster_guest')
    .set(marks)
    .where('programme_id', '=', programmeId)
    .where('taster_id', '=', which.tasterId)
    .where('id', '=', which.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

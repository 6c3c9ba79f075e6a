import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { KnownEntry, KnownPlace } from '../core/wam-edition.ts'
import type { WamFacts, WamRow } from '../core/wam-row.ts'

/** What the programme has from the list so far. */
export const listEntries = async (tx: Tx, programmeId: number): Promise<KnownEntry[]> => {
  const rows = await tx
    .selectFrom('places.wam_entry')
    .select(['wam_no', 'place_id', 'municipality', 'service', 'facts', 'gone_on'])
    .where('programme_id', '=', programmeId)
    .orderBy('wam_no')
    .execute()
  return rows.map((row) => ({
    no: row.wam_no,
    placeId: row.place_id,
    municipality: row.municipality,
    service: row.service,
    facts: row.facts as WamFacts,
    gone: row.gone_on !== null,
  }))
}

/** Places that came another way, and may be on the list without our knowing. */
export const listUnlinked = (tx: Tx, programmeId: number): Promise<KnownPlace[]> =>
  tx
    .selectFrom('places.place as p')
    .select(['p.id as placeId', 'p.name', 'p.municipality'])
    .where('p.programme_id', '=', programmeId)
    .where('p.status', '<>', 'closed')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('places.wam_entry as w')
            .select('w.wam_no')
            .whereRef('w.programme_id', '=', 'p.programme_id')
            .whereRef('w.place_id', '=', 'p.id'),
        ),
      ),
    )
    .orderBy('p.id')
    .execute()

/** Writes down what the edition says, new or over what an earlier one said. */
export const saveEntries = async (
  tx: Tx,
  programmeId: number,
  entries: readonly { row: WamRow; placeId: string }[],
  today: CalendarDay,
): Promise<void> => {
  if (entries.length === 0) return
  await tx
    .insertInto('places.wam_entry')
    .values(
      entries.map(({ row, placeId }) => ({
        programme_id: programmeId,
        wam_no: row.no,
        place_id: placeId,
        municipality: row.municipality,
        service: row.service,
        facts: JSON.stringify(row.facts),
        seen_on: today,
      })),
    )
    .onConflict((on) =>
      on.columns(['programme_id', 'wam_no']).doUpdateSet((is) => ({
        municipality: is.ref('excluded.municipality'),
        service: is.ref('excluded.service'),
        facts: is.ref('excluded.facts'),
        seen_on: is.ref('excluded.seen_on'),
        gone_on: null,
      })),
    )
    .execute()
}

/** No longer on the list. Gives those of them that only stood there: places that nobody has spoken with. */
export const markGone = async (
  tx: Tx,
  programmeId: number,
  numbers: readonly string[],
  today: CalendarDay,
): Promise<string[]> => {
  if (numbers.length === 0) return []
  await tx
    .updateTable('places.wam_entry')
    .set({ gone_on: today })
    .where('programme_id', '=', programmeId)
    .where('wam_no', 'in', numbers)
    .execute()
  const rows = await tx
    .selectFrom('places.wam_entry as w')
    .innerJoin('places.place as p', (on) =>
      on.onRef('p.programme_id', '=', 'w.programme_id').onRef('p.id', '=', 'w.place_id'),
    )
    .select('p.id')
    .where('w.programme_id', '=', programmeId)
    .where('w.wam_no', 'in', numbers)
    .where('p.status', '=', 'listed')
    .execute()
  return rows.map((row) => row.id)
}

/** The entry of one place, for its page. */
export const entryOf = async (tx: Tx, programmeId: number, placeId: string) =>
  (await tx
    .selectFrom('places.wam_entry')
    .select(['wam_no as no', 'service', 'seen_on as seenOn', 'gone_on as goneOn'])
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .orderBy(sql`gone_on nulls first`)
    .orderBy('wam_no')
    .executeTakeFirst()) ?? null

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

/** The address under which a person's own calendar reads; only its hash is kept. */
export interface Feed {
  createdAt: Date
  lastUsedAt: Date | null
}

export const findFeed = async (tx: Tx, programmeId: number, personId: string): Promise<Feed | null> => {
  const row = await tx
    .selectFrom('people.calendar_feed')
    .select(['created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export const insertFeed = async (
  tx: Tx,
  programmeId: number,
  feed: { personId: string; tokenHash: string },
  now: Date,
): Promise<void> => {
  await tx
    .insertInto('people.calendar_feed')
    .values({ programme_id: programmeId, person_id: feed.personId, token_hash: feed.tokenHash, created_at: now })
    .execute()
}

export const revokeFeeds = async (tx: Tx, programmeId: number, personId: string, now: Date): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('people.calendar_feed')
    .set({ revoked_at: now })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Whose calendar it is; null for an address that ended, or whose person has no role in the programme any more. */
export const personOfFeed = async (tx: Tx, programmeId: number, tokenHash: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('people.calendar_feed as f')
    .select('f.person_id')
    .where('f.programme_id', '=', programmeId)
    .where('f.token_hash', '=', tokenHash)
    .where('f.revoked_at', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('platform.membership as m')
          .select('m.id')
          .whereRef('m.programme_id', '=', 'f.programme_id')
          .whereRef('m.person_id', '=', 'f.person_id')
          .where('m.ended_at', 'is', null),
      ),
    )
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Calendars read every few minutes; one note an hour is enough. */
export const noteFeedUse = async (tx: Tx, programmeId: number, tokenHash: string, now: Date): Promise<void> => {
  await tx
    .updateTable('people.calendar_feed')
    .set({ last_used_at: now })
    .where('programme_id', '=', programmeId)
    .where('token_hash', '=', tokenHash)
    .where(sql<boolean>`coalesce(last_used_at, '-infinity') < ${now}::timestamptz - interval '1 hour'`)
    .execute()
}

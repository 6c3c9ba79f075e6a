import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

const then = new Date('2026-08-25T03:00:00Z')

/** A confirmed place with its organisation; gives its id. Owner's rights. */
export const aPlace = async (
  tx: Tx,
  programmeId: number,
  more: Partial<Insertable<DB['places.place']>> = {},
): Promise<string> => {
  const organisationId = randomUUID()
  await tx
    .insertInto('places.organisation')
    .values({ programme_id: programmeId, id: organisationId, name: '見本法人', created_at: then })
    .execute()
  const row = {
    programme_id: programmeId,
    id: randomUUID(),
    organisation_id: organisationId,
    name: '見本の家',
    kana: 'みほんのいえ',
    kind: 'salon',
    field: 'community',
    status: 'confirmed',
    created_at: then,
    ...more,
  }
  await tx.insertInto('places.place').values(row).execute()
  return row.id
}

/** One thing on the menu; gives its id. Owner's rights. */
export const anActivity = async (
  tx: Tx,
  programmeId: number,
  more: Partial<Insertable<DB['programme.activity']>> = {},
): Promise<string> => {
  const row = {
    programme_id: programmeId,
    id: randomUUID(),
    kind: 'talk_circle',
    name: '語り場',
    name_en: 'Talk circle',
    name_easy: '話の 会',
    plain: '輪になって話します。',
    plain_en: 'Talks in a circle.',
    plain_easy: 'みんなで 話します。',
    minutes: 90,
    ...more,
  }
  await tx.insertInto('programme.activity').values(row).execute()
  return row.id
}

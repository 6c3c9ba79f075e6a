import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

const then = new Date('2026-08-25T03:00:00Z')

/** A confirmed place with an organisation of its own; gives its id. */
export const aPlace = async (
  tx: Tx,
  programmeId: number,
  more: Partial<Insertable<DB['places.place']>> = {},
): Promise<string> => {
  const organisationId = randomUUID()
  await tx
    .insertInto('places.organisation')
    .values({
      programme_id: programmeId,
      id: organisationId,
      name: `見本法人 ${organisationId.slice(0, 6)}`,
      created_at: then,
    })
    .execute()
  const id = randomUUID()
  await tx
    .insertInto('places.place')
    .values({
      programme_id: programmeId,
      id,
      organisation_id: organisationId,
      name: '見本の場',
      kind: 'salon',
      field: 'community',
      status: 'confirmed',
      municipality: '見本市',
      address: '1丁目',
      created_at: then,
      ...more,
    })
    .execute()
  return id
}

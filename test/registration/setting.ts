import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/index.ts'

const then = new Date('2026-08-25T03:00:00Z')

/** A place in a town that is on the map, and an activity on the menu. Owner's rights. */
export const aSetting = async (tx: Tx, programmeId: number): Promise<{ placeId: string; activityId: string }> => {
  const base = { programme_id: programmeId, created_at: then }
  const organisationId = randomUUID()
  const placeId = randomUUID()
  const activityId = randomUUID()
  await tx
    .insertInto('places.organisation')
    .values({ ...base, id: organisationId, name: '見本法人' })
    .execute()
  await tx
    .insertInto('places.place')
    .values({
      ...base,
      id: placeId,
      organisation_id: organisationId,
      name: 'みほんの庭',
      kind: 'day_activity',
      field: 'community',
      status: 'confirmed',
      town: '見本町',
      lat: 35.64,
      lng: 139.65,
    })
    .execute()
  await tx
    .insertInto('programme.activity')
    .values({
      programme_id: programmeId,
      id: activityId,
      kind: 'walk',
      name: '散歩',
      name_en: 'Walk',
      name_easy: '散歩',
      plain: '歩く',
      plain_en: 'Walks',
      plain_easy: '歩く',
      minutes: 60,
    })
    .execute()
  return { placeId, activityId }
}

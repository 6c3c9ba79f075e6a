import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
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

/** A request with one time in the state 'matching' (or another), as if it had gone all the way there; gives both ids. Owner's rights. */
export const aRequest = async (
  tx: Tx,
  programmeId: number,
  of: { placeId: string | null; activityId: string; startsAt?: Date; minutes?: number },
  more: Partial<Insertable<DB['visits.request']>> = {},
): Promise<{ requestId: string; slotId: string }> => {
  const requestId = randomUUID()
  const slotId = randomUUID()
  const startsAt = of.startsAt ?? new Date('2026-12-10T04:00:00Z')
  await tx
    .insertInto('visits.request')
    .values({
      programme_id: programmeId,
      id: requestId,
      place_id: of.placeId,
      activity_id: of.activityId,
      status: 'matching',
      field: 'community',
      supporters_wanted: 1,
      created_by: randomUUID(),
      created_at: then,
      ...more,
    })
    .execute()
  await tx
    .insertInto('visits.request_slot')
    .values({
      programme_id: programmeId,
      id: slotId,
      request_id: requestId,
      starts_at: startsAt,
      ends_at: new Date(startsAt.getTime() + (of.minutes ?? 90) * 60_000),
    })
    .execute()
  return { requestId, slotId }
}

/** An invitation of a person to a request; gives its id. Owner's rights. */
export const aProposal = async (
  tx: Tx,
  programmeId: number,
  of: { requestId: string; slotId: string; personId: string },
  more: Partial<Insertable<DB['visits.proposal']>> = {},
): Promise<string> => {
  const row = {
    programme_id: programmeId,
    id: randomUUID(),
    request_id: of.requestId,
    slot_id: of.slotId,
    person_id: of.personId,
    status: 'sent',
    sent_at: new Date('2026-11-20T03:00:00Z'),
    answer_by: new Date('2026-11-27T03:00:00Z'),
    ...more,
  }
  await tx.insertInto('visits.proposal').values(row).execute()
  return row.id
}

/** A registered peer supporter who has time all week and would like to do this; gives their membership. Owner's rights. */
export const aSupporter = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  of: { activityId: string; level?: string },
  more: Partial<Insertable<DB['registration.supporter']>> = {},
): Promise<void> => {
  const own = { programme_id: programmeId, person_id: personId }
  await tx
    .insertInto('registration.supporter')
    .values({ ...own, registered_on: '2026-04-01' as CalendarDay, experience: 'much', max_per_week: 3, ...more })
    .execute()
  await tx
    .insertInto('registration.wish')
    .values({ ...own, activity_id: of.activityId, level: of.level ?? 'want' })
    .execute()
  await tx
    .insertInto('registration.weekly_hours')
    .values([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ ...own, weekday, from_minute: 540, to_minute: 1200 })))
    .execute()
}

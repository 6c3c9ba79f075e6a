import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

/** An activity for which a place is ready, until when. */
export interface PlaceReady {
  placeId: string
  place: string
  activityId: string
  activity: { ja: string; en: string; easy: string }
  until: CalendarDay
  note: string
}

/** The newest word on each activity, of one place or of all; what is no longer so is left out. What ends first stands first. */
export const readyFor = async (tx: Tx, programmeId: number, placeId: string | null): Promise<PlaceReady[]> => {
  const { rows } = await sql<Omit<PlaceReady, 'activity'> & { ja: string; en: string; easy: string }>`
    with newest as (
      select distinct on (r.place_id, r.activity_id) r.* from training.place_ready r
      where r.programme_id = ${programmeId} and (${placeId}::uuid is null or r.place_id = ${placeId}::uuid)
      order by r.place_id, r.activity_id, r.at desc, r.id
    )
    select n.place_id as "placeId", p.name as place, n.activity_id as "activityId", a.name as ja, a.name_en as en, a.name_easy as easy,
      n.until_day as until, n.note
    from newest n
    join places.place p on p.programme_id = n.programme_id and p.id = n.place_id
    join programme.activity a on a.programme_id = n.programme_id and a.id = n.activity_id
    where n.until_day is not null
    order by n.until_day, p.kana, a.sort`.execute(tx)
  return rows.map(({ ja, en, easy, ...row }) => ({ ...row, activity: { ja, en, easy } }))
}

/** The contacts of a place who completed a course for host places, by reading. */
export const trainedContacts = async (
  tx: Tx,
  programmeId: number,
  placeId: string,
): Promise<{ name: string; kana: string; run: string; on: CalendarDay | null }[]> => {
  const { rows } = await sql<{ name: string; kana: string; run: string; on: CalendarDay | null }>`
    select p.name, p.kana, r.name as run, e.ended_on as "on" from places.contact c
    join people.person p on p.programme_id = c.programme_id and p.id = c.person_id
    join training.enrolment e on e.programme_id = c.programme_id and e.person_id = c.person_id and e.status = 'completed'
    join training.run r on r.programme_id = e.programme_id and r.id = e.run_id
    join training.course k on k.programme_id = r.programme_id and k.id = r.course_id and k.kind = 'host'
    where c.programme_id = ${programmeId} and c.place_id = ${placeId} and c.ended_at is null
    order by p.kana, e.ended_on`.execute(tx)
  return rows
}

export const insertReady = async (
  tx: Tx,
  programmeId: number,
  word: {
    id: string
    placeId: string
    activityId: string
    until: CalendarDay | null
    note: string
    by: string
    at: Date
  },
): Promise<void> => {
  await tx
    .insertInto('training.place_ready')
    .values({
      programme_id: programmeId,
      id: word.id,
      place_id: word.placeId,
      activity_id: word.activityId,
      until_day: word.until,
      note: word.note,
      by_membership: word.by,
      at: word.at,
    })
    .execute()
}

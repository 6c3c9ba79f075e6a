import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

const ofThePerson = [
  'registration.sheet_version',
  'registration.wish',
  'registration.theme',
  'registration.weekly_hours',
  'registration.hours_exception',
  'registration.avoidance',
  'registration.likes_to_go_with',
  'registration.care_plan',
  'registration.pause',
] as const

/** What they wrote when they applied, how they were reached, and why it ended; the terms stay, and reach no further than today. */
const forgetLife = async (tx: Tx, programmeId: number, personId: string, today: CalendarDay): Promise<void> => {
  const own = sql`programme_id = ${programmeId} and person_id = ${personId}`
  const renewals = sql`programme_id = ${programmeId} and renewal_id in (select id from registration.renewal where ${own})`
  for (const statement of [
    sql`update registration.application set words_sealed = null, talk_place = '' where ${own}`,
    sql`delete from registration.reach_attempt where ${renewals}`,
    sql`delete from registration.renewal where ${own}`,
    sql`delete from registration.leaving where ${own}`,
    sql`delete from registration.term where ${own} and from_day > ${today}::date`,
    sql`update registration.term set to_day = ${today}::date where ${own} and (to_day is null or to_day > ${today}::date)`,
  ])
    await statement.execute(tx)
}

/** The sheet is gone, all its versions with it; from when to when somebody was registered stays, for the figures. */
export const forgetSupporter = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  today: CalendarDay,
): Promise<void> => {
  await forgetLife(tx, programmeId, personId, today)
  for (const table of ofThePerson)
    await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
  await tx
    .deleteFrom('registration.likes_to_go_with')
    .where('programme_id', '=', programmeId)
    .where('other_id', '=', personId)
    .execute()
  await tx
    .updateTable('registration.supporter')
    .set((e) => ({
      ended_on: e.fn.coalesce('ended_on', e.val(today)),
      town: '',
      lat: null,
      lng: null,
      wished_per_month: 1,
      max_per_week: 1,
      max_per_month: 4,
      rest_days: 0,
      max_travel_minutes: 60,
      in_person: true,
      online: false,
      experience: 'first',
      gender: null,
      languages: ['ja'],
      last_asked_on: null,
    }))
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
}

import { type CalendarDay, day, type Weekday } from '#kernel/calendar-day.ts'
import type { Hours } from '../core/hours.ts'
import { type Experience, experiences, genders, type Sheet, stances, wishLevels } from '../core/sheet.ts'
import type { SheetDoor } from './sheet-door.ts'
import { readAvoidances, readCarePlan } from './sealed-parts.ts'

/** The whole sheet as it stands now, or null where nobody is registered. */
export const readSheet = async (door: SheetDoor): Promise<Sheet | null> => {
  const row = await rowOf(door)
  if (!row) return null
  const { company, ...carePlan } = await readCarePlan(door)
  return {
    wishes: await readWishes(door),
    themes: await readThemes(door),
    avoidances: await readAvoidances(door),
    company,
    likesToGoWith: await readLikes(door),
    languages: row.languages,
    gender: genders.find((gender) => gender === row.gender) ?? null,
    town: row.town,
    point: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    wishedPerMonth: row.wished_per_month,
    hours: await readHours(door),
    limits: { perWeek: row.max_per_week, perMonth: row.max_per_month, restDays: row.rest_days },
    maxTravelMinutes: row.max_travel_minutes,
    inPerson: row.in_person,
    online: row.online,
    experience: experiences.find((experience) => experience === row.experience) ?? 'first',
    carePlan,
  }
}

const rowOf = ({ tx, programmeId, personId }: SheetDoor) =>
  tx
    .selectFrom('registration.supporter')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** Whether taking part is new to somebody, in their own word; null where nobody is registered. */
export const experienceOf = async (door: SheetDoor): Promise<Experience | null> => {
  const row = await rowOf(door)
  return experiences.find((one) => one === row?.experience) ?? null
}

const readWishes = async ({ tx, programmeId, personId }: SheetDoor): Promise<Sheet['wishes']> => {
  const rows = await tx
    .selectFrom('registration.wish')
    .select(['activity_id', 'level'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('activity_id')
    .execute()
  return Object.fromEntries(
    rows.flatMap((row) => {
      const level = wishLevels.find((one) => one === row.level)
      return level ? [[row.activity_id, level]] : []
    }),
  )
}

const readThemes = async ({ tx, programmeId, personId }: SheetDoor): Promise<Sheet['themes']> => {
  const rows = await tx
    .selectFrom('registration.theme')
    .select(['theme', 'stance'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('theme')
    .execute()
  return Object.fromEntries(
    rows.flatMap((row) => {
      const stance = stances.find((one) => one === row.stance)
      return stance ? [[row.theme, stance]] : []
    }),
  )
}

const readLikes = async ({ tx, programmeId, personId }: SheetDoor): Promise<string[]> => {
  const rows = await tx
    .selectFrom('registration.likes_to_go_with')
    .select('other_id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('other_id')
    .execute()
  return rows.map((row) => row.other_id)
}

const readHours = async ({ tx, programmeId, personId }: SheetDoor): Promise<Hours> => {
  const weekly = await tx
    .selectFrom('registration.weekly_hours')
    .select(['weekday', 'from_minute', 'to_minute'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('weekday')
    .orderBy('from_minute')
    .execute()
  const exceptions = await tx
    .selectFrom('registration.hours_exception')
    .select(['day', 'from_minute', 'to_minute'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('day')
    .orderBy('from_minute')
    .execute()
  return {
    weekly: weekly.map((row) => ({ weekday: row.weekday as Weekday, from: row.from_minute, to: row.to_minute })),
    exceptions: Array.from(
      Map.groupBy(exceptions, (row): CalendarDay => day(row.day)),
      ([on, rows]) => ({
        day: on,
        hours: rows.flatMap(({ from_minute: from, to_minute: to }) =>
          from === null || to === null ? [] : [{ from, to }],
        ),
      }),
    ),
  }
}

import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

/** Whose rows: everybody's of the programme, or these people's. */
export interface Whose {
  programmeId: number
  people: readonly string[] | null
}

const ofThem = ({ programmeId, people }: Whose) =>
  people === null
    ? sql`programme_id = ${programmeId}`
    : sql`programme_id = ${programmeId} and person_id = any(${[...people]}::uuid[])`

// One statement for each kind of row, however many supporters there are; what many rows say is joined into one text each.
// Days come as numbers: to read ten thousand of them from text costs more than all the rest.
const serial = (column: string) => sql<number>`(${sql.ref(column)} - date '1970-01-01')`

export interface SupporterRow {
  person_id: string
  registered_on: number
  ended_on: number | null
  lat: number | null
  lng: number | null
  wished_per_month: number
  max_per_week: number
  max_per_month: number
  rest_days: number
  max_travel_minutes: number
  in_person: boolean
  online: boolean
  experience: string
  gender: string | null
  languages: string
  last_asked_on: number | null
}

export const supporterRows = async (tx: Tx, of: Whose, today: CalendarDay): Promise<SupporterRow[]> =>
  (
    await sql<SupporterRow>`
      select person_id, ${serial('registered_on')} as registered_on, ${serial('ended_on')} as ended_on, lat, lng,
        wished_per_month, max_per_week, max_per_month, rest_days, max_travel_minutes, in_person, online, experience,
        gender, array_to_string(languages, ' ') as languages, ${serial('last_asked_on')} as last_asked_on
      from registration.supporter
      where ${ofThem(of)} and registered_on is not null and (ended_on is null or ended_on >= ${today}::date)
      order by person_id`.execute(tx)
  ).rows

export interface TextRow {
  person_id: string
  text: string
}

/** 'activity level activity level …'; of one activity only, where that is enough. */
export const wishRows = async (tx: Tx, of: Whose, activityId: string | null): Promise<TextRow[]> => {
  const query =
    activityId === null
      ? sql<TextRow>`
          select person_id, string_agg(activity_id || ' ' || level, ' ') as text from registration.wish
          where ${ofThem(of)} group by person_id`
      : sql<TextRow>`
          select person_id, activity_id || ' ' || level as text from registration.wish
          where ${ofThem(of)} and activity_id = ${activityId}`
  return (await query.execute(tx)).rows
}

export interface ThemeRow {
  person_id: string
  theme: string
  stance: string
}

export const themeRows = async (tx: Tx, of: Whose, themes: readonly string[] | null): Promise<ThemeRow[]> => {
  if (themes !== null && themes.length === 0) return []
  const some = themes === null ? sql`` : sql`and theme = any(${[...themes]}::text[])`
  return (
    await sql<ThemeRow>`
      select person_id, theme, stance from registration.theme where ${ofThem(of)} ${some}`.execute(tx)
  ).rows
}

/** Ranges packed into numbers that sort by weekday and time (`unpackedHours`): five texts a range cost more than the rest together. */
export const weeklyRows = async (tx: Tx, of: Whose): Promise<TextRow[]> =>
  (
    await sql<TextRow>`
      select person_id, string_agg((weekday * 4000000 + from_minute * 2000 + to_minute)::text, ' ') as text
      from registration.weekly_hours where ${ofThem(of)} group by person_id`.execute(tx)
  ).rows

/** [weekday, from, to] of each packed range, earliest first. */
export const unpackedHours = (text: string): [number, number, number][] =>
  text
    .split(' ')
    .map(Number)
    .sort((a, b) => a - b)
    .map((packed) => [Math.floor(packed / 4_000_000), Math.floor(packed / 2000) % 2000, packed % 2000])

export interface ExceptionRow {
  person_id: string
  day: number
  from_minute: number | null
  to_minute: number | null
}

export const exceptionRows = async (tx: Tx, of: Whose, from: CalendarDay): Promise<ExceptionRow[]> =>
  (
    await sql<ExceptionRow>`
      select person_id, ${serial('day')} as day, from_minute, to_minute from registration.hours_exception
      where ${ofThem(of)} and day >= ${from}::date
      order by person_id, hours_exception.day, from_minute`.execute(tx)
  ).rows

export interface PauseRow {
  person_id: string
  until_day: number | null
}

export const pauseRows = async (tx: Tx, of: Whose, now: Date): Promise<PauseRow[]> =>
  (
    await sql<PauseRow>`
      select person_id, ${serial('until_day')} as until_day from registration.pause
      where ${ofThem(of)} and ended_at is null and from_at <= ${now}`.execute(tx)
  ).rows

export const likesRows = async (tx: Tx, of: Whose): Promise<{ person_id: string; other_id: string }[]> =>
  (
    await sql<{ person_id: string; other_id: string }>`
      select person_id, other_id from registration.likes_to_go_with where ${ofThem(of)}`.execute(tx)
  ).rows

export const avoidanceRows = async (
  tx: Tx,
  of: Whose,
): Promise<{ id: string; person_id: string; target_sealed: string }[]> =>
  (
    await sql<{ id: string; person_id: string; target_sealed: string }>`
      select id, person_id, target_sealed from registration.avoidance where ${ofThem(of)}`.execute(tx)
  ).rows

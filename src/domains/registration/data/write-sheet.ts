import type { Sheet } from '../core/sheet.ts'
import { mergedRanges } from '../core/hours.ts'
import { writeAvoidances, writeCarePlan } from './sealed-parts.ts'
import type { SheetDoor } from './sheet-door.ts'

interface Written {
  before: Sheet
  after: Sheet
  version: number
}

/** Writes the parts that changed, and the new version's number. */
export const writeSheet = async (
  door: SheetDoor,
  { before, after, version }: Written,
  how: { now: Date; newId: () => string },
): Promise<void> => {
  await writeRow(door, after, version)
  const changed = (...parts: (keyof Sheet)[]): boolean =>
    parts.some((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
  if (changed('wishes')) await writeWishes(door, after)
  if (changed('themes')) await writeThemes(door, after)
  if (changed('hours')) await writeHours(door, after, how.newId)
  if (changed('likesToGoWith')) await writeLikes(door, after)
  if (changed('avoidances')) await writeAvoidances(door, after.avoidances, how)
  if (changed('carePlan', 'company')) await writeCarePlan(door, { ...after.carePlan, company: after.company })
}

const writeRow = async ({ tx, programmeId, personId }: SheetDoor, sheet: Sheet, version: number): Promise<void> => {
  await tx
    .updateTable('registration.supporter')
    .set({
      town: sheet.town,
      lat: sheet.point?.lat ?? null,
      lng: sheet.point?.lng ?? null,
      wished_per_month: sheet.wishedPerMonth,
      max_per_week: sheet.limits.perWeek,
      max_per_month: sheet.limits.perMonth,
      rest_days: sheet.limits.restDays,
      max_travel_minutes: sheet.maxTravelMinutes,
      in_person: sheet.inPerson,
      online: sheet.online,
      experience: sheet.experience,
      gender: sheet.gender,
      languages: [...sheet.languages],
      version,
    })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
}

const cleared = async (
  { tx, programmeId, personId }: SheetDoor,
  table:
    | 'registration.wish'
    | 'registration.theme'
    | 'registration.likes_to_go_with'
    | 'registration.weekly_hours'
    | 'registration.hours_exception',
): Promise<void> => {
  await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
}

const writeWishes = async (door: SheetDoor, { wishes }: Sheet): Promise<void> => {
  await cleared(door, 'registration.wish')
  const key = { programme_id: door.programmeId, person_id: door.personId }
  const rows = Object.entries(wishes).map(([activity_id, level]) => ({ ...key, activity_id, level }))
  if (rows.length > 0) await door.tx.insertInto('registration.wish').values(rows).execute()
}

const writeThemes = async (door: SheetDoor, { themes }: Sheet): Promise<void> => {
  await cleared(door, 'registration.theme')
  const key = { programme_id: door.programmeId, person_id: door.personId }
  const rows = Object.entries(themes).map(([theme, stance]) => ({ ...key, theme, stance }))
  if (rows.length > 0) await door.tx.insertInto('registration.theme').values(rows).execute()
}

const writeLikes = async (door: SheetDoor, { likesToGoWith }: Sheet): Promise<void> => {
  await cleared(door, 'registration.likes_to_go_with')
  const key = { programme_id: door.programmeId, person_id: door.personId }
  const rows = likesToGoWith.map((other_id) => ({ ...key, other_id }))
  if (rows.length > 0) await door.tx.insertInto('registration.likes_to_go_with').values(rows).execute()
}

const writeHours = async (door: SheetDoor, { hours }: Sheet, newId: () => string): Promise<void> => {
  await cleared(door, 'registration.weekly_hours')
  await cleared(door, 'registration.hours_exception')
  const key = { programme_id: door.programmeId, person_id: door.personId }
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
    mergedRanges(hours.weekly.filter((range) => range.weekday === weekday)).map((range) => ({
      ...key,
      weekday,
      from_minute: range.from,
      to_minute: range.to,
    })),
  )
  if (weekly.length > 0) await door.tx.insertInto('registration.weekly_hours').values(weekly).execute()
  // A day without hours is one row without minutes: not on that day.
  const exceptions = hours.exceptions.flatMap(({ day, hours: ranges }) =>
    (ranges.length > 0 ? mergedRanges(ranges) : [{ from: null, to: null }]).map((range) => ({
      ...key,
      id: newId(),
      day,
      from_minute: range.from,
      to_minute: range.to,
    })),
  )
  if (exceptions.length > 0) await door.tx.insertInto('registration.hours_exception').values(exceptions).execute()
}

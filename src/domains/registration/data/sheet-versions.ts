import { z } from 'zod'
import { parseDay, type CalendarDay, type Weekday } from '#kernel/calendar-day.ts'
import { emptySheet, experiences, genders, avoidanceKinds, type Sheet, stances, wishLevels } from '../core/sheet.ts'
import type { SheetDoor } from './sheet-door.ts'

/** Who wrote a version: the person, or staff to whom it was told. */
export interface SheetVersion {
  version: number
  at: Date
  via: string
  /** Who wrote it down; null where their record is gone. */
  by: { name: string; kana: string } | null
}

const versions = ({ tx, programmeId, personId }: SheetDoor) =>
  tx
    .selectFrom('registration.sheet_version as v')
    .leftJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'v.programme_id').onRef('m.id', '=', 'v.by_membership'),
    )
    .leftJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id').on('p.erased_at', 'is', null),
    )
    .select(['v.version', 'v.at', 'v.via', 'p.name', 'p.kana'])
    .where('v.programme_id', '=', programmeId)
    .where('v.person_id', '=', personId)

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

const versionOf = ({ version, at, via, name, kana }: Row): SheetVersion => ({
  version,
  at,
  via,
  by: name === null ? null : { name, kana: kana ?? '' },
})

const field = 'registration.sheet_version.sheet_sealed'

/** Newest first. */
export const listVersions = async (door: SheetDoor): Promise<SheetVersion[]> =>
  (await versions(door).orderBy('v.version', 'desc').execute()).map(versionOf)

export const readVersion = async (
  door: SheetDoor,
  version: number,
): Promise<(SheetVersion & { sheet: Sheet }) | null> => {
  const { vault, personId } = door
  const row = await versions(door).select('v.sheet_sealed').where('v.version', '=', version).executeTakeFirst()
  if (!row) return null
  const text = await vault.open(personId, field, `${personId}:${version}`, row.sheet_sealed)
  return { ...versionOf(row), sheet: { ...emptySheet, ...sheetShape.parse(JSON.parse(text)) } }
}

/** The same first version for many. Where there is one, nothing is written. */
export const keepFirstVersions = async (
  { tx, vault, programmeId }: Omit<SheetDoor, 'personId'>,
  personIds: readonly string[],
  kept: { sheet: Sheet; at: Date; byMembership: string; via: string },
): Promise<void> => {
  if (personIds.length === 0) return
  await vault.prepare(personIds)
  const rows = []
  for (const personId of personIds)
    rows.push({
      programme_id: programmeId,
      person_id: personId,
      version: 1,
      at: kept.at,
      by_membership: kept.byMembership,
      via: kept.via,
      sheet_sealed: await vault.seal(personId, field, `${personId}:1`, JSON.stringify(kept.sheet)),
    })
  await tx
    .insertInto('registration.sheet_version')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Kept for good. Writing the same version again does nothing. */
export const keepVersion = async (
  { tx, vault, programmeId, personId }: SheetDoor,
  kept: { version: number; sheet: Sheet; at: Date; byMembership: string; via: string },
): Promise<void> => {
  const sealed = await vault.seal(personId, field, `${personId}:${kept.version}`, JSON.stringify(kept.sheet))
  await tx
    .insertInto('registration.sheet_version')
    .values({
      programme_id: programmeId,
      person_id: personId,
      version: kept.version,
      at: kept.at,
      by_membership: kept.byMembership,
      via: kept.via,
      sheet_sealed: sealed,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const range = z.object({ from: z.number(), to: z.number() })
const aDay = z.string().transform((text): CalendarDay => parseDay(text) ?? ('1970-01-01' as CalendarDay))

// An older version may lack what was added since: the empty sheet stands behind it.
const sheetShape = z
  .object({
    wishes: z.record(z.string(), z.enum(wishLevels)),
    themes: z.record(z.string(), z.enum(stances)),
    avoidances: z.array(
      z.object({
        id: z.string().nullable(),
        kind: z.enum(avoidanceKinds),
        targetId: z.string().nullable(),
        text: z.string(),
      }),
    ),
    company: z.string(),
    likesToGoWith: z.array(z.string()),
    languages: z.array(z.string()),
    gender: z.enum(genders).nullable(),
    town: z.string(),
    point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    wishedPerMonth: z.number(),
    hours: z.object({
      weekly: z.array(range.extend({ weekday: z.number().transform((n) => n as Weekday) })),
      exceptions: z.array(z.object({ day: aDay, hours: z.array(range) })),
    }),
    limits: z.object({ perWeek: z.number(), perMonth: z.number(), restDays: z.number() }),
    maxTravelMinutes: z.number(),
    inPerson: z.boolean(),
    online: z.boolean(),
    experience: z.enum(experiences),
    carePlan: z.object({
      whatHelps: z.string(),
      warningSigns: z.string(),
      whomToCall: z.string(),
      considerations: z.string(),
    }),
  })
  .partial()
  .transform(
    (sheet) => Object.fromEntries(Object.entries(sheet).filter(([, value]) => value !== undefined)) as Partial<Sheet>,
  )

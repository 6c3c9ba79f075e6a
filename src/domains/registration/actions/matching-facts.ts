import { mergedPeople } from '#domains/people/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Experience, experiences, type Gender, genders, type Stance, type WishLevel } from '../core/sheet.ts'
import type { NumericHours } from '../core/hours.ts'
import { mergedRanges } from '../core/hours.ts'
import {
  avoidanceRows,
  type ExceptionRow,
  exceptionRows,
  likesRows,
  pauseRows,
  type SupporterRow,
  supporterRows,
  themeRows,
  unpackedHours,
  weeklyRows,
  type Whose,
  wishRows,
} from '../data/matching-rows.ts'
import { targetField, targetOf, targetShape } from '../data/sealed-parts.ts'

/** What the rules of matching know of a supporter from their sheet. Days are serials, times minutes of the day. */
export interface SheetFacts {
  personId: string
  registeredFrom: number
  registeredUntil: number | null
  pause: { until: number | null } | null
  wishes: ReadonlyMap<string, WishLevel>
  themes: ReadonlyMap<string, Stance>
  avoidsPlaces: ReadonlySet<string>
  avoidsPeople: ReadonlySet<string>
  avoidsInWords: boolean
  likesToGoWith: ReadonlySet<string>
  languages: ReadonlySet<string>
  gender: Gender | null
  base: { lat: number; lng: number } | null
  wishedPerMonth: number
  hours: NumericHours
  maxPerWeek: number
  maxPerMonth: number
  restDays: number
  maxTravelMinutes: number
  inPerson: boolean
  online: boolean
  experience: Experience
  lastAsked: number | null
}

/**
 * The facts of everybody registered, or of these people: nine statements, however many they are. For one request it is enough to know
 * its activity and its themes. Nobody is shown what is opened here, so it is not noted as a look at anybody.
 */
export const matchingFacts = async (
  ctx: Ctx,
  only: { activityId?: string; themes?: readonly string[]; people?: readonly string[] } = {},
): Promise<SheetFacts[]> => {
  const { tx, actor, today } = ctx
  const { programmeId } = actor
  const of: Whose = { programmeId, people: only.people ?? null }
  const [rows, wishes, themes, hours, pauses, likes, avoids] = await Promise.all([
    supporterRows(tx, of, today),
    wishesByPerson(ctx, of, only.activityId ?? null),
    themesByPerson(ctx, of, only.themes ?? null),
    hoursByPerson(ctx, of),
    pauseRows(tx, of, ctx.now),
    likesRows(tx, of),
    avoidsByPerson(ctx, of),
  ])
  const parts: Parts = {
    wishes,
    themes,
    hours,
    pauses: new Map(pauses.map((row) => [row.person_id, row.until_day])),
    likes: setsOf(likes),
    avoids,
    languages: readOnce((text): ReadonlySet<string> => new Set(text.split(' '))),
  }
  return rows.map((row) => factsOf(row, parts))
}

interface Avoids {
  places: ReadonlySet<string>
  people: ReadonlySet<string>
  inWords: boolean
}

interface Parts {
  wishes: ReadonlyMap<string, ReadonlyMap<string, WishLevel>>
  themes: ReadonlyMap<string, ReadonlyMap<string, Stance>>
  hours: ReadonlyMap<string, NumericHours>
  pauses: ReadonlyMap<string, number | null>
  likes: ReadonlyMap<string, ReadonlySet<string>>
  avoids: ReadonlyMap<string, Avoids>
  languages: (text: string) => ReadonlySet<string>
}

const factsOf = (row: SupporterRow, parts: Parts): SheetFacts => {
  const id = row.person_id
  const avoids = parts.avoids.get(id) ?? nothingAvoided
  const until = parts.pauses.get(id)
  return {
    personId: id,
    registeredFrom: row.registered_on,
    registeredUntil: row.ended_on,
    pause: until === undefined ? null : { until },
    wishes: parts.wishes.get(id) ?? noWishes,
    themes: parts.themes.get(id) ?? noThemes,
    avoidsPlaces: avoids.places,
    avoidsPeople: avoids.people,
    avoidsInWords: avoids.inWords,
    likesToGoWith: parts.likes.get(id) ?? nobody,
    languages: parts.languages(row.languages),
    gender: genders.find((one) => one === row.gender) ?? null,
    base: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    wishedPerMonth: row.wished_per_month,
    hours: parts.hours.get(id) ?? noHours,
    maxPerWeek: row.max_per_week,
    maxPerMonth: row.max_per_month,
    restDays: row.rest_days,
    maxTravelMinutes: row.max_travel_minutes,
    inPerson: row.in_person,
    online: row.online,
    experience: experiences.find((one) => one === row.experience) ?? 'first',
    lastAsked: row.last_asked_on,
  }
}

const nobody: ReadonlySet<string> = new Set()
const noWishes: ReadonlyMap<string, WishLevel> = new Map()
const noThemes: ReadonlyMap<string, Stance> = new Map()
const nothingAvoided: Avoids = { places: nobody, people: nobody, inWords: false }
const emptyWeek: readonly (readonly number[])[] = [[], [], [], [], [], [], []]
const noExceptions: ReadonlyMap<number, readonly number[]> = new Map()
const noHours: NumericHours = { weekly: emptyWeek, exceptions: noExceptions, said: false }

const setsOf = (rows: readonly { person_id: string; other_id: string }[]): Map<string, Set<string>> => {
  const sets = new Map<string, Set<string>>()
  for (const { person_id: id, other_id: other } of rows) {
    const known = sets.get(id)
    if (known) known.add(other)
    else sets.set(id, new Set([other]))
  }
  return sets
}

// What many people say alike is read once and is one object: the rules look at it five thousand times.
const readOnce = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = read(text)
    known.set(text, fresh)
    return fresh
  }
}

const wishesByPerson = async ({ tx }: Ctx, of: Whose, activityId: string | null): Promise<Parts['wishes']> => {
  const word = readOnce((text) => text)
  const wishesOf = readOnce((text) => {
    const words = text.split(' ')
    const wishes = new Map<string, WishLevel>()
    for (let i = 0; i + 1 < words.length; i += 2)
      wishes.set(word(words[i] ?? ''), word(words[i + 1] ?? '') as WishLevel)
    return wishes
  })
  const rows = await wishRows(tx, of, activityId)
  return new Map(rows.map(({ person_id: id, text }) => [id, wishesOf(text)]))
}

const themesByPerson = async ({ tx }: Ctx, of: Whose, only: readonly string[] | null): Promise<Parts['themes']> => {
  const word = readOnce((text) => text)
  const themes = new Map<string, Map<string, Stance>>()
  for (const { person_id: id, theme, stance } of await themeRows(tx, of, only)) {
    const known = themes.get(id) ?? new Map<string, Stance>()
    known.set(word(theme), stance === 'not' ? 'not' : 'speak')
    themes.set(id, known)
  }
  return themes
}

const hoursByPerson = async ({ tx, today }: Ctx, of: Whose): Promise<Parts['hours']> => {
  const everyWeek = readOnce((text): NumericHours => ({ weekly: weekOf(text), exceptions: noExceptions, said: true }))
  const rows = await weeklyRows(tx, of)
  const hours = new Map(rows.map(({ person_id: id, text }) => [id, everyWeek(text)]))
  // Planning looks a little back as well: the week and the month of a visit begin before it.
  const others = await exceptionRows(tx, of, addDays(today, -40))
  for (const [id, exceptions] of Map.groupBy(others, (row) => row.person_id)) {
    const weekly = hours.get(id)?.weekly ?? emptyWeek
    hours.set(id, { weekly, exceptions: exceptionsOf(exceptions), said: true })
  }
  return hours
}

const weekOf = (text: string): number[][] => {
  const week: number[][] = [[], [], [], [], [], [], []]
  for (const [weekday, from, to] of unpackedHours(text)) addRange(week[weekday - 1], from, to)
  return week
}

// Ranges come sorted: what touches or overlaps the last range widens it.
const addRange = (ranges: number[] | undefined, from: number, to: number): void => {
  if (ranges === undefined) return
  const end = ranges.at(-1)
  if (end !== undefined && from <= end) ranges[ranges.length - 1] = Math.max(end, to)
  else ranges.push(from, to)
}

const exceptionsOf = (rows: readonly ExceptionRow[]): Map<number, number[]> =>
  new Map(
    Array.from(
      Map.groupBy(rows, (row) => row.day),
      ([on, all]) => {
        const ranges = all.flatMap(({ from_minute: from, to_minute: to }) =>
          from === null || to === null ? [] : [{ from, to }],
        )
        return [on, mergedRanges(ranges).flatMap((range) => [range.from, range.to])]
      },
    ),
  )

const avoidsByPerson = async ({ tx, vault }: Ctx, of: Whose): Promise<Parts['avoids']> => {
  const rows = await avoidanceRows(tx, of)
  const merged = await mergedPeople(tx, of.programmeId)
  await vault.warm(rows.map((row) => row.person_id))
  const avoids = new Map<string, { places: Set<string>; people: Set<string>; inWords: boolean }>()
  for (const row of rows) {
    const one = avoids.get(row.person_id) ?? { places: new Set(), people: new Set(), inWords: false }
    avoids.set(row.person_id, one)
    const opened = await vault.open(row.person_id, targetField, row.id, row.target_sealed)
    const target = targetShape.parse(JSON.parse(opened))
    const id = targetOf(target, merged)
    if (id === null) one.inWords = true
    else (target.kind === 'place' ? one.places : one.people).add(id)
  }
  return avoids
}

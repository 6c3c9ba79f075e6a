import { folded, listNameWords, personFields, takenFor } from '#domains/people/index.ts'
import { listAllActivities } from '#domains/programme/index.ts'
import { listedPeople } from '#domains/training/index.ts'
import { type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { parseMinute } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { fieldsFrom, inAll } from '#platform/intake/describe.ts'
import type { DecidedRow, IntakeKind, IntakeRow, Judgement } from '#platform/intake/kinds.ts'
import { type ActivityNamed, keepPastVisits, type VisitLine } from './actions/keep-past-visits.ts'
import { liesBehind, namesIn, placeWritten, visitMeant } from './core/listed-visit.ts'
import { namedPlaces, type NamedPlace, type PastVisit, pastVisits, seatKey } from './data/past-visits.ts'
import { intakeVisitWords, visitHeadings, visitorHeadings } from './intake-words.ts'

const field = fieldsFrom<keyof typeof visitHeadings>(intakeVisitWords, visitHeadings)

type Whose = Awaited<ReturnType<typeof listedPeople>>

const text = ({ values }: IntakeRow, key: string): string => String(values[key] ?? '')
const count = ({ values }: IntakeRow, key: string): number | null =>
  typeof values[key] === 'number' ? values[key] : null

const refused = (reason: string): { ok: false; error: Judgement } => no({ kind: 'refused', reasons: [reason] })

const nobodyElse: Whose = () => refused('nobody')

/** What a list of visits speaks of, found by its names. */
interface World {
  whose: Whose
  placeOf: (name: string) => NamedPlace | null
  activityOf: (name: string) => ActivityNamed | null
}

/** By any of its names; two of the same name cannot be told apart. */
const byNames = <T extends { id: string }>(all: readonly T[], namesOf: (one: T) => readonly string[]) => {
  const found = new Map<string, T | null>()
  for (const one of all)
    for (const name of new Set(namesOf(one).map(folded).filter(Boolean))) found.set(name, found.has(name) ? null : one)
  return (name: string): T | null => found.get(folded(name)) ?? null
}

/** To read everybody's names is dear, and left out where no row asks for them. */
const worldOf = async (ctx: Ctx, rows: readonly (IntakeRow & { same?: string | null })[]): Promise<World> => {
  const places = await namedPlaces(ctx.tx, ctx.actor.programmeId)
  const activities = await listAllActivities(ctx.tx)
  return {
    whose: rows.some((row) => !row.same || text(row, 'companion') !== '') ? await listedPeople(ctx) : nobodyElse,
    placeOf: byNames(places, ({ name, kana }) => [name, kana]),
    activityOf: byNames(activities, ({ name }) => Object.values(name)),
  }
}

const heldWords = new Set(
  Object.values(inAll((locale) => intakeVisitWords[locale].held)).flatMap((all) => all.map(folded)),
)

/** What a row says of the visit itself; who went is found apart. A text: why it cannot be read. */
const visitOf = (row: IntakeRow, world: World, today: CalendarDay): VisitLine | string => {
  const [date = '', time = ''] = text(row, 'day').split(' ')
  const day = parseDay(date)
  if (!day || !liesBehind(day, today)) return 'recent'
  const state = text(row, 'state')
  if (state !== '' && !heldWords.has(folded(state))) return 'not_held'
  const { name, online } = placeWritten(text(row, 'place'))
  const place = world.placeOf(name)
  const activity = world.activityOf(text(row, 'activity'))
  if (!place || !activity) return place ? 'unknown_activity' : 'unknown_place'
  const from = count(row, 'from') ?? parseMinute(time)
  const to = count(row, 'to')
  if (to !== null && to <= (from ?? 0)) return 'times'
  const companions = peopleNamed(row, namesIn(text(row, 'companion')), world.whose)
  if (!companions) return 'unknown_companion'
  return { place, activity, day, from, to, online, met: count(row, 'met'), companionIds: companions }
}

/** Everybody of these names; null where one of them is not clear. */
const peopleNamed = (row: IntakeRow, names: readonly string[], whose: Whose): string[] | null => {
  const ids: string[] = []
  for (const name of names) {
    const found = whose({ ...row, decision: null, values: { name } })
    if (!found.ok || found.value.asked) return null
    ids.push(found.value.id)
  }
  return ids
}

/** Who went: one person, whom somebody may have had to name, or several who are all clear. */
const whoWent = (row: IntakeRow, whose: Whose): Result<{ ids: string[]; judgement: Judgement }, Judgement> => {
  const names = namesIn(text(row, 'name'))
  if (names.length > 1) {
    const ids = peopleNamed(row, names, whose)
    return ids ? ok({ ids, judgement: { kind: 'fresh', about: null } }) : refused('unclear')
  }
  const found = whose({ ...row, values: { ...row.values, name: names[0] ?? '' } })
  return found.ok ? ok({ ids: [found.value.id], judgement: takenFor(found.value) }) : found
}

const knownVisits = async (ctx: Ctx, lines: readonly (VisitLine | string)[]): Promise<Map<string, PastVisit[]>> => {
  const days = lines.flatMap((line) => (typeof line === 'string' ? [] : line.day)).toSorted()
  const [from] = days
  const to = days.at(-1)
  if (!from || !to) return new Map()
  return Map.groupBy(await pastVisits(ctx.tx, ctx.actor.programmeId, ctx.zone, { from, to }), ({ day }) => day)
}

const judge = async (ctx: Ctx, rows: readonly IntakeRow[]): Promise<Judgement[]> => {
  const world = await worldOf(ctx, rows)
  const lines = rows.map((row) => visitOf(row, world, ctx.today))
  const known = await knownVisits(ctx, lines)
  const above = new Set<string>()
  return rows.map((row, index): Judgement => {
    const line = lines[index] ?? ''
    if (typeof line === 'string') return { kind: 'refused', reasons: [line] }
    const went = whoWent(row, world.whose)
    if (!went.ok) return went.error
    const { ids, judgement } = went.value
    const { place, activity, day, from } = line
    const meant = visitMeant({ placeId: place.id, activityId: activity.id, day, from }, known.get(day) ?? [])
    const there = ids.map((id) => meant?.people.get(seatKey('supporter', id)))
    if (there.every((one) => one === true)) return { kind: 'known' }
    if (there.includes(false)) return { kind: 'refused', reasons: ['not_there'] }
    const signs = ids.map((id) => [place.id, activity.id, day, from, id].join('|'))
    if (signs.every((sign) => above.has(sign))) return { kind: 'refused', reasons: ['twice'] }
    for (const sign of signs) above.add(sign)
    return judgement
  })
}

const take = async (ctx: Ctx, rows: readonly DecidedRow[]): Promise<void> => {
  const world = await worldOf(ctx, rows)
  const lines = rows.flatMap((row) => {
    const line = visitOf(row, world, ctx.today)
    const supporterIds = row.same === null ? peopleNamed(row, namesIn(text(row, 'name')), world.whose) : [row.same]
    return typeof line === 'string' || !supporterIds ? [] : [{ ...line, supporterIds }]
  })
  const known = await knownVisits(ctx, lines)
  await keepPastVisits(ctx, lines, [...known.values()].flat())
}

/** Visits that lie behind us. They count in the figures of their year; nobody is told, followed up or booked. */
export const visitsIntake: IntakeKind = {
  title: inAll((locale) => intakeVisitWords[locale].title),
  lead: inAll((locale) => intakeVisitWords[locale].lead),
  reasons: inAll((locale) => ({ ...listNameWords[locale].reasons, ...intakeVisitWords[locale].reasons })),
  fields: [
    field('day', 'moment', true),
    field('from', 'minute'),
    field('to', 'minute'),
    field('place', 'text', true),
    field('activity', 'text', true),
    ...personFields.map((one) => (one.key === 'name' ? { ...one, names: [...one.names, ...visitorHeadings] } : one)),
    field('companion', 'text'),
    field('met', 'count'),
    field('state', 'text'),
  ],
  judge,
  take,
}

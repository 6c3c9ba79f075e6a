import { folded } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { linesOf } from '../core/lines.ts'
import { type Called, finderOf } from '../core/matching-names.ts'
import type { Avoidance, Sheet } from '../core/sheet.ts'
import { namedPeople, namedPlaces } from '../data/known.ts'
import { readSheet } from '../data/sheets.ts'
import { lockSupporter } from '../data/supporters.ts'
import { writeSheet } from '../data/write-sheet.ts'
import { keepVersion } from '../data/sheet-versions.ts'
import { doorTo } from './show-sheet.ts'

/** What a person's own words mean among the programme's records, for the coordinator to look through. */
export interface Meaning {
  version: number
  avoidances: { avoidance: Avoidance & { id: string }; name: string }[]
  company: string
  companyNames: string[]
}

/** Null: no such sheet, or not the coordinator. */
export const showMeaning = async (ctx: Ctx, personId: string): Promise<Meaning | null> => {
  const found = await openForCoordinator(ctx, personId)
  if (!found) return null
  const { sheet, version, places, people } = found
  ctx.audit.read({ kind: 'registration.sheet', id: personId, subject: personId, classes: ['care'] })
  const nameOf = (all: readonly Called[], id: string | null): string => all.find((one) => one.id === id)?.names[0] ?? ''
  return {
    version,
    avoidances: sheet.avoidances.flatMap((one) =>
      one.kind === 'free' || one.id === null
        ? []
        : [
            {
              avoidance: { ...one, id: one.id },
              name: nameOf(one.kind === 'place' ? places : people, one.targetId),
            },
          ],
    ),
    company: sheet.company,
    companyNames: sheet.likesToGoWith.map((id) => nameOf(people, id)).filter((name) => name !== ''),
  }
}

export interface MeaningGiven {
  version: number
  /** The registered name for each avoidance, by its id; empty: not linked. */
  names: ReadonlyMap<string, string>
  company: string
}

/** A name that does not lead to one single record. */
export interface UnknownName {
  field: string
  name: string
}

/** Links words to records by their registered names. The words themselves stay as they are. */
export const linkMeaning = async (
  ctx: Ctx,
  personId: string,
  given: MeaningGiven,
): Promise<Result<null, UnknownName[] | 'stale'> | null> => {
  const found = await openForCoordinator(ctx, personId)
  if (!found) return null
  if (found.version !== given.version) return no('stale')
  const { sheet: before, places, people } = found
  const supporters = await namedPeople(ctx.tx, ctx.actor.programmeId, 'supporters')
  const find = {
    place: finderOf(places, folded),
    person: finderOf(people, folded),
    company: finderOf(supporters, folded),
  }
  const unknown: UnknownName[] = []
  const linked = (kind: keyof typeof find, field: string, name: string): string | null => {
    const id = name === '' ? null : find[kind](name)
    if (name !== '' && id === null) unknown.push({ field, name })
    return id
  }
  const after: Sheet = {
    ...before,
    avoidances: before.avoidances.map((one) =>
      one.kind === 'free' || one.id === null
        ? one
        : { ...one, targetId: linked(one.kind, `meant_${one.id}`, given.names.get(one.id) ?? '') },
    ),
    likesToGoWith: linesOf(given.company).flatMap((name) => linked('company', 'company', name) ?? []),
  }
  if (unknown.length > 0) return no(unknown)
  await writeLinked(ctx, personId, { before, after, version: found.version + 1 })
  return ok(null)
}

const writeLinked = async (
  ctx: Ctx,
  personId: string,
  written: { before: Sheet; after: Sheet; version: number },
): Promise<void> => {
  const door = doorTo(ctx, personId)
  await writeSheet(door, written, ctx)
  await keepVersion(door, {
    version: written.version,
    sheet: written.after,
    at: ctx.now,
    byMembership: ctx.actor.membershipId,
    via: 'staff',
  })
  ctx.audit.wrote({ action: 'link', kind: 'registration.sheet', id: personId, subject: personId })
}

const openForCoordinator = async (ctx: Ctx, personId: string) => {
  const { tx, actor } = ctx
  if (actor.role !== 'coordinator' || personId === actor.personId) return null
  const supporter = await lockSupporter(tx, actor.programmeId, personId)
  const sheet = supporter && (await readSheet(doorTo(ctx, personId)))
  if (!supporter || !sheet) return null
  const people = await namedPeople(tx, actor.programmeId, 'everybody')
  return {
    sheet,
    version: supporter.version,
    places: await namedPlaces(tx, actor.programmeId),
    people: people.filter((one) => one.id !== personId),
  }
}

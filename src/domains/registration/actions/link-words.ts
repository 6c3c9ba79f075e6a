import { folded } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { linesOf } from '../core/lines.ts'
import { finderOf } from '../core/matching-names.ts'
import type { Avoidance, Sheet } from '../core/sheet.ts'
import { namedPeople, namedPlaces, pointOfTown } from '../data/known.ts'

/**
 * Finds out of which record of the programme somebody speaks. It shows nowhere on the person's own pages: else typing
 * names would tell who takes part.
 */
export const withLinks = async (ctx: Ctx, personId: string, before: Sheet, after: Sheet): Promise<Sheet> => {
  const { tx, actor } = ctx
  const point = after.town === before.town ? before.point : await pointOfTown(tx, actor.programmeId, after.town)
  return {
    ...after,
    point,
    avoidances: await linkedAvoidances(ctx, personId, after.avoidances),
    likesToGoWith:
      after.company === before.company ? before.likesToGoWith : await linkedCompany(ctx, personId, after.company),
  }
}

const linkedAvoidances = async (ctx: Ctx, personId: string, all: readonly Avoidance[]): Promise<Avoidance[]> => {
  const open = (kind: Avoidance['kind']) => all.some((one) => one.id === null && one.kind === kind)
  const { tx, actor } = ctx
  const place = finderOf(open('place') ? await namedPlaces(tx, actor.programmeId) : [], folded)
  const people = open('person') ? await namedPeople(tx, actor.programmeId, 'everybody') : []
  const person = finderOf(
    people.filter((one) => one.id !== personId),
    folded,
  )
  return all.map((one) => {
    if (one.id !== null || one.kind === 'free') return one
    return { ...one, targetId: one.kind === 'place' ? place(one.text) : person(one.text) }
  })
}

const linkedCompany = async (ctx: Ctx, personId: string, company: string): Promise<string[]> => {
  if (company === '') return []
  const supporters = await namedPeople(ctx.tx, ctx.actor.programmeId, 'supporters')
  const find = finderOf(
    supporters.filter((one) => one.id !== personId),
    folded,
  )
  return [...new Set(linesOf(company).flatMap((line) => find(line) ?? []))].toSorted()
}

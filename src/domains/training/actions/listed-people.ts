import { peopleOfList } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { typedNumber } from '../core/credential.ts'
import { holdersOfCards } from '../data/credentials.ts'

/** Finds the people of somebody's list by the number of their registration card, or by name and reading. */
export const listedPeople = async (ctx: Pick<Ctx, 'tx' | 'actor'>) => {
  const holders = await holdersOfCards(ctx.tx, ctx.actor.programmeId)
  return peopleOfList(ctx, (number) => holders.get(typedNumber(number) ?? '') ?? null)
}

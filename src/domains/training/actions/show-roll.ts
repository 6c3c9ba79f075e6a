import type { Ctx } from '#platform/http/call.ts'
import type { Taking } from '../core/completion.ts'
import { type Enrolment, enrolmentsOfRun } from '../data/enrolments.ts'
import { runFor } from '../data/reached.ts'
import { openRunBook, type RunBook, takingIn } from './taking.ts'

/** Everybody of a run with where they stand. */
export interface Roll extends RunBook {
  people: { enrolment: Enrolment; taking: Taking }[]
}

/** Null where the actor has nothing to do with the run. */
export const showRoll = async (ctx: Ctx, runId: string): Promise<Roll | null> => {
  const run = await runFor(ctx.tx, ctx.actor, runId)
  if (!run) return null
  const book = await openRunBook(ctx, run)
  const enrolments = await enrolmentsOfRun(ctx.tx, ctx.actor.programmeId, runId)
  await ctx.vault.warm(enrolments.map(({ personId }) => personId))
  const people: Roll['people'] = []
  for (const enrolment of enrolments) people.push({ enrolment, taking: await takingIn(ctx, book, enrolment) })
  return { ...book, people }
}

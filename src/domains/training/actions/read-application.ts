import type { Ctx } from '#platform/http/call.ts'
import { type Accommodation, accommodationOf } from '../data/accommodations.ts'
import { type ApplicationWords, readWords } from '../data/application-words.ts'
import { type Application, findApplication } from '../data/applications.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { openOffer } from '../data/offers.ts'
import { findRun, type Run } from '../data/runs.ts'
import { doorOf } from './application-facts.ts'

export interface OpenedApplication {
  application: Application
  run: Run
  words: ApplicationWords
  accommodation: Accommodation | null
  /** Until when an offer waits for an answer. */
  answerUntil: CalendarDay | null
}

/** An application with what was written; that staff or the office read it, the person can see. Null: not the actor's. */
export const readApplication = async (ctx: Ctx, id: string): Promise<OpenedApplication | null> => {
  const application = await findApplication(ctx.tx, ctx.actor, id)
  const run = application && (await findRun(ctx.tx, ctx.actor.programmeId, application.runId))
  if (!application || !run) return null
  const { personId } = application
  if (personId !== ctx.actor.personId)
    ctx.audit.read({ kind: 'training.application', id, subject: personId, classes: ['lived', 'care'] })
  return {
    application,
    run,
    words: await readWords(doorOf(ctx), application),
    accommodation: await accommodationOf(doorOf(ctx), application),
    answerUntil: await openOffer(ctx.tx, ctx.actor.programmeId, id),
  }
}

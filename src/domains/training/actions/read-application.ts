import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { mayRead } from '../core/application-words-seen.ts'
import { type Accommodation, accommodationOf } from '../data/accommodations.ts'
import { type ApplicationWords, readWords } from '../data/application-words.ts'
import { type Application, findApplication } from '../data/applications.ts'
import { openOffer } from '../data/offers.ts'
import { findRun, type Run } from '../data/runs.ts'
import { doorOf } from './application-facts.ts'

/** Where an application stands. */
export interface SeenApplication {
  application: Application
  run: Run
  /** Until when an offer waits for an answer. */
  answerUntil: CalendarDay | null
}

export interface OpenedApplication extends SeenApplication {
  words: ApplicationWords
  accommodation: Accommodation | null
}

/** Without what is written in it: the office that sent somebody sees no more. Null: not the actor's. */
export const seeApplication = async (ctx: Ctx, id: string): Promise<SeenApplication | null> => {
  const application = await findApplication(ctx.tx, ctx.actor, id)
  const run = application && (await findRun(ctx.tx, ctx.actor.programmeId, application.runId))
  if (!application || !run) return null
  return { application, run, answerUntil: await openOffer(ctx.tx, ctx.actor.programmeId, id) }
}

/** An application with what was written; that staff read it, the person can see. Null: not the actor's to read. */
export const readApplication = async (ctx: Ctx, id: string): Promise<OpenedApplication | null> => {
  const seen = await seeApplication(ctx, id)
  if (!seen || !mayRead(ctx.actor, seen.application)) return null
  const { application } = seen
  const { personId } = application
  if (personId !== ctx.actor.personId)
    ctx.audit.read({ kind: 'training.application', id, subject: personId, classes: ['lived', 'care'] })
  return {
    ...seen,
    words: await readWords(doorOf(ctx), application),
    accommodation: await accommodationOf(doorOf(ctx), application),
  }
}

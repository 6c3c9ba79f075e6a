import { hostsOf } from '#domains/places/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { ApplicationActor, ApplicationStatus } from '../core/application-status.ts'
import { type Application, type ApplicationVia, markApplication } from '../data/applications.ts'
import { insertApplicationEvent } from '../data/application-events.ts'
import { answerOffer, insertOffer } from '../data/offers.ts'
import type { Run } from '../data/runs.ts'
import { ownPaths } from '../web/paths.ts'
import { doorOf } from './application-facts.ts'
import { byOf } from './by.ts'
import { enrol, leaveBefore } from './enrol.ts'
import { tellEach } from './people-of-run.ts'

export interface ApplicationStep {
  to: ApplicationStatus
  who: ApplicationActor
  reason: string
  via: ApplicationVia
  /** Since when they stand in the line, where that is not now. */
  since?: Date
}

/** One step with its row, its note and what hangs on it. What stands in the way was looked at before. */
export const stepApplication = async (ctx: Ctx, run: Run, one: Application, step: ApplicationStep): Promise<void> => {
  const { programmeId } = ctx.actor
  const { to } = step
  await markApplication(ctx.tx, programmeId, one.id, { status: to, ...marksFor(ctx, step) })
  await insertApplicationEvent(doorOf(ctx), {
    id: ctx.newId(),
    applicationId: one.id,
    personId: one.personId,
    from: one.status,
    to,
    at: ctx.now,
    by: byOf(ctx),
    reason: step.reason,
  })
  if (one.status === 'offered') await closeOffer(ctx, one, step)
  if (to === 'offered') await openOfferFor(ctx, run, one)
  if (to === 'accepted') await enrol(ctx, one)
  if (one.status === 'accepted') await leaveBefore(ctx, one)
  ctx.audit.wrote({ action: `application_${to}`, kind: 'training.application', id: one.id, subject: one.personId })
}

const marksFor = (ctx: Ctx, { to, since }: ApplicationStep) => {
  if (to === 'submitted') return { submitted_at: ctx.now }
  return to === 'waiting' ? { waiting_since: since ?? ctx.now } : {}
}

const openOfferFor = (ctx: Ctx, run: Run, one: Application): Promise<void> =>
  insertOffer(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    applicationId: one.id,
    offeredAt: ctx.now,
    answerUntil: addDays(ctx.today, run.answerDays),
  })

const closeOffer = (ctx: Ctx, one: Application, { to, who, via }: ApplicationStep): Promise<void> => {
  const answer = to === 'accepted' ? 'yes' : who === 'system' ? 'lapsed' : 'no'
  return answerOffer(ctx.tx, ctx.actor.programmeId, one.id, { answer, via, at: ctx.now })
}

/** The person, and the office that sent them. */
export const tellApplicant = async (
  ctx: Ctx,
  one: Application,
  kind: string,
  params: Record<string, string> = {},
): Promise<void> => {
  const hosts = one.placeId === null ? [] : await hostsOf(ctx.tx, ctx.actor.programmeId, one.placeId)
  await tellEach(ctx, [one.personId, ...hosts], kind, params, ownPaths.application(one.id))
}

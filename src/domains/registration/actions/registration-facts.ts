import { isFollowing } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { currentPause } from '../core/pause.ts'
import {
  type RegistrationActor,
  type RegistrationBlocker,
  registrationBlockers,
  type RegistrationCondition,
  registrationStatus,
  type RegistrationStatus,
} from '../core/registration-status.ts'
import { type Application, openApplication } from '../data/applications.ts'
import { insertChanges, type Leaving, type NewChange, openLeaving } from '../data/leavings.ts'
import { pausesOf } from '../data/pauses.ts'
import { openRenewal, type Renewal } from '../data/renewals.ts'
import { findSupporter, type Supporter } from '../data/supporters.ts'
import { termsOf } from '../data/terms.ts'

/** Where somebody stands between applying and leaving. */
export interface Standing {
  personId: string
  status: RegistrationStatus | null
  supporter: Supporter | null
  application: Application | null
  renewal: Renewal | null
  leaving: Leaving | null
  terms: Awaited<ReturnType<typeof termsOf>>
}

/** For whoever may see it: the caller has looked. */
export const standingOf = async (
  ctx: Pick<Ctx, 'tx' | 'actor' | 'now' | 'today'>,
  personId: string,
): Promise<Standing> => {
  const { tx, now, today } = ctx
  const { programmeId } = ctx.actor
  const supporter = await findSupporter(tx, programmeId, personId)
  const found = await openApplication(tx, programmeId, personId)
  const application = found?.status === 'applied' || found?.status === 'talking' ? found : null
  const renewal = await openRenewal(tx, programmeId, personId)
  const leaving = await openLeaving(tx, programmeId, personId)
  const paused = currentPause(await pausesOf(tx, programmeId, personId), { now: now.getTime(), today }) !== null
  const status = registrationStatus({
    application: application?.status === 'talking' ? 'talking' : application ? 'applied' : null,
    registeredOn: supporter?.registeredOn ?? null,
    endedOn: supporter?.endedOn ?? null,
    leaving: leaving !== null,
    renewalOpen: renewal !== null,
    paused,
  })
  return { personId, status, supporter, application, renewal, leaving, terms: await termsOf(tx, programmeId, personId) }
}

/** As whom the actor leads this registration on; null: it is not theirs. */
export const actingFor = async ({ tx, actor }: Ctx, personId: string): Promise<RegistrationActor | null> => {
  if (personId === actor.personId) return actor.role === 'trainee' || actor.role === 'supporter' ? 'person' : null
  if (actor.role === 'coordinator') return 'coordinator'
  return (await isFollowing(tx, actor.programmeId, actor.personId, personId)) ? 'follows' : null
}

/** What stands in the way of this step; from nowhere somebody may only apply. */
export const stepBlockersFor = (
  standing: Standing,
  to: RegistrationStatus,
  who: RegistrationActor,
  holds: Partial<Record<RegistrationCondition, boolean>> = {},
): RegistrationBlocker[] => {
  if (standing.status !== null) return registrationBlockers({ from: standing.status, to, who }, holds)
  return to === 'applied' ? [] : [{ kind: 'not_from_here', from: 'ended', to }]
}

interface NotedChange {
  from: RegistrationStatus | null
  to: RegistrationStatus
  on?: CalendarDay
  via?: string
}

/** Keeps that a status changed, with the day and how it was heard. */
export const noteChange = (ctx: Ctx, personId: string, change: NotedChange): Promise<void> =>
  insertChanges(ctx.tx, ctx.actor.programmeId, [notedChange(ctx, personId, change)])

/** The row of a change, which the caller keeps; that it changed is noted already. */
export const notedChange = (ctx: Ctx, personId: string, change: NotedChange): NewChange => {
  const { actor, now, today } = ctx
  const { from, to, on = today, via = 'self' } = change
  ctx.audit.wrote({
    action: to,
    kind: 'registration.registration',
    id: personId,
    subject: personId,
    reason: via === 'self' ? null : `told: ${via}`,
  })
  return { id: ctx.newId(), personId, from, to, on, via, at: now, by: actor.membershipId }
}

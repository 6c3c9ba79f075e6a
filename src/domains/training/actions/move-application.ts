import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type ApplicationActor,
  type ApplicationBlocker,
  applicationBlockers,
  type ApplicationStatus,
  holdsSeat,
} from '../core/application-status.ts'
import { type Application, applicationsOfRun, type ApplicationVia, findApplication } from '../data/applications.ts'
import { lapsedOffers } from '../data/offers.ts'
import { lockRun, type Run } from '../data/runs.ts'
import { applicationPaths } from '../web/paths.ts'
import { applicationFacts, partyOf } from './application-facts.ts'
import { askNext } from './give-places.ts'
import { tellCoordinators } from './people-of-run.ts'
import { stepApplication, tellApplicant } from './step-application.ts'

export interface ApplicationMove {
  to: ApplicationStatus
  reason?: string
  /** How staff heard it; 'self' where the person or the office pressed. */
  via?: ApplicationVia
}

/** As whom somebody meets an application, or two that belong together, that they reach. */
export const applicationActorOf = ({ actor }: Pick<Ctx, 'actor'>, party: readonly Application[]): ApplicationActor => {
  if (actor.role === 'coordinator') return 'coordinator'
  return party.some(({ personId }) => personId === actor.personId) ? 'applicant' : 'office'
}

/** Leads an application, and the one that belongs to it, to another state. Null: not the actor's. */
export const moveApplication = async (
  ctx: Ctx,
  id: string,
  move: ApplicationMove,
): Promise<Result<null, ApplicationBlocker[]> | null> => {
  const seen = await findApplication(ctx.tx, ctx.actor, id)
  const run = seen && (await lockRun(ctx.tx, ctx.actor.programmeId, seen.runId))
  return run ? moveParty(ctx, run, id, { ...move, who: null }) : null
}

/** The run is locked: what is read now stays so. */
const moveParty = async (
  ctx: Ctx,
  run: Run,
  id: string,
  move: ApplicationMove & { who: 'system' | null },
): Promise<Result<null, ApplicationBlocker[]> | null> => {
  const { to, reason = '', via = 'self' } = move
  const all = await applicationsOfRun(ctx.tx, ctx.actor.programmeId, run.id)
  const one = all.find((each) => each.id === id)
  if (!one) return null
  // Pressed twice: it is done.
  if (one.status === to) return ok(null)
  const party = [one, ...partyOf(all, one).filter((each) => each.id !== id)]
  const who = move.who ?? applicationActorOf(ctx, party)
  for (const each of party) {
    const blockers = applicationBlockers(
      { from: each.status, to, who },
      await applicationFacts(ctx, run, each, { who, reason }),
    )
    if (blockers.length > 0) return no(blockers)
  }
  for (const each of party) await stepApplication(ctx, run, each, { to, who, reason, via })
  await tellOfStep(ctx, party, { ...move, who })
  if (holdsSeat(one.status) && !holdsSeat(to)) await askNext(ctx, run)
  if (to === 'waiting') await askNext(ctx, run)
  return ok(null)
}

const toApplicant: Partial<Record<ApplicationStatus, string>> = {
  submitted: 'training.application_received',
  offered: 'training.place_offered',
  waiting: 'training.place_waiting',
  not_this_time: 'training.not_this_time',
}

const tellOfStep = async (
  ctx: Ctx,
  party: readonly Application[],
  { to, who, via = 'self' }: ApplicationMove & { who: ApplicationActor },
): Promise<void> => {
  const kind = via === 'self' || to === 'submitted' ? toApplicant[to] : 'training.application_recorded'
  const first = party[0]
  for (const one of party) {
    if (who === 'system' && to === 'declined') await tellApplicant(ctx, one, 'training.offer_lapsed')
    else if (kind) await tellApplicant(ctx, one, kind)
  }
  if (to === 'withdrawn' && who !== 'coordinator')
    for (const one of party) await tellApplicant(ctx, one, 'training.withdrawn_together')
  if ((who === 'applicant' || who === 'office') && first)
    await tellCoordinators(ctx, `training.applicant_${to}`, {}, applicationPaths.application(first.id))
}

/** Nobody answered in time: the next is asked, and the door stays open for whoever was late. */
export const lapseOffers = async (ctx: Ctx): Promise<void> => {
  for (const id of await lapsedOffers(ctx.tx, ctx.actor.programmeId, ctx.today)) {
    const runId = await runOf(ctx, id)
    const run = runId && (await lockRun(ctx.tx, ctx.actor.programmeId, runId))
    // Of a pair the second one has gone with the first.
    if (run) await moveParty(ctx, run, id, { to: 'declined', who: 'system' })
  }
}

const runOf = async ({ tx, actor }: Ctx, id: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('training.application')
    .select('run_id')
    .where('programme_id', '=', actor.programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.run_id ?? null
}

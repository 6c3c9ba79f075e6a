import type { Ctx } from '#platform/http/call.ts'
import type { ApplicationActor, ApplicationFacts } from '../core/application-status.ts'
import { mayStillJoin } from '../core/joining.ts'
import { missingPrerequisites, type Prerequisite } from '../core/prerequisites.ts'
import { answerTimePassed, seatsFree } from '../core/waiting-list.ts'
import { readWords } from '../data/application-words.ts'
import { type Application, applicationsOfRun } from '../data/applications.ts'
import { openOffer } from '../data/offers.ts'
import { prerequisiteFacts } from '../data/prerequisite-facts.ts'
import type { Run } from '../data/runs.ts'
import { standingSessions } from '../data/sessions.ts'

export const doorOf = ({ tx, vault, actor }: Ctx) => ({ tx, vault, programmeId: actor.programmeId })

/** One application, or the two that belong together. */
export const partyOf = (all: readonly Application[], one: Application): Application[] =>
  all.filter(({ id, pairId }) => id === one.id || (pairId !== null && pairId === one.pairId))

/** What the steps of an application look at. The run was locked before. */
export const applicationFacts = async (
  ctx: Ctx,
  run: Run,
  one: Application,
  step: { who: ApplicationActor; reason: string },
): Promise<ApplicationFacts> => {
  const all = await applicationsOfRun(ctx.tx, ctx.actor.programmeId, run.id)
  const party = partyOf(all, one)
  const until = await openOffer(ctx.tx, ctx.actor.programmeId, one.id)
  return {
    takesApplications: takesApplications(ctx, run, step.who),
    words: (await readWords(doorOf(ctx), one)).why,
    consented: one.consentVersion !== null && one.consentVia !== 'office',
    prerequisitesMet: (await missingOf(ctx, run, one)).length === 0,
    pairNamed: !run.inPairs || party.length === 2,
    otherReady: party.every(({ id, readyAt }) => id === one.id || readyAt !== null),
    choosing: isChoosing(run),
    mayJoin: await mayJoin(ctx, run),
    seatFree: seatsFree(run.capacity, all) >= party.length,
    answerTimePassed: until !== null && answerTimePassed(until, ctx.today),
    runBegun: run.status === 'running' || run.status === 'finished',
    reason: step.reason,
  }
}

/** Places of the run are given. */
export const isChoosing = ({ status }: Run): boolean =>
  status === 'open' || status === 'selecting' || status === 'running'

/** The run has not begun, or its own rule lets somebody join on the way. */
export const mayJoin = async ({ tx, actor, now }: Ctx, run: Run): Promise<boolean> =>
  mayStillJoin(run, await standingSessions(tx, actor.programmeId, [run.id]), now)

/** What somebody still has to do before they apply for this run. */
export const missingOf = async (
  ctx: Ctx,
  run: Run,
  whose: { personId: string; placeId: string | null },
): Promise<Prerequisite[]> =>
  run.prerequisites.length === 0
    ? []
    : missingPrerequisites(run.prerequisites, await prerequisiteFacts(ctx.tx, ctx.actor.programmeId, whose))

// Paper that came in time may be written down after the last day.
const takesApplications = ({ today }: Ctx, run: Run, who: ApplicationActor): boolean =>
  who === 'coordinator'
    ? run.status === 'open' || run.status === 'selecting'
    : run.status === 'open' && run.applyFrom <= today && today <= run.applyUntil

import { personsInRole } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Enrolment, enrolmentsOfRun, enrolmentTrackField } from '../data/enrolments.ts'
import { staffOf } from '../data/run-staff.ts'
import { runPaths } from '../web/paths.ts'
import { ownCoursePaths } from '../web/taking-paths.ts'

/** The group somebody is in where some sessions are split; null: the run is not split for them. */
export const trackOf = async (ctx: Ctx, enrolment: Enrolment): Promise<string | null> =>
  enrolment.trackSealed === null
    ? null
    : ctx.vault.open(enrolment.personId, enrolmentTrackField, enrolment.id, enrolment.trackSealed)

export interface Comers {
  staff: string[]
  taking: string[]
}

/** Whoever comes to sessions of this track (null: of everybody): its staff, and those who take it. */
export const comers = async (ctx: Ctx, runId: string, track: string | null): Promise<Comers> => {
  const { programmeId } = ctx.actor
  const staff = (await staffOf(ctx.tx, programmeId, runId)).filter(({ duty }) => duty !== 'mentor')
  const all = (await enrolmentsOfRun(ctx.tx, programmeId, runId)).filter(({ status }) => status === 'taking')
  await ctx.vault.warm(all.map(({ personId }) => personId))
  const taking: string[] = []
  for (const one of all) if (track === null || (await trackOf(ctx, one)) === track) taking.push(one.personId)
  return { staff: staff.map(({ personId }) => personId), taking }
}

type Params = Record<string, string | number>

/** Tells staff with a way to the run, and those who take it with a way to their own course. */
export const tellComers = async (
  ctx: Ctx,
  runId: string,
  people: Comers,
  kind: string,
  params: Params,
): Promise<void> => {
  await tellEach(ctx, people.taking, kind, params, ownCoursePaths.all)
  const others = people.staff.filter((id) => !people.taking.includes(id))
  await tellEach(ctx, others, kind, params, runPaths.run(runId))
}

/** Each of these people once, except the one who acts. */
export const tellEach = async (
  ctx: Ctx,
  people: readonly string[],
  kind: string,
  params: Params,
  path: string,
): Promise<void> => {
  for (const personId of new Set(people))
    if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, kind, params, path)
}

export const tellCoordinators = async (ctx: Ctx, kind: string, params: Params, path: string): Promise<void> => {
  const coordinators = await personsInRole(ctx.tx, ctx.actor.programmeId, ['coordinator'])
  const ids = coordinators.map(({ id }) => id)
  await tellEach(ctx, ids, kind, params, path)
}

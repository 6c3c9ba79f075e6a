import type { Ctx } from '#platform/http/call.ts'
import { type SessionDay, sessionsBetween, type TasterDay, tastersBetween } from '../data/days-between.ts'
import { ownEnrolments, takerRoles } from '../data/reached.ts'
import { runsStaffedBy } from '../data/run-staff.ts'
import { trackOf } from './people-of-run.ts'
import { reachablePracticums } from './see-practicum.ts'

interface Stretch {
  from: Date
  to: Date
}

interface PracticumOn {
  practicumId: string
  kind: 'practicum' | 'observation'
  place: string
  startsAt: Date
  endsAt: Date
  cancelled: boolean
}

/** What of training stands in the actor's days: nobody's name among it. */
export interface TrainingDays {
  sessions: SessionDay[]
  practicums: PracticumOn[]
  tasters: TasterDay[]
}

export const trainingDays = async (ctx: Ctx, within: Stretch): Promise<TrainingDays> => ({
  sessions: await sessionDays(ctx, within),
  practicums: await practicumDays(ctx, within),
  tasters: guestRoles.includes(ctx.actor.role) ? await tastersBetween(ctx.tx, ctx.actor, within) : [],
})

const guestRoles: readonly string[] = ['seeker', ...takerRoles, 'coordinator']

const sessionDays = async (ctx: Ctx, within: Stretch): Promise<SessionDay[]> => {
  const { tx, actor } = ctx
  switch (actor.role) {
    case 'coordinator':
    case 'officer':
      return sessionsBetween(tx, actor.programmeId, 'all', within)
    case 'companion':
    case 'supervisor':
      return sessionsBetween(tx, actor.programmeId, await runsStaffedBy(tx, actor.programmeId, actor.personId), within)
    default:
      return ownSessionDays(ctx, within)
  }
}

/** Of the runs that the actor takes and did not leave; where a session is for one group, only for those in it. */
const ownSessionDays = async (ctx: Ctx, within: Stretch): Promise<SessionDay[]> => {
  const taking = (await ownEnrolments(ctx.tx, ctx.actor)).filter(({ status }) => status !== 'left')
  const runIds = taking.map(({ runId }) => runId)
  const all = await sessionsBetween(ctx.tx, ctx.actor.programmeId, runIds, within)
  const split = new Set(all.flatMap(({ runId, track }) => (track === null ? [] : [runId])))
  const tracks = new Map<string, string | null>()
  for (const one of taking) if (split.has(one.runId)) tracks.set(one.runId, await trackOf(ctx, one))
  return all.filter(({ runId, track }) => track === null || track === tracks.get(runId))
}

const practicumDays = async (ctx: Ctx, { from, to }: Stretch): Promise<PracticumOn[]> =>
  (await reachablePracticums(ctx)).flatMap(({ id, kind, placeName, status, days }) =>
    days
      .filter((one) => one.startsAt < to && one.endsAt > from)
      .map((one) => ({
        practicumId: id,
        kind,
        place: placeName,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        cancelled: status === 'cancelled' || one.status === 'cancelled',
      })),
  )

import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Pipeline } from '#platform/http/pipeline.ts'
import { dayIn } from '#kernel/time.ts'

/** Nobody: what jobs do by themselves. */
export const systemPerson = '00000000-0000-0000-0000-000000000000'

export const systemActor = (programmeId: number): Actor => ({
  accountId: systemPerson,
  membershipId: systemPerson,
  programmeId,
  personId: systemPerson,
  role: 'admin',
  placeId: null,
})

/** Who acts, for the audit chain: what the machine does by itself is not put down to an administrator. */
export const whoActs = ({
  personId,
  role,
}: Pick<Actor, 'personId' | 'role'>): { personId: string | null; role: string } =>
  personId === systemPerson ? { personId: null, role: 'system' } : { personId, role }

/** What jobs share with the request pipeline, so that both write through the same doors. */
export type SystemDeps = Pick<Pipeline, 'begin' | 'face' | 'ctxParts' | 'clock' | 'newId'>

/** One transaction behind a programme's wall, with everything an action needs; audit written last, all or nothing. */
export const inProgramme = async <T>(deps: SystemDeps, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const request = await deps.begin()
  let open = true
  try {
    await request.enter(actor.programmeId)
    const now = deps.clock()
    const programme = await deps.face(request.tx, actor.programmeId)
    const { flushAudit, ...parts } = deps.ctxParts(request.tx, actor, now, deps.newId())
    const zone = programme.zone
    const ctx: Ctx = {
      ...parts,
      tx: request.tx,
      actor,
      programme,
      now,
      today: dayIn(now, zone),
      zone,
      newId: deps.newId,
    }
    const value = await work(ctx)
    await flushAudit({ readsOnly: false })
    await request.commit()
    open = false
    return value
  } finally {
    if (open) await request.rollback()
  }
}

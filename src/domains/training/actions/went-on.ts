import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type WentOn, wentOnOf } from '../core/went-on.ts'
import type { Enrolment } from '../data/enrolments.ts'
import { enrolmentFor } from '../data/reached.ts'
import { keepWentOn, sealedWentOn, wentOnOfRun } from '../data/went-on.ts'

const field = 'training.enrolment.went_on_sealed'

/** Keeps what somebody went on to, in their own words, as they told the coordinator. */
export const noteWentOn = async (
  ctx: Ctx,
  enrolmentId: string,
  told: { wentOn: WentOn | null; version: number },
): Promise<Result<Enrolment, 'still_taking' | 'stale'> | null> => {
  const enrolment = await enrolmentFor(ctx.tx, ctx.actor, enrolmentId)
  if (!enrolment || ctx.actor.role !== 'coordinator') return null
  if (enrolment.status === 'taking') return no('still_taking')
  const { id, personId } = enrolment
  const sealed = told.wentOn && (await ctx.vault.seal(personId, field, id, JSON.stringify(told.wentOn)))
  if (!(await keepWentOn(ctx.tx, ctx.actor.programmeId, id, sealed, told.version))) return no('stale')
  ctx.audit.wrote({ action: 'went_on', kind: 'training.enrolment', id, subject: personId })
  return ok(enrolment)
}

/** What one person went on to, noted as read. The caller has looked who asks. */
export const readWentOn = async (ctx: Ctx, { id, personId }: Enrolment): Promise<WentOn | null> => {
  const sealed = await sealedWentOn(ctx.tx, ctx.actor.programmeId, id)
  if (sealed === null) return null
  if (personId !== ctx.actor.personId) {
    ctx.audit.read({ kind: 'training.enrolment', id, subject: personId, classes: ['lived'] })
  }
  return wentOnOf(await ctx.vault.open(personId, field, id, sealed))
}

/** How many went on to what: figures, in which nobody is read of. */
export const wentOnInRun = async (ctx: Ctx, runId: string): Promise<Map<WentOn['kind'], number>> => {
  const all = await wentOnOfRun(ctx.tx, ctx.actor.programmeId, runId)
  await ctx.vault.warm(all.map(({ personId }) => personId))
  const counts = new Map<WentOn['kind'], number>()
  for (const { id, personId, sealed } of all) {
    const kind = wentOnOf(await ctx.vault.open(personId, field, id, sealed))?.kind
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}

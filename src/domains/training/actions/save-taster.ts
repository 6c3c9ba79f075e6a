import { hostsOf } from '#domains/places/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  findTaster,
  guestsOf,
  insertTaster,
  lockTaster,
  markCancelled,
  type Taster,
  type TasterContent,
  updateTaster,
} from '../data/tasters.ts'
import { ownPaths } from '../web/paths.ts'
import { tellEach } from './people-of-run.ts'

export const addTaster = async (ctx: Ctx, content: TasterContent): Promise<string> => {
  const id = ctx.newId()
  await insertTaster(ctx.tx, ctx.actor.programmeId, id, content, ctx.now)
  ctx.audit.wrote({ action: 'add', kind: 'training.taster', id })
  return id
}

/** Saves over the version that was read; where the time or the place is another, those who come are told. */
export const rewriteTaster = async (
  ctx: Ctx,
  which: { id: string; version: number },
  content: TasterContent,
): Promise<Result<null, Taster> | null> => {
  const { programmeId } = ctx.actor
  const before = await findTaster(ctx.tx, programmeId, which.id)
  if (!before) return null
  if (!(await updateTaster(ctx.tx, programmeId, which, content))) return no(before)
  ctx.audit.wrote({ action: 'change', kind: 'training.taster', id: which.id })
  const moved = before.startsAt.getTime() !== content.startsAt.getTime() || before.place !== content.place
  if (moved && !before.cancelled) await tellGuests(ctx, before.id, 'training.taster_changed')
  return ok(null)
}

/** Those who signed up are told. False: there is none, or it was cancelled already. */
export const cancelTaster = async (ctx: Ctx, id: string): Promise<boolean> => {
  const taster = await lockTaster(ctx.tx, ctx.actor.programmeId, id)
  if (!taster || taster.cancelled) return false
  await markCancelled(ctx.tx, ctx.actor.programmeId, id, ctx.now)
  ctx.audit.wrote({ action: 'cancel', kind: 'training.taster', id })
  await tellGuests(ctx, id, 'training.taster_cancelled')
  return true
}

const tellGuests = async (ctx: Ctx, id: string, kind: string): Promise<void> => {
  const { programmeId } = ctx.actor
  const people: string[] = []
  for (const { personId, placeId } of await guestsOf(ctx.tx, programmeId, id)) {
    if (personId) people.push(personId)
    if (placeId) people.push(...(await hostsOf(ctx.tx, programmeId, placeId)))
  }
  await tellEach(ctx, people, kind, {}, ownPaths.taster(id))
}

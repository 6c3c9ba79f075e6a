import { findPerson } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { endRole, grantRole } from '#platform/auth/grant-role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { emptySheet } from '../core/sheet.ts'
import {
  endBlockers,
  type EndBlocker,
  type EndReason,
  registerBlockers,
  type RegisterBlocker,
} from '../core/registering.ts'
import { keepVersion } from '../data/sheet-versions.ts'
import { findSupporter, insertSupporter, lockSupporter, setEnd } from '../data/supporters.ts'
import { supporterMemberships } from '../data/roles.ts'
import { registrationPaths } from '../web/paths.ts'
import { endOpenPause } from '../data/pauses.ts'
import { doorTo } from './show-sheet.ts'

/** Registers somebody as a peer supporter and gives them the role. Null: there is no such person, or the actor may not. */
export const register = async (
  ctx: Ctx,
  personId: string,
  on: CalendarDay,
): Promise<Result<null, RegisterBlocker[]> | null> => {
  const { tx, actor, today } = ctx
  if (actor.role !== 'coordinator') return null
  const person = await findPerson(tx, actor.programmeId, personId)
  if (!person) return null
  const known = await findSupporter(tx, actor.programmeId, personId)
  const blockers = registerBlockers({ on, today, known })
  if (blockers.length > 0) return no(blockers)
  if (known) await setEnd(tx, actor.programmeId, personId, null)
  else if (await insertSupporter(tx, actor.programmeId, personId, on)) await keepEmpty(ctx, personId)
  else return no([{ kind: 'registered_already' }])
  const grant = { personId, role: 'supporter', placeId: null, email: person.email } as const
  await grantRole(ctx, grant, { unchecked: true })
  ctx.audit.wrote({ action: 'register', kind: 'registration.supporter', id: personId, subject: personId })
  await ctx.outbox.emit('registration.registered', { personId })
  await ctx.outbox.tell(personId, 'registration.registered', {}, registrationPaths.mine)
  return ok(null)
}

const keepEmpty = (ctx: Ctx, personId: string): Promise<void> =>
  keepVersion(doorTo(ctx, personId), {
    version: 1,
    sheet: emptySheet,
    at: ctx.now,
    byMembership: ctx.actor.membershipId,
    via: 'before',
  })

/** Ends a registration today. The sheet and what was lived stay; the role and its sessions end at once. */
export const endRegistration = async (
  ctx: Ctx,
  personId: string,
  reason: EndReason | null,
): Promise<Result<null, EndBlocker[]> | null> => {
  const { tx, actor, now, today } = ctx
  if (actor.role !== 'coordinator' || personId === actor.personId) return null
  const supporter = await lockSupporter(tx, actor.programmeId, personId)
  if (!supporter) return null
  const blockers = endBlockers({ reason, supporter, today })
  if (blockers.length > 0) return no(blockers)
  await setEnd(tx, actor.programmeId, personId, today)
  await endOpenPause(tx, actor.programmeId, personId, now)
  for (const id of await supporterMemberships(tx, actor.programmeId, personId)) await endRole(ctx, id)
  ctx.audit.wrote({ action: 'end', kind: 'registration.supporter', id: personId, subject: personId, reason })
  await ctx.outbox.emit('registration.ended', { personId })
  return ok(null)
}

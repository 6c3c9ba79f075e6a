import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { ApplicationVia } from '../data/applications.ts'
import { findTaster, type Guest, guestsOf, insertGuest, lockTaster, markGuest } from '../data/tasters.ts'

export type Who = { personId: string } | { placeId: string }

export type TasterBlocker = { kind: 'taster_over' } | { kind: 'taster_full'; left: number }

const isWho = (guest: Guest, who: Who): boolean =>
  'personId' in who ? guest.personId === who.personId : guest.placeId === who.placeId

/** Somebody, or so many people of a place, come to a taster. Signed up already, it stays so. Null: no such taster. */
export const signUp = async (
  ctx: Ctx,
  tasterId: string,
  wish: Who & { heads: number; via: ApplicationVia },
): Promise<Result<null, TasterBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const taster = await lockTaster(ctx.tx, programmeId, tasterId)
  if (!taster) return null
  if (taster.cancelled || taster.startsAt <= ctx.now) return no([{ kind: 'taster_over' }])
  if ((await guestsOf(ctx.tx, programmeId, tasterId)).some((guest) => isWho(guest, wish))) return ok(null)
  const left = taster.capacity - taster.heads
  if (wish.heads > left) return no([{ kind: 'taster_full', left: Math.max(0, left) }])
  const id = ctx.newId()
  const personId = 'personId' in wish ? wish.personId : null
  const placeId = 'placeId' in wish ? wish.placeId : null
  const { heads, via } = wish
  await insertGuest(ctx.tx, programmeId, { id, tasterId, personId, placeId, heads, via, at: ctx.now })
  ctx.audit.wrote({ action: 'sign_up', kind: 'training.taster', id: tasterId, subject: personId })
  return ok(null)
}

/** They do not come after all: the seats are free again. Null: they were not signed up. */
export const leaveTaster = async (ctx: Ctx, tasterId: string, who: Who): Promise<true | null> => {
  const { programmeId } = ctx.actor
  const guest = (await guestsOf(ctx.tx, programmeId, tasterId)).find((one) => isWho(one, who))
  if (!guest) return null
  await markGuest(ctx.tx, programmeId, { tasterId, id: guest.id }, { withdrawn_at: ctx.now })
  ctx.audit.wrote({ action: 'leave', kind: 'training.taster', id: tasterId, subject: guest.personId })
  return true
}

/** Whether they came, for those who ask for a taster before applying. */
export const noteCame = async (ctx: Ctx, tasterId: string, guestId: string, came: boolean | null): Promise<boolean> => {
  const { programmeId } = ctx.actor
  if (!(await findTaster(ctx.tx, programmeId, tasterId))) return false
  const noted = await markGuest(ctx.tx, programmeId, { tasterId, id: guestId }, { came })
  if (noted) ctx.audit.wrote({ action: 'note_came', kind: 'training.taster', id: tasterId })
  return noted
}

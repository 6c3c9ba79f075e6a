import { addPerson, folded } from '#domains/people/index.ts'
import type { PublicDoor } from '#domains/places/index.ts'
import { grantRole } from '#platform/auth/grant-role.ts'
import { accountForInvite } from '#platform/auth/members.ts'
import { hashToken, isToken, newToken } from '#platform/auth/token.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Asker,
  forgetLinks,
  insertLink,
  type LiveLink,
  peekLink,
  peopleOfAccount,
  spendLink,
  type Wish,
} from '../data/apply-links.ts'
import { ownPaths, publicPaths } from '../web/paths.ts'
import { doorOf } from './application-facts.ts'
import { startApplication } from './start-application.ts'
import { signUp } from './taster-guests.ts'

const linkLife = 7 * 86_400_000

/** Somebody without a sign-in asks: a link goes to the mailbox, the same for every address. Nothing is made of it before it is followed. */
export const askByMail = async (ctx: Ctx, door: PublicDoor, wish: Wish, asker: Asker): Promise<void> => {
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + linkLife)
  await insertLink(doorOf(ctx), { tokenHash: hashToken(token), wish, asker, now: ctx.now, expiresAt })
  const path = publicPaths.link(String(ctx.programme.id), token)
  await door.mailWay(ctx, { to: asker.email, path, locale: asker.locale, expiresAt })
}

/** What a mailed link stands for; null: it was used, is too old, or never was. */
export const lookAtLink = (ctx: Ctx, token: string): Promise<LiveLink | null> =>
  isToken(token) ? peekLink(doorOf(ctx), hashToken(token), ctx.now) : Promise.resolve(null)

export interface Arrival {
  accountId: string
  membershipId: string
  next: string
}

/** The mailbox is theirs: they become a trainee, and what they asked for waits for them. Null: the link no longer works. */
export const followLink = async (ctx: Ctx, token: string): Promise<Arrival | null> => {
  const link = isToken(token) ? await spendLink(doorOf(ctx), hashToken(token), ctx.now) : null
  if (!link) return null
  const { asker, wish } = link
  const accountId = await accountForInvite(ctx.tx, asker.email, ctx.newId(), ctx.now)
  const { personId, membershipId } = await traineeOf(ctx, accountId, asker)
  return { accountId, membershipId, next: await waiting(ctx, personId, wish) }
}

/** A family may share a mailbox: whoever has another name is another person. */
const traineeOf = async (
  ctx: Ctx,
  accountId: string,
  asker: Asker,
): Promise<{ personId: string; membershipId: string }> => {
  const known = await peopleOfAccount(ctx.tx, ctx.programme.id, accountId)
  const same = known.filter((one) => folded(one.name) === folded(asker.name))
  const trainee = same.find(({ role }) => role === 'trainee')
  if (trainee) return trainee
  const { name, kana, email, locale } = asker
  const reach = { nickname: '', phone: null, channel: 'mail', quietFrom: null, quietTo: null } as const
  const personId = same[0]?.personId ?? (await addPerson(ctx, { name, kana, email, locale, ...reach }))
  const grant = { personId, role: 'trainee', placeId: null, email } as const
  const granted = await grantRole(ctx, grant, { unchecked: true })
  if (!granted.ok) throw new Error(`a trainee could not be entered: ${granted.error[0]?.code ?? ''}`)
  return { personId, membershipId: granted.value }
}

const waiting = async (ctx: Ctx, personId: string, wish: Wish): Promise<string> => {
  if ('tasterId' in wish) {
    await signUp(ctx, wish.tasterId, { personId, via: 'self', heads: 1 })
    return ownPaths.taster(wish.tasterId)
  }
  const started = await startApplication(ctx, wish.runId, { who: [{ personId }], placeId: null, told: null })
  // The window may have closed since: then the list says what is open.
  return started?.ok ? ownPaths.application(started.value) : ownPaths.list
}

/** What people typed who never followed their link is not kept. */
export const forgetOldLinks = (ctx: Ctx): Promise<void> => forgetLinks(ctx.tx, ctx.actor.programmeId, ctx.now)

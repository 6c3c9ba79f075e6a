import { addPerson, findPerson, folded, saveContact } from '#domains/people/index.ts'
import type { PublicDoor } from '#domains/places/index.ts'
import { grantRole } from '#platform/auth/grant-role.ts'
import { ok } from '#kernel/result.ts'
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
import { applicationPaths, ownPaths, publicPaths } from '../web/paths.ts'
import { findNamed } from '../data/applications.ts'
import { hasSignIn, mayLeadTo } from '../data/office-people.ts'
import { findRun } from '../data/runs.ts'
import { doorOf } from './application-facts.ts'
import { tellCoordinators } from './people-of-run.ts'
import { startApplication } from './start-application.ts'
import { signUp } from './taster-guests.ts'

/** How long a mailed link works. */
export const linkLife = 7 * 86_400_000

/** Somebody without a sign-in asks: a link goes to the mailbox, the same for every address. Nothing is made of it before it is followed. */
export const askByMail = async (ctx: Ctx, door: PublicDoor, wish: Wish, asker: Asker): Promise<void> => {
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + linkLife)
  await insertLink(doorOf(ctx), { tokenHash: hashToken(token), wish, asker, now: ctx.now, expiresAt })
  const path = publicPaths.link(String(ctx.programme.id), token)
  await door.mailWay(ctx, { to: asker.email, path, locale: asker.locale, expiresAt })
}

/** What a mailed link stands for; null: it was used, is too old, or never was. */
export const lookAtLink = async (
  ctx: Ctx,
  token: string,
): Promise<(LiveLink & { named: { place: string; run: string } | null }) | null> => {
  const link = isToken(token) ? await peekLink(doorOf(ctx), hashToken(token), ctx.now) : null
  if (!link) return null
  if (!('runId' in link.wish) || !link.wish.applicationId) return { ...link, named: null }
  const one = await findNamed(ctx.tx, ctx.programme.id, link.wish.applicationId)
  const run = one && (await findRun(ctx.tx, ctx.programme.id, one.runId))
  return run ? { ...link, named: { place: one.placeName ?? '', run: run.name } } : null
}

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
  if ('applicationId' in wish && wish.applicationId) return ownPart(ctx, wish.applicationId, asker)
  const accountId = await accountForInvite(ctx.tx, asker.email, ctx.newId(), ctx.now)
  const { personId, membershipId } = await traineeOf(ctx, accountId, asker)
  return { accountId, membershipId, next: await waiting(ctx, personId, wish) }
}

/** Somebody whom an office named comes for their own part. Nobody comes by it to a record that others sign in to. */
const ownPart = async (ctx: Ctx, id: string, { email }: Asker): Promise<Arrival | null> => {
  const one = await findNamed(ctx.tx, ctx.programme.id, id)
  if (!one) return null
  const { personId } = one
  const accountId = await accountForInvite(ctx.tx, email, ctx.newId(), ctx.now)
  const mine = (await peopleOfAccount(ctx.tx, ctx.programme.id, accountId)).find((each) => each.personId === personId)
  if (!mine && (await hasSignIn(ctx.tx, ctx.programme.id, personId))) return null
  // Since it was mailed the record may have become more than the office's naming.
  if (!mine && !(await mayLeadTo(ctx.tx, ctx.programme.id, id, email))) {
    await tellCoordinators(ctx, 'training.named_to_ask', {}, applicationPaths.application(id))
    return null
  }
  const grant = { personId, role: 'trainee', placeId: null, email } as const
  const granted = mine ? ok(mine.membershipId) : await grantRole(ctx, grant, { unchecked: true })
  if (!granted.ok) return null
  await reachByMail(ctx, personId, email)
  return { accountId, membershipId: granted.value, next: ownPaths.application(id) }
}

// The mailbox is proven now: what they are told comes there, unless they said otherwise.
const reachByMail = async (ctx: Ctx, personId: string, email: string): Promise<void> => {
  const person = await findPerson(ctx.tx, ctx.programme.id, personId)
  if (!person || person.email !== null) return
  const { version, ...known } = person
  await saveContact(ctx, personId, { draft: { ...known, email, channel: 'mail' }, version, told: null })
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
  return started?.ok ? ownPaths.application(started.value[0] ?? '') : ownPaths.list
}

/** What people typed who never followed their link is not kept. */
export const forgetOldLinks = (ctx: Ctx): Promise<void> => forgetLinks(ctx.tx, ctx.actor.programmeId, ctx.now)

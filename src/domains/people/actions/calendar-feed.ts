import { createHash, randomBytes } from 'node:crypto'
import type { Ctx } from '#platform/http/call.ts'
import { insertFeed, revokeFeeds } from '../data/feeds.ts'

/** The secret part of an address: 256 bits, shown once. The programme stands before it, so that it is looked for behind that wall only. */
export const makeFeed = async (ctx: Ctx): Promise<string> => {
  const { tx, actor, now } = ctx
  await revokeFeeds(tx, actor.programmeId, actor.personId, now)
  const token = randomBytes(32).toString('base64url')
  await insertFeed(tx, actor.programmeId, { personId: actor.personId, tokenHash: feedHash(token) }, now)
  ctx.audit.wrote({ action: 'make', kind: 'people.calendar_feed', subject: actor.personId })
  return `${actor.programmeId}-${token}.ics`
}

export const endFeed = async (ctx: Ctx): Promise<boolean> => {
  const ended = await revokeFeeds(ctx.tx, ctx.actor.programmeId, ctx.actor.personId, ctx.now)
  if (ended > 0) ctx.audit.wrote({ action: 'end', kind: 'people.calendar_feed', subject: ctx.actor.personId })
  return ended > 0
}

/** The programme and the token of an address, or null where it is none. */
export const readFeedName = (name: string): { programmeId: number; tokenHash: string } | null => {
  const parts = /^([1-9]\d{0,8})-([\w-]{43})\.ics$/.exec(name)
  return parts?.[1] && parts[2] ? { programmeId: Number(parts[1]), tokenHash: feedHash(parts[2]) } : null
}

const feedHash = (token: string): string => createHash('sha256').update(token).digest('hex')

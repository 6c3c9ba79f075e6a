import { book, release } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Session } from '../data/sessions.ts'

const kind = 'session'

/**
 * Takes these people's time for these sessions, where they are still ahead. Gives the people who have something else then: they
 * take part all the same, and decide for themselves.
 */
export const takeTime = async (
  ctx: Ctx,
  sessions: readonly Pick<Session, 'id' | 'startsAt' | 'endsAt' | 'status'>[],
  personIds: readonly string[],
): Promise<string[]> => {
  const ahead = sessions.filter(({ status, endsAt }) => status === 'planned' && endsAt > ctx.now)
  const busy = new Set<string>()
  // In one order, so that two of these never wait for each other.
  for (const personId of [...new Set(personIds)].toSorted((a, b) => a.localeCompare(b))) {
    for (const { id, startsAt, endsAt } of ahead) {
      const booked = await book(ctx, { personId, kind, refId: id, from: startsAt, to: endsAt })
      if (!booked.ok) busy.add(personId)
    }
  }
  return [...busy]
}

/** Gives the time of these sessions back: of everybody, or of one person. */
export const giveTimeBack = async (
  ctx: Ctx,
  sessions: readonly Pick<Session, 'id'>[],
  personId?: string,
): Promise<void> => {
  for (const { id } of sessions) await release(ctx, personId === undefined ? { refId: id } : { refId: id, personId })
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from './call.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => uuid.test(text)

type Claim = { first: true } | { first: false; location: string | null }

/**
 * Claims a form's token in the transaction of its effect. A second sender waits here until the first has ended:
 * it finds the first one's answer, or goes ahead where the first was refused.
 */
export const claimToken = async (tx: Tx, actor: Actor, token: string, now: Date): Promise<Claim> => {
  const { rows } = await sql<{ token: string }>`
    insert into platform.form_token (programme_id, token, membership_id, at)
    values (${actor.programmeId}, ${token}, ${actor.membershipId}, ${now})
    on conflict do nothing returning token`.execute(tx)
  if (rows.length > 0) return { first: true }
  const earlier = await tx
    .selectFrom('platform.form_token')
    .select('location')
    .where('programme_id', '=', actor.programmeId)
    .where('token', '=', token)
    .where('membership_id', '=', actor.membershipId)
    .executeTakeFirst()
  return { first: false, location: earlier?.location ?? null }
}

/** Keeps where the first sender was led, for those who send again. */
export const settleToken = (tx: Tx, actor: Actor, token: string, location: string): Promise<unknown> =>
  tx
    .updateTable('platform.form_token')
    .set({ location })
    .where('programme_id', '=', actor.programmeId)
    .where('token', '=', token)
    .execute()

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { type AttemptKey, attemptLimits, waitUntil } from './attempt-limits.ts'

const hashOf = ({ kind, key }: AttemptKey): string => createHash('sha256').update(`${kind} ${key}`).digest('base64url')

/**
 * Counts a try before it is looked at, so that many at once are not more than one after another. Answers when to come back
 * where a limit is reached (nothing is counted then), or null. Whoever turns out to be right takes it back with `forgive`.
 */
export const countTry = async (tx: Tx, keys: readonly AttemptKey[], now: Date): Promise<Date | null> => {
  // In one order, so that two of them never wait for each other.
  const hashed = keys
    .map((key) => ({ kind: key.kind, hash: hashOf(key) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
  for (const { hash } of hashed) await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 11))`.execute(tx)
  const waits = await Promise.all(
    hashed.map(async ({ kind, hash }) => waitUntil(kind, await triesOf(tx, kind, hash, now), now)),
  )
  const late = waits.filter((wait) => wait !== null).toSorted((a, b) => b.getTime() - a.getTime())[0]
  if (late) return late
  await tx
    .insertInto('platform.attempt')
    .values(hashed.map(({ kind, hash }) => ({ kind, key_hash: hash, at: now })))
    .execute()
  return null
}

const triesOf = async (tx: Tx, kind: AttemptKey['kind'], hash: string, now: Date): Promise<Date[]> => {
  const { tries, within } = attemptLimits[kind]
  const rows = await tx
    .selectFrom('platform.attempt')
    .select('at')
    .where('kind', '=', kind)
    .where('key_hash', '=', hash)
    .where('at', '>', new Date(now.getTime() - within))
    .orderBy('at', 'desc')
    .limit(tries)
    .execute()
  return rows.map((row) => row.at)
}

/** Counts a mail that an office sends to a mailbox, in the transaction of the mail; false where either has had enough. */
export const countOfficeMail = async (tx: Tx, mail: { office: string; to: string }, now: Date): Promise<boolean> => {
  const [office, mailbox] = [attemptLimits['form:office'], attemptLimits['form:mailbox']]
  const since = ({ within }: { within: number }): Date => new Date(now.getTime() - within)
  const { rows } = await sql<{ may: boolean }>`select platform.count_office_mail(
    ${hashOf({ kind: 'form:office', key: mail.office })}, ${office.tries}, ${since(office)},
    ${hashOf({ kind: 'form:mailbox', key: mail.to })}, ${mailbox.tries}, ${since(mailbox)}, ${now}) as may`.execute(tx)
  return rows[0]?.may ?? false
}

/** The try was right: what this place had got wrong no longer counts, and the try itself counts nowhere. */
export const forgive = async (tx: Tx, keys: readonly AttemptKey[], now: Date): Promise<void> => {
  for (const key of keys) {
    const hash = hashOf(key)
    const all = key.kind.endsWith(':place')
    await sql`
      delete from platform.attempt where kind = ${key.kind} and key_hash = ${hash}
      and (${all} or ctid in (select ctid from platform.attempt where kind = ${key.kind} and key_hash = ${hash} and at = ${now} limit 1))`.execute(
      tx,
    )
  }
}

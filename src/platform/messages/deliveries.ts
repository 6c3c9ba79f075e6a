import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { noticeMail } from './mail-text.ts'
import { whenAllowed } from './quiet-hours.ts'
import { nextTry } from './retry.ts'
import { MailError, type Transport } from './transport.ts'

export interface DeliveryDeps {
  db: Database
  transport: Transport
  clock: () => Date
  /** Where the pages are: 'https://hitoba.example.jp'. */
  origin: string
}

// Longer than any try can take. A worker that dies in between is followed by another after this.
const leaseMs = 5 * 60_000
const batch = 10

/** Sends what is due, person by person in order, until nothing is left. Answers how many mails left. */
export const sendDeliveries = async (deps: DeliveryDeps): Promise<number> => {
  let sent = 0
  for (;;) {
    const { found, ready } = await deps.db.asPlatform((tx) => claim(tx, deps.clock()))
    if (found === 0) return sent
    const done = await Promise.all(ready.map((delivery) => sendOne(deps, delivery)))
    sent += done.filter(Boolean).length
  }
}

interface Claimed {
  programme_id: number
  message_id: string
  attempts: number
  read_at: Date | null
  email: string | null
  channel: string
  locale: Locale
  sender_name: string
  zone: string
  quiet_from: number
  quiet_to: number
}

// Only the earliest waiting delivery of a person is ever taken: later ones wait with it, so order is kept.
const claim = async (tx: Tx, now: Date): Promise<{ found: number; ready: Claimed[] }> => {
  const { rows } = await sql<Claimed>`
    select d.programme_id, d.message_id, d.attempts, m.read_at, p.email, p.channel, p.locale, g.sender_name, g.time_zone as zone,
      coalesce(p.quiet_from, g.quiet_from) as quiet_from, coalesce(p.quiet_to, g.quiet_to) as quiet_to
    from platform.delivery d
    join platform.message m on m.programme_id = d.programme_id and m.id = d.message_id
    join people.person p on p.programme_id = d.programme_id and p.id = d.person_id
    join programme.programme g on g.programme_id = d.programme_id
    where d.status = 'waiting' and d.next_at <= ${now}
      and not exists (
        select from platform.delivery earlier
        where earlier.programme_id = d.programme_id and earlier.person_id = d.person_id
          and earlier.status = 'waiting' and earlier.order_no < d.order_no
      )
    order by d.next_at, d.order_no limit ${batch}
    for update of d skip locked`.execute(tx)
  const ready: Claimed[] = []
  for (const row of rows) if (await take(tx, row, now)) ready.push({ ...row, attempts: row.attempts + 1 })
  return { found: rows.length, ready }
}

/** Puts off what may not be sent now, stops what is no longer wanted; true where the mail is to leave. */
const take = async (tx: Tx, row: Claimed, now: Date): Promise<boolean> => {
  if (row.channel !== 'mail' || row.email === null || row.read_at !== null) {
    await settle(tx, row, { status: 'not_needed' })
    return false
  }
  const allowed = whenAllowed(now, { from: row.quiet_from, to: row.quiet_to }, row.zone)
  if (allowed > now) {
    await settle(tx, row, { next_at: allowed })
    return false
  }
  await settle(tx, row, { attempts: row.attempts + 1, next_at: new Date(now.getTime() + leaseMs) })
  return true
}

const sendOne = async (deps: DeliveryDeps, row: Claimed): Promise<boolean> => {
  const outcome = await attempt(deps, row)
  await deps.db.asPlatform((tx) => settle(tx, row, outcome))
  return outcome.status === 'sent'
}

interface Outcome {
  status?: 'waiting' | 'sent' | 'dead' | 'not_needed'
  attempts?: number
  next_at?: Date
  last_error?: string | null
  sent_at?: Date
}

const attempt = async ({ transport, clock, origin }: DeliveryDeps, row: Claimed): Promise<Outcome> => {
  const text = noticeMail(row.locale, `${origin}/m/${row.message_id}`)
  try {
    await transport.send({
      id: row.message_id,
      to: row.email ?? '',
      senderName: row.sender_name,
      programmeId: row.programme_id,
      ...text,
    })
    return { status: 'sent', sent_at: clock(), last_error: null }
  } catch (error) {
    return failed(error, row.attempts, clock())
  }
}

const failed = (error: unknown, attempts: number, now: Date): Outcome => {
  const { kind, final } = error instanceof MailError ? error : new MailError('unknown', false)
  const again = final ? null : nextTry(attempts, now)
  return again ? { next_at: again, last_error: kind } : { status: 'dead', last_error: kind }
}

// A worker that was overtaken (its lease ran out) finds another number of attempts and changes nothing.
const settle = async (tx: Tx, row: Claimed, outcome: Outcome): Promise<void> => {
  await tx
    .updateTable('platform.delivery')
    .set(outcome)
    .where('programme_id', '=', row.programme_id)
    .where('message_id', '=', row.message_id)
    .where('attempts', '=', row.attempts)
    .where('status', '=', 'waiting')
    .execute()
}

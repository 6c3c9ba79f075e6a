import { createTransport } from 'nodemailer'
import type { Database } from '#platform/db/index.ts'

export interface Mail {
  /** The same for every try: whoever gets it twice, after a lost reply, sees it once. */
  id: string
  to: string
  senderName: string
  subject: string
  body: string
  /** For the demo's page only. */
  programmeId: number | null
}

/** What went wrong, without address or text: the only thing about a failure that is kept. */
export class MailError extends Error {
  readonly kind: string
  /** Refused for good: trying again does not help. */
  readonly final: boolean

  constructor(kind: string, final: boolean) {
    super(kind)
    this.kind = kind
    this.final = final
  }
}

export interface Transport {
  /** Resolves when the mail was handed over; throws a MailError otherwise. */
  send(mail: Mail): Promise<void>
  close(): void
}

export interface SmtpSettings {
  /** smtp://… or smtps://…, with user and password where needed. */
  url: string
  /** The address that mails come from; the name beside it is the programme's neutral one. */
  from: string
}

// Together well below the lease of a delivery (deliveries.ts), so that no second worker starts while this one still tries.
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 }

export const smtpTransport = ({ url, from }: SmtpSettings): Transport => {
  const { server, auth } = parseSmtpUrl(url)
  const sender = createTransport({
    ...server,
    ...auth,
    ...timeouts,
    pool: true,
    maxConnections: 3,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      try {
        await sender.sendMail(smtpMessage(mail, from))
      } catch (error) {
        throw asMailError(error)
      }
    },
    close: () => sender.close(),
  }
}

const parseSmtpUrl = (text: string) => {
  const url = new URL(text)
  const secure = url.protocol === 'smtps:'
  const server = { host: url.hostname, port: Number(url.port || (secure ? 465 : 587)), secure }
  const user = decodeURIComponent(url.username)
  return { server, auth: user ? { auth: { user, pass: decodeURIComponent(url.password) } } : {} }
}

/** The message as nodemailer gets it: one recipient, plain text, the same identifier for every try. */
export const smtpMessage = (mail: Mail, from: string) => ({
  from: { name: mail.senderName, address: from },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.body,
  messageId: `<${mail.id}@${from.slice(from.indexOf('@') + 1)}>`,
  headers: { 'X-Outbox-Id': mail.id, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})

const asMailError = (error: unknown): MailError => {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown }
  const number = typeof responseCode === 'number' ? responseCode : 0
  if (code === 'EAUTH') return new MailError('sign_in', false)
  if (number >= 500) return new MailError(`refused ${number}`, true)
  if (number >= 400) return new MailError(`later ${number}`, false)
  return new MailError(code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', false)
}

/** In the demo mails go to a page. */
export const demoTransport = (db: Database, clock: () => Date): Transport => ({
  send: async (mail) => {
    await db.asPlatform((tx) =>
      tx
        .insertInto('platform.demo_mail')
        .values({
          id: mail.id,
          programme_id: mail.programmeId,
          to_address: mail.to,
          subject: mail.subject,
          body: mail.body,
          at: clock(),
        })
        .onConflict((on) => on.column('id').doNothing())
        .execute(),
    )
  },
  close: () => undefined,
})

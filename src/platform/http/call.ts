import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Role } from '#kernel/role.ts'
import type { Audit } from '#platform/audit/audit.ts'
import type { Client } from '#platform/auth/client.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Documents } from '#platform/documents/pdf.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import type { Outbox } from '#platform/messages/outbox.ts'
import type { Vault } from '#platform/vault/vault.ts'

/** Who acts, as one role in one programme. */
export interface Actor {
  accountId: string
  membershipId: string
  programmeId: number
  personId: string
  role: Role
  /** The place that a host contact stands for. */
  placeId: string | null
}

/** The programme as every page needs it: its name, colour and the few settings that platform reads. */
export interface ProgrammeFace {
  id: number
  name: string
  shortName: string
  colour: string
  zone: string
  crisisCard: string
  contactPhone: string
  contactHours: string
  isSample: boolean
}

/** What an action gets. Everything that is not a rule comes in here: the transaction, the actor, the clock. */
export interface Ctx {
  tx: Tx
  actor: Actor
  programme: ProgrammeFace
  now: Date
  today: CalendarDay
  zone: string
  newId: () => string
  audit: Audit
  vault: Vault
  outbox: Outbox
  documents: Documents
}

/** A posted form as it was typed. Absent fields are empty. */
export interface FormInput {
  text(name: string): string
  list(name: string): string[]
  file(name: string): Promise<{ name: string; bytes: Uint8Array } | null>
  /** All text fields, for schemas and for showing again what was typed. */
  values: Record<string, string | string[]>
}

/** What a handler of a signed-in route gets. */
export interface Call extends Ctx {
  reader: Reader
  path: string
  param(name: string): string
  query: URLSearchParams
  form: FormInput
  /** A fresh token for each form on the page: sent twice, done once. */
  formToken(): string
  requestId: string
}

/** What a handler of a public route gets: nobody is signed in, no programme is chosen. */
export interface PublicCall extends Pick<Call, 'reader' | 'path' | 'param' | 'query' | 'form' | 'requestId' | 'now'> {
  actor: null
  /** The cookies, the address and the device: read by platform/auth only. */
  client: Client
}

/** Cookies are ready Set-Cookie values; only platform/auth and the reader settings set them. `refreshSeconds`: the page of long work looks again by itself. */
export type Reply =
  | {
      kind: 'page'
      status: number
      title: string
      body: VNode
      wide: boolean
      cookies?: string[]
      refreshSeconds?: number
    }
  /** `clearsSite`: the browser is asked to forget what it kept of our pages (sign-out). */
  | { kind: 'redirect'; to: string; flash: string | null; cookies?: string[]; clearsSite?: boolean }
  | { kind: 'file'; name: string; mediaType: string; bytes: Uint8Array | string; inline: boolean; status: number }
  | { kind: 'not-found' }

/**
 * What takes its time and needs no database, such as pressing a document: it begins when the transaction has ended. `then`
 * answers in a transaction of its own, as if asked anew: who acts is looked up again.
 */
export interface Later {
  kind: 'later'
  work: () => Promise<'busy' | ((call: Call) => Promise<Reply>)>
}

/** What the first transaction wrote is taken back where the route is a POST: it happens in `then`, or not at all. */
export const later = <Result>(
  pressing: () => Promise<Result | 'busy'>,
  then: (call: Call, result: Result) => Promise<Reply>,
): Later => ({
  kind: 'later',
  work: async () => {
    const result = await pressing()
    return result === 'busy' ? 'busy' : (call) => then(call, result)
  },
})

/** A page. `status` 422 for wrong input, 409 for a refusal: what the action did is then rolled back. */
export const page = (title: string, body: VNode, more: { status?: number; wide?: boolean } = {}): Reply => ({
  kind: 'page',
  title,
  body,
  status: more.status ?? 200,
  wide: more.wide ?? false,
})

/** After a successful POST (303). `flash` is a finished sentence in the reader's language, shown once. */
export const redirect = (to: string, flash: string | null = null): Reply => ({ kind: 'redirect', to, flash })

export const file = (
  name: string,
  mediaType: string,
  bytes: Uint8Array | string,
  inline = false,
  status = 200,
): Reply => ({ kind: 'file', name, mediaType, bytes, inline, status })

/** Not there, or not yours: the same answer for both. */
export const notFound = (): Reply => ({ kind: 'not-found' })

import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuditKey } from '#platform/audit/key.ts'
import { startSession } from '#platform/auth/sessions.ts'
import { readConfig } from '#platform/config/config.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { openDocuments } from '#platform/documents/pdf.ts'
import type { Log } from '#platform/http/log.ts'
import { readerCookie } from '#platform/i18n/reader-cookie.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { openVault } from '#platform/vault/vault.ts'
import { createHitoba, type Hitoba } from '#src/app.tsx'
import type { Services } from '#src/open-services.ts'

export const testOrigin = 'http://hitoba.test'

export interface TestApp extends Hitoba {
  services: Services
  /** Bugs that the pages hid behind their error page. A test that expects none looks here. */
  bugs: unknown[]
  /** Somebody who is not signed in. */
  stranger(reader?: Partial<Reading>): Client
  /** Somebody acting in one role; a second factor counts as shown. */
  signedIn(who: Acting, reader?: Partial<Reading>): Promise<Client>
}

/** Whoever `aMember` made, or any other membership. */
export interface Acting {
  accountId: string
  membershipId: string
  programmeId: number
}

interface Reading {
  locale: Locale
  furigana: boolean
}

export interface Client {
  get(path: string): Promise<Response>
  /** The page as text, whatever its status. */
  read(path: string): Promise<string>
  /** Posts a form as our own pages do, with a fresh token unless `fields` brings one. */
  post(path: string, fields?: Record<string, string | string[]>): Promise<Response>
  request(path: string, init?: RequestInit): Promise<Response>
  cookie: string
}

/** The whole app over a test database, with a clock of the test's own; no port, no mail leaves. `serving`: what its routes use instead. */
export const testApp = async (db: OpenDatabase, clock: () => Date, serving = db): Promise<TestApp> => {
  const bugs: unknown[] = []
  const services = { ...(await servicesOver(db, clock, bugs)), db: serving }
  const hitoba = createHitoba(services)
  const client = (cookies: string[]): Client => clientOf(hitoba, cookies.join('; '))
  return {
    ...hitoba,
    services,
    bugs,
    stranger: (reader = {}) => client([reading(reader)]),
    signedIn: async ({ accountId, membershipId, programmeId }, reader = {}) => {
      const now = clock()
      const membership = { programmeId, id: membershipId }
      const session = { accountId, membership, kind: 'staff', mfaAt: now, device: 'test' } as const
      const { token } = await db.asPlatform((tx) => startSession(tx, session, null, now))
      return client([`hitoba=${token}`, reading(reader)])
    },
  }
}

const servicesOver = async (db: OpenDatabase, clock: () => Date, bugs: unknown[]): Promise<Services> => {
  const dir = mkdtempSync(join(tmpdir(), 'hitoba-app-'))
  const config = { ...readConfig({ HITOBA_DATA: dir, HITOBA_URL: testOrigin, HITOBA_DEMO: '1', LOG_LEVEL: 'silent' }) }
  const log: Log = { request: () => {}, info: () => {}, bug: (error) => bugs.push(error) }
  return {
    config,
    db,
    vault: await openVault(db, { kekFile: config.kekFile }),
    auditKey: await openAuditKey(db, join(dir, 'audit')),
    transport: null,
    documents: openDocuments({ own: config.documentsDir, onProblem: () => {} }),
    log,
    clock,
    newId: randomUUID,
    origin: testOrigin,
    close: async () => {},
  }
}

const reading = (reader: Partial<Reading>): string =>
  readerCookie({ locale: 'ja', furigana: false, large: false, calm: false, ...reader }).split(';')[0] ?? ''

const clientOf = ({ app }: Hitoba, cookie: string): Client => {
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie, 'accept-language': 'ja', ...Object.fromEntries(new Headers(init.headers)) }
    return app.request(new URL(path, testOrigin), { ...init, headers })
  }
  return {
    cookie,
    request,
    get: (path) => request(path),
    read: async (path) => (await request(path)).text(),
    post: (path, fields = {}) =>
      request(path, {
        method: 'POST',
        headers: { origin: testOrigin, 'content-type': 'application/x-www-form-urlencoded' },
        body: formOf({ _token: randomUUID(), ...fields }).toString(),
      }),
  }
}

const formOf = (fields: Record<string, string | string[]>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )

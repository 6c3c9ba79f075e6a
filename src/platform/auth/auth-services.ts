import type { Role } from '#kernel/role.ts'
import type { Database, Tx } from '#platform/db/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'

/** What the sign-in is given by app.tsx. */
export interface AuthServices {
  db: Pick<Database, 'asPlatform'>
  vault: Pick<PlatformVault, 'sealPlatform' | 'openPlatform'>
  newId: () => string
  /** Chains what happens to accounts. */
  auditKey: Uint8Array
  /** The address people reach us under, without a slash at the end; https decides whether cookies are Secure. */
  origin: () => string
  /** The neutral name that mails and authenticator apps show. */
  senderName: string
  roleWords: Record<Locale, Record<Role, string>>
  directory: Directory
  /** Mails that were put out leave soon. */
  kickMails: () => void
  /** Only in the demo: sample sign-ins on the sign-in page, and the current code. */
  demo: DemoSignIns | null
}

/** What putting out a mail takes. */
export type MailServices = Pick<AuthServices, 'vault' | 'newId' | 'origin' | 'senderName'>

/** A role as its holder recognises it. */
export interface RoleLabel {
  programme: string
  person: string
  kana: string
  place: string | null
}

export interface HeldRole {
  membershipId: string
  programmeId: number
  personId: string
  role: Role
  placeId: string | null
}

export interface NewProgramme {
  name: string
  shortName: string
  municipality: string
  municipalityCode: string
  senderName: string
}

export interface NewPerson {
  name: string
  kana: string
  email: string | null
}

/** What the slices know and platform does not: people, places, programmes. Works on either kind of transaction. */
export interface Directory {
  /** By membership id. Roles whose person or programme is not seen by the transaction are left out. */
  labels(tx: Tx, roles: readonly HeldRole[]): Promise<ReadonlyMap<string, RoleLabel>>
  /** All names of these programmes, for refusing them as passwords. */
  programmeNames(tx: Tx, programmeIds: readonly number[]): Promise<readonly string[]>
  createProgramme(tx: Tx, programme: NewProgramme, now: Date): Promise<number>
  createPerson(tx: Tx, programmeId: number, person: NewPerson, now: Date): Promise<string>
  /** The places of the transaction's programme, for host contacts. */
  places(tx: Tx): Promise<readonly { id: string; name: string }[]>
}

export interface DemoSignIn {
  membershipId: string
  person: string
  programme: string
  role: Role
}

export interface DemoSignIns {
  /** The page on which the mails of the demo are read. */
  mailsHref: string
  /** One press each; only sample people. */
  list(tx: Tx): Promise<readonly DemoSignIn[]>
}

export const isSecure = (services: Pick<AuthServices, 'origin'>): boolean => services.origin().startsWith('https:')

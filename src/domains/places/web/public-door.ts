import type { Ctx, PublicCall, Reply } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'

/** A programme as anybody may know it. */
export interface OpenProgramme {
  id: number
  name: string
  municipality: string
  contactPhone: string
  contactHours: string
  crisisCard: string
}

/** What a page without sign-in may do, handed in where the app is put together. */
export interface PublicDoor {
  programmes(): Promise<OpenProgramme[]>
  /** Acts in the programme as nobody; the audit chain says so. */
  inProgramme<T>(programmeId: number, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Counts a sending; false where this address has sent too many. */
  maySend(address: string, now: Date): Promise<boolean>
  newId(): string
  /** Counts a mail to this mailbox; false where it got several today. The answer on the page is the same. */
  mayMail(email: string, now: Date): Promise<boolean>
  /** Counts a mail that an office sends to somebody; false where the office, or anybody to this mailbox, sent enough today. */
  mayMailFor(ctx: Ctx, mail: { office: string; to: string }): Promise<boolean>
  /** Puts out a mail with a way to one of our pages, in the transaction of what it stands for. */
  mailWay(ctx: Ctx, mail: { to: string; path: string; locale: Locale; expiresAt: Date }): Promise<void>
  /** Signs in whoever proved that the mailbox is theirs; where the account asks for a second factor, that comes first. */
  letIn(call: PublicCall, who: { accountId: string; membershipId: string }, next: string): Promise<Reply>
}

import type { Ctx } from '#platform/http/call.ts'

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
}

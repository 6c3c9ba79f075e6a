import type { ApplicationStatus } from './application-status.ts'

interface Asker {
  personId: string
  role: string
}

interface Written {
  personId: string
  status: ApplicationStatus
  recordedBy: string | null
}

/** What somebody wrote and needs: theirs. Those who choose read it once it is sent, or write it down; the office that sent them never does. */
export const mayRead = (asker: Asker, one: Written): boolean =>
  one.personId === asker.personId ||
  (asker.role === 'coordinator' && (one.status !== 'draft' || one.recordedBy !== null))

/** Whether what was written can still be changed: until it is sent, by the person, or by staff who write it down for them. */
export const mayWrite = (asker: Asker, one: Written): boolean => one.status === 'draft' && mayRead(asker, one)

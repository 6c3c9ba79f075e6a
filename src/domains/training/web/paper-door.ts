import type { AskedPaper, Verdict } from '../actions/verify-paper.ts'

/** What pages of papers need besides a signed-in person's rights, handed in where the app is put together. */
export interface PaperDoor {
  /** Whether a paper is genuine: in no programme, because whoever asks knows of none. */
  verify(asked: AskedPaper, now: Date): Promise<Verdict>
  /** Where hitoba is reached: for addresses on paper. */
  origin(): string
  newId(): string
}

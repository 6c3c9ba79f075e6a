import type { Slot } from '../core/facts.ts'

/** A visit as it is proposed: names and times only. */
export interface Proposal {
  requestId: string
  slot: Slot
  supporterIds: readonly string[]
  companionId: string | null
}

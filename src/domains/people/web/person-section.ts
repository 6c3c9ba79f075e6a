import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Call } from '#platform/http/call.ts'
import type { SeenClass } from '../core/visibility.ts'

/** What a later slice shows on a person's page; lower `order` stands higher, below 0 even above how to reach them. */
export interface PersonSection {
  who: readonly Role[]
  order: number
  /** Null where there is nothing to show. What it shows must be in `seen`, and sensitive classes it tells the audit. */
  load(call: Call, personId: string, seen: ReadonlySet<SeenClass>): Promise<VNode | null>
}

import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Call } from '#platform/http/call.ts'

/** What a later slice shows on a place's page; whoever sees the page at all was found through their own rights. */
export interface PlaceSection {
  who: readonly Role[]
  load(call: Call, placeId: string): Promise<VNode | null>
}

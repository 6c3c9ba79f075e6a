import type { Cell } from '#platform/documents/csv.ts'
import type { Call } from '#platform/http/call.ts'

/** One table of what is kept about somebody, in their own language: readable as it stands. */
export interface OwnTable {
  title: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/**
 * What a later slice hands over to the actor who asks for their own record: all that its pages show them of themselves,
 * for as long as it reaches back. Put into `peopleSlice({ ownParts })` in app.tsx.
 */
export type OwnPart = (call: Call) => Promise<OwnTable[]>

import { listPlaces } from '#domains/places/index.ts'
import type { Call } from '#platform/http/call.ts'

const most = 2000

/** The places that may send somebody, for choosing one. */
export const confirmedPlaces = async (call: Call): Promise<{ id: string; name: string }[]> => {
  const all = { words: '', kind: null, field: null, status: 'confirmed' } as const
  return (await listPlaces(call.tx, call.actor.programmeId, all, { limit: most, offset: 0 })).places
}

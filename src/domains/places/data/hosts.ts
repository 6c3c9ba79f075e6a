import type { Tx } from '#platform/db/index.ts'

/** The people who act for a place in hitoba: whom to tell. */
export const hostsOf = async (tx: Tx, programmeId: number, placeId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('place_id', '=', placeId)
    .where('role', '=', 'host')
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.person_id)
}

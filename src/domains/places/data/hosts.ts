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

/** From here on this role stands for this place; false where it stands for another. */
export const standFor = async (
  tx: Tx,
  programmeId: number,
  membershipId: string,
  placeId: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('platform.membership')
    .set({ place_id: placeId })
    .where('programme_id', '=', programmeId)
    .where('id', '=', membershipId)
    .where('role', '=', 'host')
    .where('place_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

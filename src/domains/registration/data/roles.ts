import type { Tx } from '#platform/db/index.ts'

/** The roles as supporter that the person holds now. */
export const supporterMemberships = async (tx: Tx, programmeId: number, personId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('role', '=', 'supporter')
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

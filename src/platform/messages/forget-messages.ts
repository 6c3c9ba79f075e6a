import type { Tx } from '#platform/db/index.ts'

/** What somebody was told, and what still waits to be sent to them. */
export const forgetMessages = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  for (const table of ['platform.delivery', 'platform.message'] as const)
    await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
}

import type { Tx } from '#platform/db/index.ts'

/** Follow-ups that are still open: of this person, or for this person to do. */
export const openFollowUpsAround = async (tx: Tx, programmeId: number, personId: string): Promise<{ id: string }[]> =>
  tx
    .selectFrom('care.follow_up')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('closed_at', 'is', null)
    .where((e) => e.or([e('person_id', '=', personId), e('assigned_to', '=', personId)]))
    .orderBy('due_on')
    .orderBy('id')
    .execute()

/** That somebody got in touch with them, and what was said. */
export const forgetContacts = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  for (const table of ['care.follow_up', 'care.rest_offer'] as const)
    await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
}

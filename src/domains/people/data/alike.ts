import type { Tx } from '#platform/db/index.ts'
import type { Known } from '../core/alike.ts'

/** Everybody of the programme with what tells them apart. */
export const listKnown = (tx: Tx, programmeId: number): Promise<(Known & { id: string })[]> =>
  tx
    .selectFrom('people.person')
    .select(['id', 'name', 'kana', 'email', 'phone'])
    .where('programme_id', '=', programmeId)
    .where('erased_at', 'is', null)
    .orderBy('kana')
    .orderBy('id')
    .execute()

interface Said {
  at: Date
  byMembership: string
}

/** Remembers that these pairs are different people. */
export const insertNotSame = async (
  tx: Tx,
  programmeId: number,
  pairs: readonly (readonly [string, string])[],
  said: Said,
): Promise<void> => {
  if (pairs.length === 0) return
  await tx
    .insertInto('people.not_same')
    .values(
      pairs.map((pair) => {
        const [one = '', other = ''] = pair.toSorted()
        return {
          programme_id: programmeId,
          one_id: one,
          other_id: other,
          said_at: said.at,
          by_membership: said.byMembership,
        }
      }),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

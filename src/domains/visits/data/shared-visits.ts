import type { Pair } from '#domains/people/index.ts'
import type { Tx } from '#platform/db/index.ts'

/** Visits in which both records take part, whether as supporter or as companion. */
export const sharedVisits = async (tx: Tx, programmeId: number, { kept, gone }: Pair): Promise<string[]> => {
  const rows = await tx
    .selectFrom('visits.participant as a')
    .innerJoin('visits.participant as b', (on) =>
      on
        .onRef('b.programme_id', '=', 'a.programme_id')
        .onRef('b.visit_id', '=', 'a.visit_id')
        .on('b.person_id', '=', gone),
    )
    .select('a.visit_id')
    .distinct()
    .where('a.programme_id', '=', programmeId)
    .where('a.person_id', '=', kept)
    .where('a.left_at', 'is', null)
    .where('b.left_at', 'is', null)
    .orderBy('a.visit_id')
    .limit(20)
    .execute()
  return rows.map((row) => row.visit_id)
}

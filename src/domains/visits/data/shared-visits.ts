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

/** Requests about which both are being asked. */
export const sharedRequests = async (tx: Tx, programmeId: number, { kept, gone }: Pair): Promise<string[]> => {
  const rows = await tx
    .selectFrom('visits.proposal')
    .select('request_id')
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', [kept, gone])
    .where('status', 'in', ['sent', 'asking', 'yes', 'changed'])
    .groupBy('request_id')
    .having((read) => read.fn.count('person_id').distinct(), '=', 2)
    .orderBy('request_id')
    .limit(20)
    .execute()
  return rows.map((row) => row.request_id)
}

import { sql } from 'kysely'
import type { Pair } from '#domains/people/index.ts'
import type { Tx } from '#platform/db/index.ts'

/** Runs for which both records applied, or which both take or took. */
export const sharedRuns = async (tx: Tx, programmeId: number, { kept, gone }: Pair): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with takes as (
      select run_id, person_id from training.enrolment where programme_id = ${programmeId} and person_id in (${kept}, ${gone})
      union
      select run_id, person_id from training.application
        where programme_id = ${programmeId} and person_id in (${kept}, ${gone}) and status <> 'withdrawn'
    )
    select run_id as id from takes group by run_id having count(distinct person_id) = 2 order by run_id limit 20`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

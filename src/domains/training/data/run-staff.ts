import type { Tx } from '#platform/db/index.ts'

export const duties = ['leads', 'attends', 'mentor'] as const
export type Duty = (typeof duties)[number]

export interface RunStaff {
  personId: string
  name: string
  kana: string
  duty: Duty
}

/** Who has to do with a run, by reading. */
export const staffOf = async (tx: Tx, programmeId: number, runId: string): Promise<RunStaff[]> => {
  const rows = await tx
    .selectFrom('training.run_staff as s')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 's.programme_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.person_id', 's.duty', 'p.name', 'p.kana'])
    .where('s.programme_id', '=', programmeId)
    .where('s.run_id', '=', runId)
    .orderBy('p.kana')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    kana: row.kana,
    duty: duties.find((one) => one === row.duty) ?? 'attends',
  }))
}

/** The runs that this person has to do with: what staff other than the coordinator see of training. */
export const runsStaffedBy = async (tx: Tx, programmeId: number, personId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('training.run_staff')
    .select('run_id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.run_id)
}

export const putStaff = async (
  tx: Tx,
  programmeId: number,
  one: { runId: string; personId: string; duty: Duty },
): Promise<void> => {
  await tx
    .insertInto('training.run_staff')
    .values({ programme_id: programmeId, run_id: one.runId, person_id: one.personId, duty: one.duty })
    .onConflict((on) => on.columns(['programme_id', 'run_id', 'person_id']).doUpdateSet({ duty: one.duty }))
    .execute()
}

export const removeStaff = async (
  tx: Tx,
  programmeId: number,
  one: { runId: string; personId: string },
): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom('training.run_staff')
    .where('programme_id', '=', programmeId)
    .where('run_id', '=', one.runId)
    .where('person_id', '=', one.personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

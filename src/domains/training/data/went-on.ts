import type { Tx } from '#platform/db/index.ts'

/** What they went on to, sealed; and the version it was written over. */
export const sealedWentOn = async (tx: Tx, programmeId: number, id: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('training.enrolment')
    .select('went_on_sealed')
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.went_on_sealed ?? null
}

/** Of everybody in a run who said so. */
export const wentOnOfRun = async (
  tx: Tx,
  programmeId: number,
  runId: string,
): Promise<{ id: string; personId: string; sealed: string }[]> => {
  const rows = await tx
    .selectFrom('training.enrolment')
    .select(['id', 'person_id', 'went_on_sealed'])
    .where('programme_id', '=', programmeId)
    .where('run_id', '=', runId)
    .where('went_on_sealed', 'is not', null)
    .execute()
  return rows.flatMap(({ id, person_id, went_on_sealed: sealed }) =>
    sealed === null ? [] : [{ id, personId: person_id, sealed }],
  )
}

export const keepWentOn = async (
  tx: Tx,
  programmeId: number,
  id: string,
  sealed: string | null,
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.enrolment')
    .set({ went_on_sealed: sealed, version: version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

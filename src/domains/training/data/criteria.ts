import type { Tx } from '#platform/db/index.ts'

/** A question that those who choose think about; never a mark. */
export interface Criterion {
  id: string
  question: string
}

export const criteriaOf = async (tx: Tx, programmeId: number, runId: string): Promise<Criterion[]> =>
  tx
    .selectFrom('training.criterion')
    .select(['id', 'question'])
    .where('programme_id', '=', programmeId)
    .where('run_id', '=', runId)
    .orderBy('sort')
    .orderBy('id')
    .execute()

/** The questions in this order. A question that is known keeps its record; one that words were written to is not taken out. */
export const putCriteria = async (
  tx: Tx,
  programmeId: number,
  runId: string,
  questions: readonly string[],
  newId: () => string,
): Promise<Criterion[]> => {
  const known = await criteriaOf(tx, programmeId, runId)
  const answered = await tx
    .selectFrom('training.consideration')
    .select('criterion_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('criterion_id', 'in', ['00000000-0000-0000-0000-000000000000', ...known.map(({ id }) => id)])
    .execute()
  const wanted = new Set(questions)
  const keep = known.filter(
    ({ id, question }) => wanted.has(question) || answered.some(({ criterion_id }) => criterion_id === id),
  )
  const gone = known.filter((one) => !keep.includes(one)).map(({ id }) => id)
  if (gone.length > 0)
    await tx.deleteFrom('training.criterion').where('programme_id', '=', programmeId).where('id', 'in', gone).execute()
  const fresh = [...wanted]
    .filter((question) => !keep.some((one) => one.question === question))
    .map((question) => ({ id: newId(), question }))
  const all = [...keep, ...fresh].toSorted((a, b) => questions.indexOf(a.question) - questions.indexOf(b.question))
  for (const [sort, { id, question }] of all.entries()) {
    await tx
      .insertInto('training.criterion')
      .values({ programme_id: programmeId, id, run_id: runId, sort, question })
      .onConflict((on) => on.columns(['programme_id', 'id']).doUpdateSet({ sort }))
      .execute()
  }
  return all
}

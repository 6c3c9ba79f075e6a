import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'

interface Door {
  tx: Tx
  vault: Vault
  programmeId: number
}

/** What one of those who choose thought about one question: words, with their name. */
export interface Consideration {
  criterionId: string
  words: string
  by: { name: string; kana: string }
  at: Date
}

const wordsField = 'training.consideration.words_sealed'

export const insertConsideration = async (
  { tx, vault, programmeId }: Door,
  one: {
    id: string
    applicationId: string
    personId: string
    criterionId: string
    words: string
    by: string
    at: Date
  },
): Promise<void> => {
  await tx
    .insertInto('training.consideration')
    .values({
      programme_id: programmeId,
      id: one.id,
      application_id: one.applicationId,
      criterion_id: one.criterionId,
      words_sealed: await vault.seal(one.personId, wordsField, one.id, one.words),
      by_membership: one.by,
      at: one.at,
    })
    .execute()
}

export const considerationsOf = async (
  { tx, vault, programmeId }: Door,
  which: { id: string; personId: string },
): Promise<Consideration[]> => {
  const rows = await tx
    .selectFrom('training.consideration as c')
    .innerJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'c.programme_id').onRef('m.id', '=', 'c.by_membership'),
    )
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['c.id', 'c.criterion_id', 'c.words_sealed', 'c.at', 'p.name', 'p.kana'])
    .where('c.programme_id', '=', programmeId)
    .where('c.application_id', '=', which.id)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
  const all: Consideration[] = []
  for (const row of rows)
    all.push({
      criterionId: row.criterion_id,
      words: await vault.open(which.personId, wordsField, row.id, row.words_sealed),
      by: { name: row.name, kana: row.kana },
      at: row.at,
    })
  return all
}

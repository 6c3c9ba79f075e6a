import type { Tx } from '#platform/db/index.ts'
import { aPerson } from '#test/builders.ts'

/** Records of one person; `records.ts` says what the columns mean. */
export const doubleKinds = {
  double: {
    from: 'people.person r join people.person o on o.programme_id = r.programme_id and o.id > r.id and o.name = r.name',
    columns: 'r.id as one, o.id as other',
    where: "r.name = '見本 二重'",
    mine: {},
  },
  merge: { from: 'people.merge r', columns: 'r.id', mine: {} },
} as const

/** Two records that may be of one person, and two that became one. */
export const addDoubles = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  for (let n = 0; n < 2; n += 1) await aPerson(tx, programmeId, { name: '見本 二重', kana: 'みほん にじゅう' })
  const kept = await aPerson(tx, programmeId, { name: '見本 一人', kana: 'みほん ひとり' })
  const gone = await aPerson(tx, programmeId, {
    name: '見本 一人',
    kana: 'みほん ひとり',
    merged_into: kept,
    erased_at: now,
  })
  await tx
    .insertInto('people.merge')
    .values({
      programme_id: programmeId,
      id: crypto.randomUUID(),
      kept_id: kept,
      gone_id: gone,
      at: now,
      by_membership: crypto.randomUUID(),
      followed: '[]',
    })
    .execute()
}

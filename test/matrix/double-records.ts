import { day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { aPerson } from '#test/builders.ts'

/** Records of one person; `records.ts` says what the columns mean. */
export const doubleKinds = {
  double: {
    from: 'people.person r join people.person o on o.programme_id = r.programme_id and o.id > r.id and o.name = r.name',
    columns: 'r.id as "oneId", o.id as "otherId"',
    where: "r.name = '見本 二重'",
    mine: {},
  },
  merge_question: {
    from: 'people.merge_question r',
    columns: "r.id, 'answer=same' as body",
    mine: { any: 'r.holder_id = $person' },
  },
  merge: { from: 'people.merge r', columns: 'r.id', mine: {} },
} as const

/** Two records that may be of one person, two that became one, and one that may be of anybody who signs in. */
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
  await askEverybody(tx, programmeId, now)
}

// Everybody who signs in is asked about a record of the same name.
const askEverybody = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  const members = await tx
    .selectFrom('platform.membership')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .execute()
  const other = await aPerson(tx, programmeId, { name: '見本 同名', kana: 'みほん どうめい' })
  for (const { person_id } of members)
    await tx
      .insertInto('people.merge_question')
      .values({
        programme_id: programmeId,
        id: crypto.randomUUID(),
        holder_id: person_id,
        other_id: other,
        asked_at: now,
        asked_by: crypto.randomUUID(),
        until_day: day('2026-12-08'),
      })
      .execute()
}

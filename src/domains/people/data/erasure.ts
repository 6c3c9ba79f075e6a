import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Telling } from '../core/contact.ts'

/** What stands where a name stood. */
export const erasedName = '—'

/** Since when the record is erased; null where it is not, or where there is nobody. */
export const erasedAt = async (tx: Tx, programmeId: number, personId: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('people.person')
    .select('erased_at')
    .where('programme_id', '=', programmeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.erased_at ?? null
}

/** Nobody changes this record, or hangs anything on it, until the transaction ends. */
export const lockPerson = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  await sql`select 1 from people.person where programme_id = ${programmeId} and id = ${personId} for update`.execute(tx)
}

export const isTakenAfter = async (tx: Tx, programmeId: number, personId: string, at: Date): Promise<boolean> => {
  const row = await tx
    .selectFrom('people.booking')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('released_at', 'is', null)
    .where(sql<boolean>`upper(during) > ${at}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What people themselves keep of somebody. The row stays, without who it was: the figures count it. */
export const forgetPerson = async (tx: Tx, programmeId: number, personId: string, at: Date): Promise<void> => {
  for (const table of ['people.consent', 'people.calendar_feed'] as const)
    await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
  await tx
    .updateTable('people.following')
    .set({ to_at: at })
    .where('programme_id', '=', programmeId)
    .where((e) => e.or([e('supporter_id', '=', personId), e('staff_id', '=', personId)]))
    .where('to_at', 'is', null)
    .execute()
  await tx
    .updateTable('people.booking')
    .set({ released_at: at })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('released_at', 'is', null)
    .where(sql<boolean>`upper(during) > ${at}`)
    .execute()
  await endWish(tx, programmeId, personId, at)
  await tx
    .updateTable('people.merge_question')
    .set({ closed_at: at })
    .where('programme_id', '=', programmeId)
    .where((e) => e.or([e('holder_id', '=', personId), e('other_id', '=', personId)]))
    .where('closed_at', 'is', null)
    .execute()
  await tx
    .updateTable('people.person')
    .set((e) => ({
      name: erasedName,
      kana: '',
      nickname: '',
      email: null,
      phone: null,
      channel: 'inbox',
      quiet_from: null,
      quiet_to: null,
      locale: 'ja',
      erased_at: e.fn.coalesce('erased_at', e.val(at)),
      merged_into: null,
      version: e('version', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', personId)
    .execute()
}

export interface Wish {
  personId: string
  at: Date
  via: string
}

/** Who would like their record erased and has not taken it back, the oldest first. */
export const openWishes = async (
  tx: Tx,
  programmeId: number,
  personId: string | null = null,
): Promise<(Wish & { name: string; kana: string })[]> =>
  tx
    .selectFrom('people.erasure_wish as w')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'w.programme_id').onRef('p.id', '=', 'w.person_id'),
    )
    .select(['w.person_id as personId', 'w.at', 'w.via', 'p.name', 'p.kana'])
    .where('w.programme_id', '=', programmeId)
    .where('w.ended_at', 'is', null)
    .$if(personId !== null, (query) => query.where('w.person_id', '=', personId ?? ''))
    .orderBy('w.at')
    .orderBy('w.id')
    .execute()

export interface NewWish {
  id: string
  personId: string
  via: 'self' | Telling
  recordedBy: string | null
  at: Date
}

/** False where they have said so before. */
export const insertWish = async (tx: Tx, programmeId: number, wish: NewWish): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('people.erasure_wish')
    .values({
      programme_id: programmeId,
      id: wish.id,
      person_id: wish.personId,
      via: wish.via,
      recorded_by: wish.recordedBy,
      at: wish.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const endWish = async (tx: Tx, programmeId: number, personId: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('people.erasure_wish')
    .set({ ended_at: at })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

import type { Tx } from '#platform/db/index.ts'
import type { Known } from '../core/alike.ts'

interface Listed extends Known {
  nickname: string
}

/** Many people at once, as a list names them; without an account and without a role. */
export const insertPersons = async (
  tx: Tx,
  programmeId: number,
  people: readonly (Listed & { id: string })[],
  now: Date,
): Promise<void> => {
  if (people.length === 0) return
  await tx
    .insertInto('people.person')
    .values(
      people.map(({ id, name, kana, nickname, email, phone }) => ({
        programme_id: programmeId,
        id,
        name,
        kana,
        nickname,
        email,
        phone,
        channel: email !== null ? 'mail' : phone !== null ? 'phone' : 'letter',
        created_at: now,
      })),
    )
    .execute()
}

/** Fills what was empty, and leaves what is known as it is. False where there was nothing to fill. */
export const fillContact = async (tx: Tx, programmeId: number, id: string, listed: Listed): Promise<boolean> => {
  const person = await tx
    .selectFrom('people.person')
    .select(['nickname', 'email', 'phone', 'version'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!person) return false
  const filled = {
    nickname: person.nickname || listed.nickname,
    email: person.email ?? listed.email,
    phone: person.phone ?? listed.phone,
  }
  const same = (Object.keys(filled) as (keyof typeof filled)[]).every((key) => filled[key] === person[key])
  if (same) return false
  await tx
    .updateTable('people.person')
    .set({ ...filled, version: person.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
  return true
}

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { lock, unlock } from './cipher.ts'
import type { KeeperOfKeys } from './keeper.ts'

interface WrappedKey {
  person_id: string
  kek_id: string
  wrapped: Uint8Array
}

/** Where a key was destroyed, nothing stands in its place, so that none is ever made anew. */
export const destroyed = Symbol('destroyed')
export type PersonKey = Buffer | typeof destroyed

/** The keys of these people that exist or existed. */
export const loadKeys = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
  keeper: KeeperOfKeys,
): Promise<Map<string, PersonKey>> => {
  const { rows } = await sql<WrappedKey>`
    select person_id, kek_id, wrapped from platform.person_key
    where programme_id = ${programmeId} and person_id = any(${[...personIds]}::uuid[])`.execute(tx)
  return new Map(
    rows.map((row) => [row.person_id, row.wrapped.length === 0 ? destroyed : unwrapped(row, programmeId, keeper)]),
  )
}

/** The person's key, made on first use. */
export const ensureKey = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  keeper: KeeperOfKeys,
): Promise<Buffer> => {
  const found = (await loadKeys(tx, programmeId, [personId], keeper)).get(personId)
  if (found) return usable(found)
  const { id, key } = keeper.current()
  const wrapped = lock(key, owner(programmeId, personId), randomBytes(32))
  await sql`insert into platform.person_key (programme_id, person_id, kek_id, wrapped, created_at)
    values (${programmeId}, ${personId}, ${id}, ${wrapped}, now()) on conflict do nothing`.execute(tx)
  const made = (await loadKeys(tx, programmeId, [personId], keeper)).get(personId)
  if (!made) throw new Error('a person key was not kept')
  return usable(made)
}

/** The keys of many, those that are missing made at once; what was destroyed stays so. */
export const ensureKeys = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
  keeper: KeeperOfKeys,
): Promise<Map<string, PersonKey>> => {
  const found = await loadKeys(tx, programmeId, personIds, keeper)
  const missing = personIds.filter((personId) => !found.has(personId))
  if (missing.length === 0) return found
  const { id, key } = keeper.current()
  await tx
    .insertInto('platform.person_key')
    .values(
      missing.map((personId) => ({
        programme_id: programmeId,
        person_id: personId,
        kek_id: id,
        wrapped: lock(key, owner(programmeId, personId), randomBytes(32)),
        created_at: sql<Date>`now()`,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return new Map([...found, ...(await loadKeys(tx, programmeId, missing, keeper))])
}

const usable = (key: PersonKey): Buffer => {
  if (key === destroyed) throw new Error('nothing is sealed for somebody whose record was erased')
  return key
}

/** Without the key nothing of the person's sealed text can be read again. */
export const destroyKey = async (tx: Tx, programmeId: number, personId: string): Promise<void> => {
  await sql`insert into platform.person_key (programme_id, person_id, kek_id, wrapped, created_at)
    values (${programmeId}, ${personId}, '', ''::bytea, now())
    on conflict (programme_id, person_id) do update set kek_id = '', wrapped = ''::bytea`.execute(tx)
}

/** Wraps with the current key of keys what an older one wraps. Returns how many. */
export const rewrapKeys = async (tx: Tx, keeper: KeeperOfKeys): Promise<number> => {
  const { id, key } = keeper.current()
  const { rows } = await sql<WrappedKey & { programme_id: number }>`
    select programme_id, person_id, kek_id, wrapped from platform.person_key where kek_id not in ('', ${id}) for update`.execute(
    tx,
  )
  for (const row of rows) {
    const bound = owner(row.programme_id, row.person_id)
    const wrapped = lock(key, bound, unlock(keeper.byId(row.kek_id), bound, row.wrapped))
    await sql`update platform.person_key set kek_id = ${id}, wrapped = ${wrapped}
      where programme_id = ${row.programme_id} and person_id = ${row.person_id}`.execute(tx)
  }
  return rows.length
}

const unwrapped = (row: WrappedKey, programmeId: number, keeper: KeeperOfKeys): Buffer => {
  const wrapped = Buffer.from(row.wrapped)
  return keeper.remembered(`${programmeId}|${row.person_id}|${wrapped.toString('base64')}`, () =>
    unlock(keeper.byId(row.kek_id), owner(programmeId, row.person_id), wrapped),
  )
}

const owner = (programmeId: number, personId: string): string => `platform.person_key|${programmeId}|${personId}`

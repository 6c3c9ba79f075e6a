import type { Tx } from '#platform/db/index.ts'

/** Messages and events, in the same transaction as what they tell of. They leave afterwards, from jobs. */
export interface Outbox {
  /** Tells a person: always in the inbox, and by mail as they chose. `kind` names the words (a message kind registered by a slice); `params` hold identifiers and days only; `path` is where the link leads. */
  tell(personId: string, kind: string, params: Record<string, string | number>, path: string): Promise<string>
  /** Takes back what was not read yet and stops its mail. */
  withdraw(messageId: string): Promise<void>
  /** Tells later slices: handled by their jobs, at least once. */
  emit(topic: string, payload: Record<string, unknown>): Promise<void>
}

interface OutboxDeps {
  tx: Tx
  programmeId: number
  now: Date
  newId: () => string
}

export const openOutbox = (deps: OutboxDeps): Outbox => ({
  tell: (personId, kind, params, path) => tell(deps, personId, { kind, params, path }),
  withdraw: (messageId) => withdraw(deps, messageId),
  emit: (topic, payload) => emit(deps, topic, payload),
})

interface Told {
  kind: string
  params: Record<string, string | number>
  path: string
}

const tell = async ({ tx, programmeId, now, newId }: OutboxDeps, personId: string, told: Told): Promise<string> => {
  const id = newId()
  const row = { programme_id: programmeId, person_id: personId }
  await tx
    .insertInto('platform.message')
    .values({ ...row, id, kind: told.kind, params: JSON.stringify(told.params), path: told.path, created_at: now })
    .execute()
  const status = (await wantsMail(tx, programmeId, personId)) ? 'waiting' : 'not_needed'
  await tx
    .insertInto('platform.delivery')
    .values({ ...row, message_id: id, status, next_at: now })
    .execute()
  return id
}

const wantsMail = async (tx: Tx, programmeId: number, personId: string): Promise<boolean> => {
  const person = await tx
    .selectFrom('people.person')
    .select(['email', 'channel'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return person?.channel === 'mail' && person.email !== null
}

const withdraw = async ({ tx, programmeId, now }: OutboxDeps, messageId: string): Promise<void> => {
  const taken = await tx
    .updateTable('platform.message')
    .set({ withdrawn_at: now })
    .where('programme_id', '=', programmeId)
    .where('id', '=', messageId)
    .where('read_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (taken.numUpdatedRows === 0n) return
  await tx
    .updateTable('platform.delivery')
    .set({ status: 'not_needed' })
    .where('programme_id', '=', programmeId)
    .where('message_id', '=', messageId)
    .where('status', '=', 'waiting')
    .execute()
}

const emit = async (
  { tx, programmeId, now, newId }: OutboxDeps,
  topic: string,
  payload: Record<string, unknown>,
): Promise<void> => {
  await tx
    .insertInto('platform.event')
    .values({
      programme_id: programmeId,
      id: newId(),
      topic,
      payload: JSON.stringify(payload),
      created_at: now,
      next_at: now,
    })
    .execute()
}

import { sql } from 'kysely'
import type { Ctx } from '#platform/http/call.ts'
import type { Database } from '#platform/db/index.ts'
import { nextTry } from '#platform/messages/retry.ts'
import { inProgramme, type SystemDeps, systemActor } from './system.ts'

/** A slice's reaction to what a lower slice emitted. It runs in one transaction with the event's own mark: all or nothing, tried again on failure. */
export type EventHandler = (ctx: Ctx, payload: unknown) => Promise<void>

/** Topic → everybody who reacts. */
export type EventHandlers = Readonly<Record<string, readonly EventHandler[]>>

/** Puts the reactions of all slices together. */
export const joinHandlers = (...all: readonly Readonly<Record<string, EventHandler>>[]): EventHandlers => {
  const joined: Record<string, EventHandler[]> = {}
  for (const handlers of all) {
    for (const [topic, handler] of Object.entries(handlers)) joined[topic] = [...(joined[topic] ?? []), handler]
  }
  return joined
}

export interface EventDeps extends SystemDeps {
  db: Database
  handlers: EventHandlers
  onError: (error: unknown) => void
}

/** Handles what is due until nothing is left. Answers how many events were done. */
export const handleEvents = async (deps: EventDeps): Promise<number> => {
  let done = 0
  for (;;) {
    const due = await deps.db.asPlatform(async (tx) => {
      const { rows } = await sql<Due>`
        select programme_id, id from platform.event
        where done_at is null and dead_at is null and next_at <= ${deps.clock()}
        order by created_at, id limit 50`.execute(tx)
      return rows
    })
    if (due.length === 0) return done
    let moved = 0
    for (const event of due) {
      const outcome = await handleOne(deps, event)
      if (outcome === 'done') done += 1
      if (outcome !== 'busy') moved += 1
    }
    // All that is left is in the hands of another worker.
    if (moved === 0) return done
  }
}

interface Due {
  programme_id: number
  id: string
}

const handleOne = async (deps: EventDeps, event: Due): Promise<'done' | 'failed' | 'busy'> => {
  try {
    return await inProgramme(deps, systemActor(event.programme_id), (ctx) => handleIn(ctx, deps, event.id))
  } catch (error) {
    deps.onError(error)
    await deps.db.asPlatform((tx) => fail(tx, event, errorKind(error), deps.clock()))
    return 'failed'
  }
}

const handleIn = async (ctx: Ctx, { handlers }: EventDeps, id: string): Promise<'done' | 'busy'> => {
  const { rows } = await sql<{ topic: string; payload: unknown }>`
    select topic, payload from platform.event
    where programme_id = ${ctx.actor.programmeId} and id = ${id} and done_at is null and dead_at is null
    for update skip locked`.execute(ctx.tx)
  const event = rows[0]
  if (!event) return 'busy'
  for (const handler of handlers[event.topic] ?? []) await handler(ctx, event.payload)
  await ctx.tx
    .updateTable('platform.event')
    .set({ done_at: ctx.now, last_error: null })
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .execute()
  return 'done'
}

const fail = async (tx: Ctx['tx'], event: Due, kind: string, now: Date): Promise<void> => {
  const row = await tx
    .updateTable('platform.event')
    .set((e) => ({ attempts: e('attempts', '+', 1), last_error: kind }))
    .where('programme_id', '=', event.programme_id)
    .where('id', '=', event.id)
    .where('done_at', 'is', null)
    .returning('attempts')
    .executeTakeFirst()
  if (!row) return
  const again = nextTry(row.attempts, now)
  await tx
    .updateTable('platform.event')
    .set(again ? { next_at: again } : { dead_at: now })
    .where('programme_id', '=', event.programme_id)
    .where('id', '=', event.id)
    .execute()
}

// The message of an error may quote a person's words: only its kind is kept.
const errorKind = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name
}

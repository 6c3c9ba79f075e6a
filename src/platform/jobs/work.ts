import { sql } from 'kysely'
import type { Database, Tx } from '#platform/db/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { isRole } from '#kernel/role.ts'
import { inProgramme, type SystemDeps } from './system.ts'

/** What a runner is given. Nothing is held open between its transactions. */
export interface WorkRun {
  id: string
  params: unknown
  /** One short transaction in the name of the person who asked for the work. */
  step<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Tells how far it is; false: the person has cancelled, so stop at this clean point. */
  progress(done: number, total: number): Promise<boolean>
}

export interface WorkResult {
  /** Where the result is to be seen or fetched. */
  path: string | null
  /** Figures for the page, by a name that the kind's words know. */
  counts: Record<string, number>
}

/** Long work that a slice offers. After a crash it is begun again: a step that was done must find itself done. */
export interface WorkKind {
  title: Record<Locale, string>
  /** How the counts of the result read. */
  summary: Record<Locale, (counts: Record<string, number>) => string>
  run(work: WorkRun): Promise<WorkResult>
}

export type WorkKinds = Readonly<Record<string, WorkKind>>

/** Puts long work out, in the transaction of the form that asked for it. Its page is `workPath(id)`. */
export const startWork = async (ctx: Ctx, kind: string, params: Record<string, unknown>): Promise<string> => {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('platform.work')
    .values({
      programme_id: ctx.actor.programmeId,
      id,
      kind,
      membership_id: ctx.actor.membershipId,
      params: JSON.stringify(params),
      status: 'waiting',
      created_at: ctx.now,
    })
    .execute()
  ctx.audit.wrote({ action: 'start_work', kind: 'work', id, reason: kind })
  return id
}

export interface WorkState {
  status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
}

/** How far long work is, for a page that shows what it fills. */
export const workStateOf = async ({ tx, actor }: Ctx, id: string): Promise<WorkState | null> => {
  const row = await tx
    .selectFrom('platform.work')
    .select(['status', 'done_count', 'total_count'])
    .where('programme_id', '=', actor.programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { status: row.status as WorkState['status'], done: row.done_count, total: row.total_count } : null
}

/** Whoever asked for it stops it; what has ended stays as it is. The runner comes to its end at its next clean point. */
export const cancelWork = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('platform.work')
    .set({ status: 'cancelled', finished_at: ctx.now })
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .where('membership_id', '=', ctx.actor.membershipId)
    .where('status', 'in', ['waiting', 'running'])
    .execute()
  ctx.audit.wrote({ action: 'cancel_work', kind: 'work', id })
}

export interface WorkDeps extends SystemDeps {
  db: Database
  works: WorkKinds
  onError: (error: unknown) => void
}

const silentMs = 2 * 60_000
const mostAttempts = 3

/** Does waiting work, one after the other. Answers how much was done. */
export const runWork = async (deps: WorkDeps, stopped: () => boolean): Promise<number> => {
  let ran = 0
  while (!stopped()) {
    const claimed = await deps.db.asPlatform((tx) => claim(tx, deps.clock()))
    if (!claimed) return ran
    await runOne(deps, claimed)
    ran += 1
  }
  return ran
}

interface Claimed {
  programme_id: number
  id: string
  kind: string
  params: unknown
  membership_id: string
  attempts: number
}

const claim = async (tx: Tx, now: Date): Promise<Claimed | undefined> => {
  const { rows } = await sql<Claimed>`
    update platform.work set status = 'running', heartbeat_at = ${now}, attempts = attempts + 1
    where (programme_id, id) in (
      select programme_id, id from platform.work
      where status = 'waiting' or (status = 'running' and heartbeat_at < ${new Date(now.getTime() - silentMs)})
      order by created_at limit 1 for update skip locked
    ) returning programme_id, id, kind, params, membership_id, attempts`.execute(tx)
  return rows[0]
}

const runOne = async (deps: WorkDeps, row: Claimed): Promise<void> => {
  const kind = deps.works[row.kind]
  const actor = await deps.db.asPlatform((tx) => actorOf(tx, row, deps.clock()))
  if (!kind || !actor || row.attempts > mostAttempts) return end(deps, row, { status: 'failed' })
  try {
    const result = await kind.run(runOf(deps, row, actor))
    await end(deps, row, { status: 'done', result: JSON.stringify(result) })
  } catch (error) {
    deps.onError(error)
    await end(deps, row, { status: 'failed' })
  }
}

const runOf = (deps: WorkDeps, row: Claimed, actor: Actor): WorkRun => ({
  id: row.id,
  params: row.params,
  step: (work) => inProgramme(deps, actor, work),
  progress: (done, total) =>
    deps.db.asPlatform(async (tx) => {
      const updated = await tx
        .updateTable('platform.work')
        .set({ done_count: done, total_count: total, heartbeat_at: deps.clock() })
        .where('programme_id', '=', row.programme_id)
        .where('id', '=', row.id)
        .where('status', '=', 'running')
        .where('attempts', '=', row.attempts)
        .executeTakeFirst()
      return updated.numUpdatedRows > 0n
    }),
})

// Whoever has lost the role meanwhile no longer acts by it.
const actorOf = async (tx: Tx, row: Claimed, now: Date): Promise<Actor | null> => {
  const found = await tx
    .selectFrom('platform.membership')
    .select(['account_id', 'person_id', 'role', 'place_id', 'ended_at'])
    .where('programme_id', '=', row.programme_id)
    .where('id', '=', row.membership_id)
    .executeTakeFirst()
  if (!found || !isRole(found.role) || (found.ended_at && found.ended_at <= now)) return null
  return {
    accountId: found.account_id ?? '',
    membershipId: row.membership_id,
    programmeId: row.programme_id,
    personId: found.person_id,
    role: found.role,
    placeId: found.place_id,
  }
}

const end = async (
  deps: WorkDeps,
  row: Claimed,
  outcome: { status: 'done' | 'failed'; result?: string },
): Promise<void> => {
  await deps.db.asPlatform((tx) =>
    tx
      .updateTable('platform.work')
      .set({ ...outcome, finished_at: deps.clock() })
      .where('programme_id', '=', row.programme_id)
      .where('id', '=', row.id)
      .where('status', '=', 'running')
      .where('attempts', '=', row.attempts)
      .execute(),
  )
}

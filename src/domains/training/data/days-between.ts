import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

interface Stretch {
  from: Date
  to: Date
}

/** A session as a calendar shows it. */
export interface SessionDay {
  id: string
  runId: string
  title: string
  track: string | null
  place: string
  startsAt: Date
  endsAt: Date
  cancelled: boolean
}

export type TasterDay = Omit<SessionDay, 'runId' | 'track'>

/** The sessions of these runs between two instants; one that took another day is there on that day alone. `all`: of every run. */
export const sessionsBetween = async (
  tx: Tx,
  programmeId: number,
  runIds: readonly string[] | 'all',
  { from, to }: Stretch,
): Promise<SessionDay[]> => {
  const of = runIds === 'all' ? sql`true` : sql`run_id = any(${[...runIds]}::uuid[])`
  const { rows } = await sql<SessionDay>`
    select id, run_id as "runId", title, track, place, starts_at as "startsAt", ends_at as "endsAt", status = 'cancelled' as cancelled
    from training.run_session where programme_id = ${programmeId} and status <> 'moved' and ${of}
      and starts_at < ${to} and ends_at > ${from} order by starts_at, id limit 1000`.execute(tx)
  return rows
}

/** The tasters between two instants that the actor comes to, themselves or with their place; all of them for coordinators. */
export const tastersBetween = async (tx: Tx, actor: Actor, { from, to }: Stretch): Promise<TasterDay[]> => {
  const mine =
    actor.role === 'coordinator'
      ? sql`true`
      : sql`exists (select from training.taster_guest g where g.programme_id = t.programme_id and g.taster_id = t.id and g.withdrawn_at is null
          and ${actor.role === 'host' ? sql`g.place_id = ${actor.placeId}` : sql`g.person_id = ${actor.personId}`})`
  const { rows } = await sql<TasterDay>`
    select t.id, t.title, t.place, t.starts_at as "startsAt", t.ends_at as "endsAt", t.cancelled_at is not null as cancelled
    from training.taster t where t.programme_id = ${actor.programmeId} and ${mine}
      and t.starts_at < ${to} and t.ends_at > ${from} order by t.starts_at, t.id limit 1000`.execute(tx)
  return rows
}

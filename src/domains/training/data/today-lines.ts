import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'

export interface RunToday {
  id: string
  name: string
  applyUntil: CalendarDay
  /** Applications that wait for our answer. */
  submitted: number
  /** Needs that nobody has answered yet. */
  needs: number
}

/** Runs with applications that wait for a word of ours. */
export const applicationsToday = async (tx: Tx, programmeId: number): Promise<RunToday[]> => {
  const { rows } = await sql<RunToday>`
    select r.id, r.name, r.apply_until as "applyUntil",
      (count(*) filter (where a.status = 'submitted'))::int as submitted,
      (count(*) filter (where a.needs_sealed is not null and not exists (select from training.accommodation c
        where c.programme_id = a.programme_id and c.application_id = a.id)))::int as needs
    from training.run r join training.application a on a.programme_id = r.programme_id and a.run_id = r.id
    where r.programme_id = ${programmeId} and r.status in ('open', 'selecting')
      and a.status in ('submitted', 'offered', 'waiting', 'accepted')
    group by r.programme_id, r.id order by r.apply_until, r.id`.execute(tx)
  return rows.filter(({ submitted, needs }) => submitted + needs > 0)
}

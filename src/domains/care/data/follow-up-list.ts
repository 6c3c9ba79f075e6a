import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Way } from '../core/follow-up.ts'
import { type Reach, within } from './follow-ups.ts'

/** One line of a list: nothing of why, which is a note of the staff; only whether it comes before the others. */
export interface FollowUpLine {
  id: string
  personId: string
  name: string
  kana: string
  dueOn: CalendarDay
  first: boolean
  assignedTo: string | null
  assignedName: string | null
  assignedKana: string | null
}

interface Asked {
  /** Only those of one person. */
  personId?: string
  /** Only those that words called for, or only the others. */
  first?: boolean
  limit?: number
}

/** Open ones: those that words called for, then the earliest day first, then by reading. */
export const listOpen = async (
  tx: Tx,
  programmeId: number,
  reach: Reach,
  { personId, first, limit = 300 }: Asked = {},
): Promise<FollowUpLine[]> => {
  const { rows } = await sql<FollowUpLine>`
    select f.id, f.person_id as "personId", p.name, p.kana, f.due_on as "dueOn", f.reason = 'words' as first,
      f.assigned_to as "assignedTo", s.name as "assignedName", s.kana as "assignedKana"
    from care.follow_up f
    join people.person p on p.programme_id = f.programme_id and p.id = f.person_id
    left join people.person s on s.programme_id = f.programme_id and s.id = f.assigned_to
    where f.programme_id = ${programmeId} and f.closed_at is null and ${within(reach)}
      and (${personId ?? null}::uuid is null or f.person_id = ${personId ?? null})
      and (${first ?? null}::boolean is null or (f.reason = 'words') = ${first ?? null})
    order by first desc, f.due_on, p.kana, f.id limit ${limit}`.execute(tx)
  return rows
}

/** What a person sees of being followed: that somebody gets in touch, who, and when it was done. */
export interface OwnFollowUp {
  id: string
  dueOn: CalendarDay
  assignedName: string | null
  assignedKana: string | null
  closedAt: Date | null
  how: Way | null
}

export const listOwn = async (tx: Tx, programmeId: number, personId: string, limit = 30): Promise<OwnFollowUp[]> => {
  const { rows } = await sql<OwnFollowUp>`
    select f.id, f.due_on as "dueOn", s.name as "assignedName", s.kana as "assignedKana", f.closed_at as "closedAt", f.how
    from care.follow_up f
    left join people.person s on s.programme_id = f.programme_id and s.id = f.assigned_to
    where f.programme_id = ${programmeId} and f.person_id = ${personId}
    order by f.closed_at desc nulls first, f.due_on, f.id limit ${limit}`.execute(tx)
  return rows
}

/** Who has something to do on this very day: for the morning's note. Null stands for 'nobody yet'. */
export const staffWithDue = async (tx: Tx, programmeId: number, today: CalendarDay): Promise<(string | null)[]> => {
  const { rows } = await sql<{ staff: string | null }>`
    select distinct assigned_to as staff from care.follow_up
    where programme_id = ${programmeId} and closed_at is null and due_on = ${today}`.execute(tx)
  return rows.map((row) => row.staff)
}

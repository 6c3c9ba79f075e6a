import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { OfficeRhythm } from '../core/fee-tasks.ts'

/** What comes back every month and year, without opening what is sealed; null where nobody of the office is written down. */
export const officeRhythm = async (
  tx: Tx,
  programmeId: number,
  placeId: string,
  month: string,
): Promise<OfficeRhythm | null> => {
  const { rows } = await sql<{ staffed: boolean; hoursMissing: boolean; lastTraining: CalendarDay | null }>`
    select
      exists (select from training.office_staff s where s.programme_id = ${programmeId} and s.place_id = ${placeId}) as staffed,
      exists (select from training.office_staff s where s.programme_id = ${programmeId} and s.place_id = ${placeId}
        and not exists (select from training.office_hours h
          where h.programme_id = s.programme_id and h.staff_id = s.id and h.month = ${month})) as "hoursMissing",
      (select max(t.on_day) from training.office_training t
        where t.programme_id = ${programmeId} and t.place_id = ${placeId}) as "lastTraining"`.execute(tx)
  const [row] = rows
  return row?.staffed ? { hoursMissing: row.hoursMissing, lastTraining: row.lastTraining } : null
}

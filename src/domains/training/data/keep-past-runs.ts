import type { Insertable } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

type Row<T extends keyof DB> = Omit<Insertable<DB[T]>, 'programme_id'>

/** What a list adds, many rows at once. */
export interface PastRows {
  runs: Row<'training.run'>[]
  runEvents: Row<'training.run_event'>[]
  sessions: Row<'training.run_session'>[]
  sessionEvents: Row<'training.session_event'>[]
  enrolments: Row<'training.enrolment'>[]
  enrolmentEvents: Row<'training.enrolment_event'>[]
  attendances: Row<'training.attendance'>[]
}

export const noRows = (): PastRows => ({
  runs: [],
  runEvents: [],
  sessions: [],
  sessionEvents: [],
  enrolments: [],
  enrolmentEvents: [],
  attendances: [],
})

const tables = {
  runs: 'training.run',
  runEvents: 'training.run_event',
  sessions: 'training.run_session',
  sessionEvents: 'training.session_event',
  enrolments: 'training.enrolment',
  enrolmentEvents: 'training.enrolment_event',
  attendances: 'training.attendance',
} as const satisfies Record<keyof PastRows, keyof DB>

export const insertPastRows = async (tx: Tx, programmeId: number, rows: PastRows): Promise<void> => {
  for (const kind of Object.keys(tables) as (keyof PastRows)[]) {
    if (rows[kind].length === 0) continue
    const values = rows[kind].map((row) => ({ ...row, programme_id: programmeId }))
    await tx
      .insertInto(tables[kind])
      .values(values as Insertable<DB[(typeof tables)[typeof kind]]>[])
      .execute()
  }
}

/** Those who were taking their run completed it on these days. */
export const completeEnrolments = async (
  tx: Tx,
  programmeId: number,
  completed: readonly { id: string; on: CalendarDay }[],
): Promise<void> => {
  for (const { id, on } of completed)
    await tx
      .updateTable('training.enrolment')
      .set((is) => ({ status: 'completed', ended_on: on, version: is('version', '+', 1) }))
      .where('programme_id', '=', programmeId)
      .where('id', '=', id)
      .where('status', '=', 'taking')
      .execute()
}

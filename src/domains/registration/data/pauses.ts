import { day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Pause } from '../core/pause.ts'

/** Newest first. */
export const pausesOf = async (tx: Tx, programmeId: number, personId: string): Promise<Pause[]> => {
  const rows = await tx
    .selectFrom('registration.pause')
    .select(['id', 'from_at', 'until_day', 'ended_at'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .orderBy('from_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_at.getTime(),
    untilDay: row.until_day === null ? null : day(row.until_day),
    endedAt: row.ended_at?.getTime() ?? null,
  }))
}

export const insertPause = async (tx: Tx, programmeId: number, personId: string, pause: Pause): Promise<void> => {
  await tx
    .insertInto('registration.pause')
    .values({
      programme_id: programmeId,
      id: pause.id,
      person_id: personId,
      from_at: new Date(pause.from),
      until_day: pause.untilDay,
    })
    .execute()
}

/** Ends what is open, whether it still holds or its last day has gone by. */
export const endOpenPause = async (tx: Tx, programmeId: number, personId: string, now: Date): Promise<void> => {
  await tx
    .updateTable('registration.pause')
    .set({ ended_at: now })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}

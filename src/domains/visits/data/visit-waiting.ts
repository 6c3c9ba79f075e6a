import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { recordedBy } from './visit-scope.ts'

export interface WaitingVisit {
  visitId: string
  startsAt: Date
  endsAt: Date
  place: string
  activity: { ja: string; en: string; easy: string }
}

interface Row extends Omit<WaitingVisit, 'activity'> {
  ja: string
  en: string
  easy: string
}

/** Visits that are over by the clock, while nobody has recorded whether they took place. */
export const listToRecord = async (tx: Tx, actor: Actor, now: Date): Promise<WaitingVisit[]> => {
  const { rows } = await sql<Row>`
    select v.id as "visitId", v.starts_at as "startsAt", v.ends_at as "endsAt", pl.name as place, a.name as ja, a.name_en as en, a.name_easy as easy
    from visits.visit v
    join places.place pl on pl.programme_id = v.programme_id and pl.id = v.place_id
    join programme.activity a on a.programme_id = v.programme_id and a.id = v.activity_id
    where v.programme_id = ${actor.programmeId} and v.status in ('planned', 'confirmed') and v.ends_at < ${now} and ${recordedBy(actor)}
    order by v.starts_at, v.id limit 20`.execute(tx)
  return rows.map(({ ja, en, easy, ...row }) => ({ ...row, activity: { ja, en, easy } }))
}

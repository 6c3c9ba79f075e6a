import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { reachedBy, recordedBy } from './visit-scope.ts'

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
export const listToRecord = (tx: Tx, actor: Actor, now: Date): Promise<WaitingVisit[]> =>
  listWhere(tx, actor, sql`v.status in ('planned', 'confirmed') and v.ends_at < ${now} and ${recordedBy(actor)}`)

/** Visits ahead that wait for the word of the actor's place, or of the actor who would go. */
export const listToAnswer = (tx: Tx, actor: Actor, now: Date): Promise<WaitingVisit[]> => {
  const waits =
    actor.role === 'host'
      ? sql`not exists (select from visits.place_agreement g where g.programme_id = v.programme_id and g.visit_id = v.id)`
      : sql`exists (select from visits.participant p where p.programme_id = v.programme_id and p.visit_id = v.id
          and p.person_id = ${actor.personId} and p.part = 'supporter' and p.agreed_at is null and p.left_at is null)`
  return listWhere(tx, actor, sql`v.status = 'planned' and v.starts_at > ${now} and ${waits} and ${reachedBy(actor)}`)
}

/** Visits held since then of which the actor's place has said nothing yet. */
export const listToThank = (tx: Tx, actor: Actor, since: Date): Promise<WaitingVisit[]> =>
  listWhere(
    tx,
    actor,
    sql`v.status = 'held' and v.ends_at > ${since} and ${reachedBy(actor)}
      and not exists (select from visits.thanks k where k.programme_id = v.programme_id and k.visit_id = v.id)`,
  )

const listWhere = async (tx: Tx, actor: Actor, condition: RawBuilder<unknown>): Promise<WaitingVisit[]> => {
  const { rows } = await sql<Row>`
    select v.id as "visitId", v.starts_at as "startsAt", v.ends_at as "endsAt", pl.name as place, a.name as ja, a.name_en as en, a.name_easy as easy
    from visits.visit v
    join places.place pl on pl.programme_id = v.programme_id and pl.id = v.place_id
    join programme.activity a on a.programme_id = v.programme_id and a.id = v.activity_id
    where v.programme_id = ${actor.programmeId} and ${condition}
    order by v.starts_at, v.id limit 20`.execute(tx)
  return rows.map(({ ja, en, easy, ...row }) => ({ ...row, activity: { ja, en, easy } }))
}

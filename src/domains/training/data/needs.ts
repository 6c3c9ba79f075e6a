import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'

export const needsField = 'training.application.needs_sealed'
export const answerField = 'training.accommodation.answer_sealed'
export const reasonField = 'training.accommodation.reason_sealed'

/** What somebody who takes the run asked for, and the newest answer to it. */
export interface Need {
  enrolmentId: string
  personId: string
  applicationId: string
  needsSealed: string
  accommodationId: string | null
  answer: 'yes' | 'partly' | 'other_way' | null
  answerSealed: string | null
  reasonSealed: string | null
}

/** Of everybody in the run, or of one enrolment. */
export const needsIn = async (
  tx: Tx,
  programmeId: number,
  which: { runId: string; enrolmentId?: string },
): Promise<Need[]> => {
  const { rows } = await sql<Need>`
    select e.id as "enrolmentId", e.person_id as "personId", n.id as "applicationId", n.needs_sealed as "needsSealed",
      a.id as "accommodationId", a.answer, a.answer_sealed as "answerSealed", a.reason_sealed as "reasonSealed"
    from training.enrolment e
    join training.application n on n.programme_id = e.programme_id and n.id = e.application_id and n.needs_sealed is not null
    join people.person p on p.programme_id = e.programme_id and p.id = e.person_id
    left join lateral (select * from training.accommodation x where x.programme_id = n.programme_id and x.application_id = n.id
      order by x.at desc, x.id desc limit 1) a on true
    where e.programme_id = ${programmeId} and e.run_id = ${which.runId} and e.status <> 'left'
      and ${which.enrolmentId ? sql`e.id = ${which.enrolmentId}` : sql`true`}
    order by p.kana, e.id`.execute(tx)
  return rows
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { proposalStatuses } from '../core/proposal-status.ts'
import { requestStatuses } from '../core/request-status.ts'
import { stands, visitStatuses } from '../core/visit-status.ts'

/** What of the visits is still under way around somebody, whether they go or go along. */
export interface UnderWay {
  visits: string[]
  proposals: string[]
  ideas: string[]
}

const open = {
  visits: visitStatuses.filter(stands),
  proposals: proposalStatuses.filter((status) => ['sent', 'asking', 'yes', 'changed'].includes(status)),
  ideas: requestStatuses.filter((status) => !['done', 'withdrawn', 'not_possible'].includes(status)),
}

export const underWay = async (tx: Tx, programmeId: number, personId: string, now: Date): Promise<UnderWay> => {
  const { rows } = await sql<{ kind: keyof UnderWay; id: string }>`
    select 'visits' as kind, v.id from visits.visit v
      join visits.participant p on p.programme_id = v.programme_id and p.visit_id = v.id
      where v.programme_id = ${programmeId} and p.person_id = ${personId} and p.left_at is null
        and v.status = any(${[...open.visits]}::text[])
    union all select 'proposals', p.id from visits.proposal p
      join visits.request_slot s on s.programme_id = p.programme_id and s.id = p.slot_id
      where p.programme_id = ${programmeId} and p.person_id = ${personId} and s.starts_at > ${now}
        and p.status = any(${[...open.proposals]}::text[])
    union all select 'ideas', id from visits.request
      where programme_id = ${programmeId} and idea_of = ${personId} and status = any(${[...open.ideas]}::text[])
    order by 1, 2`.execute(tx)
  const of = (kind: keyof UnderWay): string[] => rows.filter((row) => row.kind === kind).map((row) => row.id)
  return { visits: of('visits'), proposals: of('proposals'), ideas: of('ideas') }
}

/**
 * How somebody felt, what they asked, their own ideas in their words. That a visit took place stays, and who goes by which number;
 * what was written about a visit to which nobody else went is about them and goes too.
 */
export const forgetVisitor = async (tx: Tx, programmeId: number, personId: string, now: Date): Promise<void> => {
  for (const table of ['visits.check_in', 'visits.reflection', 'visits.draft_seat'] as const)
    await tx.deleteFrom(table).where('programme_id', '=', programmeId).where('person_id', '=', personId).execute()
  for (const table of ['visits.companion_record', 'visits.thanks'])
    await sql`delete from ${sql.table(table)} n where n.programme_id = ${programmeId}
      and exists (select from visits.participant p where p.programme_id = n.programme_id and p.visit_id = n.visit_id
        and p.part = 'supporter' and p.person_id = ${personId})
      and not exists (select from visits.participant p
        join people.person q on q.programme_id = p.programme_id and q.id = p.person_id and q.erased_at is null
        where p.programme_id = n.programme_id and p.visit_id = n.visit_id and p.part = 'supporter' and p.person_id <> ${personId})`.execute(
      tx,
    )
  await sql`update visits.participant p set left_at = ${now} from visits.visit v
    where p.programme_id = ${programmeId} and p.person_id = ${personId} and p.left_at is null
      and v.programme_id = p.programme_id and v.id = p.visit_id and v.status = any(${[...open.visits]}::text[])`.execute(
    tx,
  )
  await sql`update visits.proposal set question_sealed = null, reply_sealed = null,
      status = case when status = any(${[...open.proposals]}::text[]) and exists (select from visits.request_slot s
        where s.programme_id = proposal.programme_id and s.id = slot_id and s.starts_at > ${now}) then 'withdrawn' else status end
    where programme_id = ${programmeId} and person_id = ${personId}`.execute(tx)
  await tx
    .updateTable('visits.request')
    .set({ title: '', purpose: '' })
    .where('programme_id', '=', programmeId)
    .where('idea_of', '=', personId)
    .execute()
}

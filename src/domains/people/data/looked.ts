import { sql } from 'kysely'
import { isRole, type Role } from '#kernel/role.ts'
import { namedInExport } from '#platform/audit/taken.ts'
import type { Tx } from '#platform/db/index.ts'
import { accountKind } from '#platform/auth/account-trail.ts'
import { systemPerson } from '#platform/jobs/system.ts'
import { holderSaid } from '../core/merge-question.ts'
import { recordsIn } from './merges.ts'

/** One line of who had to do with a person's record, as the chain holds it. */
export interface Look {
  seq: number
  at: Date
  read: boolean
  /** A list with their name was taken along as a file. */
  taken: boolean
  classes: string[]
  reason: string | null
  role: Role | null
  /** Null for the machine itself, or somebody whose record is gone. */
  by: { name: string; kana: string } | null
  byMachine: boolean
}

/**
 * Newest first, of records that went into this one too, without what the person did themselves; their sign-ins stand on the page of the account.
 * What somebody answered of this record, asked whether it was theirs, names whoever answered: that stands with them alone.
 */
export const looksAt = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  page: { before: number | null; size: number },
): Promise<Look[]> => {
  const own = [personId, ...(await recordsIn(tx, programmeId, personId))]
  const query = tx
    .selectFrom('platform.audit_entry as e')
    .leftJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'e.programme_id').onRef('p.id', '=', 'e.actor_person_id'),
    )
    .select([
      'e.seq',
      'e.at',
      'e.action',
      'e.classes',
      'e.reason',
      'e.actor_role',
      'e.actor_person_id',
      'p.name',
      'p.kana',
    ])
    .where('e.programme_id', '=', programmeId)
    .where('e.subject_id', 'in', own)
    .where((is) => is.or([is('e.actor_person_id', 'is', null), is('e.actor_person_id', 'not in', own)]))
    .where('e.object_kind', '<>', accountKind)
    .where((is) =>
      is.not(
        is.and([
          is('e.action', 'in', Object.values(holderSaid)),
          is('e.object_id', '=', sql<string>`e.subject_id::text`),
        ]),
      ),
    )
    .orderBy('e.seq', 'desc')
    .limit(page.size)
  const rows = await (page.before === null ? query : query.where('e.seq', '<', page.before)).execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    read: row.action === 'read' || row.action === openedForReason,
    taken: row.action === namedInExport,
    classes: row.classes,
    reason: row.action === openedForReason ? row.reason : null,
    role: isRole(row.actor_role) ? row.actor_role : null,
    by: row.name === null ? null : { name: row.name, kana: row.kana ?? '' },
    byMachine: row.actor_person_id === null || row.actor_person_id === systemPerson,
  }))
}

/** The action under which the chain notes that a coordinator opened what was not shown to them. */
export const openedForReason = 'open_for_reason'

const hoursOpen = 1

/** For whom this actor gave a reason within the last hour: what they opened then stays open as long. */
export const openedLately = async (
  tx: Tx,
  programmeId: number,
  actorId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Set<string>> => {
  if (personIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('platform.audit_entry as e')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'e.programme_id').onRef('p.id', '=', 'e.subject_id'),
    )
    .select('e.subject_id')
    .distinct()
    .where('e.programme_id', '=', programmeId)
    .where('e.action', '=', openedForReason)
    .where('e.actor_person_id', '=', actorId)
    .where('e.subject_id', 'in', personIds)
    .where('e.at', '>', new Date(now.getTime() - hoursOpen * 3_600_000))
    .where('p.erased_at', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => row.subject_id ?? []))
}

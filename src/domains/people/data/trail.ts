import { isRole, isStaff, type Role, staffRoles } from '#kernel/role.ts'
import { namedInExport } from '#platform/audit/taken.ts'
import { accountKind } from '#platform/auth/account-trail.ts'
import type { Tx } from '#platform/db/index.ts'

interface Named {
  name: string
  kana: string
}

/** One line of the programme's chain as its administrator reads it: who acted and of what kind it was, never of whom or which words. */
export interface TrailEntry {
  seq: number
  at: Date
  action: string
  kind: string
  classes: string[]
  /** 'system' and 'account' are nobody's role. */
  actorRole: Role | null
  byMachine: boolean
  /** Staff only: an administrator does not meet the names of supporters. */
  actor: Named | null
  /** What happened to an account: how, and at whom where that is staff. Null for everything else. */
  account: { how: string | null; person: Named | null } | null
}

/** Newest first. */
export const listTrail = async (
  tx: Tx,
  programmeId: number,
  wanted: { accountsOnly: boolean; before: number | null; size: number },
): Promise<TrailEntry[]> => {
  const rows = await tx
    .selectFrom('platform.audit_entry as e')
    .select(['e.seq', 'e.at', 'e.action', 'e.object_kind', 'e.classes', 'e.reason', 'e.actor_role'])
    .select(['e.actor_person_id', 'e.subject_id'])
    .where('e.programme_id', '=', programmeId)
    // Whom a list named is theirs to read; that it was taken stands here once.
    .where('e.action', '<>', namedInExport)
    .$if(wanted.accountsOnly, (query) => query.where('e.object_kind', '=', accountKind))
    .$if(wanted.before !== null, (query) => query.where('e.seq', '<', wanted.before ?? 0))
    .orderBy('e.seq', 'desc')
    .limit(wanted.size)
    .execute()
  const people = rows.flatMap((row) => [
    ...(isStaffRole(row.actor_role) ? [row.actor_person_id] : []),
    ...(row.object_kind === accountKind ? [row.subject_id] : []),
  ])
  const names = await staffNames(
    tx,
    programmeId,
    people.flatMap((id) => id ?? []),
  )
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    action: row.action,
    kind: row.object_kind,
    classes: row.classes,
    actorRole: isRole(row.actor_role) ? row.actor_role : null,
    byMachine: row.actor_role === 'system',
    actor: isStaffRole(row.actor_role) ? (names.get(row.actor_person_id ?? '') ?? null) : null,
    account:
      row.object_kind === accountKind ? { how: row.reason, person: names.get(row.subject_id ?? '') ?? null } : null,
  }))
}

const isStaffRole = (role: string): boolean => isRole(role) && isStaff(role)

/** Of these people, the names of those who work or worked for the programme. */
const staffNames = async (tx: Tx, programmeId: number, ids: readonly string[]): Promise<Map<string, Named>> => {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people.person as p')
    .innerJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'p.programme_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.kana'])
    .distinct()
    .where('p.programme_id', '=', programmeId)
    .where('p.id', 'in', [...new Set(ids)])
    .where('m.role', 'in', staffRoles)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

import { openAudit } from '#platform/audit/audit.ts'
import { flushAudit } from '#platform/audit/chain.ts'
import type { Tx } from '#platform/db/index.ts'
import { listHeldRoles } from './accounts.ts'
import type { AuthServices } from './auth-services.ts'

/** How somebody proved that they may come in. */
export const ways = ['link', 'password', 'invite', 'set_up', 'demo', 'code', 'recovery_code'] as const
export type Way = (typeof ways)[number]

/** What happens to an account. Never an address, a device or anything that was typed. */
export type AccountEvent =
  | { action: 'sign_in' | 'sign_in.proved'; how: Way }
  | { action: Exclude<AccountAction, 'sign_in' | 'sign_in.proved'> }

export const accountActions = [
  'sign_in',
  'sign_in.proved',
  'sign_in.code_wrong',
  'sign_out',
  'sign_out.elsewhere',
  'password.changed',
  'second_factor.changed',
  'recovery_codes.renewed',
] as const
export type AccountAction = (typeof accountActions)[number]

/** The kind under which the chain keeps what happens to accounts. */
export const accountKind = 'account'

/**
 * Notes it in the chain of every programme in which the account holds a role, at each person it stands for: it is their
 * records that the account opens, and that programme's administrator who looks after it. Chains are taken in one order.
 */
export const noteAccount = async (
  step: { tx: Tx; services: Pick<AuthServices, 'auditKey'>; requestId: string; now: Date },
  accountId: string,
  event: AccountEvent,
): Promise<void> => {
  const { tx, services, requestId, now } = step
  const held = await listHeldRoles(tx, accountId, now)
  for (const programmeId of new Set(held.map((role) => role.programmeId))) {
    const log = openAudit()
    const people = held.filter((role) => role.programmeId === programmeId).map((role) => role.personId)
    for (const subject of new Set(people))
      log.wrote({ action: event.action, kind: accountKind, subject, reason: 'how' in event ? event.how : null })
    // Before a role is chosen it is nobody yet who acts.
    await flushAudit(tx, log, { programmeId, personId: null, role: accountKind, requestId, now }, services.auditKey)
  }
}

export interface TrailLine {
  at: Date
  action: string
  how: string | null
}

/** What happened to this account, newest first; noted in several programmes, it is one line. */
export const listAccountTrail = (tx: Tx, accountId: string, size: number): Promise<TrailLine[]> =>
  tx
    .selectFrom('platform.membership as m')
    .innerJoin('platform.audit_entry as e', (on) =>
      on.onRef('e.programme_id', '=', 'm.programme_id').onRef('e.subject_id', '=', 'm.person_id'),
    )
    .select(['e.at', 'e.action', 'e.reason as how'])
    .distinct()
    .where('m.account_id', '=', accountId)
    .where('m.ended_at', 'is', null)
    .where('e.object_kind', '=', accountKind)
    .orderBy('e.at', 'desc')
    .orderBy('e.action')
    .orderBy('e.reason')
    .limit(size)
    .execute()

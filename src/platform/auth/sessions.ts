import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Role, isRole, staffRoles } from '#kernel/role.ts'
import { named, type Tx } from '#platform/db/index.ts'
import { type SecondFactor, type SessionKind, isLive, secondFactorOf, seenEvery, sessionEnd } from './session-limits.ts'
import { hashToken, isToken, newToken } from './token.ts'

export interface SessionMembership {
  id: string
  programmeId: number
  personId: string
  role: Role
  placeId: string | null
}

export interface FoundSession {
  /** Names the session on pages; opens nothing. */
  id: string
  tokenHash: string
  accountId: string
  createdAt: Date
  provedAt: Date
  lastSeenAt: Date
  expiresAt: Date
  mfaAt: Date | null
  /** 'needed' and 'to-set-up' reach nothing but the pages of the second factor, and sign-out. */
  secondFactor: SecondFactor
  /** null: no role is chosen yet. */
  membership: SessionMembership | null
  /** How many roles the account holds now, over all programmes. */
  rolesHeld: number
}

const staffList = staffRoles.map((role) => `'${role}'`).join(', ')
const nowHeld = (alias: string) => `${alias}.starts_at <= $2 and (${alias}.ended_at is null or ${alias}.ended_at > $2)`

// Instants as milliseconds: five of them read as dates cost more than the rest of the row.
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

// Constant text: PostgreSQL keeps its plan.
const findSql = `
select s.id, s.account_id, ${ms('s.created_at')} as created, ${ms('s.proved_at')} as proved, ${ms('s.last_seen_at')} as seen,
  ${ms('s.expires_at')} as expires, ${ms('s.mfa_at')} as mfa, s.membership_id as chosen,
  a.totp_confirmed_at is not null as has_totp, m.id as membership_id, m.programme_id, m.person_id, m.role, m.place_id,
  held.roles, held.staff
from platform.session s
join platform.account a on a.id = s.account_id
left join platform.membership m
  on m.programme_id = s.programme_id and m.id = s.membership_id and m.account_id = s.account_id and ${nowHeld('m')}
cross join lateral (
  select count(*)::int as roles, coalesce(bool_or(x.role in (${staffList})), false) as staff
  from platform.membership x where x.account_id = s.account_id and ${nowHeld('x')}
) held
where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2`

interface SessionRow {
  id: string
  account_id: string
  created: number
  proved: number
  seen: number
  expires: number
  mfa: number | null
  chosen: string | null
  has_totp: boolean
  membership_id: string | null
  programme_id: number | null
  person_id: string | null
  role: string | null
  place_id: string | null
  roles: number
  staff: boolean
}

/**
 * The session behind a cookie, or null. One query, and a write at most once a minute. Needs the owner's rights.
 * Rights are read anew each time: when the chosen role has ended, the session has ended with it.
 */
export const findSession = async (tx: Tx, token: string | null, now: Date): Promise<FoundSession | null> => {
  if (!token || !isToken(token)) return null
  const tokenHash = hashToken(token)
  const [row] = await named<SessionRow>(tx, 'find_session', findSql, [tokenHash, now])
  if (!row || (row.chosen && !row.membership_id)) return null
  const found = sessionOf(tokenHash, row)
  if (!isLive(found, kindOf(found.secondFactor, row.staff, found.membership !== null), now)) return null
  if (now.getTime() - found.lastSeenAt.getTime() >= seenEvery) await touch(tx, tokenHash, now)
  return found
}

const kindOf = (secondFactor: SecondFactor, staff: boolean, chosen: boolean): SessionKind => {
  if (!chosen || secondFactor === 'needed' || secondFactor === 'to-set-up') return 'open'
  return staff ? 'staff' : 'member'
}

const sessionOf = (tokenHash: string, row: SessionRow): FoundSession => ({
  id: row.id,
  tokenHash,
  accountId: row.account_id,
  createdAt: new Date(row.created),
  provedAt: new Date(row.proved),
  lastSeenAt: new Date(row.seen),
  expiresAt: new Date(row.expires),
  mfaAt: row.mfa === null ? null : new Date(row.mfa),
  secondFactor: secondFactorOf({
    holdsStaffRole: row.staff,
    totpConfirmed: row.has_totp,
    hasShown: row.mfa !== null,
  }),
  membership: membershipOf(row),
  rolesHeld: row.roles,
})

const membershipOf = (row: SessionRow): SessionMembership | null =>
  row.membership_id && row.programme_id !== null && row.person_id && row.role && isRole(row.role)
    ? {
        id: row.membership_id,
        programmeId: row.programme_id,
        personId: row.person_id,
        role: row.role,
        placeId: row.place_id,
      }
    : null

const touch = (tx: Tx, tokenHash: string, now: Date) =>
  tx.updateTable('platform.session').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).execute()

export interface NewSession {
  accountId: string
  membership: { programmeId: number; id: string } | null
  kind: SessionKind
  mfaAt: Date | null
  device: string
}

export interface StartedSession {
  token: string
  expiresAt: Date
}

/** A new session after the mailbox or the password was proved. The browser's earlier one, if any, ends. */
export const startSession = async (
  tx: Tx,
  wanted: NewSession,
  replaces: string | null,
  now: Date,
): Promise<StartedSession> => {
  if (replaces) await endSession(tx, replaces, now)
  return insertSession(tx, { ...wanted, provedAt: now, createdAt: now, expiresAt: sessionEnd(wanted.kind, now) }, now)
}

/** A new token for the same person in the same browser: after the second factor, at a change of role or password. The old one is dead. */
export const rotateSession = async (
  tx: Tx,
  old: FoundSession,
  change: Partial<Pick<NewSession, 'membership' | 'kind' | 'mfaAt'>> & { proved?: boolean; device: string },
  now: Date,
): Promise<StartedSession> => {
  await endSession(tx, old.tokenHash, now)
  return insertSession(
    tx,
    {
      accountId: old.accountId,
      membership: change.membership === undefined ? old.membership : change.membership,
      mfaAt: change.mfaAt === undefined ? old.mfaAt : change.mfaAt,
      device: change.device,
      createdAt: old.createdAt,
      provedAt: change.proved ? now : old.provedAt,
      // A change of role alone never makes a session live longer.
      expiresAt: change.kind ? sessionEnd(change.kind, now) : old.expiresAt,
    },
    now,
  )
}

interface SessionToInsert extends Omit<NewSession, 'kind'> {
  createdAt: Date
  provedAt: Date
  expiresAt: Date
}

const insertSession = async (tx: Tx, wanted: SessionToInsert, now: Date): Promise<StartedSession> => {
  const token = newToken()
  await tx
    .insertInto('platform.session')
    .values({
      token_hash: hashToken(token),
      id: randomUUID(),
      device: wanted.device,
      account_id: wanted.accountId,
      programme_id: wanted.membership?.programmeId ?? null,
      membership_id: wanted.membership?.id ?? null,
      created_at: wanted.createdAt,
      proved_at: wanted.provedAt,
      last_seen_at: now,
      expires_at: wanted.expiresAt,
      mfa_at: wanted.mfaAt,
    })
    .execute()
  return { token, expiresAt: wanted.expiresAt }
}

export const endSession = async (tx: Tx, tokenHash: string, now: Date): Promise<void> => {
  await tx
    .updateTable('platform.session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the account's sessions, all or all but one. */
export const endAllSessions = async (tx: Tx, accountId: string, now: Date, except?: string): Promise<void> => {
  await tx
    .updateTable('platform.session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(except !== undefined, (query) => query.where('token_hash', '!=', except ?? ''))
    .execute()
}

export interface SessionLine {
  id: string
  device: string
  createdAt: Date
  lastSeenAt: Date
  role: string | null
  tokenHash: string
}

/** What the person sees of their own live sessions, newest use first. */
export const listSessions = async (tx: Tx, accountId: string, now: Date): Promise<SessionLine[]> => {
  const rows = await tx
    .selectFrom('platform.session as s')
    .leftJoin('platform.membership as m', (join) =>
      join.onRef('m.programme_id', '=', 's.programme_id').onRef('m.id', '=', 's.membership_id'),
    )
    .select(['s.id', 's.device', 's.created_at', 's.last_seen_at', 's.token_hash', 'm.role'])
    .where('s.account_id', '=', accountId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .orderBy('s.last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    role: row.role,
    tokenHash: row.token_hash,
  }))
}

/** Ends one of the account's own sessions, named by its id. */
export const endOwnSession = async (tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> => {
  const done = await tx
    .updateTable('platform.session')
    .set({ ended_at: now })
    .where('account_id', '=', accountId)
    .where(sql<string>`id::text`, '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { accountForInvite } from './members.ts'
import { authPaths } from './paths.ts'
import type { AuthServices, NewPerson, NewProgramme } from './auth-services.ts'
import { hashToken, isToken, newToken } from './token.ts'

const day = 86_400_000

/** The address of the page that makes the first administrator, once, for 24 hours. Null where there is one already. */
export const printSetupLink = async (tx: Tx, origin: string, now: Date): Promise<string | null> => {
  if (await hasAdministrator(tx, now)) return null
  // An older one may lie in a log or on a screen.
  await tx.deleteFrom('platform.setup_link').execute()
  const token = newToken()
  await tx
    .insertInto('platform.setup_link')
    .values({ token_hash: hashToken(token), created_at: now, expires_at: new Date(now.getTime() + day) })
    .execute()
  return origin + authPaths.setUp(token)
}

export const isSetupOpen = async (tx: Tx, token: string, now: Date): Promise<boolean> => {
  if (!isToken(token) || (await hasAdministrator(tx, now))) return false
  const row = await tx
    .selectFrom('platform.setup_link')
    .select('token_hash')
    .where('token_hash', '=', hashToken(token))
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

export interface FirstStart {
  programme: NewProgramme
  person: NewPerson & { email: string }
  /** In a small programme the administrator coordinates too. */
  coordinates: boolean
}

/** Spends the link, exactly once, and makes programme, person and role. Gives the account; null: too late. */
export const setUp = async (
  tx: Tx,
  services: Pick<AuthServices, 'directory' | 'newId'>,
  token: string,
  start: FirstStart,
  now: Date,
): Promise<string | null> => {
  await sql`select pg_advisory_xact_lock(13)`.execute(tx)
  if (!(await isSetupOpen(tx, token, now))) return null
  await tx
    .updateTable('platform.setup_link')
    .set({ spent_at: now })
    .where('token_hash', '=', hashToken(token))
    .execute()
  const programmeId = await services.directory.createProgramme(tx, start.programme, now)
  const personId = await services.directory.createPerson(tx, programmeId, start.person, now)
  const accountId = await accountForInvite(tx, start.person.email, services.newId(), now)
  const roles = start.coordinates ? (['admin', 'coordinator'] as const) : (['admin'] as const)
  await tx
    .insertInto('platform.membership')
    .values(
      roles.map((role) => ({
        programme_id: programmeId,
        id: services.newId(),
        account_id: accountId,
        person_id: personId,
        role,
        starts_at: now,
      })),
    )
    .execute()
  return accountId
}

const hasAdministrator = async (tx: Tx, now: Date): Promise<boolean> => {
  const row = await tx
    .selectFrom('platform.membership')
    .select('id')
    .where('role', '=', 'admin')
    .where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>', now)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

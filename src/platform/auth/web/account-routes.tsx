import type { Tx } from '#platform/db/index.ts'
import { type PublicCall, page, type Reply, redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type FieldError, refusedForm } from '#ui/index.ts'
import { type AccountEvent, listAccountTrail, noteAccount } from '../account-trail.ts'
import { getAccount } from '../accounts.ts'
import { ownPasswordBlockers, setOwnPassword } from '../own-password.ts'
import { hashPassword } from '../password-hash.ts'
import { authPaths } from '../paths.ts'
import { countRecoveryCodes, offerTotp, replaceRecoveryCodes } from '../second-factor.ts'
import type { AuthServices } from '../auth-services.ts'
import { endAllSessions, endOwnSession, type FoundSession, listSessions } from '../sessions.ts'
import { AccountPage, OwnPasswordPage, ProvePage } from './account-page.tsx'
import { type AccountWords, accountWords } from './account-words.ts'
import { arrive, stepOf, tellChange, withRecentProof, withWholeSession } from './guard.ts'
import { passwordText } from './password-texts.ts'
import { RecoveryPage } from './second-factor-page.tsx'
import { signInWords } from './sign-in-words.ts'

type Work = (door: { call: PublicCall; services: AuthServices; tx: Tx; session: FoundSession }) => Promise<Reply>
type Guard = typeof withWholeSession

/** The person's own account: where they are signed in, password, second factor. */
export const accountRoutes = (services: AuthServices): RouteSpec[] => {
  const route = (method: 'GET' | 'POST', path: string, guard: Guard, work: Work): RouteSpec =>
    publicRoute({
      method,
      path,
      who: 'anyone',
      reach: 'own account, by the session',
      handle: (call) => guard(call, services, (tx, session) => work({ call, services, tx, session })),
    })
  return [
    route('GET', authPaths.account, withWholeSession, showAccount),
    route('POST', authPaths.endSession, withWholeSession, endOne),
    route('POST', authPaths.endOtherSessions, withWholeSession, endOthers),
    route('GET', authPaths.proveAgain, withWholeSession, showProve),
    route('GET', authPaths.ownPassword, withRecentProof, (door) => showPassword(door, [])),
    route('POST', authPaths.ownPassword, withRecentProof, changePassword),
    route('POST', authPaths.changeCode, withRecentProof, changeCode),
    route('POST', authPaths.recoveryCodes, withRecentProof, newCodes),
  ]
}

const trailSize = 20

const note = ({ call, services, tx, session }: Parameters<Work>[0], event: AccountEvent): Promise<void> =>
  noteAccount(stepOf(call, services, tx), session.accountId, event)

const showAccount: Work = async ({ call, services, tx, session }) => {
  const { locale } = call.reader
  const t = accountWords[locale]
  const account = await getAccount(tx, session.accountId)
  const facts = {
    email: account.email,
    hasPassword: account.passwordHash !== null,
    hasSecondFactor: account.totpConfirmedAt !== null,
    codesLeft: await countRecoveryCodes(tx, account.id),
    sessions: await listSessions(tx, account.id, call.now),
    present: session.tokenHash,
    severalRoles: session.rolesHeld > 1,
    trail: await listAccountTrail(tx, account.id, trailSize),
  }
  const roles = services.roleWords[locale]
  return page(
    t.title,
    <AccountPage t={t} locale={locale} token={services.newId} facts={facts} back={t.toToday} roles={roles} />,
  )
}

const endOne: Work = async (door) => {
  const { call, tx, session } = door
  const ended = await endOwnSession(tx, session.accountId, call.form.text('session'), call.now)
  if (ended) await note(door, { action: 'sign_out.elsewhere' })
  return redirect(authPaths.account, accountWords[call.reader.locale].ended)
}

const endOthers: Work = async (door) => {
  const { call, tx, session } = door
  await endAllSessions(tx, session.accountId, call.now, session.tokenHash)
  await note(door, { action: 'sign_out.elsewhere' })
  return redirect(authPaths.account, accountWords[call.reader.locale].ended)
}

const showProve: Work = async ({ call }) => {
  const t = accountWords[call.reader.locale]
  return page(t.proveTitle, <ProvePage t={t} to={authPaths.signIn(authPaths.account)} back={t.title} />)
}

const showPassword = async ({ call, services, tx, session }: Parameters<Work>[0], errors: FieldError[]) => {
  const t = accountWords[call.reader.locale]
  const { email, passwordHash } = await getAccount(tx, session.accountId)
  const title = passwordHash ? t.changePassword : t.setPassword
  return page(
    title,
    <OwnPasswordPage
      t={t}
      form={refusedForm(call.reader.locale, {}, errors)}
      token={services.newId()}
      email={email}
      back={t.title}
      title={title}
    />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const changePassword: Work = async (door) => {
  const { call, services, tx, session } = door
  const t = accountWords[call.reader.locale]
  const password = call.form.text('password')
  const blockers = await ownPasswordBlockers(tx, services, session, password, call.now)
  const errors = passwordErrors(blockers, password === call.form.text('again'), t)
  if (errors.length > 0) return showPassword(door, errors)
  const signedIn = await setOwnPassword(stepOf(call, services, tx), session, await hashPassword(password))
  await tellChange(call, services, tx, session)
  await note(door, { action: 'password.changed' })
  return arrive({ ...signedIn, to: authPaths.account }, t.passwordSaved)
}

const passwordErrors = (
  blockers: Awaited<ReturnType<typeof ownPasswordBlockers>>,
  same: boolean,
  t: AccountWords,
): FieldError[] => [
  ...blockers.map((blocker) => ({ field: 'password', message: passwordText(blocker, t) })),
  ...(same ? [] : [{ field: 'again', message: t.notTheSame }]),
]

const changeCode: Work = async ({ services, tx, session }) => {
  await offerTotp(tx, services, session.accountId)
  return redirect(authPaths.setUpCode(authPaths.account))
}

const newCodes: Work = async (door) => {
  const { call, services, tx, session } = door
  const t = signInWords[call.reader.locale]
  // Someone without the app has nothing that the codes would stand in for.
  if (session.secondFactor !== 'done') return redirect(authPaths.account)
  const codes = await replaceRecoveryCodes(tx, session.accountId, call.now)
  await tellChange(call, services, tx, session)
  await note(door, { action: 'recovery_codes.renewed' })
  return page(t.recoveryTitle, <RecoveryPage t={t} codes={codes} to={authPaths.account} />)
}

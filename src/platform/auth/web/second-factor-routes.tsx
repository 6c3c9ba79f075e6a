import type { Tx } from '#platform/db/index.ts'
import { type PublicCall, page, type Reply, redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FieldError, refusedForm } from '#ui/index.ts'
import { noteAccount } from '../account-trail.ts'
import { getAccount } from '../accounts.ts'
import { codeKeys } from '../attempt-limits.ts'
import { countTry, forgive } from '../attempts.ts'
import { deviceTokenOf, knownDevice } from '../known-devices.ts'
import { authPaths } from '../paths.ts'
import { looksLikeRecoveryCode } from '../recovery-codes.ts'
import { checkSecondFactor, confirmTotp, currentCode, offeredSecret, offerTotp } from '../second-factor.ts'
import { type AuthServices, isSecure } from '../auth-services.ts'
import { isRecentProof } from '../session-limits.ts'
import { endAllSessions, type FoundSession } from '../sessions.ts'
import { passSecondFactor } from '../sign-in.ts'
import { totpUri } from '../totp.ts'
import { arrive, nextOf, stepOf, tellChange, withCookies, withSession } from './guard.ts'
import { minutesUntil } from './password-routes.tsx'
import { CodePage, RecoveryPage, SetUpCodePage, StartSetUpPage } from './second-factor-page.tsx'
import { signInWords } from './sign-in-words.ts'

const who = 'anyone'
const reach = 'own account, by the session'

/** The second door, behind every way in. */
export const secondFactorRoutes = (services: AuthServices): RouteSpec[] => [
  publicRoute({ method: 'GET', path: authPaths.code(), who, reach, handle: atCode(services, showCode) }),
  publicRoute({ method: 'POST', path: authPaths.code(), who, reach, handle: atCode(services, tryCode) }),
  publicRoute({ method: 'GET', path: authPaths.setUpCode(), who, reach, handle: atSetUp(services, showSetUp) }),
  publicRoute({ method: 'POST', path: authPaths.offerCode, who, reach, handle: atSetUp(services, offer) }),
  publicRoute({ method: 'POST', path: authPaths.setUpCode(), who, reach, handle: atSetUp(services, trySetUp) }),
]

interface Door {
  call: PublicCall
  services: AuthServices
  tx: Tx
  session: FoundSession
}

type AtDoor = (door: Door, errors?: FieldError[]) => Promise<Reply>

const atCode =
  (services: AuthServices, work: AtDoor) =>
  (call: PublicCall): Promise<Reply> =>
    withSession(call, services, (tx, session) =>
      session.secondFactor === 'needed'
        ? work({ call, services, tx, session })
        : Promise.resolve(redirect(authPaths.choose(nextOf(call)))),
    )

// Whoever has a second factor must show it before making another; and changing one needs a fresh proof.
const atSetUp =
  (services: AuthServices, work: AtDoor) =>
  (call: PublicCall): Promise<Reply> =>
    withSession(call, services, async (tx, session) => {
      if (session.secondFactor === 'needed') return redirect(authPaths.code(nextOf(call)))
      if (session.secondFactor !== 'to-set-up' && !isRecentProof(session, call.now))
        return redirect(authPaths.proveAgain)
      return work({ call, services, tx, session })
    })

const showCode: AtDoor = async ({ call, services, tx, session }, errors = []) => {
  const t = signInWords[call.reader.locale]
  return page(
    t.codeTitle,
    <CodePage
      t={t}
      form={refusedForm(call.reader.locale, {}, errors)}
      token={services.newId()}
      next={nextOf(call)}
      demo={services.demo ? demoHint(await currentCode(tx, services, session.accountId, call.now), t) : null}
    />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const demoHint = (code: string | null, t: (typeof signInWords)['ja']): string =>
  code ? t.demoCode(code) : t.demoCodeWait

const tryCode: AtDoor = async (door) => {
  const { call, services, tx, session } = door
  const t = signInWords[call.reader.locale]
  const device = await knownDevice(tx, session.accountId, deviceTokenOf(call.client.cookie, isSecure(services)))
  const keys = codeKeys({ account: session.accountId, address: call.client.address, device })
  const wait = await countTry(tx, keys, call.now)
  if (wait) return showCode(door, [{ field: 'code', message: t.codeWait(minutesUntil(wait, call.now)) }])
  const right = await checkSecondFactor(tx, services, session.accountId, call.form.text('code'), call.now)
  const step = stepOf(call, services, tx)
  if (!right) {
    await noteAccount(step, session.accountId, { action: 'sign_in.code_wrong' })
    return showCode(door, [{ field: 'code', message: t.codeWrong }])
  }
  await forgive(tx, keys, call.now)
  const onPaper = looksLikeRecoveryCode(call.form.text('code'))
  if (onPaper) await tellChange(call, services, tx, session)
  const signedIn = await passSecondFactor(step, session)
  await noteAccount(step, session.accountId, { action: 'sign_in', how: onPaper ? 'recovery_code' : 'code' })
  return arrive(signedIn)
}

const showSetUp: AtDoor = async ({ call, services, tx, session }, errors = []) => {
  const t = signInWords[call.reader.locale]
  const common = { t, token: services.newId(), next: nextOf(call) }
  const secret = await offeredSecret(tx, services, session.accountId)
  if (!secret) return page(t.setUpTitle, <StartSetUpPage t={t} token={common.token} next={common.next} />)
  const { email } = await getAccount(tx, session.accountId)
  const form = errors.length > 0 ? refusedForm(call.reader.locale, {}, errors) : blankForm(call.reader.locale)
  return page(
    t.setUpTitle,
    <SetUpCodePage
      t={t}
      token={common.token}
      next={common.next}
      form={form}
      secret={secret}
      uri={totpUri(secret, services.senderName, email)}
    />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const offer: AtDoor = async ({ call, services, tx, session }) => {
  await offerTotp(tx, services, session.accountId)
  return redirect(authPaths.setUpCode(nextOf(call)))
}

const trySetUp: AtDoor = async (door) => {
  const { call, services, tx, session } = door
  const t = signInWords[call.reader.locale]
  const codes = await confirmTotp(tx, services, session.accountId, call.form.text('code'), call.now)
  if (!codes) return showSetUp(door, [{ field: 'code', message: t.codeWrong }])
  await endAllSessions(tx, session.accountId, call.now, session.tokenHash)
  await tellChange(call, services, tx, session)
  const step = stepOf(call, services, tx)
  const signedIn = await passSecondFactor(step, session)
  await noteAccount(step, session.accountId, { action: 'second_factor.changed' })
  const shown = page(t.recoveryTitle, <RecoveryPage t={t} codes={codes} to={signedIn.to} />)
  return withCookies(shown, signedIn.cookies)
}

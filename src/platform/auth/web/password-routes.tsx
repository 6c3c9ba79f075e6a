import type { Tx } from '#platform/db/index.ts'
import { type PublicCall, page, type Reply } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type FieldError, refusedForm } from '#ui/index.ts'
import { findAccountByEmail, nobody } from '../accounts.ts'
import { type AttemptKey, passwordKeys } from '../attempt-limits.ts'
import { countTry, forgive } from '../attempts.ts'
import { normalEmail } from '../email.ts'
import { deviceTokenOf, knownDevice } from '../known-devices.ts'
import { checkPassword, hashPassword } from '../password-hash.ts'
import { authPaths } from '../paths.ts'
import { type AuthServices, isSecure } from '../auth-services.ts'
import { comeIn, type SignedIn } from '../sign-in.ts'
import { arrive, nextOf, stepOf } from './guard.ts'
import { PasswordPage } from './sign-in-page.tsx'
import { signInWords } from './sign-in-words.ts'

/** Coming in with a password. */
export const passwordRoutes = (services: AuthServices): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: authPaths.password,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: async (call) => showPassword(call, services, []),
  }),
  publicRoute({
    method: 'POST',
    path: authPaths.password,
    who: 'anyone',
    reach: 'own account, by the password',
    handle: (call) => tryPassword(call, services),
  }),
]

const showPassword = (call: PublicCall, services: AuthServices, errors: FieldError[]): Reply => {
  const t = signInWords[call.reader.locale]
  const form = refusedForm(call.reader.locale, { email: call.form.text('email') }, errors)
  return page(
    t.passwordTitle,
    <PasswordPage t={t} form={form} token={services.newId()} next={nextOf(call)} />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const tryPassword = async (call: PublicCall, services: AuthServices): Promise<Reply> => {
  const t = signInWords[call.reader.locale]
  const email = normalEmail(call.form.text('email'))
  if (!email) return showPassword(call, services, [{ field: 'email', message: t.emailWrong }])
  const guess = await services.db.asPlatform((tx) => countGuess(tx, call, services, email))
  if ('wait' in guess) {
    return showPassword(call, services, [{ field: '', message: t.passwordWait(minutesUntil(guess.wait, call.now)) }])
  }
  const password = call.form.text('password')
  // Between two transactions: hashing takes long, and no connection waits for it.
  const { right, outdated } = await checkPassword(guess.stored, password)
  if (!right || !guess.accountId) return showPassword(call, services, [{ field: 'password', message: t.passwordWrong }])
  const { accountId, keys } = guess
  const fresh = outdated ? await hashPassword(password) : null
  return arrive(await services.db.asPlatform((tx) => welcome(tx, call, services, { accountId, keys, fresh })))
}

export const minutesUntil = (wait: Date, now: Date): number => Math.ceil((wait.getTime() - now.getTime()) / 60_000)

type CountedGuess = { wait: Date } | { accountId: string | null; stored: string | null; keys: AttemptKey[] }

// The same statements for everybody and nobody; counted by the address that was typed, which may be nobody's.
const countGuess = async (tx: Tx, call: PublicCall, services: AuthServices, email: string): Promise<CountedGuess> => {
  const account = await findAccountByEmail(tx, email)
  const token = deviceTokenOf(call.client.cookie, isSecure(services))
  const device = await knownDevice(tx, account?.id ?? nobody, token)
  const keys = passwordKeys({ account: email, address: call.client.address, device })
  const wait = await countTry(tx, keys, call.now)
  return wait ? { wait } : { accountId: account?.id ?? null, stored: account?.passwordHash ?? null, keys }
}

interface Right {
  accountId: string
  keys: AttemptKey[]
  fresh: string | null
}

const welcome = async (tx: Tx, call: PublicCall, services: AuthServices, right: Right): Promise<SignedIn> => {
  await forgive(tx, right.keys, call.now)
  if (right.fresh) {
    await tx
      .updateTable('platform.account')
      .set({ password_hash: right.fresh })
      .where('id', '=', right.accountId)
      .execute()
  }
  return comeIn(stepOf(call, services, tx), right.accountId, 'password')
}

import type { Tx } from '#platform/db/index.ts'
import { type PublicCall, type Reply, redirect } from '#platform/http/call.ts'
import { getAccount } from '../accounts.ts'
import { sessionTokenOf } from '../cookie.ts'
import { authPaths, localPath } from '../paths.ts'
import { type AuthServices, isSecure } from '../auth-services.ts'
import { isRecentProof } from '../session-limits.ts'
import { type FoundSession, findSession } from '../sessions.ts'
import type { SignedIn, SignInStep } from '../sign-in.ts'
import { tellOwner } from '../tell-owner.ts'

/** Where to go after signing in, as the page or the form carries it. */
export const nextOf = (call: PublicCall): string | null =>
  localPath(call.form.text('next') || call.query.get('next') || null)

export const stepOf = (call: PublicCall, services: AuthServices, tx: Tx): SignInStep => ({
  tx,
  services,
  client: call.client,
  next: nextOf(call),
  requestId: call.requestId,
  now: call.now,
})

export const arrive = (signedIn: SignedIn, flash: string | null = null): Reply => ({
  kind: 'redirect',
  to: signedIn.to,
  flash,
  cookies: signedIn.cookies,
})

/** The same answer with cookies. */
export const withCookies = (reply: Reply, cookies: string[]): Reply =>
  reply.kind === 'page' || reply.kind === 'redirect' ? { ...reply, cookies } : reply

type Work = (tx: Tx, session: FoundSession) => Promise<Reply>

/** For whoever has proved the mailbox or the password, whatever is still missing. Others go to the sign-in page. */
export const withSession = (call: PublicCall, services: AuthServices, work: Work): Promise<Reply> =>
  services.db.asPlatform(async (tx) => {
    const token = sessionTokenOf(call.client.cookie, isSecure(services))
    const session = await findSession(tx, token, call.now)
    return session ? work(tx, session) : redirect(authPaths.signIn(nextOf(call)))
  })

/** For whoever is in with everything that their account asks for, whichever role they act in. */
export const withWholeSession = (call: PublicCall, services: AuthServices, work: Work): Promise<Reply> =>
  withSession(call, services, async (tx, session) => {
    if (session.secondFactor === 'needed') return redirect(authPaths.code(nextOf(call)))
    if (session.secondFactor === 'to-set-up') return redirect(authPaths.setUpCode(nextOf(call)))
    return work(tx, session)
  })

/** For changing a password or a second factor: the person proved who they are within the last minutes. */
export const withRecentProof = (call: PublicCall, services: AuthServices, work: Work): Promise<Reply> =>
  withWholeSession(call, services, async (tx, session) =>
    isRecentProof(session, call.now) ? work(tx, session) : redirect(authPaths.proveAgain),
  )

/** A way into the account was changed, or a paper code used: its owner gets a mail, which leaves after the answer. */
export const tellChange = async (
  call: PublicCall,
  services: AuthServices,
  tx: Tx,
  session: FoundSession,
): Promise<void> => {
  const { email } = await getAccount(tx, session.accountId)
  await tellOwner(tx, services, { email, locale: call.reader.locale }, call.now)
  setTimeout(services.kickMails, 50).unref()
}

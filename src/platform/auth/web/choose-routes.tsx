import type { VNode } from 'preact'
import { page, redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { Button, EmptyState, Heading, Hidden, Lead } from '#ui/index.ts'
import { noteAccount } from '../account-trail.ts'
import { listHeldRoles } from '../accounts.ts'
import { clearSessionCookie, sessionTokenOf } from '../cookie.ts'
import { authPaths } from '../paths.ts'
import { type AuthServices, isSecure, type RoleLabel } from '../auth-services.ts'
import { endSession, findSession } from '../sessions.ts'
import { takeRole } from '../sign-in.ts'
import { hashToken } from '../token.ts'
import { arrive, nextOf, stepOf, withWholeSession } from './guard.ts'
import { SignOutButton } from './second-factor-page.tsx'
import { Next } from './sign-in-page.tsx'
import { type SignInWords, signInWords } from './sign-in-words.ts'

const who = 'anyone'
const reach = 'own roles, by the session'

/** Which person, which role, which programme; and the way out. */
export const chooseRoutes = (services: AuthServices): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: authPaths.choose(),
    who,
    reach,
    handle: (call) =>
      withWholeSession(call, services, async (tx, session) => {
        const t = signInWords[call.reader.locale]
        const held = await listHeldRoles(tx, session.accountId, call.now)
        const labels = await services.directory.labels(tx, held)
        const choices = held.map((role) => ({
          id: role.membershipId,
          role: services.roleWords[call.reader.locale][role.role],
          label: labels.get(role.membershipId) ?? null,
          now: role.membershipId === session.membership?.id ? t.chooseNow : null,
        }))
        return page(t.chooseTitle, <ChoosePage t={t} choices={choices} token={services.newId()} next={nextOf(call)} />)
      }),
  }),
  publicRoute({
    method: 'POST',
    path: authPaths.role,
    who,
    reach,
    handle: (call) =>
      withWholeSession(call, services, async (tx, session) => {
        const signedIn = await takeRole(stepOf(call, services, tx), session, call.form.text('membership'))
        return signedIn ? arrive(signedIn) : redirect(authPaths.choose(nextOf(call)))
      }),
  }),
  publicRoute({
    method: 'POST',
    path: authPaths.signOut,
    who,
    reach: 'own session',
    handle: async (call) => {
      const secure = isSecure(services)
      const token = sessionTokenOf(call.client.cookie, secure)
      if (token)
        await services.db.asPlatform(async (tx) => {
          const session = await findSession(tx, token, call.now)
          await endSession(tx, hashToken(token), call.now)
          if (session) await noteAccount(stepOf(call, services, tx), session.accountId, { action: 'sign_out' })
        })
      return {
        kind: 'redirect',
        to: authPaths.signIn(),
        flash: signInWords[call.reader.locale].signedOut,
        cookies: [clearSessionCookie(secure)],
        clearsSite: true,
      }
    },
  }),
]

interface ChoiceOfRole {
  id: string
  role: string
  label: RoleLabel | null
  /** Said of the present role. */
  now: string | null
}

const ChoosePage = (props: {
  t: SignInWords
  choices: readonly ChoiceOfRole[]
  token: string
  next: string | null
}): VNode => (
  <>
    <Heading>{props.t.chooseTitle}</Heading>
    {props.choices.length === 0 ? (
      <EmptyState>{props.t.chooseNone}</EmptyState>
    ) : (
      <>
        <Lead>{props.t.chooseLead}</Lead>
        <ul class="list">
          {props.choices.map((choice) => (
            <RoleChoice button={props.t.chooseButton} choice={choice} next={props.next} />
          ))}
        </ul>
      </>
    )}
    <SignOutButton t={props.t} token={props.token} />
  </>
)

/** One role with its button: taking it up leads on to where one wanted to go. */
export const RoleChoice = (props: { button: string; choice: ChoiceOfRole; next: string | null }): VNode => {
  const { choice } = props
  const { label } = choice
  return (
    <li>
      <form method="post" action={authPaths.role}>
        <Next next={props.next} />
        <Hidden name="membership" value={choice.id} />
        <div class="list-head">
          <span class="list-title">
            {choice.role}
            {label?.place ? `（${label.place}）` : ''}
            {choice.now ? `・${choice.now}` : ''}
          </span>
          <Button kind="secondary">{props.button}</Button>
        </div>
        {label ? (
          <p>
            <span class="name" data-no-ruby data-reading={label.kana || undefined}>
              {label.person}
            </span>
            ・{label.programme}
          </p>
        ) : null}
      </form>
    </li>
  )
}

import { type PublicCall, page, type Reply, redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FieldError, refusedForm } from '#ui/index.ts'
import { countTry } from '../attempts.ts'
import { maskedEmail, normalEmail } from '../email.ts'
import type { LinkPurpose } from '../link-budget.ts'
import { askLink, peekLink, spendLink } from '../links.ts'
import { authPaths } from '../paths.ts'
import type { AuthServices } from '../auth-services.ts'
import { comeIn } from '../sign-in.ts'
import { DemoSection } from './demo-section.tsx'
import { arrive, nextOf, stepOf } from './guard.ts'
import { DeadLinkPage, LinkPage, SentPage, SignInPage } from './sign-in-page.tsx'
import { signInWords } from './sign-in-words.ts'

/** Coming in with a mailed link. */
export const linkRoutes = (services: AuthServices): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: authPaths.signIn(),
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: (call) => showSignIn(call, services, []),
  }),
  publicRoute({
    method: 'POST',
    path: authPaths.askLink,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: (call) => ask(call, services),
  }),
  publicRoute({
    method: 'GET',
    path: authPaths.sent,
    who: 'anyone',
    reach: 'nothing of anybody',
    handle: async (call) => {
      const t = signInWords[call.reader.locale]
      return page(t.sentTitle, <SentPage t={t} mailsHref={services.demo?.mailsHref ?? null} />)
    },
  }),
  ...linkPages(services, 'sign_in'),
  ...linkPages(services, 'invite'),
]

const linkPages = (services: AuthServices, purpose: LinkPurpose): RouteSpec[] => {
  const path = pathOf(purpose)(':token')
  const reach = 'own account, by the link'
  return [
    publicRoute({ method: 'GET', path, who: 'anyone', reach, handle: (call) => showLink(call, services, purpose) }),
    publicRoute({ method: 'POST', path, who: 'anyone', reach, handle: (call) => followLink(call, services, purpose) }),
  ]
}

const pathOf = (purpose: LinkPurpose) => (purpose === 'invite' ? authPaths.invite : authPaths.link)

const showSignIn = async (call: PublicCall, services: AuthServices, errors: FieldError[]): Promise<Reply> => {
  const t = signInWords[call.reader.locale]
  const form = refusedForm(call.reader.locale, call.form.values, errors)
  return page(
    t.title,
    <SignInPage
      t={t}
      form={form}
      token={services.newId()}
      next={nextOf(call)}
      above={await demoSection(call, services)}
    />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const demoSection = async (call: PublicCall, services: AuthServices) => {
  if (!services.demo) return null
  const { locale } = call.reader
  const people = await services.db.asPlatform(services.demo.list)
  return <DemoSection t={signInWords[locale]} people={people} roles={services.roleWords[locale]} next={nextOf(call)} />
}

// Whatever was typed, the answer is the same page after the same work: nobody learns who has an account.
const ask = async (call: PublicCall, services: AuthServices): Promise<Reply> => {
  const t = signInWords[call.reader.locale]
  const email = normalEmail(call.form.text('email'))
  if (!email) return showSignIn(call, services, [{ field: 'email', message: t.emailWrong }])
  const wait = await services.db.asPlatform(async (tx) => {
    const late = await countTry(tx, [{ kind: 'link:address', key: call.client.address }], call.now)
    if (!late) await askLink(tx, services, { email, next: nextOf(call), locale: call.reader.locale }, call.now)
    return late
  })
  if (wait) return showSignIn(call, services, [{ field: '', message: t.tooManyLinks }])
  // After the answer has left: sending takes time only where somebody is there.
  setTimeout(services.kickMails, 50).unref()
  return redirect(authPaths.sent)
}

const showLink = async (call: PublicCall, services: AuthServices, purpose: LinkPurpose): Promise<Reply> => {
  const t = signInWords[call.reader.locale]
  const token = call.param('token')
  const live = await services.db.asPlatform((tx) => peekLink(tx, token, purpose, call.now))
  if (!live) return deadLink(call, purpose)
  const email = maskedEmail(live.email)
  const texts =
    purpose === 'invite'
      ? { title: t.inviteTitle, lead: t.inviteLead(email), button: t.inviteButton }
      : { title: t.linkTitle, lead: t.linkLead(email), button: t.linkButton }
  return page(
    texts.title,
    <LinkPage
      title={texts.title}
      lead={texts.lead}
      button={texts.button}
      action={pathOf(purpose)(token)}
      token={services.newId()}
      form={blankForm(call.reader.locale)}
    />,
  )
}

const followLink = async (call: PublicCall, services: AuthServices, purpose: LinkPurpose): Promise<Reply> => {
  const signedIn = await services.db.asPlatform(async (tx) => {
    const spent = await spendLink(tx, call.param('token'), purpose, call.now)
    const how = purpose === 'invite' ? 'invite' : 'link'
    return spent && comeIn({ ...stepOf(call, services, tx), next: spent.next }, spent.accountId, how)
  })
  return signedIn ? arrive(signedIn) : deadLink(call, purpose)
}

const deadLink = (call: PublicCall, purpose: LinkPurpose): Reply => {
  const t = signInWords[call.reader.locale]
  const text = purpose === 'invite' ? t.inviteDead : t.linkDead
  return page(t.linkDeadTitle, <DeadLinkPage t={t} text={text} />, { status: 410 })
}

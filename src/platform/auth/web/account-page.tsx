import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  DefinitionList,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  PostButton,
  Section,
  TextField,
  Time,
} from '#ui/index.ts'
import { passwordMax } from '../password-rules.ts'
import type { TrailLine } from '../account-trail.ts'
import { trailText } from '../account-trail-words.ts'
import { authPaths } from '../paths.ts'
import type { SessionLine } from '../sessions.ts'
import type { AccountWords } from './account-words.ts'

export interface AccountFacts {
  email: string
  hasPassword: boolean
  hasSecondFactor: boolean
  codesLeft: number
  sessions: readonly SessionLine[]
  present: string
  severalRoles: boolean
  trail: readonly TrailLine[]
}

interface Props {
  t: AccountWords
  locale: Locale
  token: () => string
  facts: AccountFacts
  back: string
  roles: Record<string, string>
}

// Accounts belong to no programme, so to no programme's clock either.
const zone = 'Asia/Tokyo'

export const AccountPage = (props: Props): VNode => {
  const { t, facts } = props
  return (
    <>
      <BackLink href="/today">{props.back}</BackLink>
      <Heading>{t.title}</Heading>
      <DefinitionList items={[{ term: t.email, value: <span data-no-ruby>{facts.email}</span> }]} />
      {facts.severalRoles ? <LinkButton href={authPaths.choose()}>{t.switchRole}</LinkButton> : null}
      <Section title={t.password}>
        <p>{facts.hasPassword ? t.passwordSet : t.passwordNone}</p>
        <LinkButton href={authPaths.ownPassword}>{facts.hasPassword ? t.changePassword : t.setPassword}</LinkButton>
      </Section>
      <SecondFactorSection t={t} token={props.token} facts={facts} />
      <Sessions t={t} locale={props.locale} token={props.token} facts={facts} roles={props.roles} />
      <Trail t={t} locale={props.locale} lines={facts.trail} />
    </>
  )
}

const SecondFactorSection = (props: Pick<Props, 't' | 'token' | 'facts'>): VNode => {
  const { t, facts } = props
  return (
    <Section title={t.secondFactor}>
      <p>{facts.hasSecondFactor ? t.factorOn : t.factorOff}</p>
      {facts.hasSecondFactor ? <p>{t.codesLeft(facts.codesLeft)}</p> : null}
      <Actions>
        <PostButton action={authPaths.changeCode} token={props.token()}>
          {facts.hasSecondFactor ? t.factorAgain : t.factorStart}
        </PostButton>
        {facts.hasSecondFactor ? (
          <PostButton action={authPaths.recoveryCodes} token={props.token()} kind="quiet">
            {t.newCodes}
          </PostButton>
        ) : null}
      </Actions>
    </Section>
  )
}

const Sessions = (props: Pick<Props, 't' | 'locale' | 'token' | 'facts' | 'roles'>): VNode => {
  const { t, facts } = props
  const others = facts.sessions.filter((line) => line.tokenHash !== facts.present)
  return (
    <Section title={t.sessions}>
      <p>{t.sessionsLead}</p>
      <List
        items={facts.sessions.map((line) => ({
          title: line.device || t.unknownDevice,
          lines: [
            line.role ? props.roles[line.role] : null,
            <>
              {t.lastSeen}：<Time at={line.lastSeenAt} zone={zone} locale={props.locale} />
            </>,
            line.tokenHash === facts.present ? t.thisOne : null,
          ],
          action:
            line.tokenHash === facts.present ? null : (
              <PostButton action={authPaths.endSession} token={props.token()} fields={{ session: line.id }}>
                {t.end}
              </PostButton>
            ),
        }))}
      />
      {others.length === 0 ? (
        <p>{t.noOthers}</p>
      ) : (
        <PostButton action={authPaths.endOtherSessions} token={props.token()}>
          {t.endOthers}
        </PostButton>
      )}
    </Section>
  )
}

const Trail = (props: { t: AccountWords; locale: Locale; lines: readonly TrailLine[] }): VNode => (
  <Section title={props.t.trail}>
    <p>{props.t.trailLead}</p>
    {props.lines.length === 0 ? (
      <EmptyState>{props.t.trailNone}</EmptyState>
    ) : (
      <List
        items={props.lines.map((line) => ({
          title: trailText(line, props.locale),
          lines: [<Time at={line.at} zone={zone} locale={props.locale} />],
        }))}
      />
    )}
  </Section>
)

export const OwnPasswordPage = (props: {
  t: AccountWords
  form: FormState
  token: string
  email: string
  back: string
  title: string
}): VNode => {
  const { t, form } = props
  return (
    <>
      <BackLink href={authPaths.account}>{props.back}</BackLink>
      <Heading>{props.title}</Heading>
      <Form action={authPaths.ownPassword} token={props.token} form={form} submit={t.save}>
        {/* Lets the browser's own keeper of passwords know whose it is. */}
        <input type="email" name="email" value={props.email} autocomplete="username" hidden readonly />
        <TextField
          form={form}
          name="password"
          type="password"
          label={t.newPassword}
          hint={t.newPasswordHint}
          autocomplete="new-password"
          maxlength={passwordMax * 2}
          required
          unmarked
        />
        <TextField
          form={form}
          name="again"
          type="password"
          label={t.again}
          autocomplete="new-password"
          maxlength={passwordMax * 2}
          required
          unmarked
        />
      </Form>
    </>
  )
}

export const ProvePage = (props: { t: AccountWords; to: string; back: string }): VNode => (
  <>
    <BackLink href={authPaths.account}>{props.back}</BackLink>
    <Heading>{props.t.proveTitle}</Heading>
    <Lead>{props.t.proveLead}</Lead>
    <LinkButton href={props.to} kind="primary">
      {props.t.prove}
    </LinkButton>
  </>
)

import type { VNode } from 'preact'
import { Form, type FormState, Heading, Lead, LinkButton, Notice, PostButton, Small, TextField } from '#ui/index.ts'
import { authPaths } from '../paths.ts'
import { secretInGroups } from '../totp.ts'
import { QrCode } from './qr-code.tsx'
import { Next } from './sign-in-page.tsx'
import type { SignInWords } from './sign-in-words.ts'

interface CodeProps {
  t: SignInWords
  form: FormState
  token: string
  next: string | null
}

/** `demo`: the sentence with the current code; null in real use. */
export const CodePage = (props: CodeProps & { demo: string | null }): VNode => {
  const { t } = props
  return (
    <>
      <Heading>{t.codeTitle}</Heading>
      <Lead>{t.codeLead}</Lead>
      {props.demo ? <Notice>{props.demo}</Notice> : null}
      <Form action={authPaths.code()} token={props.token} form={props.form} submit={t.codeButton}>
        <Next next={props.next} />
        <CodeField t={t} form={props.form} hint={t.codeHint} />
      </Form>
      <Small>{t.codeLost}</Small>
      <SignOutButton t={t} token={props.token} />
    </>
  )
}

const CodeField = (props: { t: SignInWords; form: FormState; hint?: string }): VNode => (
  <TextField
    form={props.form}
    name="code"
    label={props.t.code}
    autocomplete="one-time-code"
    maxlength={40}
    hint={props.hint}
    required
    unmarked
  />
)

export const SignOutButton = (props: { t: SignInWords; token: string }): VNode => (
  <PostButton action={authPaths.signOut} token={props.token} kind="quiet">
    {props.t.signOut}
  </PostButton>
)

export const SetUpCodePage = (props: CodeProps & { secret: string; uri: string }): VNode => {
  const { t } = props
  return (
    <>
      <Heading>{t.setUpTitle}</Heading>
      <Lead>{t.setUpLead}</Lead>
      <p>{t.setUpScan}</p>
      <p>
        <QrCode text={props.uri} label={t.setUpQr} />
      </p>
      <p>{t.setUpType}</p>
      <p>
        <code data-no-ruby>{secretInGroups(props.secret)}</code>
      </p>
      <p>{t.setUpConfirm}</p>
      <Form action={authPaths.setUpCode()} token={props.token} form={props.form} submit={t.setUpButton}>
        <Next next={props.next} />
        <CodeField t={t} form={props.form} />
      </Form>
      <SignOutButton t={t} token={props.token} />
    </>
  )
}

/** Nothing is offered yet: a press makes the secret, because opening a page changes nothing. */
export const StartSetUpPage = (props: { t: SignInWords; token: string; next: string | null }): VNode => (
  <>
    <Heading>{props.t.setUpTitle}</Heading>
    <Lead>{props.t.setUpLead}</Lead>
    <PostButton
      action={authPaths.offerCode}
      token={props.token}
      kind="primary"
      fields={props.next ? { next: props.next } : {}}
    >
      {props.t.setUpStart}
    </PostButton>
    <SignOutButton t={props.t} token={props.token} />
  </>
)

export const RecoveryPage = (props: { t: SignInWords; codes: readonly string[]; to: string }): VNode => {
  const { t } = props
  return (
    <>
      <Heading>{t.recoveryTitle}</Heading>
      <Lead>{t.recoveryLead}</Lead>
      <ul class="codes" data-no-ruby>
        {props.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{t.recoveryOnce}</p>
      <LinkButton href={props.to} kind="primary">
        {t.recoveryDone}
      </LinkButton>
    </>
  )
}

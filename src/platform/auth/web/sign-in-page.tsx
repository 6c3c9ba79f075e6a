import type { VNode } from 'preact'
import { Actions, Form, type FormState, Heading, Hidden, Lead, LinkButton, Notice, TextField } from '#ui/index.ts'
import { authPaths } from '../paths.ts'
import type { SignInWords } from './sign-in-words.ts'

export const SignInPage = (props: {
  t: SignInWords
  form: FormState
  token: string
  next: string | null
  /** The sample sign-ins of the demo. */
  above: VNode | null
}): VNode => {
  const { t, form, next } = props
  return (
    <>
      <Heading>{t.title}</Heading>
      {props.above}
      <Lead>{t.lead}</Lead>
      <Form action={authPaths.askLink} token={props.token} form={form} submit={t.sendLink}>
        <Next next={next} />
        <EmailField t={t} form={form} />
      </Form>
      <p>
        <a href={withNext(authPaths.password, next)}>{t.withPassword}</a>
      </p>
    </>
  )
}

export const EmailField = (props: { t: SignInWords; form: FormState }): VNode => (
  <TextField
    form={props.form}
    name="email"
    type="email"
    label={props.t.email}
    hint={props.t.emailHint}
    autocomplete="username"
    maxlength={254}
    required
    unmarked
  />
)

export const Next = (props: { next: string | null }): VNode | null =>
  props.next ? <Hidden name="next" value={props.next} /> : null

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path

export const SentPage = (props: { t: SignInWords; mailsHref: string | null }): VNode => {
  const { t, mailsHref } = props
  return (
    <>
      <Heading>{t.sentTitle}</Heading>
      <Lead>{t.sentLead}</Lead>
      <p>{t.sentLife}</p>
      <p>{t.sentMissing}</p>
      <Actions>
        {mailsHref ? <LinkButton href={mailsHref}>{t.demoMails}</LinkButton> : null}
        <LinkButton href={authPaths.signIn()} kind="quiet">
          {t.again}
        </LinkButton>
      </Actions>
    </>
  )
}

/** What a mailed link opens. Only its button signs in: mail scanners open links, but press nothing. */
export const LinkPage = (props: {
  title: string
  lead: string
  button: string
  action: string
  token: string
  form: FormState
}): VNode => (
  <>
    <Heading>{props.title}</Heading>
    <Form action={props.action} token={props.token} form={props.form} submit={props.button}>
      <Lead>{props.lead}</Lead>
    </Form>
  </>
)

export const DeadLinkPage = (props: { t: SignInWords; text: string }): VNode => (
  <>
    <Heading>{props.t.linkDeadTitle}</Heading>
    <Notice tone="attention">{props.text}</Notice>
    <LinkButton href={authPaths.signIn()} kind="primary">
      {props.t.newLink}
    </LinkButton>
  </>
)

export const PasswordPage = (props: { t: SignInWords; form: FormState; token: string; next: string | null }): VNode => {
  const { t, form } = props
  return (
    <>
      <Heading>{t.passwordTitle}</Heading>
      <Lead>{t.passwordLead}</Lead>
      <Form action={authPaths.password} token={props.token} form={form} submit={t.passwordButton}>
        <Next next={props.next} />
        <EmailField t={t} form={form} />
        <TextField
          form={form}
          name="password"
          type="password"
          label={t.password}
          autocomplete="current-password"
          required
          unmarked
        />
      </Form>
      <p>
        <a href={authPaths.signIn(props.next)}>{t.withLink}</a>
      </p>
    </>
  )
}

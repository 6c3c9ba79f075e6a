import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  DateField,
  FieldRow,
  Form,
  type FormState,
  Heading,
  Lead,
  NumberField,
  Select,
  Span,
  StaleEdit,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { sessionModes } from '../data/courses.ts'
import type { Run } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import { SessionFields } from './course-line-page.tsx'
import { courseWords } from './course-words.ts'
import { runPaths } from './paths.ts'
import { sessionLabels } from './run-form.ts'
import { runWords } from './run-words.ts'
import { staleFields } from './stale-fields.ts'

interface Props {
  locale: Locale
  zone: string
  run: Run
  form: FormState
  token: string
}

const When = ({ locale, form }: { locale: Locale; form: FormState }): VNode => {
  const t = runWords[locale]
  return (
    <FieldRow>
      <DateField form={form} name="day" label={t.session.day} required />
      <TimeField form={form} name="from" label={t.session.from} required />
      <TimeField form={form} name="to" label={t.session.to} required />
    </FieldRow>
  )
}

const Where = ({ locale, form }: { locale: Locale; form: FormState }): VNode => {
  const t = runWords[locale]
  return (
    <>
      <TextField form={form} name="place" label={t.session.place} maxlength={200} />
      <TextField
        form={form}
        name="online_link"
        label={t.session.online_link}
        type="url"
        hint={t.linkHint}
        maxlength={400}
      />
    </>
  )
}

export const NewSessionPage = ({ locale, run, form, token }: Props): VNode => {
  const t = runWords[locale]
  return (
    <>
      <BackLink href={runPaths.run(run.id)}>{run.name}</BackLink>
      <Heading>{t.addSession}</Heading>
      <Form action={runPaths.newSession(run.id)} token={token} form={form} submit={t.save}>
        <NumberField form={form} name="no" label={t.session.no} required min={1} max={200} />
        <When locale={locale} form={form} />
        <SessionFields locale={locale} form={form} tracks={run.tracks} />
        <Where locale={locale} form={form} />
      </Form>
    </>
  )
}

interface OneProps extends Props {
  session: Session
  theirs?: FormState['values'] | null
}

const sessionHead = ({ locale, zone, run, session }: OneProps, title: string): VNode => (
  <>
    <BackLink href={runPaths.run(run.id)}>{run.name}</BackLink>
    <Heading above={`${courseWords[locale].nth(session.no)} ${session.title}`}>{title}</Heading>
    <p>
      <Span from={session.startsAt} to={session.endsAt} zone={zone} locale={locale} />
    </p>
  </>
)

export const EditSessionPage = (props: OneProps): VNode => {
  const { locale, run, session, form, token } = props
  const t = runWords[locale]
  return (
    <>
      {sessionHead(props, t.editSession)}
      {props.theirs && (
        <StaleEdit locale={locale} fields={staleFields(form.values, props.theirs, sessionLabels(locale))} />
      )}
      <Form
        action={runPaths.editSession(run.id, session.id)}
        token={token}
        form={form}
        version={session.version}
        submit={t.save}
      >
        <SessionFields locale={locale} form={form} tracks={[]} />
        <Where locale={locale} form={form} />
      </Form>
    </>
  )
}

export const MoveSessionPage = (props: OneProps): VNode => {
  const { locale, run, session, form, token } = props
  const t = runWords[locale]
  return (
    <>
      {sessionHead(props, t.moveSession)}
      <Lead>{t.moveLead}</Lead>
      <Form action={runPaths.moveSession(run.id, session.id)} token={token} form={form} submit={t.moveSession}>
        <When locale={locale} form={form} />
        <Select
          form={form}
          name="mode"
          label={courseWords[locale].session.mode}
          required
          options={sessionModes.map((value) => ({ value, label: courseWords[locale].modes[value] }))}
        />
        <Where locale={locale} form={form} />
        <TextArea form={form} name="reason" label={t.session.reason} required maxlength={400} rows={2} />
      </Form>
    </>
  )
}

export const CancelSessionPage = (props: OneProps): VNode => {
  const { locale, run, session, form, token } = props
  const t = runWords[locale]
  return (
    <>
      {sessionHead(props, t.cancelSession)}
      <Lead>{t.cancelLead}</Lead>
      <Form
        action={runPaths.cancelSession(run.id, session.id)}
        token={token}
        form={form}
        submit={t.cancelSession}
        submitKind="careful"
      >
        <TextArea form={form} name="reason" label={t.session.reason} required maxlength={400} rows={2} />
      </Form>
    </>
  )
}

import type { VNode } from 'preact'
import type { Called } from '#domains/people/index.ts'
import { formatDayLong, formatDays } from '#platform/i18n/dates.ts'
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
  Name,
  PostButton,
  Section,
  Select,
  Small,
  Span,
  StatusTag,
  TextArea,
  Time,
} from '#ui/index.ts'
import type { RunStatus } from '../core/run-status.ts'
import type { Criterion } from '../data/criteria.ts'
import { duties, type RunStaff } from '../data/run-staff.ts'
import type { Run, RunEvent } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import { courseWords } from './course-words.ts'
import { credentialPaths } from './credential-paths.ts'
import { coursePaths, publicPaths, runPaths } from './paths.ts'
import { completionText, makeUpText, prerequisiteText } from './rule-text.ts'
import { RunTag } from './run-list-page.tsx'
import { runPaperWords } from './run-paper-words.ts'
import { runWords } from './run-words.ts'
import { trainingStaffPaths } from './taking-paths.ts'

export interface RunPageProps {
  locale: Locale
  zone: string
  programmeId: number
  run: Run
  mayPlan: boolean
  sessions: readonly Session[]
  staff: readonly RunStaff[]
  candidates: readonly Called[]
  criteria: readonly Criterion[]
  events: readonly RunEvent[]
  applied: number
  seatsTaken: number
  next: readonly RunStatus[]
  statusForm: FormState
  staffForm: FormState
  criteriaForm: FormState
  token: () => string
}

export const RunPage = (props: RunPageProps): VNode => {
  const { locale, run, mayPlan } = props
  const t = runWords[locale]
  return (
    <>
      <BackLink href={runPaths.list}>{t.title}</BackLink>
      <Heading above={courseWords[locale].kinds[run.courseKind]} tag={<RunTag status={run.status} locale={locale} />}>
        {run.name}
      </Heading>
      {run.intro && <Lead>{run.intro}</Lead>}
      <Actions>
        {mayPlan && (
          <LinkButton kind="primary" href={runPaths.selection(run.id)}>
            {t.toSelection}
          </LinkButton>
        )}
        <LinkButton href={trainingStaffPaths.roll(run.id)}>{t.attendance}</LinkButton>
        <LinkButton href={trainingStaffPaths.figures(run.id)}>{t.figures}</LinkButton>
        {mayPlan && <LinkButton href={trainingStaffPaths.completion(run.id)}>{t.completion}</LinkButton>}
        {mayPlan && <LinkButton href={credentialPaths.ofRun(run.id)}>{runPaperWords[locale].title}</LinkButton>}
        {mayPlan && <LinkButton href={runPaths.edit(run.id)}>{t.edit}</LinkButton>}
      </Actions>
      {runFacts(props)}
      {timetable(props)}
      {staffPart(props)}
      {mayPlan && criteriaPart(props)}
      {mayPlan && statusPart(props)}
    </>
  )
}

const runFacts = (props: RunPageProps): VNode => {
  const { locale, run, mayPlan } = props
  const t = runWords[locale]
  const isPublic = run.status !== 'draft' && run.status !== 'cancelled'
  const address = publicPaths.run(String(props.programmeId), run.id)
  const needed = run.prerequisites.map((one) => prerequisiteText(one, locale)).join(t.join)
  return (
    <Section title={t.facts}>
      <DefinitionList
        items={[
          mayPlan ? { term: t.course, value: <a href={coursePaths.course(run.courseId)}>{run.courseName}</a> } : null,
          {
            term: t.window,
            value: formatDays(formatDayLong(run.applyFrom, locale), formatDayLong(run.applyUntil, locale), locale),
          },
          { term: t.labels.order, value: t.orders[run.order] },
          { term: t.seats, value: `${t.seatsOf(props.seatsTaken, run.capacity)}${t.join}${t.applied(props.applied)}` },
          { term: t.labels.answer_days, value: t.days(run.answerDays) },
          { term: t.joinUntil, value: run.joinUntil === null ? t.noJoining : t.joinUpTo(run.joinUntil) },
          { term: t.labels.place, value: run.place },
          { term: t.labels.languages, value: languagesOf(run, locale) },
          { term: t.labels.provided, value: run.provided },
          { term: t.labels.fee, value: run.fee },
          { term: courseWords[locale].labels.prerequisites, value: needed },
          { term: courseWords[locale].labels.completion, value: completionText(run.completion, locale) },
          { term: courseWords[locale].makeUp, value: makeUpText(run.makeUp, locale) },
          mayPlan && isPublic ? { term: t.publicPage, value: <a href={address}>{t.publicPage}</a> } : null,
        ]}
      />
    </Section>
  )
}

const languagesOf = (run: Run, locale: Locale): string => {
  const names: Record<string, string> = runWords[locale].languageNames
  return run.languages.map((one) => names[one] ?? one).join(runWords[locale].join)
}

const timetable = ({ locale, zone, run, mayPlan, sessions }: RunPageProps): VNode => {
  const t = runWords[locale]
  return (
    <Section
      title={t.timetable}
      actions={mayPlan ? <LinkButton href={runPaths.newSession(run.id)}>{t.addSession}</LinkButton> : null}
    >
      {sessions.length === 0 && <EmptyState>{t.noSessions}</EmptyState>}
      <List
        items={sessions.map((session) => ({
          title: `${courseWords[locale].nth(session.no)} ${session.title}`,
          href: runPaths.session(run.id, session.id),
          tag:
            session.status === 'planned' ? null : <StatusTag tone="ended">{t.sessionStatus[session.status]}</StatusTag>,
          lines: [
            <Span from={session.startsAt} to={session.endsAt} zone={zone} locale={locale} />,
            [courseWords[locale].modes[session.mode], session.place, session.track, session.taughtBy]
              .filter(Boolean)
              .join(t.join),
            session.reason,
          ],
          action:
            mayPlan && session.status === 'planned' ? (
              <SessionActions locale={locale} run={run} session={session} />
            ) : null,
        }))}
      />
    </Section>
  )
}

const SessionActions = ({ locale, run, session }: { locale: Locale; run: Run; session: Session }): VNode => {
  const t = runWords[locale]
  return (
    <p class="small">
      <a href={runPaths.editSession(run.id, session.id)}>{t.editSession}</a>{' '}
      <a href={runPaths.moveSession(run.id, session.id)}>{t.moveSession}</a>{' '}
      <a href={runPaths.cancelSession(run.id, session.id)}>{t.cancelSession}</a>
    </p>
  )
}

const staffPart = (props: RunPageProps): VNode => {
  const { locale, run, staff, mayPlan, staffForm, token } = props
  const t = runWords[locale]
  return (
    <Section title={t.staff}>
      {staff.length === 0 && <EmptyState>{t.noStaff}</EmptyState>}
      <List
        items={staff.map((one) => ({
          title: <Name name={one.name} kana={one.kana} />,
          lines: [t.duties[one.duty]],
          action: mayPlan ? (
            <PostButton
              action={runPaths.endStaff(run.id)}
              token={token()}
              fields={{ person: one.personId }}
              kind="quiet"
            >
              {t.endStaff}
            </PostButton>
          ) : null,
        }))}
      />
      {mayPlan && (
        <Form
          action={runPaths.staff(run.id)}
          token={token()}
          form={staffForm}
          submit={t.addStaff}
          submitKind="secondary"
        >
          <Select
            form={staffForm}
            name="person"
            label={t.person}
            required
            options={props.candidates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            form={staffForm}
            name="duty"
            label={t.duty}
            required
            options={duties.map((duty) => ({ value: duty, label: t.duties[duty] }))}
          />
          <Small>{t.staffHint}</Small>
        </Form>
      )}
    </Section>
  )
}

const criteriaPart = ({ locale, run, criteriaForm, token }: RunPageProps): VNode => {
  const t = runWords[locale]
  return (
    <Section title={t.criteria}>
      <Form
        action={runPaths.criteria(run.id)}
        token={token()}
        form={criteriaForm}
        submit={t.save}
        submitKind="secondary"
      >
        <TextArea form={criteriaForm} name="questions" label={t.criteria} hint={t.criteriaHint} rows={5} />
      </Form>
    </Section>
  )
}

const statusPart = ({ locale, zone, run, next, statusForm, events, token }: RunPageProps): VNode => {
  const t = runWords[locale]
  const steps = next.map((to) => ({ value: to, label: t.moves[to] }))
  return (
    <Section title={t.history}>
      <List
        items={events.map((event) => ({
          title: t.status[event.to as RunStatus],
          lines: [<Time at={event.at} zone={zone} locale={locale} />, event.reason],
        }))}
      />
      {steps.length > 0 && (
        <Form action={runPaths.status(run.id)} token={token()} form={statusForm} submit={t.save}>
          <Select form={statusForm} name="to" label={t.nextStep} required options={steps} />
          <TextArea form={statusForm} name="reason" label={t.reason} hint={t.reasonHint} maxlength={400} rows={2} />
        </Form>
      )}
    </Section>
  )
}

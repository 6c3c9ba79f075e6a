import type { VNode } from 'preact'
import { formatDay, formatDayLong } from '#platform/i18n/dates.ts'
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
  Notice,
  OwnWords,
  PostButton,
  Section,
  Small,
  StatusTag,
  TextField,
  type Tone,
} from '#ui/index.ts'
import type { OpenedApplication, SeenApplication } from '../actions/read-application.ts'
import type { ApplicationStatus } from '../core/application-status.ts'
import type { Application } from '../data/applications.ts'
import type { Run } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import { letterOf } from './application-paper.tsx'
import { answerWords } from './answer-words.ts'
import { applicationWords } from './application-words.ts'
import { namedWords } from './named-words.ts'
import { ownPaths } from './paths.ts'
import { RunFacts } from './run-facts.tsx'
import { runFactsWords } from './run-facts-words.ts'

const tones: Record<ApplicationStatus, Tone> = {
  draft: 'neutral',
  submitted: 'waiting',
  offered: 'attention',
  waiting: 'waiting',
  accepted: 'good',
  not_this_time: 'ended',
  declined: 'ended',
  withdrawn: 'ended',
}

export const ApplicationTag = ({ status, locale }: { status: ApplicationStatus; locale: Locale }): VNode => (
  <StatusTag tone={tones[status]}>{applicationWords[locale].status[status]}</StatusTag>
)

interface ListProps {
  locale: Locale
  lines: readonly { application: Application; run: string }[]
  openRuns: readonly Run[]
  tasters: string
}

export const OwnApplicationsPage = ({ locale, lines, openRuns, tasters }: ListProps): VNode => {
  const t = applicationWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {lines.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <List
        items={lines.map(({ application, run }) => ({
          title: run,
          href: ownPaths.application(application.id),
          tag: <ApplicationTag status={application.status} locale={locale} />,
          lines: [application.placeName ? <Name name={application.name} kana={application.kana} /> : null],
        }))}
      />
      <Section title={t.openRuns} actions={<LinkButton href={ownPaths.tasters}>{tasters}</LinkButton>}>
        {openRuns.length === 0 && <EmptyState>{t.noOpenRuns}</EmptyState>}
        <List
          items={openRuns.map((run) => ({
            title: run.name,
            href: ownPaths.apply(run.id),
            lines: [`${runFactsWords[locale].until} ${formatDay(run.applyUntil, locale)}`],
          }))}
        />
      </Section>
    </>
  )
}

interface StartProps {
  locale: Locale
  zone: string
  run: Run
  sessions: readonly Session[]
  form: FormState
  token: string
  /** An office names who comes. */
  isOffice: boolean
}

/** What the run is, and the way to write. */
export const StartApplicationPage = ({ locale, zone, run, sessions, form, token, isOffice }: StartProps): VNode => {
  const t = applicationWords[locale]
  return (
    <>
      <BackLink href={ownPaths.list}>{t.back}</BackLink>
      <Heading>{run.name}</Heading>
      <RunFacts locale={locale} zone={zone} run={run} sessions={sessions} />
      <Form action={ownPaths.apply(run.id)} token={token} form={form} submit={t.begin}>
        {isOffice && (
          <Section title={t.office}>
            {run.inPairs && <p>{t.officeHint}</p>}
            <p>{namedWords[locale].ownPart}</p>
            <TextField form={form} name="name" label={t.labels.name} required maxlength={60} />
            <TextField form={form} name="kana" label={t.labels.kana} required maxlength={80} />
            <TextField
              form={form}
              name="email"
              type="email"
              label={t.labels.email}
              hint={namedWords[locale].ownMailHint}
              maxlength={200}
            />
            {run.inPairs && (
              <>
                <TextField form={form} name="colleague_name" label={t.labels.colleague_name} required maxlength={60} />
                <TextField form={form} name="colleague_kana" label={t.labels.colleague_kana} required maxlength={80} />
                <TextField
                  form={form}
                  name="colleague_email"
                  type="email"
                  label={t.labels.colleague_email}
                  hint={namedWords[locale].mailHint}
                  maxlength={200}
                />
              </>
            )}
          </Section>
        )}
        <Small>{t.beginLead}</Small>
      </Form>
    </>
  )
}

interface OneProps {
  locale: Locale
  zone: string
  opened: OpenedApplication
  sessions: readonly Session[]
  next: readonly ApplicationStatus[]
  form: FormState
  token: () => string
  urgent: VNode | null
}

export const OwnApplicationPage = (props: OneProps): VNode => {
  const { locale, zone, opened, sessions } = props
  const t = applicationWords[locale]
  const { application, run } = opened
  const { status } = application
  return (
    <>
      <BackLink href={ownPaths.list}>{t.back}</BackLink>
      {props.urgent}
      <Heading above={t.title} tag={<ApplicationTag status={status} locale={locale} />}>
        {run.name}
      </Heading>
      {application.placeName && (
        <p>
          <Name name={application.name} kana={application.kana} />
        </p>
      )}
      {status === 'draft' && application.via === 'office' && (
        <Notice title={namedWords[locale].title(application.placeName ?? '')}>
          {namedWords[locale].lead(run.name)}
        </Notice>
      )}
      <Lead>{status === 'draft' && application.readyAt ? namedWords[locale].waitsLead : saysOf(opened, locale)}</Lead>
      {status === 'offered' && run.status === 'running' && <p>{t.onTheWay}</p>}
      {application.recordedBy && <Small>{t.recorded(t.via[application.via])}</Small>}
      {status !== 'draft' && answerPart(props)}
      <Actions>
        {status === 'draft' && (
          <LinkButton kind="primary" href={ownPaths.edit(application.id)}>
            {t.goOn}
          </LinkButton>
        )}
        {letterOf(status) && <LinkButton href={ownPaths.letter(application.id)}>{t.letter}</LinkButton>}
        <LinkButton href={ownPaths.print(application.id)}>{t.print}</LinkButton>
        <LinkButton href={ownPaths.pdf(application.id)}>{t.pdf}</LinkButton>
      </Actions>
      {status === 'draft' && answerPart(props)}
      <NeedsAnswer locale={locale} opened={opened} />
      <WrittenWords locale={locale} opened={opened} />
      <Section title={t.run}>
        <RunFacts locale={locale} zone={zone} run={run} sessions={sessions} />
      </Section>
    </>
  )
}

export const saysOf = ({ application, answerUntil }: SeenApplication, locale: Locale): string => {
  const { says } = applicationWords[locale]
  if (application.status === 'offered') return says.offered(answerUntil ? formatDayLong(answerUntil, locale) : '')
  return says[application.status]
}

const press: Partial<Record<ApplicationStatus, 'accept' | 'decline' | 'wait' | 'withdraw'>> = {
  accepted: 'accept',
  declined: 'decline',
  waiting: 'wait',
  withdrawn: 'withdraw',
}

/** Each answer is one press. */
const answerPart = ({ locale, opened, next, form, token }: OneProps): VNode => {
  const t = answerWords[locale]
  const { id, status } = opened.application
  return (
    <>
      {form.errors.map(({ message }) => (
        <p class="error" role="alert">
          {message}
        </p>
      ))}
      <Actions>
        {next.map((to) => {
          const name = press[to]
          if (!name || (to === 'withdrawn' && status === 'offered')) return null
          const label = to === 'withdrawn' && status === 'accepted' ? t.leave : t[name]
          return (
            <PostButton
              action={ownPaths.status(id)}
              token={token()}
              fields={{ to }}
              kind={to === 'accepted' || to === 'waiting' ? 'primary' : 'secondary'}
            >
              {label}
            </PostButton>
          )
        })}
      </Actions>
    </>
  )
}

/** What we answered to what they need: to the person, and to those who hold the sessions. */
export const NeedsAnswer = ({ locale, opened }: { locale: Locale; opened: OpenedApplication }): VNode | null => {
  const t = applicationWords[locale]
  const { words, accommodation, application } = opened
  if (words.needs === '' || application.status === 'draft') return null
  return (
    <Section title={t.needsTitle}>
      {accommodation ? (
        <DefinitionList
          items={[
            { term: t.answers[accommodation.answer], value: <OwnWords text={accommodation.words} /> },
            accommodation.reason ? { term: t.reason, value: <OwnWords text={accommodation.reason} /> } : null,
          ]}
        />
      ) : (
        <p>{t.needsWaiting}</p>
      )}
    </Section>
  )
}

export const WrittenWords = ({ locale, opened }: { locale: Locale; opened: OpenedApplication }): VNode => {
  const t = applicationWords[locale]
  const { words } = opened
  return (
    <Section title={t.written}>
      <DefinitionList
        items={(['why', 'hopes', 'needs', 'other', 'track'] as const).map((part) =>
          words[part] === '' ? null : { term: t.labels[part], value: <OwnWords text={words[part]} /> },
        )}
      />
    </Section>
  )
}

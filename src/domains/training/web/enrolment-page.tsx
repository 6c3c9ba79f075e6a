import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Bullets,
  DateField,
  Fold,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  Notice,
  Radios,
  Section,
  Select,
  Small,
  StatusTag,
  TextArea,
  TextField,
  Time,
} from '#ui/index.ts'
import type { ShownEnrolment } from '../actions/show-enrolment.ts'
import { enrolmentTransitions } from '../core/enrolment-status.ts'
import { wentOnKinds } from '../core/went-on.ts'
import { attendanceWords, attendedSentence, neededSentences, stateWord, wayWord } from './attendance-words.ts'
import { enrolmentWords } from './enrolment-words.ts'
import { PracticumList } from './practicum-list.tsx'
import { practicumPaths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { sessionWords } from './session-words.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

export interface EnrolmentPageProps {
  locale: Locale
  zone: string
  today: CalendarDay
  shown: ShownEnrolment
  /** Ending, and what came afterwards: the coordinator's. */
  mayEnd: boolean
  forms: { madeUp: FormState; status: FormState; wentOn: FormState }
  token: () => string
}

/** Somebody's course, as the staff of the run use it. */
export const EnrolmentPage = (props: EnrolmentPageProps): VNode => {
  const { locale, shown, mayEnd } = props
  const { enrolment, run, taking } = shown
  const t = enrolmentWords[locale]
  const needed = neededSentences(taking.blockers, locale)
  return (
    <>
      <BackLink href={paths.roll(run.id)}>{t.toRoll}</BackLink>
      <Heading above={run.name} tag={<StatusTag>{t.status[enrolment.status]}</StatusTag>}>
        <Name name={enrolment.name} kana={enrolment.kana} />
      </Heading>
      <Section title={t.standing}>
        <Lead>{attendedSentence(taking, locale)}</Lead>
        {needed.length > 0 ? (
          <Bullets items={needed} />
        ) : (
          <Notice tone="good">{attendanceWords[locale].allDone}</Notice>
        )}
      </Section>
      {taking.canMakeUp > 0 ? <MadeUp page={props} /> : null}
      {mayEnd ? <Ending page={props} /> : null}
      {mayEnd && enrolment.status !== 'taking' ? <WentOnForm page={props} /> : null}
      <Practicums page={props} />
      <SessionsPart page={props} />
      <Trace page={props} />
    </>
  )
}

const nameOfSession = ({ sessions }: ShownEnrolment, id: string, locale: Locale): string => {
  const session = sessions.find((one) => one.id === id)
  return session ? `${attendanceWords[locale].no(session.no)} ${session.title}` : ''
}

const MadeUp = ({ page }: { page: EnrolmentPageProps }): VNode => {
  const { locale, today, shown, forms, token } = page
  const t = enrolmentWords[locale]
  const form = forms.madeUp
  const open = shown.taking.sessions.filter(({ canBeMadeUp }) => canBeMadeUp)
  return (
    <Section title={t.madeUp}>
      <Form action={paths.madeUp(shown.enrolment.id)} token={token()} form={form} submit={t.madeUpSave}>
        <Select
          form={form}
          name="session_id"
          label={t.madeUpSession}
          required
          options={open.map(({ id }) => ({ value: id, label: nameOfSession(shown, id, locale) }))}
        />
        <DateField form={form} name="on" label={t.madeUpOn} required max={today} />
        <Radios
          form={form}
          name="way"
          label={t.madeUpWay}
          required
          choices={shown.run.makeUp.ways.map((value) => ({ value, label: wayWord(value, locale) }))}
        />
      </Form>
    </Section>
  )
}

const Ending = ({ page }: { page: EnrolmentPageProps }): VNode | null => {
  const { locale, shown, forms, token } = page
  const t = enrolmentWords[locale]
  const { enrolment } = shown
  const lines = enrolmentTransitions.filter(({ from, who }) => from === enrolment.status && who.includes('coordinator'))
  if (lines.length === 0) return null
  const form = forms.status
  return (
    <Fold summary={t.end} open={form.errors.length > 0 || shown.taking.blockers.length === 0}>
      <Form
        action={paths.enrolmentStatus(enrolment.id)}
        token={token()}
        form={form}
        submit={t.endSave}
        submitKind="secondary"
      >
        <Small>{t.endLead}</Small>
        <Radios
          form={form}
          name="to"
          label={t.to}
          required
          choices={lines.map(({ to }) => ({ value: to, label: t.steps[to] }))}
        />
        {lines.some(({ holds }) => holds.includes('reason_given')) ? (
          <TextField form={form} name="reason" label={t.reason} maxlength={200} />
        ) : null}
      </Form>
    </Fold>
  )
}

const WentOnForm = ({ page }: { page: EnrolmentPageProps }): VNode => {
  const { locale, shown, forms, token } = page
  const t = enrolmentWords[locale]
  const form = forms.wentOn
  return (
    <Section title={t.wentOn}>
      <Form
        action={paths.wentOn(shown.enrolment.id)}
        token={token()}
        form={form}
        submit={t.wentOnSave}
        submitKind="secondary"
        version={shown.enrolment.version}
      >
        <Small>{t.wentOnLead}</Small>
        <Radios
          form={form}
          name="kind"
          label={t.wentOnKind}
          unmarked
          choices={[
            ...wentOnKinds.map((value) => ({ value, label: t.wentOnKinds[value] })),
            { value: '', label: t.wentOnNone },
          ]}
        />
        <TextArea form={form} name="words" label={t.wentOnWords} unmarked maxlength={1000} rows={3} />
      </Form>
    </Section>
  )
}

const Practicums = ({ page }: { page: EnrolmentPageProps }): VNode => {
  const { locale, zone, shown, mayEnd } = page
  const s = practicumStaffWords[locale]
  return (
    <Section title={s.practicums}>
      <PracticumList locale={locale} zone={zone} practicums={shown.practicums} own={false} />
      {mayEnd && shown.enrolment.status === 'taking' ? (
        <LinkButton href={practicumPaths.new(shown.enrolment.id)}>{s.propose}</LinkButton>
      ) : null}
    </Section>
  )
}

const SessionsPart = ({ page }: { page: EnrolmentPageProps }): VNode => {
  const { locale, zone, shown } = page
  const { taking, sessions, entries } = shown
  const t = enrolmentWords[locale]
  return (
    <Section title={t.sessions}>
      <List
        items={sessions.map((session) => {
          const own = taking.sessions.find(({ id }) => id === session.id)
          const last = entries.findLast(({ sessionId }) => sessionId === session.id)
          return {
            title: nameOfSession(shown, session.id, locale),
            href: paths.session(session.runId, session.id),
            tag: <StatusTag tone={own?.counts ? 'good' : 'neutral'}>{stateWord(own?.state ?? null, locale)}</StatusTag>,
            lines: [
              formatDay(dayIn(session.startsAt, zone), locale),
              last?.madeUpOn && last.madeUpWay
                ? t.madeUpLine(formatDay(last.madeUpOn, locale), wayWord(last.madeUpWay, locale))
                : '',
              last?.note ?? '',
            ],
          }
        })}
      />
    </Section>
  )
}

const Trace = ({ page }: { page: EnrolmentPageProps }): VNode | null => {
  const { locale, zone, shown } = page
  const t = enrolmentWords[locale]
  const { sources } = sessionWords[locale]
  if (shown.entries.length === 0) return null
  return (
    <Fold summary={t.trace}>
      <Small>{t.traceLead}</Small>
      <Bullets
        items={shown.entries.map(({ at, sessionId, state, source }) => (
          <>
            <Time at={at} zone={zone} locale={locale} />{' '}
            {t.traceLine(nameOfSession(shown, sessionId, locale), stateWord(state, locale), sources[source])}
          </>
        ))}
      />
    </Fold>
  )
}

import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Bullets,
  Card,
  DefinitionList,
  EmptyState,
  Fold,
  Heading,
  Lead,
  LinkButton,
  List,
  type ListItem,
  Notice,
  OwnWords,
  PostButton,
  Section,
  Small,
  Span,
  StatusTag,
  Day,
  safeUrl,
} from '#ui/index.ts'
import type { OwnCourse } from '../actions/show-own-course.ts'
import type { Session } from '../data/sessions.ts'
import { attendanceWords, attendedSentence, neededSentences, stateWord } from './attendance-words.ts'
import { ownCourseWords } from './own-course-words.ts'
import { practicumPaths } from './practicum-paths.ts'
import { ownCoursePaths } from './taking-paths.ts'

interface View {
  locale: Locale
  zone: string
}

export const OwnCoursesPage = ({ locale, courses }: { locale: Locale; courses: readonly OwnCourse[] }): VNode => {
  const t = ownCourseWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      {courses.length === 0 ? <EmptyState>{t.empty}</EmptyState> : null}
      <List
        items={courses.map(({ enrolment, run, taking }) => ({
          title: run.name,
          href: ownCoursePaths.course(enrolment.id),
          tag: <StatusTag>{t.status[enrolment.status]}</StatusTag>,
          lines: [attendedSentence(taking, locale)],
        }))}
      />
    </>
  )
}

export const OwnCoursePage = (props: View & { own: OwnCourse; token: () => string }): VNode => {
  const { locale, zone, own, token } = props
  const { enrolment, run, taking, next } = own
  const t = ownCourseWords[locale]
  const needed = neededSentences(taking.blockers, locale)
  return (
    <>
      <BackLink href={ownCoursePaths.all}>{t.back}</BackLink>
      <Heading tag={<StatusTag>{t.status[enrolment.status]}</StatusTag>}>{run.name}</Heading>
      {enrolment.status === 'taking' ? null : <Ended locale={locale} status={enrolment.status} />}
      {enrolment.status === 'taking' ? (
        <Section title={t.next}>
          {next ? <NextSession locale={locale} zone={zone} session={next} /> : <EmptyState>{t.nextNone}</EmptyState>}
          <Small>{t.absentHint}</Small>
        </Section>
      ) : null}
      <Section title={t.attendance}>
        <Lead>{attendedSentence(taking, locale)}</Lead>
        {enrolment.status === 'taking' ? (
          needed.length > 0 ? (
            <Fold summary={t.needed} open>
              <Bullets items={needed} />
            </Fold>
          ) : (
            <Notice tone="good">{attendanceWords[locale].allDone}</Notice>
          )
        ) : null}
      </Section>
      <Section title={t.sessions}>
        <List items={own.sessions.map((session) => itemOf(session, own, { locale, zone }))} />
      </Section>
      <LinkButton href={practicumPaths.list}>{t.practicum}</LinkButton>
      {own.needs.length > 0 ? <Needs locale={locale} needs={own.needs} /> : null}
      {enrolment.status === 'taking' ? (
        <Fold summary={t.leave}>
          <p>{t.leaveLead}</p>
          <PostButton action={ownCoursePaths.leave(enrolment.id)} token={token()} kind="careful">
            {t.leaveDo}
          </PostButton>
        </Fold>
      ) : null}
    </>
  )
}

const Ended = ({ locale, status }: { locale: Locale; status: 'completed' | 'not_completed' | 'left' }): VNode => {
  const t = ownCourseWords[locale]
  const said = { completed: t.completed, not_completed: t.notCompleted, left: t.left }
  return <Notice tone={status === 'completed' ? 'good' : 'info'}>{said[status]}</Notice>
}

const NextSession = ({ locale, zone, session }: View & { session: Session }): VNode => {
  const t = ownCourseWords[locale]
  return (
    <Card
      title={`${attendanceWords[locale].no(session.no)} ${session.title}`}
      href={ownCoursePaths.session(session.id)}
    >
      <DefinitionList
        items={[
          { term: t.when, value: <Span from={session.startsAt} to={session.endsAt} zone={zone} locale={locale} /> },
          { term: t.where, value: session.mode === 'online' ? t.online : session.place },
        ]}
      />
      <JoinLink locale={locale} session={session} />
    </Card>
  )
}

/** The way into an online session, where there is one. */
export const JoinLink = ({ locale, session }: { locale: Locale; session: Session }): VNode | null => {
  const url = session.mode === 'in_person' ? null : safeUrl(session.onlineLink)
  return url ? <LinkButton href={url}>{ownCourseWords[locale].join}</LinkButton> : null
}

const itemOf = (session: Session, { taking }: OwnCourse, { locale, zone }: View): ListItem => {
  const own = taking.sessions.find(({ id }) => id === session.id)
  const state = own?.state ?? null
  return {
    title: `${attendanceWords[locale].no(session.no)} ${session.title}`,
    href: ownCoursePaths.session(session.id),
    tag: state ? <StatusTag tone={own?.counts ? 'good' : 'neutral'}>{stateWord(state, locale)}</StatusTag> : null,
    lines: [<Day day={dayIn(session.startsAt, zone)} locale={locale} />],
  }
}

const Needs = ({ locale, needs }: { locale: Locale; needs: OwnCourse['needs'] }): VNode => {
  const t = ownCourseWords[locale]
  return (
    <Section title={t.needs}>
      {needs.map(({ asked, answer, answered, reason }) => (
        <article class="card quiet">
          <OwnWords text={asked} />
          <p>{answer ? t.needsAnswers[answer] : t.needsNone}</p>
          {answered ? <OwnWords text={answered} /> : null}
          {reason ? (
            <>
              <Small>{t.needsReason}</Small>
              <OwnWords text={reason} />
            </>
          ) : null}
        </article>
      ))}
    </Section>
  )
}

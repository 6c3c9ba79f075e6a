import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  Bullets,
  Checkboxes,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  Section,
  Small,
  StatusTag,
  Table,
} from '#ui/index.ts'
import type { Roll } from '../actions/show-roll.ts'
import { attendedSentence, neededSentences, stateWord } from './attendance-words.ts'
import { enrolmentWords } from './enrolment-words.ts'
import { rollSessions } from './roll-table.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

interface RollProps {
  locale: Locale
  zone: string
  roll: Roll
  mayComplete: boolean
}

type Line = Roll['people'][number]

/** Who came to which session: a grid that scrolls sideways, each person leading to their own course. */
export const RollPage = ({ locale, zone, roll, mayComplete }: RollProps): VNode => {
  const t = enrolmentWords[locale]
  const { run } = roll
  const mark = (line: Line, sessionId: string): VNode | string => {
    const state = line.taking.sessions.find(({ id }) => id === sessionId)?.state
    return state ? (
      <span role="img" aria-label={stateWord(state, locale)}>
        {t.marks[state]}
      </span>
    ) : (
      ''
    )
  }
  return (
    <>
      <BackLink href={paths.run(run.id)}>{t.toRun}</BackLink>
      <Heading above={run.name}>{t.rollTitle}</Heading>
      {roll.people.length === 0 ? <EmptyState>{t.rollEmpty}</EmptyState> : null}
      {roll.people.length > 0 ? (
        <>
          <Lead>{t.rollLead}</Lead>
          <Table<Line>
            wide
            caption={t.rollTitle}
            captionHidden
            rows={roll.people}
            columns={[
              {
                head: t.name,
                rowHead: true,
                cell: ({ enrolment }) => (
                  <a href={paths.enrolment(enrolment.id)}>
                    <Name name={enrolment.name} kana={enrolment.kana} />
                  </a>
                ),
              },
              ...rollSessions(roll).map((session) => ({
                head: `${session.no} ${formatDay(dayIn(session.startsAt, zone), locale)}`,
                cell: (line: Line) => mark(line, session.id),
              })),
              { head: t.standing, cell: ({ enrolment }) => t.status[enrolment.status] },
            ]}
          />
          <Small>{t.marksHelp}</Small>
        </>
      ) : null}
      <Actions>
        {mayComplete ? <LinkButton href={paths.completion(run.id)}>{t.completion}</LinkButton> : null}
        <LinkButton href={paths.figures(run.id)}>{t.figures}</LinkButton>
        <LinkButton href={paths.rollFile(run.id, 'xlsx')}>{t.xlsx}</LinkButton>
        <LinkButton href={paths.rollFile(run.id, 'csv')}>{t.csv}</LinkButton>
      </Actions>
    </>
  )
}

interface CompletionProps {
  locale: Locale
  roll: Roll
  form: FormState
  token: string
}

/** Who can complete now, with whom to talk first, and what is decided. */
export const CompletionPage = ({ locale, roll, form, token }: CompletionProps): VNode => {
  const t = enrolmentWords[locale]
  const taking = roll.people.filter(({ enrolment }) => enrolment.status === 'taking')
  const ready = taking.filter((one) => one.taking.blockers.length === 0)
  const open = taking.filter((one) => one.taking.blockers.length > 0)
  const decided = roll.people.filter(({ enrolment }) => enrolment.status !== 'taking')
  return (
    <>
      <BackLink href={paths.roll(roll.run.id)}>{t.toRoll}</BackLink>
      <Heading above={roll.run.name}>{t.completionTitle}</Heading>
      <Lead>{t.completionLead}</Lead>
      <Section title={t.completionReady}>
        {ready.length === 0 ? (
          <EmptyState>{t.completionReadyEmpty}</EmptyState>
        ) : (
          <Form action={paths.completion(roll.run.id)} token={token} form={form} submit={t.completionSave}>
            <Checkboxes
              form={form}
              name="complete"
              label={t.completionChoose}
              unmarked
              choices={ready.map(({ enrolment, taking: standing }) => ({
                value: enrolment.id,
                label: <Name name={enrolment.name} kana={enrolment.kana} />,
                hint: attendedSentence(standing, locale),
              }))}
            />
          </Form>
        )}
      </Section>
      {open.length > 0 ? (
        <Section title={t.completionOpen}>
          {open.map(({ enrolment, taking: standing }) => (
            <article class="card quiet">
              <h3>
                <a href={paths.enrolment(enrolment.id)}>
                  <Name name={enrolment.name} kana={enrolment.kana} />
                </a>
              </h3>
              <Bullets items={[attendedSentence(standing, locale), ...neededSentences(standing.blockers, locale)]} />
            </article>
          ))}
        </Section>
      ) : null}
      {decided.length > 0 ? (
        <Section title={t.completionDone}>
          <List
            items={decided.map(({ enrolment }) => ({
              title: <Name name={enrolment.name} kana={enrolment.kana} />,
              href: paths.enrolment(enrolment.id),
              tag: <StatusTag>{t.status[enrolment.status]}</StatusTag>,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

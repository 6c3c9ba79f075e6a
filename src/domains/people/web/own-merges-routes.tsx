import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import { roles } from '#kernel/role.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  Bullets,
  EmptyState,
  Heading,
  Lead,
  Notice,
  PhoneLine,
  PostButton,
  Section,
  Small,
} from '#ui/index.ts'
import { answerOwnQuestion } from '../actions/ask-holders.ts'
import type { Belongings } from '../belongings.ts'
import { isMergeAnswer } from '../core/merge-question.ts'
import { type MergeQuestion, questionsTo } from '../data/merge-questions.ts'
import { areasOf } from '../data/merges.ts'
import { personSince } from '../data/persons.ts'
import { peopleBelongings } from '../own-belongings.ts'
import { meWords } from './me-words.ts'
import { ownMergesWords } from './own-merges-words.ts'
import { peoplePaths } from './paths.ts'

interface Asked extends MergeQuestion {
  /** The day from which the other record is kept. */
  since: CalendarDay
  /** What it holds, by kind, so that a yes can be thought over. Null until they say that it is theirs: it may be somebody else's life. */
  areas: readonly string[] | null
}

const Question = ({ call, asked }: { call: Call; asked: Asked }): VNode => {
  const { locale } = call.reader
  const t = ownMergesWords[locale]
  const agreed = asked.answer === 'same'
  return (
    <Section title={t.found}>
      <p>{t.since(formatYear(asked.since, locale))}</p>
      {asked.areas === null ? <p>{t.recall}</p> : <Holds areas={asked.areas} locale={locale} />}
      <p>{t.after}</p>
      <p>{agreed ? t.mistaken : t.unknown}</p>
      <Unsure call={call} />
      {agreed ? (
        <Notice tone="good">{t.agreed}</Notice>
      ) : (
        <>
          <Small>{t.notYet}</Small>
          <Small>{t.until(formatDayLong(asked.until, locale))}</Small>
        </>
      )}
      <Actions>
        {agreed ? null : (
          <PostButton
            action={peoplePaths.answerMerge(asked.id)}
            token={call.formToken()}
            kind="primary"
            fields={{ answer: 'same' }}
          >
            {t.same}
          </PostButton>
        )}
        <PostButton action={peoplePaths.answerMerge(asked.id)} token={call.formToken()} fields={{ answer: 'not_me' }}>
          {t.notMe}
        </PostButton>
      </Actions>
    </Section>
  )
}

const Holds = ({ areas, locale }: { areas: readonly string[]; locale: Locale }): VNode => {
  const t = ownMergesWords[locale]
  const kinds = areas.flatMap((area) => t.areas[area] ?? [])
  return (
    <>
      <p>{t.holds}</p>
      {kinds.length === 0 ? <p>{t.nothing}</p> : <Bullets items={kinds} />}
    </>
  )
}

const Unsure = ({ call: { reader, programme } }: { call: Call }): VNode => (
  <p>
    {ownMergesWords[reader.locale].unsure}
    {programme.contactPhone === '' ? null : (
      <>
        {' '}
        <PhoneLine line={programme.contactPhone} /> {programme.contactHours}
      </>
    )}
  </p>
)

const show = async (call: Call, belongings: readonly Belongings[]): Promise<Reply> => {
  const { tx, actor, reader } = call
  const t = ownMergesWords[reader.locale]
  const asked: Asked[] = []
  for (const question of await questionsTo(tx, actor.programmeId, actor.personId)) {
    const since = await personSince(tx, actor.programmeId, question.other)
    if (since)
      asked.push({ ...question, since: dayIn(since, call.zone), areas: await areasShown(call, question, belongings) })
  }
  return page(
    t.title,
    <>
      <BackLink href={peoplePaths.me}>{meWords[reader.locale].back}</BackLink>
      <Heading>{t.title}</Heading>
      {asked.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Lead>{t.lead}</Lead>}
      {asked.map((one) => (
        <Question call={call} asked={one} />
      ))}
    </>,
  )
}

const areasShown = async (
  { tx, actor }: Call,
  { answer, other }: MergeQuestion,
  belongings: readonly Belongings[],
): Promise<string[] | null> => {
  if (answer !== 'same') return null
  const columns = [peopleBelongings, ...belongings].flatMap((each) => each.columns)
  return areasOf(tx, actor.programmeId, columns, other)
}

const answer = async (call: Call): Promise<Reply> => {
  const t = ownMergesWords[call.reader.locale]
  const said = call.form.text('answer')
  if (!isMergeAnswer(said) || !(await answerOwnQuestion(call, call.param('id'), said))) return notFound()
  // After a yes, what the record holds: a mistake is seen before the two are one.
  return said === 'same' ? redirect(peoplePaths.myMerges, t.saidSame) : redirect(peoplePaths.me, t.saidNotMe)
}

const own = { who: roles, reach: 'own' } as const

/** Whoever signs in says whether another record is theirs too. */
export const ownMergesRoutes = ({ belongings }: { belongings: readonly Belongings[] }): RouteSpec[] => [
  memberRoute({ ...own, method: 'GET', path: peoplePaths.myMerges, handle: (call) => show(call, belongings) }),
  memberRoute({ ...own, method: 'POST', path: peoplePaths.answerMerge(':id'), handle: answer }),
]

import type { VNode } from 'preact'
import { roles } from '#kernel/role.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { Actions, BackLink, EmptyState, Heading, Lead, List, Notice, PostButton, Section, Small } from '#ui/index.ts'
import { answerOwnQuestion } from '../actions/ask-holders.ts'
import type { Belongings } from '../belongings.ts'
import { isMergeAnswer } from '../core/merge-question.ts'
import { type MergeQuestion, questionsTo } from '../data/merge-questions.ts'
import { areasOf } from '../data/merges.ts'
import { peopleBelongings } from '../own-belongings.ts'
import { meWords } from './me-words.ts'
import { ownMergesWords } from './own-merges-words.ts'
import { peoplePaths } from './paths.ts'

interface Asked extends MergeQuestion {
  /** What the other record holds, by kind: whose it is, nobody has answered yet. */
  areas: readonly string[]
}

const Question = ({ call, asked }: { call: Call; asked: Asked }): VNode => {
  const { locale } = call.reader
  const t = ownMergesWords[locale]
  const kinds = asked.areas.flatMap((area) => t.areas[area] ?? [])
  const agreed = asked.answer === 'same'
  return (
    <Section title={t.holds}>
      {kinds.length === 0 ? <p>{t.nothing}</p> : <List items={kinds.map((title) => ({ title }))} />}
      <p>{t.after}</p>
      <p>{t.doubt}</p>
      {agreed ? <Notice tone="good">{t.agreed}</Notice> : <Small>{t.until(formatDayLong(asked.until, locale))}</Small>}
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

const show = async (call: Call, belongings: readonly Belongings[]): Promise<Reply> => {
  const { tx, actor, reader } = call
  const t = ownMergesWords[reader.locale]
  const columns = [peopleBelongings, ...belongings].flatMap((each) => each.columns)
  const asked: Asked[] = []
  for (const question of await questionsTo(tx, actor.programmeId, actor.personId))
    asked.push({ ...question, areas: await areasOf(tx, actor.programmeId, columns, question.other) })
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

const answer = async (call: Call): Promise<Reply> => {
  const t = ownMergesWords[call.reader.locale]
  const said = call.form.text('answer')
  if (!isMergeAnswer(said) || !(await answerOwnQuestion(call, call.param('id'), said))) return notFound()
  return redirect(peoplePaths.me, said === 'same' ? t.saidSame : t.saidNotMe)
}

const own = { who: roles, reach: 'own' } as const

/** Whoever signs in says whether another record is theirs too. */
export const ownMergesRoutes = ({ belongings }: { belongings: readonly Belongings[] }): RouteSpec[] => [
  memberRoute({ ...own, method: 'GET', path: peoplePaths.myMerges, handle: (call) => show(call, belongings) }),
  memberRoute({ ...own, method: 'POST', path: peoplePaths.answerMerge(':id'), handle: answer }),
]

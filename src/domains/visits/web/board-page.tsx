import type { VNode } from 'preact'
import {
  asSentences,
  helpTexts,
  inTheWayText,
  needsSentence,
  type Shortage,
  shortageText,
  type WhyOpen,
  whyHereSentence,
  againstText,
} from '#domains/matching/index.ts'
import { monthOf } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong, formatMonth, formatSpan, weekdayLabel } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  Bullets,
  Card,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  Name,
  Notice,
  PostButton,
  Section,
  Small,
  StatusTag,
  Tabs,
  type Tone,
} from '#ui/index.ts'
import type { BoardView, BoardVisit } from '../actions/read-board.ts'
import type { Draft } from '../data/drafts.ts'
import { placeLabel, requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import { namingIn } from './naming.ts'
import { requestPaths, visitPaths } from './paths.ts'
import { boardWords } from './words-board.ts'

export const boardOrders = ['day', 'place', 'supporter', 'companion'] as const
export type BoardOrder = (typeof boardOrders)[number]

export interface BoardProps {
  locale: Locale
  zone: string
  view: BoardView
  by: BoardOrder
  /** Other drafts of the month. */
  others: readonly Draft[]
  token: () => string
}

/** A month's draft: what was put together and why, what stays open and what would help. */
export const BoardPage = (props: BoardProps): VNode => {
  const { locale, view } = props
  const t = boardWords[locale]
  return (
    <>
      <BackLink href={boardPaths.board}>{t.backToBoard}</BackLink>
      <Heading>{t.draftOf(formatMonth(monthOf(view.draft.month), locale))}</Heading>
      {!view.own && <Notice>{t.othersDraft}</Notice>}
      {view.work ? <Planning page={props} /> : <Planned page={props} />}
    </>
  )
}

interface Part {
  page: BoardProps
}

const Planning = ({ page: { locale, view, token } }: Part): VNode => {
  const t = boardWords[locale]
  const { id } = view.draft
  if (view.work?.status === 'failed' || view.work?.status === 'done')
    return (
      <>
        <Notice tone="attention">{t.planningFailed}</Notice>
        {view.own && (
          <PostButton action={boardPaths.again(id)} token={token()} kind="primary">
            {t.make}
          </PostButton>
        )}
      </>
    )
  return (
    <>
      <div aria-live="polite">
        <Lead>{t.planningNow}</Lead>
        {view.work?.total ? <p>{t.planningPart(view.work.done, view.work.total)}</p> : null}
      </div>
      <Actions>
        <LinkButton href={`${boardPaths.draft(id)}?still=1`}>{t.look}</LinkButton>
        {view.own && view.work?.status !== 'cancelled' && (
          <PostButton action={boardPaths.stop(id)} token={token()}>
            {t.stop}
          </PostButton>
        )}
      </Actions>
    </>
  )
}

const Planned = ({ page }: Part): VNode => {
  const { locale, view, by } = page
  const t = boardWords[locale]
  return (
    <>
      <Lead>{t.plannedCount(view.visits.filter((one) => one.draft !== null).length)}</Lead>
      {view.own && <MakerActions page={page} />}
      <Collisions page={page} />
      <Tabs
        label={t.views}
        tabs={boardOrders.map((one) => ({
          href: boardPaths.draftBy(view.draft.id, one),
          label: t.by[one],
          current: one === by,
        }))}
      />
      {view.visits.length === 0 && (
        <Section title={t.visits}>
          <EmptyState>{t.noVisits}</EmptyState>
        </Section>
      )}
      {groupsOf(page).map((group) => (
        <Section title={group.title}>
          {group.visits.map((visit) => (
            <VisitCard page={page} visit={visit} />
          ))}
        </Section>
      ))}
      <Open page={page} />
      <Shortages page={page} />
      {view.own && (
        <PostButton action={boardPaths.away(view.draft.id)} token={page.token()} kind="careful">
          {t.away}
        </PostButton>
      )}
    </>
  )
}

const MakerActions = ({ page: { locale, view, others, token } }: Part): VNode => {
  const t = boardWords[locale]
  const { id } = view.draft
  return (
    <>
      <Actions>
        <LinkButton href={boardPaths.send(id)} kind="primary">
          {t.send}
        </LinkButton>
        <PostButton action={boardPaths.again(id)} token={token()}>
          {t.again}
        </PostButton>
        {others.slice(0, 1).map((other) => (
          <LinkButton href={boardPaths.compare(id, other.id)}>{t.compare}</LinkButton>
        ))}
      </Actions>
      <Small>{t.againHint}</Small>
    </>
  )
}

const Collisions = ({ page: { locale, view } }: Part): VNode | null => {
  const t = boardWords[locale]
  if (view.collisions.length === 0) return null
  const said = view.collisions.map(({ maker, requestId, personId }) => {
    const what = requestLabel(view, requestId, locale)
    return personId === null
      ? t.sameRequest(spoken(maker), what)
      : t.sameDay(spoken(maker), nameIn(view, personId), what)
  })
  return (
    <Notice tone="attention" title={t.collisions}>
      <Bullets items={[...new Set(said)]} />
    </Notice>
  )
}

const nameIn = ({ names }: BoardView, id: string): Spoken => spoken(names.get(id) ?? { name: '' })

interface Group {
  title: string | VNode
  visits: readonly BoardVisit[]
}

const groupsOf = ({ locale, zone, view, by }: BoardProps): Group[] => {
  const titled = (of: (visit: BoardVisit) => string): Group[] =>
    Array.from(Map.groupBy(view.visits, of), ([title, visits]) => ({ title, visits }))
  if (by === 'day') return titled((one) => formatDayLong(dayIn(one.startsAt, zone), locale))
  if (by === 'place') return titled((one) => placeLabel(view, one.requestId, locale))
  return groupsByPerson(view, by, boardWords[locale].noCompanion)
}

/** In the order of their names' readings: nobody comes first for what they do. */
const groupsByPerson = (view: BoardView, by: 'supporter' | 'companion', nobody: string): Group[] => {
  const idsOf = (visit: BoardVisit): string[] =>
    by === 'supporter' ? visit.people.map(({ why }) => why.personId) : [visit.companionId ?? '']
  const pairs = view.visits.flatMap((visit) => idsOf(visit).map((id) => ({ id, visit })))
  return Array.from(
    Map.groupBy(pairs, ({ id }) => id),
    ([id, own]) => ({
      called: view.names.get(id),
      visits: own.map(({ visit }) => visit),
    }),
  )
    .toSorted((a, b) => ((a.called?.kana ?? '') < (b.called?.kana ?? '') ? -1 : 1))
    .map(({ called, visits }) => ({ title: called ? <Name name={called.name} kana={called.kana} /> : nobody, visits }))
}

const tagOf = (visit: BoardVisit): { key: 'draft' | 'frozen' | 'sent' | 'agreed' | 'attention'; tone: Tone } => {
  if (visit.visitId !== null) return { key: 'agreed', tone: 'good' }
  if (visit.against.length > 0 || visit.draft?.notSent) return { key: 'attention', tone: 'attention' }
  if (visit.draft?.sentAt) return { key: 'sent', tone: 'waiting' }
  return visit.draft?.frozen ? { key: 'frozen', tone: 'good' } : { key: 'draft', tone: 'neutral' }
}

const VisitCard = ({ page, visit }: Part & { visit: BoardVisit }): VNode => {
  const { locale, zone, view } = page
  const t = boardWords[locale]
  const tag = tagOf(visit)
  const href = visit.visitId === null ? requestPaths.request(visit.requestId) : visitPaths.visit(visit.visitId)
  return (
    <Card
      title={requestLabel(view, visit.requestId, locale)}
      href={href}
      tag={<StatusTag tone={tag.tone}>{t.tag[tag.key]}</StatusTag>}
    >
      <p>{formatSpan(visit.startsAt, visit.endsAt, zone, locale)}</p>
      <WhyTheyGo view={view} visit={visit} locale={locale} />
      {visit.draft === null && <Small>{t.agreedBefore}</Small>}
      {visit.draft?.notSent && visit.against.length === 0 && <Notice tone="attention">{t.notSent}</Notice>}
      <Against page={page} visit={visit} />
      {view.own && visit.draft !== null && visit.visitId === null && <VisitActions page={page} visit={visit} />}
    </Card>
  )
}

/** Who goes, why, and what they have said so far. */
export const WhyTheyGo = ({
  view,
  visit,
  locale,
}: {
  view: Pick<BoardView, 'names'>
  visit: Pick<BoardVisit, 'people' | 'companionId'>
  locale: Locale
}): VNode => {
  const t = boardWords[locale]
  const naming = namingIn(locale, view.names)
  const companion = visit.companionId === null ? null : view.names.get(visit.companionId)
  return (
    <>
      <Bullets
        items={visit.people.map(({ why, answer }) => {
          const called = view.names.get(why.personId) ?? { name: '', kana: '' }
          const said = answer === null ? [] : [t.answer[answer]]
          return (
            <>
              <Name name={called.name} kana={called.kana} />
              {locale === 'en' ? ': ' : '：'}
              {asSentences([whyHereSentence(why, naming), ...said], locale)}
            </>
          )
        })}
      />
      <p>{companion ? t.companionOf(spoken(companion)) : t.noCompanion}</p>
    </>
  )
}

const Against = ({ page: { locale, view, token }, visit }: Part & { visit: BoardVisit }): VNode | null => {
  const t = boardWords[locale]
  if (visit.against.length === 0) return null
  const said = visit.against.map((one) =>
    one.personId === null ? againstText(one, locale) : t.against(nameIn(view, one.personId), againstText(one, locale)),
  )
  const instead = visit.repair?.map((id) => nameIn(view, id)) ?? []
  return (
    <Notice tone="attention">
      <Bullets items={said} />
      <p>{instead.length > 0 ? t.seatOpen(listed(instead, locale)) : t.nobodyElse}</p>
      {view.own && instead.length > 0 && (
        <PostButton action={boardPaths.repair(view.draft.id, visit.requestId)} token={token()}>
          {t.useRepair}
        </PostButton>
      )}
    </Notice>
  )
}

const VisitActions = ({ page: { locale, view, token }, visit }: Part & { visit: BoardVisit }): VNode => {
  const t = boardWords[locale]
  const frozen = visit.draft?.frozen ?? false
  return (
    <Actions>
      <LinkButton href={boardPaths.visit(view.draft.id, visit.requestId)}>{t.change}</LinkButton>
      {visit.draft?.sentAt ? null : (
        <PostButton
          action={boardPaths.frozen(view.draft.id, visit.requestId)}
          token={token()}
          kind="quiet"
          fields={{ frozen: frozen ? 'no' : 'yes' }}
        >
          {frozen ? t.unfreeze : t.freeze}
        </PostButton>
      )}
    </Actions>
  )
}

const Open = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = boardWords[locale]
  return (
    <Section title={t.open} id="open">
      {view.open.length === 0 ? (
        <EmptyState>{t.noneOpen}</EmptyState>
      ) : (
        view.open.map((why) => <OpenCard page={page} why={why} />)
      )}
    </Section>
  )
}

const OpenCard = ({ page: { locale, view }, why }: Part & { why: WhyOpen }): VNode => {
  const t = boardWords[locale]
  return (
    <Card title={requestLabel(view, why.requestId, locale)} href={requestPaths.request(why.requestId)}>
      <WhyStaysOpen why={why} locale={locale} />
      {view.own && (
        <Actions>
          <LinkButton href={boardPaths.visit(view.draft.id, why.requestId)}>{t.choose}</LinkButton>
        </Actions>
      )}
    </Card>
  )
}

/** Whom it would need, what stands in the way, and what would help. */
export const WhyStaysOpen = ({ why, locale }: { why: WhyOpen; locale: Locale }): VNode => {
  const t = boardWords[locale]
  const needs = needsSentence(why, locale)
  return (
    <>
      {needs === '' ? null : <p>{needs}</p>}
      {why.fillable ? null : (
        <>
          <p>{t.inTheWay}</p>
          <Bullets items={why.inTheWay.map((one) => inTheWayText(one, locale))} />
          <p>{t.wouldHelp}</p>
          <Bullets items={helpTexts(why, namingIn(locale))} />
        </>
      )}
    </>
  )
}

const Shortages = ({ page: { locale, view } }: Part): VNode | null => {
  if (view.shortages.length === 0) return null
  const said = (shortage: Shortage): string => {
    const place = view.places.get(shortage.placeId ?? '')
    const where = place ? place.town || place.name : boardWords[locale].online
    return shortageText(shortage, { weekday: weekdayLabel(shortage.weekday, locale), place: where }, locale)
  }
  return (
    <Section title={boardWords[locale].shortages}>
      <Bullets items={[...new Set(view.shortages.map(said))]} />
    </Section>
  )
}

import type { VNode } from 'preact'
import { monthOf } from '#kernel/calendar-day.ts'
import { formatMonth } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  Bullets,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Pagination,
  PostButton,
  Section,
  Small,
  Tabs,
} from '#ui/index.ts'
import { boardOrders } from '../data/board-lines.ts'
import { boardPageSize } from '../actions/read-board.ts'
import { ChooseGroup, groupTitle } from './board-groups.tsx'
import { requestLabel } from './board-labels.ts'
import { BoardOpen, BoardShortages } from './board-open.tsx'
import { boardPaths } from './board-paths.ts'
import { type BoardProps, nameIn, type Part } from './board-view.ts'
import { AgreedVisits, VisitCard } from './board-visit-card.tsx'
import { boardWords } from './words-board.ts'

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
        {view.own &&
          (view.work?.status === 'cancelled' ? (
            <PostButton action={boardPaths.again(id)} token={token()}>
              {t.make}
            </PostButton>
          ) : (
            <PostButton action={boardPaths.stop(id)} token={token()}>
              {t.stop}
            </PostButton>
          ))}
      </Actions>
    </>
  )
}

const Planned = ({ page }: Part): VNode => {
  const { locale, view, look } = page
  const { by, of, from } = look
  const t = boardWords[locale]
  return (
    <>
      <Lead>{view.own ? t.plannedCount(view.planned) : t.sentOnly}</Lead>
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
      <ChooseGroup page={page} />
      {view.groups.length === 0 && (
        <Section title={t.visits}>
          <EmptyState>{t.noVisits}</EmptyState>
        </Section>
      )}
      {view.groups.map((group) => (
        <Section title={groupTitle({ locale, view, by }, group.key)}>
          {group.visits
            .filter((visit) => visit.draft !== null)
            .map((visit) => (
              <VisitCard page={page} visit={visit} />
            ))}
          <AgreedVisits page={page} visits={group.visits.filter((visit) => visit.draft === null)} />
        </Section>
      ))}
      <Pagination
        locale={locale}
        previous={
          from > 0 ? boardPaths.draftBy(view.draft.id, by, { of, from: Math.max(0, from - boardPageSize) }) : null
        }
        next={view.more ? boardPaths.draftBy(view.draft.id, by, { of, from: from + boardPageSize }) : null}
      />
      {view.own && (
        <>
          <BoardOpen page={page} />
          <BoardShortages page={page} />
        </>
      )}
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

import type { VNode } from 'preact'
import {
  helpTexts,
  inTheWayText,
  needsSentence,
  type Shortage,
  shortageText,
  type WhyOpen,
} from '#domains/matching/index.ts'
import { weekdayLabel } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, Bullets, Card, EmptyState, LinkButton, Pagination, Section, Small } from '#ui/index.ts'
import { type BoardView, openPageSize } from '../actions/read-board.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import type { Part } from './board-view.ts'
import { namingIn } from './naming.ts'
import { requestPaths } from './paths.ts'
import { boardWords } from './words-board.ts'

/** Requests that stay open, with whom they would need and what would help. */
export const BoardOpen = ({ page }: Part): VNode => {
  const { locale, view, look } = page
  const t = boardWords[locale]
  const { by, of, from, openFrom } = look
  const path = (open: number): string => `${boardPaths.draftBy(view.draft.id, by, { of, from, open })}#open`
  return (
    <Section title={t.open} id="open">
      {view.open.length === 0 ? (
        <EmptyState>{t.noneOpen}</EmptyState>
      ) : (
        <>
          {view.open.some((one) => one.why !== null) && <Small>{t.openWhenPlanned}</Small>}
          {view.open.map((one) => (
            <OpenCard page={page} open={one} />
          ))}
          <Pagination
            locale={locale}
            previous={openFrom > 0 ? path(Math.max(0, openFrom - openPageSize)) : null}
            next={view.openMore ? path(openFrom + openPageSize) : null}
          />
        </>
      )}
    </Section>
  )
}

const OpenCard = ({
  page: { locale, view },
  open: { requestId, why },
}: Part & { open: BoardView['open'][number] }): VNode => {
  const t = boardWords[locale]
  return (
    <Card title={requestLabel(view, requestId, locale)} href={requestPaths.request(requestId)}>
      {why ? <WhyStaysOpen why={why} locale={locale} /> : <p>{t.openAsk}</p>}
      <Actions>
        <LinkButton href={boardPaths.visit(view.draft.id, requestId)}>{t.choose}</LinkButton>
      </Actions>
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

/** When and where people are short in the month. */
export const BoardShortages = ({ page: { locale, view } }: Part): VNode | null => {
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

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
import { Actions, Bullets, Card, EmptyState, LinkButton, List, Section } from '#ui/index.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import type { Part } from './board-view.ts'
import { namingIn } from './naming.ts'
import { requestPaths } from './paths.ts'
import { boardWords } from './words-board.ts'

/** Requests that stay open, with whom they would need and what would help. */
export const BoardOpen = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = boardWords[locale]
  return (
    <Section title={t.open} id="open">
      {view.open.length === 0 ? (
        <EmptyState>{t.noneOpen}</EmptyState>
      ) : (
        <>
          {view.open.map((why) => (
            <OpenCard page={page} why={why} />
          ))}
          {view.openMore.length > 0 && (
            <List
              items={view.openMore.map((id) => ({
                title: requestLabel(view, id, locale),
                href: view.own ? boardPaths.visit(view.draft.id, id) : requestPaths.request(id),
              }))}
            />
          )}
        </>
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

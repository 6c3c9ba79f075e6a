import type { VNode } from 'preact'
import { formatInstantShort, formatSpan } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, EmptyState, Heading, Lead, List, Pagination } from '#ui/index.ts'
import { type Comparison, differencesPageSize } from '../actions/compare-drafts.ts'
import type { DraftVisit } from '../data/draft-visits.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import { nameIn } from './board-view.ts'
import { boardWords } from './words-board.ts'

interface Props {
  locale: Locale
  zone: string
  comparison: Comparison
  from: number
}

/** Two drafts of a month: where they differ, in words. */
export const BoardComparePage = (props: Props): VNode => {
  const { locale, zone, comparison, from } = props
  const { here, there, differences, more } = comparison
  const t = boardWords[locale]
  const path = (at: number): string => boardPaths.compareFrom(here.id, there.id, at)
  return (
    <>
      <BackLink href={boardPaths.draft(here.id)}>{t.backToDraft}</BackLink>
      <Heading>{t.compareTitle}</Heading>
      <Lead>
        {t.compareLead(formatInstantShort(here.madeAt, zone, locale), formatInstantShort(there.madeAt, zone, locale))}
      </Lead>
      {differences.length === 0 ? (
        <EmptyState>{t.alike}</EmptyState>
      ) : (
        <List
          items={differences.map((one) => ({
            title: requestLabel(comparison, one.difference.requestId, locale),
            lines: [
              one.there === null ? t.onlyHere : one.here === null ? t.onlyThere : null,
              one.here && t.here(inWords(props, one.here)),
              one.there && t.there(inWords(props, one.there)),
            ],
          }))}
        />
      )}
      <Pagination
        locale={locale}
        previous={from > 0 ? path(Math.max(0, from - differencesPageSize)) : null}
        next={more ? path(from + differencesPageSize) : null}
      />
    </>
  )
}

const inWords = ({ locale, zone, comparison }: Props, visit: DraftVisit): string => {
  const t = boardWords[locale]
  return listed(
    [
      formatSpan(visit.startsAt, visit.endsAt, zone, locale),
      ...visit.supporterIds.map((id) => nameIn(comparison, id)),
      visit.companionId === null ? t.noCompanion : t.companionOf(nameIn(comparison, visit.companionId)),
    ],
    locale,
  )
}

import type { VNode } from 'preact'
import { formatInstantShort, formatSpan } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { BackLink, EmptyState, Heading, Lead, List } from '#ui/index.ts'
import type { BoardView } from '../actions/read-board.ts'
import { differencesBetween, type Drafted } from '../core/draft-comparison.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import { boardWords } from './words-board.ts'

interface Props {
  locale: Locale
  zone: string
  here: BoardView
  there: BoardView
}

const draftedOf = ({ visits }: BoardView): Drafted[] =>
  visits
    .filter((one) => one.draft !== null)
    .map((one) => ({
      requestId: one.requestId,
      slotId: one.startsAt.toISOString(),
      supporterIds: one.people.map(({ why }) => why.personId),
      companionId: one.companionId,
    }))

/** Two drafts of a month: where they differ, in words. */
export const BoardComparePage = (props: Props): VNode => {
  const { locale, zone, here, there } = props
  const t = boardWords[locale]
  const found = differencesBetween(draftedOf(here), draftedOf(there))
  const madeAt = ({ draft }: BoardView): string => formatInstantShort(draft.madeAt, zone, locale)
  return (
    <>
      <BackLink href={boardPaths.draft(here.draft.id)}>{t.backToDraft}</BackLink>
      <Heading>{t.compareTitle}</Heading>
      <Lead>{t.compareLead(madeAt(here), madeAt(there))}</Lead>
      {found.length === 0 ? (
        <EmptyState>{t.alike}</EmptyState>
      ) : (
        <List
          items={found.map((one) => ({
            title: requestLabel(one.kind === 'only_there' ? there : here, one.requestId, locale),
            lines: [
              one.kind === 'only_here' ? t.onlyHere : one.kind === 'only_there' ? t.onlyThere : null,
              one.kind === 'only_there' ? null : t.here(inWords(props, here, one.requestId)),
              one.kind === 'only_here' ? null : t.there(inWords(props, there, one.requestId)),
            ],
          }))}
        />
      )}
    </>
  )
}

const inWords = ({ locale, zone }: Props, view: BoardView, requestId: string): string => {
  const visit = view.visits.find((one) => one.requestId === requestId)
  if (!visit) return ''
  const nameOf = (id: string) => spoken(view.names.get(id) ?? { name: '' })
  const t = boardWords[locale]
  return listed(
    [
      formatSpan(visit.startsAt, visit.endsAt, zone, locale),
      ...visit.people.map(({ why }) => nameOf(why.personId)),
      visit.companionId === null ? t.noCompanion : t.companionOf(nameOf(visit.companionId)),
    ],
    locale,
  )
}

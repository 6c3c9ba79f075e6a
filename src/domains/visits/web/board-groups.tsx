import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { Name } from '#ui/index.ts'
import type { BoardView, BoardVisit } from '../actions/read-board.ts'
import { placeLabel } from './board-labels.ts'
import type { BoardProps } from './board-view.ts'
import { boardWords } from './words-board.ts'

interface Group {
  title: string | VNode
  visits: readonly BoardVisit[]
}

/** The visits as they are looked at: by day, place, supporter or companion. */
export const groupsOf = ({ locale, zone, view, by }: BoardProps): Group[] => {
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

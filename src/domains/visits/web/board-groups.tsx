import type { VNode } from 'preact'
import { parseDay } from '#kernel/calendar-day.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { FilterForm, Name, Select, TextField } from '#ui/index.ts'
import type { BoardView } from '../actions/read-board.ts'
import type { BoardOrder } from '../data/board-lines.ts'
import { boardPaths } from './board-paths.ts'
import type { Part } from './board-view.ts'
import { boardWords } from './words-board.ts'

interface Grouped {
  locale: Locale
  view: BoardView
  by: BoardOrder
}

/** What a group of visits is called: its day, its place, its person. */
export const groupTitle = ({ locale, view, by }: Grouped, key: string): string | VNode => {
  const t = boardWords[locale]
  if (by === 'day' || by === 'place') return choiceLabel({ locale, view, by }, key)
  const called = view.names.get(key)
  return called ? <Name name={called.name} kana={called.kana} /> : t.noCompanion
}

const choiceLabel = ({ locale, view, by }: Grouped, key: string): string => {
  const t = boardWords[locale]
  if (by === 'place') return key === '' ? t.onlineOrNoPlace : (view.places.get(key)?.name ?? t.noPlace)
  const day = parseDay(key)
  return day === null ? key : formatDayLong(day, locale)
}

/** Where a month does not stand on one page: a day, a place or a name to look at. */
export const ChooseGroup = ({ page }: Part): VNode | null => {
  const { locale, view, look } = page
  const { by, of, from } = look
  if (!view.more && from === 0 && of === '') return null
  const t = boardWords[locale]
  const form = { locale, values: { of }, errors: [], id: '' }
  return (
    <FilterForm action={boardPaths.draft(view.draft.id)} submit={t.lookAt}>
      <input type="hidden" name="by" value={by} />
      {by === 'day' || by === 'place' ? (
        <Select
          form={form}
          name="of"
          label={t.which[by]}
          unmarked
          blank={t.all}
          options={view.choices.map((key) => ({ value: key, label: choiceLabel({ locale, view, by }, key) }))}
        />
      ) : (
        <TextField form={form} name="of" label={t.which[by]} unmarked maxlength={60} />
      )}
    </FilterForm>
  )
}

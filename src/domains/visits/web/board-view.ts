import type { Locale } from '#platform/i18n/reader.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import type { BoardLook, BoardView } from '../actions/read-board.ts'
import type { Draft } from '../data/drafts.ts'

export interface BoardProps {
  locale: Locale
  zone: string
  view: BoardView
  look: BoardLook
  /** The maker's other drafts of the month. */
  others: readonly Draft[]
  token: () => string
}

export interface Part {
  page: BoardProps
}

export const nameIn = ({ names }: Pick<BoardView, 'names'>, id: string): Spoken => spoken(names.get(id) ?? { name: '' })

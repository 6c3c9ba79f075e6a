import type { Locale } from '#platform/i18n/reader.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import type { BoardView } from '../actions/read-board.ts'
import type { Draft } from '../data/drafts.ts'

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

export interface Part {
  page: BoardProps
}

export const nameIn = ({ names }: BoardView, id: string): Spoken => spoken(names.get(id) ?? { name: '' })

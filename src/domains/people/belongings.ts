import type { Ctx } from '#platform/http/call.ts'
import type { StandsInTheWay } from './forgetting.ts'

/** Two records of one person: the one that stays, and the one that goes into it. */
export interface Pair {
  kept: string
  gone: string
}

/** A column that says whose a row is. */
export interface PersonColumn {
  table: string
  column: string
  /** What tells its rows apart, beside the programme and the person; 'id' unless said. */
  key?: readonly string[]
  /** Where the one that stays has its like already: the row follows as ended, by this column. Unless said, it is left where it is. */
  ifTwice?: string
}

/** Text that is sealed with somebody's key. */
export interface SealedColumn {
  table: string
  column: string
  /** Whose key: the person of the row above, which is in this table and named by this column. The person of the row itself unless said. */
  owner?: { table: string; by: string }
  /** What the text is bound to: these columns with this between them. The id unless said. */
  row?: { of: readonly string[]; between: string }
}

/**
 * What belongs to somebody in the tables of a slice, and follows when two records of one person become one. Each slice says what would not go
 * together; collected in src/belongings.ts.
 */
export interface Belongings {
  columns: readonly PersonColumn[]
  sealed: readonly SealedColumn[]
  standsInTheWay(ctx: Ctx, pair: Pair): Promise<StandsInTheWay[]>
}

/** Sealed columns of one table. */
export const sealedIn = (
  table: string,
  columns: readonly string[],
  where: Pick<SealedColumn, 'owner' | 'row'> = {},
): SealedColumn[] => columns.map((column) => ({ table, column, ...where }))

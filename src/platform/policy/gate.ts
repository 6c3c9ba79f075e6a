import { type DataClass, sensitive } from './classes.ts'

type ClassMap<Row> = { readonly [K in keyof Row]: DataClass }

/** What is left of a row: what only holds it together, and what was allowed. */
export type Revealed<Row, Classes extends ClassMap<Row>> = {
  [K in keyof Row as Classes[K] extends 'system' ? K : never]: Row[K]
} & { [K in keyof Row as Classes[K] extends 'system' ? never : K]?: Row[K] }

/** A row that cannot be read, printed or turned into JSON before `reveal` was told what is allowed. */
export class Gated<Row, Classes extends ClassMap<Row>> {
  readonly #row: Row
  readonly #classes: Classes

  constructor(row: Row, classes: Classes) {
    this.#row = row
    this.#classes = classes
  }

  static reveal<Row, Classes extends ClassMap<Row>>(
    gated: Gated<Row, Classes>,
    allowed: ReadonlySet<DataClass>,
  ): Revealed<Row, Classes> {
    const fields = Object.entries(gated.#row as object).filter(([name]) => {
      const kind = gated.#classes[name as keyof Row]
      return kind === 'system' || (kind !== undefined && allowed.has(kind))
    })
    return Object.fromEntries(fields) as Revealed<Row, Classes>
  }

  static sensitiveIn<Row, Classes extends ClassMap<Row>>(gated: Gated<Row, Classes>): DataClass[] {
    const kinds = new Set<DataClass>(Object.keys(gated.#row as object).map((name) => gated.#classes[name as keyof Row]))
    return sensitive.filter((kind) => kinds.has(kind))
  }
}

export const sealRow = <Row, const Classes extends ClassMap<Row>>(row: Row, classes: Classes): Gated<Row, Classes> =>
  new Gated<Row, Classes>(row, classes)

/** Fields of other classes are absent from the answer, not empty. */
export const reveal = <Row, Classes extends ClassMap<Row>>(
  gated: Gated<Row, Classes>,
  allowed: ReadonlySet<DataClass>,
): Revealed<Row, Classes> => Gated.reveal(gated, allowed)

export const sealRows = <Row, const Classes extends ClassMap<Row>>(
  rows: readonly Row[],
  classes: Classes,
): Gated<Row, Classes>[] => rows.map((row) => sealRow<Row, Classes>(row, classes))

/** A whole list, each row with what is allowed of it: two rows of one list may differ. */
export const revealAll = <Row, Classes extends ClassMap<Row>>(
  rows: readonly Gated<Row, Classes>[],
  allowedOf: (index: number) => ReadonlySet<DataClass>,
): Revealed<Row, Classes>[] => rows.map((row, index) => reveal(row, allowedOf(index)))

/** Which sensitive classes `reveal` would show: what the audit chain is told. */
export const sensitiveShown = <Row, Classes extends ClassMap<Row>>(
  gated: Gated<Row, Classes>,
  allowed: ReadonlySet<DataClass>,
): DataClass[] => Gated.sensitiveIn(gated).filter((kind) => allowed.has(kind))

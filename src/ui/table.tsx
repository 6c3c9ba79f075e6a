import type { ComponentChildren, VNode } from 'preact'

export interface Column<Row> {
  head: string
  cell: (row: Row) => ComponentChildren
  /** Figures stand right-aligned. */
  numeric?: boolean | undefined
  /** The cell that names the row. */
  rowHead?: boolean | undefined
}

/** On narrow screens each row becomes a block with its column names; `wide` keeps the grid and lets it scroll. */
export const Table = <Row,>(props: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  captionHidden?: boolean | undefined
  wide?: boolean | undefined
  foot?: Row | undefined
}): VNode => {
  const { columns } = props
  const table = (
    <table class={props.wide ? undefined : 'stack'} role={props.wide ? undefined : 'table'}>
      <caption class={props.captionHidden ? 'sr' : undefined}>{props.caption}</caption>
      <thead role={props.wide ? undefined : 'rowgroup'}>
        <tr role={props.wide ? undefined : 'row'}>
          {columns.map((column) => (
            <th scope="col" role={props.wide ? undefined : 'columnheader'} class={column.numeric ? 'num' : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={props.wide ? undefined : 'rowgroup'}>
        {props.rows.map((row) => rowOf(columns, row, props.wide))}
      </tbody>
      {props.foot ? (
        <tfoot role={props.wide ? undefined : 'rowgroup'}>{rowOf(columns, props.foot, props.wide)}</tfoot>
      ) : null}
    </table>
  )
  return props.wide ? (
    <section class="scroll" tabindex={0} aria-label={props.caption}>
      {table}
    </section>
  ) : (
    table
  )
}

const rowOf = <Row,>(columns: readonly Column<Row>[], row: Row, wide = false): VNode => (
  <tr role={wide ? undefined : 'row'}>
    {columns.map((column) =>
      column.rowHead ? (
        <th scope="row" role={wide ? undefined : 'rowheader'}>
          {column.cell(row)}
        </th>
      ) : (
        <td
          role={wide ? undefined : 'cell'}
          data-head={wide ? undefined : column.head}
          class={column.numeric ? 'num' : undefined}
        >
          {column.cell(row)}
        </td>
      ),
    )}
  </tr>
)

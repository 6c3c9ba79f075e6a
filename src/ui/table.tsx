import type { ComponentChildren, VNode } from 'preact'
import { jsxAttr, jsxEscape, jsxTemplate } from 'preact/jsx-runtime'

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
  const row = rowsOf(columns, props.wide)
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
      <tbody role={props.wide ? undefined : 'rowgroup'}>{props.rows.map(row)}</tbody>
      {props.foot ? <tfoot role={props.wide ? undefined : 'rowgroup'}>{row(props.foot)}</tfoot> : null}
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

// What is the same in every row is written once: a long table is the dearest thing on a page.
const rowsOf = <Row,>(columns: readonly Column<Row>[], wide = false): ((row: Row) => VNode) => {
  const opening = columns.map((column) => openingOf(column, wide))
  const closing = columns.map((column) => (column.rowHead ? '</th>' : '</td>'))
  const between = columns.map((_, at) => `${closing[at - 1] ?? (wide ? '<tr>' : '<tr role="row">')}${opening[at]}`)
  const template = [...between, `${closing.at(-1)}</tr>`]
  return (row) => jsxTemplate(template, ...columns.map((column) => textOrNodes(column.cell(row))))
}

// Nodes are rendered, and their texts escaped, by the renderer.
const textOrNodes = (content: ComponentChildren): unknown =>
  typeof content === 'object' ? content : jsxEscape(content)

const openingOf = <Row,>(column: Column<Row>, wide: boolean): string => {
  const attributes = column.rowHead
    ? [jsxAttr('scope', 'row'), wide ? '' : jsxAttr('role', 'rowheader')]
    : [
        wide ? '' : jsxAttr('role', 'cell'),
        wide ? '' : jsxAttr('data-head', column.head),
        column.numeric ? jsxAttr('class', 'num') : '',
      ]
  return `<${[column.rowHead ? 'th' : 'td', ...attributes.filter(Boolean)].join(' ')}>`
}

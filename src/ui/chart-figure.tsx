import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Column, Table } from './table.tsx'
import { uiWords } from './words.ts'

/** A drawing that says in words what it shows, and the same numbers as a table beneath. */
export const ChartFigure = <Row,>(props: {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  height: number
  locale: Locale
  legend?: VNode | null | undefined
  children: ComponentChildren
  rows: readonly Row[]
  columns: readonly Column<Row>[]
}): VNode => (
  <figure class="chart">
    <figcaption>{props.title}</figcaption>
    {props.legend ?? null}
    <svg role="img" aria-labelledby={`${props.id}-title ${props.id}-desc`} width="100%" height={props.height}>
      <title id={`${props.id}-title`}>{props.title}</title>
      <desc id={`${props.id}-desc`}>{props.description}</desc>
      {props.children}
    </svg>
    <details class="fold">
      <summary>
        <span>{uiWords[props.locale].numbersTable}</span>
      </summary>
      <Table caption={props.title} captionHidden rows={props.rows} columns={props.columns} />
    </details>
  </figure>
)

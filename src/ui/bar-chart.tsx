import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Table } from './table.tsx'
import { uiWords } from './words.ts'

export interface Bar {
  label: string
  value: number
  /** What was planned: drawn as a mark, written as a word. */
  plan?: number | null
}

const rowHeight = 52

/** Bars with plan marks, each with its figures in words above it; the same numbers as a table beneath. `id` is unique on the page. */
export const BarChart = (props: {
  id: string
  title: string
  /** One sentence that says what the chart shows. */
  description: string
  bars: readonly Bar[]
  locale: Locale
  /** Writes a figure with its unit: '12回'. */
  unit: (value: number) => string
}): VNode => {
  const t = uiWords[props.locale]
  const most = Math.max(1, ...props.bars.flatMap((bar) => [bar.value, bar.plan ?? 0]))
  const planned = props.bars.some((bar) => bar.plan != null)
  return (
    <figure class="chart">
      <figcaption>{props.title}</figcaption>
      {planned ? (
        <p class="legend" aria-hidden="true">
          <span class="legend-actual">{t.actual}</span>
          <span class="legend-plan">{t.plan}</span>
        </p>
      ) : null}
      <svg
        role="img"
        aria-labelledby={`${props.id}-title ${props.id}-desc`}
        width="100%"
        height={props.bars.length * rowHeight}
      >
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc
          id={`${props.id}-desc`}
        >{`${props.description} ${props.bars.map((bar) => said(bar, props.unit, t.plan)).join('、')}`}</desc>
        {props.bars.map((bar, index) => (
          <BarRow bar={bar} top={index * rowHeight} most={most} said={said(bar, props.unit, t.plan)} />
        ))}
      </svg>
      <details class="fold">
        <summary>
          <span>{t.numbersTable}</span>
        </summary>
        <Table
          caption={props.title}
          captionHidden
          rows={props.bars}
          columns={[
            { head: t.item, cell: (bar) => bar.label, rowHead: true },
            { head: t.actual, cell: (bar) => props.unit(bar.value), numeric: true },
            ...(planned
              ? [{ head: t.plan, cell: (bar: Bar) => (bar.plan == null ? '' : props.unit(bar.plan)), numeric: true }]
              : []),
          ]}
        />
      </details>
    </figure>
  )
}

const said = (bar: Bar, unit: (value: number) => string, plan: string): string =>
  `${bar.label} ${unit(bar.value)}${bar.plan == null ? '' : `（${plan} ${unit(bar.plan)}）`}`

const share = (value: number, most: number): string => `${Math.round((value / most) * 9900) / 100}%`

const BarRow = (props: { bar: Bar; top: number; most: number; said: string }): VNode => {
  const { bar, top, most } = props
  const planAt = bar.plan == null ? null : share(bar.plan, most)
  return (
    <g>
      <text x="0" y={top + 17}>
        {props.said}
      </text>
      <rect class="track" x="0" y={top + 25} width="99%" height="14" rx="3" />
      <rect class="bar" x="0" y={top + 25} width={share(bar.value, most)} height="14" rx="3" />
      {planAt ? <line class="plan" x1={planAt} x2={planAt} y1={top + 21} y2={top + 43} /> : null}
    </g>
  )
}

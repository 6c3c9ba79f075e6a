import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { Column } from './table.tsx'
import { uiWords } from './words.ts'

export interface Bar {
  label: string
  value: number
  /** What was planned: drawn as a mark, written as a word. */
  plan?: number | null | undefined
}

type Unit = (value: number) => string

const rowHeight = 52

/** Bars with plan marks, each with its figures in words above it. */
export const BarChart = (props: {
  /** Unique on the page. */
  id: string
  title: string
  /** One sentence that says what the chart shows. */
  description: string
  bars: readonly Bar[]
  locale: Locale
  /** Writes a figure with its unit: '12回'. */
  unit: Unit
}): VNode => {
  const { bars, unit } = props
  const t = uiWords[props.locale]
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.plan ?? 0]))
  const planned = bars.some((bar) => planOf(bar) !== null)
  const planColumn: Column<Bar> = { head: t.plan, cell: (bar) => planSaid(bar, unit), numeric: true }
  return (
    <ChartFigure
      id={props.id}
      title={props.title}
      description={`${props.description} ${bars.map((bar) => said(bar, unit, t.plan)).join('、')}`}
      height={bars.length * rowHeight}
      locale={props.locale}
      legend={planned ? <Legend actual={t.actual} plan={t.plan} /> : null}
      rows={bars}
      columns={[
        { head: t.item, cell: (bar) => bar.label, rowHead: true },
        { head: t.actual, cell: (bar) => unit(bar.value), numeric: true },
        ...(planned ? [planColumn] : []),
      ]}
    >
      {bars.map((bar, index) => (
        <BarRow bar={bar} top={index * rowHeight} most={most} said={said(bar, unit, t.plan)} />
      ))}
    </ChartFigure>
  )
}

const Legend = (props: { actual: string; plan: string }): VNode => (
  <p class="legend" aria-hidden="true">
    <span class="legend-actual">{props.actual}</span>
    <span class="legend-plan">{props.plan}</span>
  </p>
)

const planOf = (bar: Bar): number | null => bar.plan ?? null

const planSaid = (bar: Bar, unit: Unit): string => {
  const plan = planOf(bar)
  return plan === null ? '' : unit(plan)
}

const said = (bar: Bar, unit: Unit, plan: string): string =>
  `${bar.label} ${unit(bar.value)}${planOf(bar) === null ? '' : `（${plan} ${planSaid(bar, unit)}）`}`

const share = (value: number, most: number): string => `${Math.round((value / most) * 9900) / 100}%`

const BarRow = (props: { bar: Bar; top: number; most: number; said: string }): VNode => {
  const { bar, top, most } = props
  const plan = planOf(bar)
  const planAt = plan === null ? null : share(plan, most)
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

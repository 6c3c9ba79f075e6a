import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { ChartFigure } from './chart-figure.tsx'

export interface CoursePoint {
  label: string
  /** One of the `levels`, or null where nothing was said. */
  level: string | null
}

export interface CourseLevel {
  value: string
  label: string
}

const step = 44

/** A person's own course over time, in words from top to bottom; for themselves, never beside another's. */
export const CourseChart = (props: {
  /** Unique on the page. */
  id: string
  title: string
  description: string
  levels: readonly CourseLevel[]
  points: readonly CoursePoint[]
  pointHead: string
  levelHead: string
  locale: Locale
}): VNode => {
  const { points, levels } = props
  const wordOf = (point: CoursePoint) => levels.find((level) => level.value === point.level)?.label ?? ''
  return (
    <ChartFigure
      id={props.id}
      title={props.title}
      description={`${props.description} ${points.map((point) => `${point.label} ${wordOf(point)}`).join('、')}`}
      height={levels.length * step}
      locale={props.locale}
      rows={points}
      columns={[
        { head: props.pointHead, cell: (point) => point.label, rowHead: true },
        { head: props.levelHead, cell: wordOf },
      ]}
    >
      {levels.map((level, index) => (
        <g>
          <text x="0" y={yOf(index) + 5}>
            {level.label}
          </text>
          <line class="grid" x1="31%" x2="99%" y1={yOf(index)} y2={yOf(index)} />
        </g>
      ))}
      <Line spots={spotsOf(points, levels)} />
    </ChartFigure>
  )
}

interface Spot {
  x: string
  y: number
}

// Points about which nothing was said keep their place in time, without a mark.
const spotsOf = (points: readonly CoursePoint[], levels: readonly CourseLevel[]): Spot[] =>
  points.flatMap((point, index) => {
    const level = levels.findIndex((each) => each.value === point.level)
    const x = points.length === 1 ? 65 : 34 + (index * 62) / (points.length - 1)
    return level < 0 ? [] : [{ x: `${x}%`, y: yOf(level) }]
  })

const Line = (props: { spots: readonly Spot[] }): VNode => (
  <g>
    {props.spots.map((spot, index) => {
      const before = props.spots[index - 1]
      return before ? <line class="course-line" x1={before.x} y1={before.y} x2={spot.x} y2={spot.y} /> : null
    })}
    {props.spots.map((spot) => (
      <circle class="course-point" cx={spot.x} cy={spot.y} r="6" />
    ))}
  </g>
)

const yOf = (level: number): number => level * step + step / 2

import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Table } from './table.tsx'
import { uiWords } from './words.ts'

export interface CoursePoint {
  label: string
  /** One of the `levels`, or null where nothing was said. */
  level: string | null
}

const step = 44

/** A person's own course over time, in words from top to bottom; for themselves, never beside another's. `id` is unique on the page. */
export const CourseChart = (props: {
  id: string
  title: string
  description: string
  levels: readonly { value: string; label: string }[]
  points: readonly CoursePoint[]
  pointHead: string
  levelHead: string
  locale: Locale
}): VNode => {
  const { points, levels } = props
  const height = levels.length * step
  const at = points.map((point, index) => ({
    x: points.length === 1 ? 62 : 34 + (index * 62) / (points.length - 1),
    level: levels.findIndex((level) => level.value === point.level),
  }))
  const known = at.filter((point) => point.level >= 0)
  const wordOf = (point: CoursePoint) => levels.find((level) => level.value === point.level)?.label ?? ''
  return (
    <figure class="chart course">
      <figcaption>{props.title}</figcaption>
      <svg role="img" aria-labelledby={`${props.id}-title ${props.id}-desc`} width="100%" height={height}>
        <title id={`${props.id}-title`}>{props.title}</title>
        <desc id={`${props.id}-desc`}>
          {`${props.description} ${points.map((point) => `${point.label} ${wordOf(point)}`).join('、')}`}
        </desc>
        {levels.map((level, index) => (
          <g>
            <text x="0" y={yOf(index) + 5}>
              {level.label}
            </text>
            <line class="grid" x1="31%" x2="99%" y1={yOf(index)} y2={yOf(index)} />
          </g>
        ))}
        {known.slice(1).map((point, index) => {
          const before = known[index]
          return before ? (
            <line
              class="course-line"
              x1={`${before.x}%`}
              y1={yOf(before.level)}
              x2={`${point.x}%`}
              y2={yOf(point.level)}
            />
          ) : null
        })}
        {known.map((point) => (
          <circle class="course-point" cx={`${point.x}%`} cy={yOf(point.level)} r="6" />
        ))}
      </svg>
      <details class="fold">
        <summary>
          <span>{uiWords[props.locale].numbersTable}</span>
        </summary>
        <Table
          caption={props.title}
          captionHidden
          rows={points}
          columns={[
            { head: props.pointHead, cell: (point) => point.label, rowHead: true },
            { head: props.levelHead, cell: wordOf },
          ]}
        />
      </details>
    </figure>
  )
}

const yOf = (level: number): number => level * step + step / 2

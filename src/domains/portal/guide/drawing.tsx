import type { VNode } from 'preact'

export type DrawingKind =
  | 'sheet'
  | 'letter'
  | 'together'
  | 'faces'
  | 'talk'
  | 'rest'
  | 'menu'
  | 'calendar'
  | 'people'
  | 'chart'

const person = (x: number, y: number) =>
  `M${x - 8} ${y + 26}c0-9 4-14 8-14s8 5 8 14M${x - 5} ${y + 4}a5 5 0 1 0 10 0a5 5 0 1 0-10 0`

// Lines only, on a field of 96 × 64: a hint beside the words, never instead of them.
const lines: Record<DrawingKind, string> = {
  sheet: 'M30 8h28l10 10v38h-38zM58 8v10h10M37 26h22M37 34h22M37 42h14M72 30l8 8-20 20-9 2 2-9z',
  letter: 'M20 16h56v36h-56zM20 18l28 20 28-20M66 10a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  together: `${person(34, 22)}${person(54, 22)}M14 54h64M70 54v-28h14v28M75 40h4`,
  faces:
    'M14 32a14 14 0 1 0 28 0a14 14 0 1 0-28 0M23 28v3M33 28v3M22 37c3 4 9 4 12 0M54 32a14 14 0 1 0 28 0a14 14 0 1 0-28 0M63 28v3M73 28v3M62 38h12',
  talk: 'M14 12h40v24h-24l-8 8v-8h-8zM62 26h20v22h-6v8l-8-8h-22v-6M22 20h24M22 27h16',
  rest: 'M22 30h38v10c0 9-6 14-14 14h-10c-8 0-14-5-14-14zM60 34h6c8 0 8 12 0 12h-7M32 22c-4-5 4-7 0-12M42 22c-4-5 4-7 0-12M52 22c-4-5 4-7 0-12',
  menu: 'M26 8h44v48h-44zM34 20l3 3 5-6M48 20h14M34 34l3 3 5-6M48 34h14M34 48l3 3 5-6M48 48h14',
  calendar: 'M22 14h52v42h-52zM22 26h52M34 8v10M62 8v10M32 36h6M45 36h6M58 36h6M32 46h6M45 46h6',
  people: `${person(24, 24)}${person(48, 18)}${person(72, 24)}M10 56h76`,
  chart: 'M18 8v48h62M28 56v-16h10v16M46 56v-26h10v26M64 56v-36h10v36M26 26l18-10 20-6',
}

/** A small drawing beside a step. */
export const Drawing = (props: { kind: DrawingKind }): VNode => (
  <svg class="drawing" viewBox="0 0 96 64" width="96" height="64" aria-hidden="true" focusable="false">
    <path d={lines[props.kind]} />
  </svg>
)

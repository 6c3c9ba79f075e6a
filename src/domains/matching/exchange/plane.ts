import type { ExchangeOption } from './form.ts'

interface Point {
  x: number
  y: number
}

/** Minutes from one point to another as the format counts them. */
export const minutesBetween = (a: Point, b: Point): number =>
  a.x === b.x && a.y === b.y ? 0 : Math.round(5 + 2.2 * Math.hypot(a.x - b.x, a.y - b.y))

export const weekOf = (day: number): number => Math.floor(day / 7)

export const endOf = ({ start, dur }: ExchangeOption): number => start + dur

import type { Point } from './facts.ts'

const earthKm = 6371
const radians = Math.PI / 180

/** As the crow flies, in km. */
export const distanceKm = (a: Point, b: Point): number => {
  const lat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const lng = Math.sin(((b.lng - a.lng) * radians) / 2)
  const half = lat * lat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * lng * lng
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** About how many minutes one way; 0 at the same point, null where one of the two is not known. */
export const travelMinutes = (a: Point | null, b: Point | null): number | null => {
  if (a === null || b === null) return null
  if (a.lat === b.lat && a.lng === b.lng) return 0
  return Math.floor(5 + 2.2 * distanceKm(a, b) + 0.5)
}

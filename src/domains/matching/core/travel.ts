import type { Point } from './facts.ts'

const earthKm = 6371
const radians = Math.PI / 180

/** As the crow flies, in km. */
export const distanceKm = (a: Point, b: Point): number =>
  'lat' in a && 'lat' in b ? overTheGlobe(a, b) : 'x' in a && 'x' in b ? Math.hypot(b.x - a.x, b.y - a.y) : 0

type OnGlobe = Extract<Point, { lat: number }>

const overTheGlobe = (a: OnGlobe, b: OnGlobe): number => {
  const lat = Math.sin(((b.lat - a.lat) * radians) / 2)
  const lng = Math.sin(((b.lng - a.lng) * radians) / 2)
  const half = lat * lat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * lng * lng
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** About how many minutes one way; 0 at the same point, null where one of the two is not known. */
export const travelMinutes = (a: Point | null, b: Point | null): number | null => {
  if (a === null || b === null) return null
  const km = distanceKm(a, b)
  return km === 0 ? 0 : Math.floor(5 + 2.2 * km + 0.5)
}

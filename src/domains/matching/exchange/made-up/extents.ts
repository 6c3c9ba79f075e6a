export interface Extent {
  supporters: number
  staff: number
  requests: number
  places: number
  towns: number
  km: readonly [number, number]
}

/** A handful of people, a ward, a city, an area, a prefecture. */
export const extents = {
  T: { supporters: 5, staff: 2, requests: 6, places: 3, towns: 1, km: [6, 6] },
  S: { supporters: 15, staff: 5, requests: 40, places: 6, towns: 2, km: [12, 10] },
  M: { supporters: 150, staff: 40, requests: 600, places: 60, towns: 6, km: [28, 22] },
  L: { supporters: 1500, staff: 300, requests: 6000, places: 500, towns: 30, km: [90, 70] },
  XL: { supporters: 5000, staff: 1000, requests: 25000, places: 1800, towns: 100, km: [170, 130] },
} as const satisfies Record<string, Extent>

export type Size = keyof typeof extents

export const days = 28
export const vocabulary = { activities: 8, topics: 12, experienceKinds: 8 }

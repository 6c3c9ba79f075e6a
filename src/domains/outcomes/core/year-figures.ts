/** The headline of a year. Counted as the glossary says; the page writes each definition beside its figure. */
export interface Headline {
  /** Registered supporters on the last day counted. */
  registered: number
  /** Registered, with at least one held visit in the year. */
  active: number
  /** 派遣回数: held visits, each once. */
  visits: number
  /** 延べ: supporters × held visits. */
  attendances: number
  /** 実人数: different supporters. */
  people: number
  /** Those met at the places, by number only. */
  met: number
}

export const breakdowns = ['month', 'activity', 'place_kind', 'field'] as const
export type Breakdown = (typeof breakdowns)[number]

export const isBreakdown = (text: string): text is Breakdown => (breakdowns as readonly string[]).includes(text)

/** One line of a breakdown. `people` are different supporters within the line: lines may share them. */
export interface Line {
  key: string
  visits: number
  attendances: number
  people: number
}

/** One supporter's presence at one held visit; a held visit without anybody present has a null person. */
export interface Attendance {
  visitId: string
  personId: string | null
  month: string
  activity: string
  placeKind: string
  field: string
}

const keyOf: Record<Breakdown, (one: Attendance) => string> = {
  month: (one) => one.month,
  activity: (one) => one.activity,
  place_kind: (one) => one.placeKind,
  field: (one) => one.field,
}

/** The lines of one breakdown in the order of `keys`; keys without a visit are zero lines, and none is left out. */
export const linesOf = (attendances: readonly Attendance[], by: Breakdown, keys: readonly string[]): Line[] => {
  const groups = Map.groupBy(attendances, keyOf[by])
  const all = [...keys, ...[...groups.keys()].filter((key) => !keys.includes(key)).toSorted()]
  return all.map((key) => ({ key, ...countsOf(groups.get(key) ?? []) }))
}

export const countsOf = (
  attendances: readonly Attendance[],
): { visits: number; attendances: number; people: number } => {
  const present = attendances.filter((one) => one.personId !== null)
  return {
    visits: new Set(attendances.map((one) => one.visitId)).size,
    attendances: present.length,
    people: new Set(present.map((one) => one.personId)).size,
  }
}

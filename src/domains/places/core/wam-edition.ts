import { readWamRow, type WamFacts, type WamRow, type WamTrouble } from './wam-row.ts'
import { wamColumns } from './wam-columns.ts'

/** A row that cannot be taken over, as it stood in the file. */
export interface BrokenRow {
  /** As a spreadsheet counts: the header is line 1. */
  line: number
  cells: readonly string[]
  trouble: WamTrouble
}

export interface Edition {
  rows: WamRow[]
  broken: BrokenRow[]
}

/** Whether the first row is the header of the national list; otherwise it is another file. */
export const isWamHeader = (cells: readonly string[]): boolean =>
  cells.length === wamColumns.length && wamColumns.every((column, index) => cells[index]?.trim() === column)

/** Reads a whole edition: every row is either taken or broken with its reason. The same NO twice: the first counts. */
export const readEdition = (rows: readonly (readonly string[])[]): Edition => {
  const edition: Edition = { rows: [], broken: [] }
  const lines = new Map<string, number>()
  rows.slice(1).forEach((cells, index) => {
    const line = index + 2
    const read = readWamRow(cells)
    if (!read.ok) {
      edition.broken.push({ line, cells, trouble: read.error })
      return
    }
    const firstLine = lines.get(read.value.no)
    if (firstLine !== undefined) {
      edition.broken.push({ line, cells, trouble: { kind: 'twice', firstLine } })
      return
    }
    lines.set(read.value.no, line)
    edition.rows.push(read.value)
  })
  return edition
}

/** What was chosen of an edition; nothing chosen means all. */
export interface Choice {
  municipalities: readonly string[]
  services: readonly string[]
}

export const isChosen = (row: { municipality: string; service: string }, choice: Choice): boolean =>
  (choice.municipalities.length === 0 || choice.municipalities.includes(row.municipality)) &&
  (choice.services.length === 0 || choice.services.includes(row.service))

/** How often each value occurs, in the order of the file. */
export const countsOf = (values: readonly string[]): { value: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** What the programme has from the list so far. */
export interface KnownEntry {
  no: string
  placeId: string
  municipality: string
  service: string
  facts: WamFacts
  gone: boolean
}

/** A place that staff or the place itself entered, without a number of the list. */
export interface KnownPlace {
  placeId: string
  name: string
  municipality: string
}

export interface Change {
  row: WamRow
  placeId: string
  before: WamFacts
  beforeMunicipality: string
  fields: (keyof WamFacts | 'municipality' | 'service')[]
}

/** An edition beside what is there. */
export interface Comparison {
  fresh: WamRow[]
  /** New on the list, but a place of this name is there already: the two are joined, nothing is entered twice. */
  alike: { row: WamRow; placeId: string }[]
  changed: Change[]
  same: WamRow[]
  gone: KnownEntry[]
}

/** Compares the chosen part of an edition with the same part of what is there. */
export const compareEdition = (
  rows: readonly WamRow[],
  known: { entries: readonly KnownEntry[]; places: readonly KnownPlace[] },
  choice: Choice,
): Comparison => {
  const entries = new Map(known.entries.map((entry) => [entry.no, entry]))
  const unlinked = Map.groupBy(known.places, (place) => nameKey(place.name))
  const comparison: Comparison = { fresh: [], alike: [], changed: [], same: [], gone: [] }
  for (const row of rows.filter((each) => isChosen(each, choice))) sort(comparison, row, entries, unlinked)
  // Whoever moved to another town or changed the service is still on the list: gone is only what no row names.
  const onList = new Set(rows.map((row) => row.no))
  comparison.gone = known.entries.filter((entry) => !entry.gone && isChosen(entry, choice) && !onList.has(entry.no))
  return comparison
}

const sort = (
  into: Comparison,
  row: WamRow,
  entries: ReadonlyMap<string, KnownEntry>,
  unlinked: ReadonlyMap<string, KnownPlace[]>,
): void => {
  const entry = entries.get(row.no)
  if (!entry) {
    const placeId = takeAlike(row, unlinked)
    if (placeId === null) into.fresh.push(row)
    else into.alike.push({ row, placeId })
    return
  }
  const fields = differences(entry, row)
  if (fields.length === 0 && !entry.gone) into.same.push(row)
  else
    into.changed.push({
      row,
      placeId: entry.placeId,
      before: entry.facts,
      beforeMunicipality: entry.municipality,
      fields,
    })
}

const differences = (entry: KnownEntry, row: WamRow): Change['fields'] => [
  ...(Object.keys(row.facts) as (keyof WamFacts)[]).filter((field) => entry.facts[field] !== row.facts[field]),
  ...(entry.municipality === row.municipality ? [] : (['municipality'] as const)),
  ...(entry.service === row.service ? [] : (['service'] as const)),
]

// One place answers to one number: a second row of that name is another office.
const takeAlike = (row: WamRow, unlinked: ReadonlyMap<string, KnownPlace[]>): string | null => {
  const places = unlinked.get(nameKey(row.facts.name)) ?? []
  const index = places.findIndex((place) => sameTown(place.municipality, row.municipality))
  return index < 0 ? null : (places.splice(index, 1)[0]?.placeId ?? null)
}

// The list writes the prefecture before the town; staff seldom do.
const sameTown = (ours: string, theirs: string): boolean => {
  const [mine, listed] = [ours, theirs].map((town) => town.normalize('NFKC').replace(/\s/g, '')) as [string, string]
  return mine !== '' && (listed.endsWith(mine) || mine.endsWith(listed))
}

const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・「」（）()]/g, '')

/**
 * The value that a field gets when an edition changes it: the edition's, unless staff or the place have written
 * something else since the last edition. Theirs stays.
 */
export const merged = <T>(now: T, before: T, edition: T): T => (now === before ? edition : now)

import { plainText } from '#platform/documents/typed-values.ts'
import type { IntakeField } from './kinds.ts'

/** Which column holds which field, by its index; null: none. */
export type Mapping = Record<string, number | null>

/** Headings are compared without width, case, spaces and signs. */
const bare = (heading: string): string =>
  plainText(heading)
    .toLowerCase()
    .replaceAll(/[\s()[\]{}<>「」・:*※_./-]/g, '')

/** Proposes a mapping: a heading that says exactly what a field is called, each column once. What is not certain stays open. */
export const proposeMapping = (headings: readonly string[], fields: readonly IntakeField[]): Mapping => {
  const found = headings.map(bare)
  const used = new Set<number>()
  const columnOf = (field: IntakeField): number | null => {
    const names = [...Object.values(field.label), ...field.names].map(bare)
    const index = found.findIndex((heading, at) => heading !== '' && !used.has(at) && names.includes(heading))
    if (index < 0) return null
    used.add(index)
    return index
  }
  return Object.fromEntries(fields.map((field) => [field.key, columnOf(field)]))
}

export type MappingTrouble = { field: string; kind: 'missing' | 'twice' }

/** What stands in the way of reading by this mapping. */
export const mappingTroubles = (mapping: Mapping, fields: readonly IntakeField[]): MappingTrouble[] =>
  fields.flatMap((field): MappingTrouble[] => {
    const column = mapping[field.key] ?? null
    if (column === null) return field.required ? [{ field: field.key, kind: 'missing' }] : []
    const first = fields.find((other) => mapping[other.key] === column)
    return first === field ? [] : [{ field: field.key, kind: 'twice' }]
  })

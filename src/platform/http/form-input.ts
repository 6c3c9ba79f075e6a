import type { Context } from 'hono'
import { withoutMarks } from '#platform/i18n/spoken.ts'
import type { FormInput } from './call.ts'

type Part = string | File

/** Reads a posted form whole. Text is cleaned of what no field means: NUL, halves of characters, CR, marks of readings. */
export const readForm = async (c: Context): Promise<FormInput> => {
  const body = (await c.req.parseBody({ all: true })) as Record<string, Part | Part[]>
  return formOf(new Map(Object.entries(body).map(([name, part]) => [name, Array.isArray(part) ? part : [part]])))
}

export const emptyForm = (): FormInput => formOf(new Map())

const formOf = (parts: ReadonlyMap<string, Part[]>): FormInput => {
  const texts = (name: string): string[] =>
    (parts.get(name) ?? []).filter((part): part is string => typeof part === 'string').map(cleaned)
  const values: Record<string, string | string[]> = Object.create(null)
  for (const name of parts.keys()) {
    const list = texts(name)
    if (list.length > 0) values[name] = list.length === 1 ? (list[0] ?? '') : list
  }
  return {
    values,
    text: (name) => texts(name)[0] ?? '',
    list: texts,
    file: async (name) => {
      const found = (parts.get(name) ?? []).find((part): part is File => typeof part !== 'string' && part.size > 0)
      return found ? { name: found.name, bytes: new Uint8Array(await found.arrayBuffer()) } : null
    },
  }
}

const cleaned = (text: string): string =>
  withoutMarks(text).replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().normalize('NFC').trim()

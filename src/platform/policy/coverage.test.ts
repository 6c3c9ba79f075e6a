import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config/root.ts'
import { type DataClass, dataClasses } from './classes.ts'

type ClassFile = Record<string, Record<string, DataClass>>

const domains = join(projectRoot, 'src', 'domains')
const files = [
  join(projectRoot, 'src', 'platform', 'classes.ts'),
  ...readdirSync(domains).map((slice) => join(domains, slice, 'data', 'classes.ts')),
].filter((file) => existsSync(file))

const loaded = await Promise.all(
  files.map(async (file) => ((await import(pathToFileURL(file).href)) as { classes: ClassFile }).classes),
)

const schema = readFileSync(join(projectRoot, 'src', 'platform', 'db', 'schema.ts'), 'utf8')
const tables = [...schema.matchAll(/^ {2}'(\w+\.\w+)': \w+$/gm)].map(([, name = '']) => name)

describe('the classes of columns', () => {
  test('every table of the database is classed by exactly one slice', () => {
    expect(tables.length).toBeGreaterThan(50)
    expect(loaded.flatMap((classes) => Object.keys(classes)).toSorted()).toEqual(tables.toSorted())
  })

  test('what is sealed is of a class that nobody sees without a relation or a consent', () => {
    const open = loaded.flatMap(Object.entries).flatMap(([table, columns]: [string, Record<string, DataClass>]) =>
      Object.entries(columns)
        .filter(
          ([column, kind]) => column.endsWith('_sealed') && ['system', 'card', 'contact', 'figures'].includes(kind),
        )
        .map(([column]) => `${table}.${column}`),
    )
    expect(open.filter((name) => !name.startsWith('platform.account.totp_'))).toEqual([])
  })

  test('every class is one that we know', () => {
    const used = new Set(
      loaded.flatMap((classes) => Object.values(classes).flatMap((columns) => Object.values(columns))),
    )
    expect([...used].filter((kind) => !dataClasses.includes(kind))).toEqual([])
  })
})

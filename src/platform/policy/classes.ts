import type { DB } from '#platform/db/schema.ts'

/** What kind of thing a column tells. Who may see which is decided class by class, never column by column. */
export const dataClasses = [
  'system',
  'card',
  'contact',
  'logistics',
  'experience',
  'considerations',
  'lived',
  'care',
  'staff',
  'money',
  'figures',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Reading one of these is written into the audit chain. */
export const sensitive: readonly DataClass[] = ['considerations', 'lived', 'care', 'staff', 'money']

/** A class for every column of these tables: a column without one does not compile. */
export type ClassesOf<Table extends keyof DB> = { readonly [T in Table]: { readonly [C in keyof DB[T]]: DataClass } }

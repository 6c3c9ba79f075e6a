import type { VNode } from 'preact'
import { isStaff } from '#kernel/role.ts'
import { localOf, minuteText } from '#kernel/time.ts'
import { noteTaken } from '#platform/audit/taken.ts'
import { type Cell, csvType, writeCsv } from '#platform/documents/csv.ts'
import { writeSheets, xlsxType } from '#platform/documents/xlsx.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, LinkButton } from '#ui/index.ts'
import { type Call, file, notFound, page, type Reply } from './call.ts'
import { listWords } from './words.ts'

/** What a list holds, for a spreadsheet: days as 2026-04-01, one thing a column. */
export interface ListOf<Row> {
  /** What the trail calls it: 'people.person'. */
  kind: string
  /** Of which record it is a list, where it is not the programme's. */
  id?: string
  /** Whom a file of it names, so that each of them can read that it was taken along; null where a list names nobody. */
  names: ((rows: readonly Row[]) => readonly (string | null)[] | Promise<readonly (string | null)[]>) | null
  columns: () => readonly { head: string; text: (row: Row) => Cell }[]
  /** Everything that the reader would see by turning all pages; asked for only when a file is wanted. */
  rows: () => readonly Row[] | Promise<readonly Row[]>
}

/** Whom a list names that has one person in a row. */
export const onePerson = (rows: readonly { personId: string | null }[]): (string | null)[] =>
  rows.map(({ personId }) => personId)

/** A column with the name, and one with its reading. */
export const nameColumns = (locale: Locale) => {
  const t = listWords[locale]
  return [
    { head: t.name, text: (one: { name: string }) => one.name },
    { head: t.kana, text: (one: { kana: string }) => one.kana },
  ]
}

interface Shown {
  title: string
  body: VNode
  wide?: boolean
  status?: number
}

const types = ['csv', 'xlsx'] as const
type TableType = (typeof types)[number]

export const isTableType = (text: string): text is TableType => (types as readonly string[]).includes(text)

/** A table as a file that Excel opens rightly. */
export const tableFile = async (type: TableType, name: string, rows: readonly (readonly Cell[])[]): Promise<Reply> =>
  type === 'csv'
    ? file(`${name}.csv`, csvType, writeCsv(rows))
    : file(`${name}.xlsx`, xlsxType, await writeSheets([{ name, rows }]))

/**
 * A page that lists. For staff the same list, found in the same way, is a file at the same address with ?as=csv or
 * ?as=xlsx; links to both stand at its foot. That it was taken is noted, and read by everybody whom it names.
 */
export const listPage = async <Row,>(call: Call, shown: Shown, list: ListOf<Row>): Promise<Reply> => {
  const { title, body, wide = false, status = 200 } = shown
  if (status >= 400 || !isStaff(call.actor.role)) return page(title, body, { wide, status })
  const asked = call.query.get('as')
  if (asked !== null) {
    return isTableType(asked) ? listFile(call, title, list, asked) : notFound()
  }
  const withLinks = (
    <>
      {body}
      <FileLinks call={call} />
    </>
  )
  return page(title, withLinks, { wide })
}

/** An instant as a spreadsheet sorts it; empty where there is none. */
export const instantCell = (at: Date | null, zone: string): string => {
  if (!at) return ''
  const { day, minute } = localOf(at, zone)
  return `${day} ${minuteText(minute)}`
}

const listFile = async <Row,>(call: Call, title: string, list: ListOf<Row>, type: TableType): Promise<Reply> => {
  const columns = list.columns()
  const rows = await list.rows()
  noteTaken(call.audit, list, list.names ? await list.names(rows) : [])
  const cells = rows.map((row) => columns.map(({ text }) => text(row)))
  return tableFile(type, `${title}_${call.today}`, [columns.map(({ head }) => head), ...cells])
}

const FileLinks = ({ call }: { call: Call }): VNode => {
  const t = listWords[call.reader.locale]
  return (
    <Actions>
      {types.map((type) => (
        <LinkButton href={addressAs(call, type)} kind="quiet">
          {t[type]}
        </LinkButton>
      ))}
    </Actions>
  )
}

// What was searched for stays; the page of the list does not matter to a file.
const addressAs = ({ path, query }: Call, type: TableType): string => {
  const kept = new URLSearchParams([...query].filter(([name]) => name !== 'page'))
  kept.set('as', type)
  return `${path}?${kept}`
}

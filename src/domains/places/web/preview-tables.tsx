import type { Locale } from '#platform/i18n/reader.ts'
import { Name, Small, Table } from '#ui/index.ts'
import type { BrokenRow, Change } from '../core/wam-edition.ts'
import { nameColumn } from '../core/wam-columns.ts'
import type { WamRow } from '../core/wam-row.ts'
import { placeFormWords } from './form-words.ts'
import { importWords } from './import-words.ts'
import { troubleText } from './trouble-text.ts'

const NameOf = ({ row }: { row: Pick<WamRow, 'facts' | 'no'> }) => (
  <>
    <Name name={row.facts.name} kana={row.facts.kana} />
    <Small>{row.no}</Small>
  </>
)

export const RowTable = ({ locale, rows }: { locale: Locale; rows: readonly WamRow[] }) => {
  const t = importWords[locale]
  return (
    <Table
      caption={t.tabsLabel}
      captionHidden
      rows={rows}
      columns={[
        { head: t.name, rowHead: true, cell: (row) => <NameOf row={row} /> },
        { head: placeFormWords[locale].organisation, cell: (row) => row.facts.organisation },
        { head: t.municipality, cell: (row) => `${row.municipality}${row.facts.address}` },
        { head: t.service, cell: (row) => row.service },
        { head: placeFormWords[locale].phone, cell: (row) => row.facts.phone },
      ]}
    />
  )
}

export const ChangedTable = ({ locale, rows }: { locale: Locale; rows: readonly Change[] }) => {
  const t = importWords[locale]
  return (
    <Table
      caption={t.tabsLabel}
      captionHidden
      rows={rows}
      columns={[
        { head: t.name, rowHead: true, cell: ({ row }) => <NameOf row={row} /> },
        { head: t.changedFields, cell: (change) => changeText(change, locale) },
      ]}
    />
  )
}

const changeText = (change: Change, locale: Locale): string => {
  const t = importWords[locale]
  if (change.fields.length === 0) return t.nothingChanged
  return change.fields
    .map((field) => `${t.fields[field]}: ${before(change, field)} → ${after(change, field)}`)
    .join(' / ')
}

const before = (change: Change, field: Change['fields'][number]): string => {
  if (field === 'municipality') return change.beforeMunicipality
  return field === 'service' ? '' : String(change.before[field] ?? '')
}

const after = ({ row }: Change, field: Change['fields'][number]): string =>
  field === 'municipality' || field === 'service' ? row[field] : String(row.facts[field] ?? '')

export const BrokenTable = ({ locale, rows }: { locale: Locale; rows: readonly BrokenRow[] }) => {
  const t = importWords[locale]
  return (
    <Table
      caption={t.tabsLabel}
      captionHidden
      rows={rows}
      columns={[
        { head: t.line, rowHead: true, cell: (row) => row.line },
        { head: t.name, cell: (row) => row.cells[nameColumn] ?? row.cells.join(' ').slice(0, 60) },
        { head: t.reason, cell: (row) => troubleText(row.trouble, locale) },
      ]}
    />
  )
}

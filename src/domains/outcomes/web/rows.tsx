import { fieldWords, isField } from '#domains/programme/index.ts'
import { visitPathOf } from '#domains/visits/index.ts'
import type { FiscalYear } from '#kernel/fiscal-year.ts'
import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, EmptyState, Heading, Pagination, Table } from '#ui/index.ts'
import { isBreakdown } from '../core/year-figures.ts'
import { type FigureRow, rowsBehind } from '../data/figures.ts'
import { figurePaths } from './paths.ts'
import { figureWords } from './words.ts'

const pageSize = 100

const fieldOf = ({ field }: FigureRow, locale: Locale): string => (isField(field) ? fieldWords[locale][field] : field)

/** The held visits behind a figure: page by page to read, all of them as a file. */
export const showRows = async (call: Call, year: FiscalYear): Promise<Reply> => {
  const by = call.query.get('by') ?? 'all'
  if (by !== 'all' && !isBreakdown(by)) return notFound()
  const key = call.query.get('key') ?? ''
  const number = Math.min(10_000, Math.max(1, Math.trunc(Number(call.query.get('page'))) || 1))
  const scope = { programmeId: call.programme.id, year, today: call.today, zone: call.zone }
  // One more than a page holds: it tells whether another page follows.
  const part = { offset: (number - 1) * pageSize, limit: pageSize + 1 }
  const found = await rowsBehind(call.tx, scope, { by, key }, part)
  const { locale } = call.reader
  const t = figureWords[locale]
  const body = (
    <>
      <BackLink href={figurePaths.ofYear(year)}>{t.back}</BackLink>
      <Heading above={formatFiscalYear(year, locale)}>{t.rowsTitle}</Heading>
      {found.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <Rows locale={locale} zone={call.zone} rows={found.slice(0, pageSize)} />
      )}
      <Pagination
        locale={locale}
        previous={number > 1 ? figurePaths.rowsOf(year, by, key, number - 1) : null}
        next={found.length > pageSize ? figurePaths.rowsOf(year, by, key, number + 1) : null}
      />
    </>
  )
  return listPage(
    call,
    { title: t.rowsTitle, body, wide: true },
    {
      kind: 'visits.visit',
      names: null,
      columns: () => [
        { head: t.day, text: (row: FigureRow) => dayIn(row.startsAt, call.zone) },
        { head: t.place, text: (row: FigureRow) => row.place },
        { head: t.activity, text: (row: FigureRow) => row.activity[locale] },
        { head: t.field, text: (row: FigureRow) => fieldOf(row, locale) },
        { head: t.attendances, text: (row: FigureRow) => row.supporters },
        { head: t.met, text: (row: FigureRow) => row.met },
      ],
      rows: () => rowsBehind(call.tx, scope, { by, key }),
    },
  )
}

const Rows = ({ locale, zone, rows }: { locale: Locale; zone: string; rows: readonly FigureRow[] }) => {
  const t = figureWords[locale]
  return (
    <Table
      caption={t.rowsTitle}
      captionHidden
      rows={rows}
      columns={[
        {
          head: t.day,
          cell: (row) => <a href={visitPathOf(row.visitId)}>{formatDayLong(dayIn(row.startsAt, zone), locale)}</a>,
          rowHead: true,
        },
        { head: t.place, cell: (row) => row.place },
        { head: t.activity, cell: (row) => row.activity[locale] },
        { head: t.field, cell: (row) => fieldOf(row, locale) },
        { head: t.attendances, cell: (row) => t.persons(row.supporters), numeric: true },
        { head: t.met, cell: (row) => (row.met === null ? '' : t.persons(row.met)), numeric: true },
      ]}
    />
  )
}

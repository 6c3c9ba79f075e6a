import { visitPathOf } from '#domains/visits/index.ts'
import { fieldWords, isField } from '#domains/programme/index.ts'
import { type FiscalYear, fiscalYear, fiscalYearOf } from '#kernel/fiscal-year.ts'
import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { listPage, tableFile } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, EmptyState, Heading, Table } from '#ui/index.ts'
import { isBreakdown } from '../core/year-figures.ts'
import { type FigureRow, rowsBehind } from '../data/figures.ts'
import { yearRows } from './export.ts'
import { FiguresPage } from './figures-page.tsx'
import { figurePaths } from './paths.ts'
import { figureWords } from './words.ts'
import { yearModel } from './year-model.ts'

const readers = ['officer', 'coordinator'] as const
const reach = 'the programme; breakdowns of people behind the small-number limit for officers'

const yearOf = (call: Call, text: string | null): FiscalYear | null => {
  if (!text) return fiscalYearOf(call.today)
  const year = Number(text)
  return /^\d{4}$/.test(text) && year >= 2000 && year <= 2200 ? fiscalYear(year) : null
}

const showYear = async (call: Call): Promise<Reply> => {
  const year = yearOf(call, call.query.get('year'))
  if (year === null) return notFound()
  const { locale } = call.reader
  const model = await yearModel(call, year)
  const years = [...new Set([...model.plans.map((plan) => plan.year), fiscalYearOf(call.today), year])].toSorted(
    (a, b) => b - a,
  )
  return page(
    figureWords[locale].title,
    <FiguresPage
      locale={locale}
      model={model}
      years={years}
      today={call.today}
      mayOpen={call.actor.role === 'coordinator'}
    />,
    { wide: true },
  )
}

const fileOf = (make: (call: Call, year: FiscalYear) => Promise<Reply>) => async (call: Call) => {
  const year = yearOf(call, call.param('year'))
  return year === null ? notFound() : make(call, year)
}

const download = (type: 'csv' | 'xlsx') =>
  fileOf(async (call, year) => {
    const { locale } = call.reader
    const rows = yearRows(await yearModel(call, year), locale)
    call.audit.wrote({ action: 'export', kind: 'figures', id: String(year) })
    return tableFile(type, `${figureWords[locale].title}_${formatFiscalYear(year, locale)}`, rows)
  })

const fieldOf = ({ field }: FigureRow, locale: Locale): string => (isField(field) ? fieldWords[locale][field] : field)

export const figureRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: figurePaths.figures, who: readers, reach, handle: showYear }),
  memberRoute({ method: 'GET', path: figurePaths.csv(':year'), who: readers, reach, handle: download('csv') }),
  memberRoute({ method: 'GET', path: figurePaths.xlsx(':year'), who: readers, reach, handle: download('xlsx') }),
  memberRoute({
    method: 'GET',
    path: figurePaths.rows(':year'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: fileOf(async (call, year) => {
      const by = call.query.get('by') ?? 'all'
      if (by !== 'all' && !isBreakdown(by)) return notFound()
      const { locale } = call.reader
      const t = figureWords[locale]
      const scope = { programmeId: call.programme.id, year, today: call.today, zone: call.zone }
      const rows = await rowsBehind(call.tx, scope, { by, key: call.query.get('key') ?? '' })
      const body = (
        <>
          <BackLink href={figurePaths.ofYear(year)}>{t.back}</BackLink>
          <Heading above={formatFiscalYear(year, locale)}>{t.rowsTitle}</Heading>
          {rows.length === 0 ? (
            <EmptyState>{t.empty}</EmptyState>
          ) : (
            <Table
              caption={t.rowsTitle}
              captionHidden
              rows={rows}
              columns={[
                {
                  head: t.day,
                  cell: (row) => (
                    <a href={visitPathOf(row.visitId)}>{formatDayLong(dayIn(row.startsAt, call.zone), locale)}</a>
                  ),
                  rowHead: true,
                },
                { head: t.place, cell: (row) => row.place },
                { head: t.activity, cell: (row) => row.activity[locale] },
                { head: t.by.field, cell: (row) => fieldOf(row, locale) },
                { head: t.attendances, cell: (row) => t.persons(row.supporters), numeric: true },
              ]}
            />
          )}
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
            { head: t.by.field, text: (row: FigureRow) => fieldOf(row, locale) },
            { head: t.attendances, text: (row: FigureRow) => row.supporters },
          ],
          rows: () => rows,
        },
      )
    }),
  }),
]

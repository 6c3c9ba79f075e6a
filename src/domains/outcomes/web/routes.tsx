import { type FiscalYear, fiscalYear, fiscalYearOf } from '#kernel/fiscal-year.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { tableFile } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatFiscalYear } from '#platform/i18n/dates.ts'
import { yearRows } from './export.ts'
import { FiguresPage } from './figures-page.tsx'
import { figurePaths } from './paths.ts'
import { showRows } from './rows.tsx'
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

export const figureRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: figurePaths.figures, who: readers, reach, handle: showYear }),
  memberRoute({ method: 'GET', path: figurePaths.csv(':year'), who: readers, reach, handle: download('csv') }),
  memberRoute({ method: 'GET', path: figurePaths.xlsx(':year'), who: readers, reach, handle: download('xlsx') }),
  memberRoute({
    method: 'GET',
    path: figurePaths.rows(':year'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: fileOf(showRows),
  }),
]

import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import type { TodaySource } from '#platform/http/slice.ts'
import { formatFiscalYear } from '#platform/i18n/dates.ts'
import { headlineRows } from './figures-page.tsx'
import { figurePaths } from './paths.ts'
import { figureWords } from './words.ts'
import { yearModel } from './year-model.ts'

/** The officer begins with where the year stands beside its plan. */
export const outcomesToday: TodaySource[] = [
  {
    who: ['officer'],
    order: 10,
    cards: async (call) => {
      const { locale } = call.reader
      const t = figureWords[locale]
      const year = fiscalYearOf(call.today)
      const rows = headlineRows(await yearModel(call, year), locale)
      return [
        {
          title: `${formatFiscalYear(year, locale)} ${t.title}`,
          lines: rows.map((row) => ({
            text: `${row.name} ${row.value}`,
            href: figurePaths.figures,
            note: row.plan ? `${t.plan} ${row.plan}` : row.definition,
          })),
          empty: t.empty,
        },
      ]
    },
  },
]

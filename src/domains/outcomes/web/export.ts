import type { Cell } from '#platform/documents/csv.ts'
import { formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { YearModel } from './year-model.ts'
import { figureWords } from './words.ts'

/** The rows of a year's file: the same model as the page, figures as numbers, each headline with its definition. */
export const yearRows = (model: YearModel, locale: Locale): Cell[][] => {
  const t = figureWords[locale]
  const { headline, plan } = model
  const headlines: Cell[][] = [
    [t.registered, headline.registered, plan?.supporters ?? null, t.registeredDef],
    [t.active, headline.active, null, t.activeDef],
    [t.visits, headline.visits, plan?.visits ?? null, t.visitsDef],
    [t.attendances, headline.attendances, null, t.attendancesDef],
    [t.people, headline.people, null, t.peopleDef],
    [t.met, headline.met, null, t.metDef],
  ]
  return [
    [`${t.title} ${formatFiscalYear(model.year, locale)}`],
    [],
    [t.figure, t.value, t.plan, t.definition],
    ...headlines,
    ...model.breakdowns.flatMap((breakdown): Cell[][] => [
      [],
      [t.by[breakdown.by], t.visits, t.attendances, breakdown.people.shown ? t.people : null],
      ...breakdown.lines.map((line): Cell[] => [
        line.label,
        line.visits,
        line.attendances,
        breakdown.people.shown ? line.people : null,
      ]),
      ...(breakdown.people.shown ? [] : [[t.peopleHidden(model.limit)]]),
    ]),
  ]
}

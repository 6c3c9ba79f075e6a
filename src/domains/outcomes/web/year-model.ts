import {
  fieldWords,
  fields,
  getProgramme,
  isField,
  listAllActivities,
  listYearPlans,
  type YearPlan,
} from '#domains/programme/index.ts'
import { placeKindWords } from '#domains/places/index.ts'
import { type FiscalYear, fiscalMonths } from '#kernel/fiscal-year.ts'
import type { Call } from '#platform/http/call.ts'
import { formatMonth } from '#platform/i18n/dates.ts'
import { type ShownPeople, shownPeople } from '../core/small-numbers.ts'
import { type Breakdown, breakdowns, countsOf, type Headline, type Line, linesOf } from '../core/year-figures.ts'
import { attendancesOf, headlineExtras, heldByYear } from '../data/figures.ts'
import { figureWords } from './words.ts'

export interface NamedLine extends Line {
  label: string
}

export interface BreakdownModel {
  by: Breakdown
  lines: NamedLine[]
  /** The operator's own people see every count; outside, small ones are withheld with all that stands beside them. */
  people: ShownPeople
}

export interface YearModel {
  year: FiscalYear
  plan: YearPlan | null
  plans: readonly YearPlan[]
  held: ReadonlyMap<FiscalYear, number>
  headline: Headline
  breakdowns: BreakdownModel[]
  limit: number
}

/** Everything the page, the CSV and the workbook say of a year: one model for all three, behind one gate. */
export const yearModel = async (call: Call, year: FiscalYear): Promise<YearModel> => {
  const scope = { programmeId: call.programme.id, year, today: call.today, zone: call.zone }
  const attendances = await attendancesOf(call.tx, scope)
  const plans = await listYearPlans(call.tx)
  const { smallNumberLimit } = await getProgramme(call.tx, call.programme.id)
  const label = await labels(call)
  const limit = call.actor.role === 'coordinator' ? 1 : smallNumberLimit
  return {
    year,
    plan: plans.find((plan) => plan.year === year) ?? null,
    plans,
    held: await heldByYear(
      call.tx,
      call.programme.id,
      plans.map((plan) => plan.year),
      call.zone,
    ),
    headline: { ...countsOf(attendances), ...(await headlineExtras(call.tx, scope)) },
    breakdowns: breakdowns.map((by) => {
      const lines = linesOf(attendances, by, by === 'month' ? fiscalMonths(year) : by === 'field' ? fields : [])
      const named = lines.map((line) => ({ ...line, label: label(by, line.key) }))
      const ordered = by === 'activity' || by === 'place_kind' ? named.toSorted(byLabel) : named
      return {
        by,
        lines: ordered,
        people: shownPeople(
          ordered.map((line) => line.people),
          limit,
        ),
      }
    }),
    limit: smallNumberLimit,
  }
}

const byLabel = (a: NamedLine, b: NamedLine): number => a.label.localeCompare(b.label, 'ja')

const labels = async (call: Call): Promise<(by: Breakdown, key: string) => string> => {
  const { locale } = call.reader
  const activities = new Map((await listAllActivities(call.tx)).map((activity) => [activity.id, activity.name[locale]]))
  const kinds: Record<string, string> = placeKindWords[locale]
  return (by, key) => {
    switch (by) {
      case 'month':
        return formatMonth(key, locale)
      case 'activity':
        return activities.get(key) ?? figureWords[locale].ended
      case 'place_kind':
        return kinds[key] ?? key
      case 'field':
        return isField(key) ? fieldWords[locale][key] : key
    }
  }
}

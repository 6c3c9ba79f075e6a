import { z } from 'zod'
import { fiscalYear } from '#kernel/fiscal-year.ts'
import type { YearPlan } from '../data/programmes.ts'

const count = z.coerce.number().int().min(0).max(100_000)

/** One year's plan, as typed. `_version` 0 is a year that has none yet. */
export const planSchema = z
  .object({
    year: z.coerce.number().int().min(2000).max(2200),
    supporters: count,
    visits: count,
    note: z.string().max(400).default(''),
    _version: z.coerce.number().int().min(0),
  })
  .transform(
    (typed): YearPlan => ({
      year: fiscalYear(typed.year),
      supporters: typed.supporters,
      visits: typed.visits,
      note: typed.note,
      version: typed._version,
    }),
  )

/** The same form filled with what is saved. */
export const typedPlan = (plan: YearPlan): Record<string, string> => ({
  supporters: String(plan.supporters),
  visits: String(plan.visits),
  note: plan.note,
})

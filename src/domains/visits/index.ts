/** Front door of the visits: requests, proposals, visits. */
import type { PlannableMonth } from '#domains/matching/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { monthRecords } from './actions/month-facts.ts'
import { visitPaths } from './web/visit-paths.ts'

export { visitsBelongings } from './belongings.ts'
export { visitsIntake } from './intake.ts'
export { type LifeCycle, lifeCycles } from './core/diagram.ts'
export { visitsOwnPart } from './web/own-record.ts'
export { visitsForget } from './web/forgetting.ts'

/** Where a visit's page is, for slices above that point to it. */
export const visitPathOf = (id: string): string => visitPaths.visit(id)

/** A programme's own month as the planner knows it: what is open, who could come, what is agreed already. */
export const plannableMonth = async (ctx: Ctx, month: CalendarDay): Promise<PlannableMonth> =>
  (await monthRecords(ctx, month)).facts

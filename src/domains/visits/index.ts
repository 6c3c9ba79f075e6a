/** Front door of the visits: requests, proposals, visits. */
import { visitPaths } from './web/visit-paths.ts'

export { visitsBelongings } from './belongings.ts'
export { visitsIntake } from './intake.ts'
export { type LifeCycle, lifeCycles } from './core/diagram.ts'
export { visitsOwnPart } from './web/own-record.ts'
export { visitsForget } from './web/forgetting.ts'

/** Where a visit's page is, for slices above that point to it. */
export const visitPathOf = (id: string): string => visitPaths.visit(id)

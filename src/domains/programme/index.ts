/** Front door of the programme: the tenant, its plan and its menu. */
export { type ActivityKind, activityKinds, type Field, fields, isActivityKind, isField } from './core/activity-kinds.ts'
export { honorariumOn } from './core/honorarium.ts'
export { type Activity, findActivity, listActivities, listAllActivities, listRates } from './data/activities.ts'
export {
  defaultSettings,
  getProgramme,
  insertProgramme,
  listYearPlans,
  type Programme,
  type Settings,
  type YearPlan,
} from './data/programmes.ts'
export { programmeFace } from './data/face.ts'
export { fieldWords } from './web/words.ts'

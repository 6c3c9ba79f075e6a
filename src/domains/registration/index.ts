/** Front door of registration: the sheets of peer supporters, their pauses, and what planning reads of them. */
import { registrationPaths } from './web/paths.ts'

export { registrationBelongings } from './belongings.ts'
export { markAsked } from './actions/mark-asked.ts'
export { matchingFacts } from './actions/matching-facts.ts'
export { beginPause } from './actions/pause.ts'
export { type ShownToPlace, shownToPlace } from './actions/shown-to-place.ts'
export { coversSlot, type Hours, numericHours } from './core/hours.ts'
export { type Limits, limitsPassed } from './core/limits.ts'
export { currentPause } from './core/pause.ts'
export { registrationLifeCycle } from './core/registration-status.ts'
export { pausesOf } from './data/pauses.ts'
export { sampleAvoidances, sampleCarePlans } from './seed.ts'
export { registrationForgets } from './web/forgetting.ts'
export { behindTheirTerm, ifTheyStay } from './web/if-they-stay.tsx'
export { registrationIntake } from './intake.ts'
export { registrationOwnPart } from './web/own-record.ts'
export { registrationSection } from './web/person-section.tsx'

/** Where the registered supporters are listed for the staff. */
export const supportersPath = registrationPaths.list

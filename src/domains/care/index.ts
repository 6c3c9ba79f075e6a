/** Front door of care: getting in touch afterwards. */
export { careBelongings } from './belongings.ts'
export { openFollowUp } from './actions/open-follow-up.ts'
export { careOwnPart } from './web/own-record.ts'
export { careForgets } from './web/forgetting.ts'
export { followUpSection } from './web/person-section.tsx'

/** Front door of care: getting in touch afterwards. */
export { openFollowUp } from './actions/open-follow-up.ts'
export { careForgets } from './web/forgetting.ts'
export { followUpSection } from './web/person-section.tsx'

/** Front door of care: getting in touch afterwards. */
export { openFollowUp, type Opening } from './actions/open-follow-up.ts'
export { carePaths } from './web/paths.ts'

/** Front door of care: getting in touch afterwards. */
export { openFollowUp } from './actions/open-follow-up.ts'

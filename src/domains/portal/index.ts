/** Front door of the portal: where each role's guide is. */
export { guidePath } from './guide/paths.ts'

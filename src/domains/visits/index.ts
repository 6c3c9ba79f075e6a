/** Front door of the visits: requests, proposals, visits. */
export { type LifeCycle, lifeCycles } from './core/diagram.ts'

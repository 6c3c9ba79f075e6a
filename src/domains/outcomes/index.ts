/** Front door of the figures: what a slice above may show of a year. */
export type { Headline } from './core/year-figures.ts'
export { figurePaths } from './web/paths.ts'

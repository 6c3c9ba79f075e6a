/** Front door of the portal: the first page, and where each role's guide is. */
export { guidePath } from './guide/paths.ts'
export { LandingPage, type PublicProgramme } from './landing/landing-page.tsx'
export { landingWords } from './landing/landing-words.ts'

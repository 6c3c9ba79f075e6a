/** Front door of matching: who could come, why, why not, what would help. Pure: it answers about facts that others loaded. */
export type { CouldNot } from './core/could-not.ts'
export type {
  Busy,
  CompanionFacts,
  HoursFacts,
  Point,
  Question,
  RequestFacts,
  Slot,
  SupporterFacts,
} from './core/facts.ts'
export type { Suggestion, Suggestions } from './core/suggestions.ts'
export { suggestions } from './core/suggestions.ts'
export { adviceText, asSentences, type Naming, noteText, whyNotText, whySentence } from './sentences.ts'

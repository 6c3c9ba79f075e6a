export type {
  Busy,
  CompanionFacts,
  HoursFacts,
  Point,
  Question,
  RequestFacts,
  Settings,
  Slot,
  SupporterFacts,
} from './core/facts.ts'
export type { CouldNot, ShownReason, Viewer } from './core/could-not.ts'
export { standsTogether } from './core/group.ts'
export type { Note, Reason } from './core/reasons.ts'
export type { Suggestion, Suggestions } from './core/suggestions.ts'
export { suggestions } from './core/suggestions.ts'
export { travelMinutes } from './core/travel.ts'
export type { Verdict } from './core/verdict.ts'
export type { Advice } from './core/would-help.ts'
export { withAdvice } from './core/would-help.ts'
export type { Naming } from './sentences.ts'
export { adviceText, asSentences, noteText, whyNotText, whySentence } from './sentences.ts'

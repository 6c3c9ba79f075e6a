/** Front door of matching: who could come, why, why not, what would help. Pure: it answers about facts that others loaded. */
export type { Advice } from './core/would-help.ts'
export type { CouldNot, ShownReason } from './core/could-not.ts'
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
export { type Chosen, type WhyNotTogether, whyNotTogether } from './core/group.ts'
export { whyNoLonger } from './core/since-yes.ts'
export type { Suggestion, Suggestions } from './core/suggestions.ts'
export { suggestions } from './core/suggestions.ts'
export { type There, timesFor } from './core/times-for.ts'
export {
  againstByRequest,
  type Chances,
  fairMonth,
  fairValuing,
  type MonthFacts,
  type PlannableMonth,
  type PlannedMonth,
  planMonth,
  type Proposal,
  repairOf,
  type Shortage,
  standInsFor,
  standsAgainst,
  type StandsInTheWay,
  suggestedBeside,
  type WhyHere,
  type WhyOpen,
  whyOpen,
  whyOpenIn,
  whyThese,
  withStanding,
} from './planning/index.ts'
export {
  adviceText,
  againstText,
  asSentences,
  helpTexts,
  inTheWayText,
  type Naming,
  needsSentence,
  noteText,
  shortageText,
  whyHereSentence,
  whyNotText,
  whySentence,
} from './sentences.ts'

import type { FeeRule } from './fee-rules.ts'
import type { FeeMissing } from './fee-supplement.ts'

export const feeConditions = [
  'service',
  'experience',
  'colleague',
  'hours',
  'support',
  'in_house',
  'notice',
  'publication',
] as const
export type FeeCondition = (typeof feeConditions)[number]

export type ConditionState = 'met' | 'not_met' | 'unknown'

/** Each condition of a rule and how it stands, so that an evidence page shows what is met as well as what is missing. */
export const conditionsOf = (
  rule: FeeRule,
  missing: readonly FeeMissing[],
): { condition: FeeCondition; state: ConditionState }[] => {
  const notMet = new Set(missing.map(conditionOfMissing))
  // Hours and support are looked at for those only who are recognised and trained.
  const nobodyYet = notMet.has('experience') || notMet.has('colleague')
  const stateOf = (condition: FeeCondition): ConditionState => {
    if (notMet.has(condition)) return 'not_met'
    if (condition === 'hours' && nobodyYet) return 'unknown'
    return condition === 'support' && (notMet.has('experience') || notMet.has('hours')) ? 'unknown' : 'met'
  }
  return feeConditions
    .filter((condition) => isAsked(rule, condition))
    .map((condition) => ({ condition, state: stateOf(condition) }))
}

const isAsked = (rule: FeeRule, condition: FeeCondition): boolean => {
  if (condition === 'colleague') return rule.colleagueNeeded
  if (condition === 'support') return rule.supportIsGiven
  return condition === 'publication' ? rule.published : true
}

const conditionOfMissing = (one: FeeMissing): FeeCondition => {
  switch (one.kind) {
    case 'service':
    case 'flat_rate':
      return 'service'
    case 'nobody_with_experience':
    case 'not_recognised':
      return 'experience'
    case 'no_colleague':
      return 'colleague'
    case 'courses':
      return one.role
    case 'fte':
    case 'no_hours':
      return 'hours'
    case 'gives_no_support':
      return 'support'
    case 'in_house_training':
      return 'in_house'
    default:
      return one.kind
  }
}

import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { conditionsOf, type FeeCondition } from './fee-conditions.ts'
import { type FeeRule, feeRules, type FeeSupplement } from './fee-rules.ts'
import type { FeeMissing } from './fee-supplement.ts'

const ruleOf = (supplement: FeeSupplement, from: string): FeeRule => {
  const rule = feeRules.find((one) => one.supplement === supplement && one.from === from)
  if (!rule) throw new Error(`no rule from ${from}`)
  return rule
}

const system = ruleOf('peer_system', '2024-04-01')
const practice = ruleOf('peer_practice', '2024-04-01')
const states = (rule: FeeRule, missing: readonly FeeMissing[]) =>
  Object.fromEntries(conditionsOf(rule, missing).map(({ condition, state }) => [condition, state]))

test('a rule asks only what it asks', () => {
  const asked = (rule: FeeRule): FeeCondition[] => conditionsOf(rule, []).map(({ condition }) => condition)
  expect(asked(system)).toEqual(['service', 'experience', 'colleague', 'hours', 'in_house', 'notice', 'publication'])
  expect(asked(practice)).toEqual(['service', 'experience', 'colleague', 'hours', 'support', 'in_house', 'notice'])
  expect(asked(ruleOf('peer_system', '2021-04-01'))).not.toContain('colleague')
})

test.each<[FeeMissing, FeeCondition]>([
  [{ kind: 'service' }, 'service'],
  [{ kind: 'flat_rate', services: ['continued_work_b'] }, 'service'],
  [{ kind: 'fte', role: 'experience', has: 40, needs: 50, month: '2026-11' }, 'hours'],
  [{ kind: 'no_hours', role: 'colleague', month: '2026-11' }, 'hours'],
  [{ kind: 'in_house_training', since: day('2025-11-24') }, 'in_house'],
  [{ kind: 'notice' }, 'notice'],
  [{ kind: 'publication' }, 'publication'],
])('what is missing stands at its condition, all others are met: %o', (missing, condition) => {
  const others = Object.entries(states(system, [missing])).filter(([name]) => name !== condition)
  expect(states(system, [missing])[condition]).toBe('not_met')
  expect(new Set(others.map(([, state]) => state))).toEqual(new Set(['met']))
})

test.each<[FeeMissing, FeeCondition, Partial<Record<FeeCondition, string>>]>([
  [{ kind: 'nobody_with_experience' }, 'experience', { hours: 'unknown', support: 'unknown' }],
  [{ kind: 'not_recognised', staff: ['one'] }, 'experience', { hours: 'unknown', support: 'unknown' }],
  [{ kind: 'no_colleague' }, 'colleague', { hours: 'unknown', support: 'met' }],
  [
    { kind: 'courses', role: 'colleague', staff: ['one'], missing: ['basic'] },
    'colleague',
    { hours: 'unknown', support: 'met' },
  ],
  [{ kind: 'gives_no_support' }, 'support', { hours: 'met' }],
])('what is looked at only later is not called met: %o', (missing, condition, others) => {
  expect(states(practice, [missing])).toMatchObject({ [condition]: 'not_met', ...others })
})

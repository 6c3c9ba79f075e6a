import { type Checked, check } from '#domains/matching/exchange/check.ts'
import type { Instance } from '#domains/matching/exchange/form.ts'
import { posed } from '#domains/matching/exchange/planned.ts'
import { type HowToProve, type Proof, proveWithHighs } from '#domains/matching/planning/highs.ts'
import type { Plan } from '#domains/matching/planning/problem.ts'

/** What HiGHS proves of a problem, and what the checker says of its plan. */
export const proved = async (
  instance: Instance,
  how: Partial<HowToProve> = {},
): Promise<Proof & { plan: Plan; checked: Checked }> => {
  const { problem, inFormat } = posed(instance)
  const answer = await proveWithHighs(problem, { seconds: 60, ...how })
  if (!answer.ok || answer.value.plan === null) throw new Error('no plan')
  const { plan } = answer.value
  return { ...answer.value, plan, checked: check(instance, inFormat(plan)) }
}

/** The worth of the best plan there is. */
export const optimum = async (instance: Instance): Promise<number> => {
  const { proved: isProved, plan, checked } = await proved(instance)
  if (!isProved || checked.violations.length > 0) throw new Error('not proved')
  return plan.objective
}

import type { z } from 'zod'
import { no, ok, type Result } from '#kernel/result.ts'
import { check } from './check.ts'
import { type ExchangePlan, type Fault, type Instance, instanceForm, planForm } from './form.ts'
import { wrongReferences, wrongVisit } from './references.ts'
import { violationText } from './violation.ts'

export type { ExchangePlan, Instance } from './form.ts'

/** A month's problem from its text, or the first place that is not in order. What was agreed has to hold by itself. */
export const readInstance = (text: string): Result<Instance, Fault> => {
  const read = parsed(text, instanceForm, 'instance')
  if (!read.ok) return read
  const [fault] = wrongReferences(read.value)
  if (fault) return no(fault)
  const broken = brokenAgreement(read.value)
  return broken ? no(broken) : read
}

/** A plan from its text: what it names exists in the instance. Whether it holds is what `check` says. */
export const readPlan = (text: string, instance: Instance): Result<ExchangePlan, Fault> => {
  const read = parsed(text, planForm, 'plan')
  if (!read.ok) return read
  for (const [i, visit] of read.value.visits.entries()) {
    const [fault] = wrongVisit(instance, visit, `visits[${i}]`)
    if (fault) return no(fault)
  }
  return read
}

/** The same plan gives the same bytes, in whatever order its visits came. */
export const planText = ({ format, visits }: ExchangePlan): string => {
  const lines = visits
    .toSorted((a, b) => a.request - b.request)
    .map(({ request, option, supporters, staff }) =>
      JSON.stringify({ request, option, supporters: supporters.toSorted((a, b) => a - b), staff }),
    )
  return `{"format":${JSON.stringify(format)},"visits":[\n${lines.join(',\n')}\n]}\n`
}

const brokenAgreement = (instance: Instance): Fault | null => {
  const { violations } = check(instance, { format: 'psmatch-plan/1', visits: instance.locked })
  const [first] = violations
  if (!first) return null
  const at = instance.locked.findLastIndex(({ request }) => request === first.request)
  return { at: `locked[${at}]`, sentence: `cannot have been agreed: ${violationText(first)}` }
}

const parsed = <T>(text: string, form: z.ZodType<T>, whole: string): Result<T, Fault> => {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return no({ at: whole, sentence: `is not JSON: ${error instanceof Error ? error.message : String(error)}` })
  }
  const read = form.safeParse(data, { error: sentenceOf })
  if (read.success) return ok(read.data)
  const [issue] = read.error.issues
  return no({ at: pathText(issue?.path ?? []) || whole, sentence: issue?.message ?? 'is not in order' })
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i === 0 ? '' : '.'}${String(step)}`)).join('')

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a pair of minutes, from and to',
  record: 'an object',
  object: 'an object',
}

/** What the parser found, as the end of a sentence that begins with the place. */
const sentenceOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? issue.expected}`
    case 'too_small':
      return issue.origin === 'array' ? 'is too short' : `must be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'array' ? 'is too long' : `must be at most ${issue.maximum}`
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    default:
      return 'is not in order'
  }
}

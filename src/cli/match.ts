import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { check } from '#domains/matching/exchange/check.ts'
import { type ExchangePlan, type Instance, planText, readInstance } from '#domains/matching/exchange/instance.ts'
import { posed } from '#domains/matching/exchange/planned.ts'
import { violationText } from '#domains/matching/exchange/violation.ts'
import { bound, planOf, solve } from '#domains/matching/planning/index.ts'
import { solveAndProve } from '#domains/matching/planning/prove.ts'
import { run as explain } from './match-explain.ts'

const usage = `hitoba match --instance problem.json (--seconds N | --iterations N) [--seed S] --out plan.json [--bound]
  Plans the month of the problem and writes the plan. --iterations gives the same plan each time for the same seed.
  --bound says how much better any plan could be at most. Ends with 1, and writes nothing, where the problem is not in order.
hitoba match --explain plan.json --instance problem.json --request R
  Says in words why these people, or why not yet and what would help.
hitoba match --programme P --month YYYY-MM --draft [--iterations N] [--out draft.json]
  Plans a month of a programme from its own records; nobody is asked.`

/** `hitoba match`: a plan for a month's problem, in the exchange format. */
export const run = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--explain')) return explain(args)
  // The whole app is needed for it: loaded for nothing else.
  if (args.includes('--draft')) return (await import('./match-draft.ts')).run(args)
  const wanted = wantedOf(args)
  if (wanted === null) {
    console.error(usage)
    return 2
  }
  const instance = await instanceFrom(wanted.instance)
  if (typeof instance === 'string') {
    console.error(instance)
    return 1
  }
  if (!existsSync(dirname(resolve(wanted.out)))) {
    console.error(`${wanted.out}: there is no such folder`)
    return 1
  }
  const { plan, told } = await planned(instance, wanted)
  await writeFile(wanted.out, planText(plan))
  console.log(JSON.stringify(told))
  return 0
}

interface Wanted {
  instance: string
  out: string
  seed: number
  limit: { seconds: number } | { iterations: number }
  bound: boolean
}

const wantedOf = (args: readonly string[]): Wanted | null => {
  const values = valuesOf(args)
  if (!values?.instance || !values.out) return null
  const seed = wholeNumber(values.seed ?? '1')
  const seconds = values.seconds === undefined ? null : Number(values.seconds)
  const iterations = values.iterations === undefined ? null : wholeNumber(values.iterations)
  if (Number.isNaN(seed) || (seconds === null) === (iterations === null)) return null
  if (seconds !== null && !(seconds > 0 && seconds <= mostSeconds)) return null
  if (Number.isNaN(iterations)) return null
  const limit = seconds === null ? { iterations: iterations ?? 0 } : { seconds }
  return { instance: values.instance, out: values.out, seed, limit, bound: values.bound }
}

const mostSeconds = 86_400

const valuesOf = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        instance: text,
        seconds: text,
        iterations: text,
        seed: text,
        out: text,
        bound: { type: 'boolean', default: false },
      },
    }).values
  } catch {
    return null
  }
}

const wholeNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NaN)

// A month of a prefecture has about twenty million letters.
const mostBytes = 400 * 1024 * 1024

/** The problem, or a sentence that says where it is not in order. */
const instanceFrom = async (file: string): Promise<Instance | string> => {
  if (!existsSync(file)) return `${file}: there is no such file`
  if ((await stat(file)).size > mostBytes) return `${file}: more than ${mostBytes / 1024 / 1024} MB`
  const read = readInstance(await readFile(file, 'utf8'))
  return read.ok ? read.value : `${file}: ${read.error.at} ${read.error.sentence}`
}

const untilBound = { seconds: 60, rounds: 3_000 }

/** A plan that holds, by the conditions and by the checker, and what is told of it. */
const planned = async (
  instance: Instance,
  { seed, limit, bound: isBoundAsked }: Wanted,
): Promise<{ plan: ExchangePlan; told: Told }> => {
  const clock = (): number => performance.now()
  const begun = clock()
  const passed = (): number => (clock() - begun) / 1000
  const { month, problem, inFormat } = posed(instance)
  const solved =
    'seconds' in limit
      ? await solveAndProve(problem, { seed, seconds: Math.max(0.01, limit.seconds - passed()), clock })
      : solve(problem, { seed, until: limit })
  const seconds = passed()
  planOf(month, problem, solved)
  const plan = inFormat(solved.plan)
  const { violations, objective } = check(instance, plan)
  const [first] = violations
  if (first) throw new Error(`The plan does not hold: ${violationText(first)}`)
  const mayBeLess = isBoundAsked && solved.bound > solved.plan.objective
  const most = mayBeLess ? bound(problem, solved.bound, { ...untilBound, clock }) : solved.bound
  const { filled, j } = objective
  const told = { filled, objective: j, bound: most, gap: most > 0 ? (most - j) / most : 0 }
  return { plan, told: { ...told, seconds: Number(seconds.toFixed(3)), iterations: solved.iterations } }
}

interface Told {
  filled: number
  objective: number
  /** No plan is worth more. */
  bound: number
  /** Between plan and bound, as a part of the bound. */
  gap: number
  seconds: number
  iterations: number
}

// One measurement, in a process of its own, so that what it keeps in memory is counted.
import { check } from '#domains/matching/exchange/check.ts'
import type { Instance } from '#domains/matching/exchange/form.ts'
import { generate, type Size } from '#domains/matching/exchange/generate.ts'
import { type Posed, posed } from '#domains/matching/exchange/planned.ts'
import { proveWithHighs } from '#domains/matching/planning/highs.ts'
import { bound, planOf, solveGreedily } from '#domains/matching/planning/index.ts'
import { solveAndProve } from '#domains/matching/planning/prove.ts'
import type { Kept } from '#domains/matching/planning/month-model.ts'

export interface Asking {
  size: Size
  seed: number
  /** A module with a generator of its own: `generate(size, seed)`; null: ours. */
  generator: string | null
  who: 'hitoba' | 'highs'
  seconds: number
  /** Of hitoba: for a bound beyond the one that comes with the plan. */
  boundSeconds: number
  /** Of HiGHS: candidates of each option that it is given. */
  kept: Kept | null
}

export interface Measured {
  filled: number
  objective: number
  /** No plan is worth more; null: not known. */
  bound: number | null
  violations: number
  /** Until the problem was compiled; what follows is counted from there. */
  readyMs: number
  seconds: number
  boundSeconds: number
  firstPlanMs: number
  /** Until the plan was within one in a hundred of the bound; null: it never was. */
  onePercentMs: number | null
  memoryMb: number
}

const clock = (): number => performance.now()

const measure = async (asking: Asking): Promise<Measured> => {
  const instance = await instanceOf(asking)
  // As in a server that has planned before: HiGHS is loaded, and nothing runs for the first time.
  await solveAndProve(posed(generate('S', 99)).problem, { seed: 1, seconds: 2, clock })
  const asked = clock()
  const ready = posed(instance)
  const begun = clock()
  const measured = await (asking.who === 'hitoba' ? ours : peers)(asking, ready, begun)
  const { plan, trail, ...rest } = measured
  const { violations, objective } = check(instance, ready.inFormat(plan))
  const best = rest.bound ?? objective.j
  return {
    ...rest,
    readyMs: begun - asked,
    filled: objective.filled,
    objective: objective.j,
    violations: violations.length,
    onePercentMs: trail.find(({ points }) => points >= 0.99 * best)?.ms ?? null,
    memoryMb: process.resourceUsage().maxRSS / 1024,
  }
}

const instanceOf = async ({ size, seed, generator }: Asking): Promise<Instance> => {
  if (generator === null) return generate(size, seed)
  const other = (await import(generator)) as { generate: (size: Size, seed: number) => Instance }
  return other.generate(size, seed)
}

interface Step {
  ms: number
  points: number
}

const ours = async ({ seed, seconds, boundSeconds }: Asking, { month, problem }: Posed, begun: number) => {
  const first = solveGreedily(problem)
  const firstPlanMs = clock() - begun
  const trail: Step[] = [{ ms: firstPlanMs, points: first.objective }]
  const onBetter = (points: number): void => void trail.push({ ms: clock() - begun, points: points + problem.standing })
  const left = Math.max(0.01, seconds - firstPlanMs / 1000)
  const solved = await solveAndProve(problem, { seed, seconds: left, clock, onBetter })
  trail.push({ ms: clock() - begun, points: solved.plan.objective })
  const solvedAt = clock()
  planOf(month, problem, solved)
  const further = { seconds: boundSeconds, rounds: 3_000, clock }
  const best =
    boundSeconds > 0 && solved.bound > solved.plan.objective ? bound(problem, solved.bound, further) : solved.bound
  return {
    plan: solved.plan,
    bound: best,
    seconds: (solvedAt - begun) / 1000,
    boundSeconds: (clock() - solvedAt) / 1000,
    firstPlanMs,
    trail,
  }
}

const peers = async ({ seconds, kept }: Asking, { problem }: Posed, begun: number) => {
  const trail: Step[] = []
  const answer = await proveWithHighs(problem, {
    seconds,
    ...(kept && { kept }),
    onBetter: (points) => trail.push({ ms: clock() - begun, points }),
  })
  if (!answer.ok) throw new Error(answer.error)
  return {
    plan: answer.value.plan ?? { visits: [], objective: problem.standing },
    bound: answer.value.bound,
    seconds: (clock() - begun) / 1000,
    boundSeconds: 0,
    firstPlanMs: trail[0]?.ms ?? seconds * 1000,
    trail,
  }
}

process.on('message', (asking: Asking) => {
  measure(asking).then(
    (measured) => process.send?.({ measured }),
    (error) => process.send?.({ error: String(error).slice(0, 500) }),
  )
})

import type { Highs } from 'highs'
import { no, ok, type Result } from '#kernel/result.ts'
import type { ModelArrays } from './linear-model.ts'
import { type Kept, monthModel, pointsOf } from './month-model.ts'
import type { Plan, Problem } from './problem.ts'

export interface Proof {
  /** The best plan it found; null: none in this time. */
  plan: Plan | null
  /** No plan of the whole problem is worth more; null where candidates were left out. */
  bound: number | null
  /** No plan of the model is worth more. */
  modelBound: number
  /** The plan is the best there is in the model. */
  proved: boolean
}

export interface HowToProve {
  seconds: number
  /** Only the best candidates of each option: a smaller model. */
  kept?: Kept
  /** A plan to begin with. */
  start?: Plan
  /** Each better plan, as it is found. */
  onBetter?: (objective: number) => void
}

/** Solves the month with HiGHS, which holds up everything else of the thread meanwhile. Refused where the optional package is not installed. */
export const proveWithHighs = async (
  problem: Problem,
  how: HowToProve,
): Promise<Result<Proof, 'highs_not_installed'>> => {
  const highs = await loadHighs()
  if (highs === null) return no('highs_not_installed')
  const month = monthModel(problem, how.kept ?? null)
  const { standing } = problem
  if (month.model.size.rows === 0)
    return ok({ plan: { visits: [], objective: standing }, bound: standing, modelBound: standing, proved: true })
  const model = highs.createModel(modelData(highs, month.model.arrays()))
  try {
    model.options.set({ output_flag: false, time_limit: how.seconds, mip_rel_gap: 0, mip_abs_gap: leastDifference })
    const start = how.start === undefined ? null : month.valuesOf(how.start)
    if (start) model.setSolution({ colValue: start })
    const { modelStatus } = model.run({
      [highs.constants.callbackType.mipImprovingSolution]: ({ data }) => {
        how.onBetter?.(standing + Math.round(data.objective_function_value ?? 0))
        return undefined
      },
    })
    const proved = modelStatus === highs.constants.modelStatus.optimal
    // Points are whole: a bound of 12.9 allows 12.
    const modelBound = standing + Math.floor(Number(model.info.get('mip_dual_bound')) + tolerance)
    const visits =
      model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible
        ? month.visitsOf(model.getSolution().colValue)
        : null
    const plan = visits && { visits, objective: standing + pointsOf(problem, visits) }
    return ok({ plan, bound: month.whole ? modelBound : null, modelBound, proved })
  } finally {
    model.dispose()
  }
}

const leastDifference = 0.999
const tolerance = 1e-4

let loading: Promise<Highs | null> | undefined

const loadHighs = (): Promise<Highs | null> => {
  loading ??= import('highs').then(
    // Its types describe the CommonJS build; as a module the default export is the loader itself.
    ({ default: load }) => (load as unknown as () => Promise<Highs>)(),
    () => null,
  )
  return loading
}

const modelData = (highs: Highs, { worth, most, whole, from, to, starts, indices, values }: ModelArrays) => ({
  numCols: worth.length,
  numRows: from.length,
  sense: highs.constants.objectiveSense.maximize,
  colCost: worth,
  colLower: new Float64Array(worth.length),
  colUpper: most,
  rowLower: from,
  rowUpper: to,
  integrality: Int32Array.from(whole),
  matrix: { format: 'csr' as const, numRows: from.length, numCols: worth.length, starts, indices, values },
})

import { parentPort, workerData } from 'node:worker_threads'
import {
  fairMonth,
  type PlannedMonth,
  planMonth,
  type PlannableMonth,
  type Proposal,
  standInsFor,
  whyOpenIn,
  withStanding,
} from '#domains/matching/index.ts'
import { counter, type Planned, type Planning, stop } from './plan-thread.ts'

// The thread of plan-thread.ts: one month, one plan, and what there is to say of it.
const { month, stays, iterations, shared } = workerData as Planning & { shared: SharedArrayBuffer }
const signals = new Int32Array(shared)

/** More than these are explained on their own pages, when somebody asks. */
const mostExplained = 300

/** What is left to plan beside the visits that stay as they are. */
const restOf = (whole: PlannableMonth, standing: readonly Proposal[]): PlannableMonth => {
  const stand = new Set(standing.map((one) => one.requestId))
  return { ...withStanding(whole, standing), requests: whole.requests.filter((one) => !stand.has(one.id)) }
}

const stopped = (): boolean => {
  Atomics.add(signals, counter, 1)
  return Atomics.load(signals, stop) === 1
}

const planFor = (rest: PlannableMonth): Pick<PlannedMonth, 'proposals' | 'shortages'> =>
  rest.requests.length === 0
    ? { proposals: [], shortages: [] }
    : planMonth(fairMonth(rest), { seed: 1, until: { iterations }, stopped })

const planned = (): Planned => {
  const { proposals, shortages } = planFor(restOf(month, stays))
  const whole = fairMonth(month)
  const plan = [...stays, ...proposals]
  const inPlan = new Set(plan.map((one) => one.requestId))
  const left = whole.requests.filter((one) => !inPlan.has(one.id)).slice(0, mostExplained)
  const why = whyOpenIn(whole, plan)
  const open = left.flatMap(({ id }) => why(id) ?? [])
  return { proposals, open, shortages, standIns: standInsFor(whole, plan) }
}

parentPort?.postMessage(planned())

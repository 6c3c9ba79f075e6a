import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'
import { benchOne } from './planner-one.ts'
import type { Asking, Measured } from './planner-run.ts'
import { type Figure, median } from './report.ts'

interface Size {
  size: Asking['size']
  what: string
  seconds: number
  boundSeconds: number
  /** What the peer is given of each option; null: its model does not fit into its memory. */
  kept: Asking['kept']
  /** Parts of a hundred between plan and bound. */
  limit: number
  aim: number
}

const sizes: readonly Size[] = [
  {
    size: 'S',
    what: 'a ward',
    seconds: 0.3,
    boundSeconds: 2,
    kept: { supporters: 99, companions: 99 },
    limit: 0.2,
    aim: 0,
  },
  {
    size: 'M',
    what: 'a city',
    seconds: 5,
    boundSeconds: 20,
    kept: { supporters: 8, companions: 6 },
    limit: 0.2,
    aim: 0.1,
  },
  {
    size: 'L',
    what: 'an area',
    seconds: 10,
    boundSeconds: 60,
    kept: { supporters: 10, companions: 6 },
    limit: 0.5,
    aim: 0.3,
  },
  { size: 'XL', what: 'a prefecture', seconds: 10, boundSeconds: 60, kept: null, limit: 1, aim: 0.5 },
]

const peerSeconds = 60

/** Which problems: their sizes and seeds, and the module that makes them where it is not ours (HITOBA_PEER_GENERATOR). */
export interface Problems {
  sizes: readonly string[]
  seeds: readonly number[]
  generator: string | null
}

/**
 * (h): plans of a month for each size and seed, each in a process of its own, with the gap to a bound that holds for the whole
 * problem; beside them HiGHS on the best candidates alone, after the same seconds and after a minute. One checker judges all.
 */
export const benchPlanner = async (problems: Problems): Promise<Figure[]> => {
  const figures: Figure[] = benchOne()
  for (const size of sizes.filter((one) => problems.sizes.includes(one.size))) {
    const runs = []
    for (const seed of problems.seeds) runs.push(await compared(size, seed, problems.generator))
    for (const run of runs) console.error(lineOf(size, run))
    figures.push(figureOf(size, runs))
  }
  return figures
}

interface Run {
  seed: number
  ours: Measured
  soon: Measured | string | null
  later: Measured | string | null
}

const compared = async (size: Size, seed: number, generator: string | null): Promise<Run> => {
  const asking = {
    size: size.size,
    seed,
    generator,
    seconds: size.seconds,
    boundSeconds: size.boundSeconds,
    kept: size.kept,
  }
  const ours = await measured({ ...asking, who: 'hitoba' })
  if (typeof ours === 'string') throw new Error(ours)
  const peer = (seconds: number) => (size.kept === null ? null : measured({ ...asking, who: 'highs', seconds }))
  return { seed, ours, soon: await peer(size.seconds), later: await peer(peerSeconds) }
}

/** What was measured, or in a sentence why not. */
const measured = async (asking: Asking): Promise<Measured | string> => {
  const child = fork(join(projectRoot, 'bench', 'planner-run.ts'))
  try {
    const answer = Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => [{ error: `ended with ${code}` }]),
    ])
    child.send(asking)
    const [{ measured: told, error }] = (await answer) as [{ measured?: Measured; error?: string }]
    return told ?? error ?? 'no answer'
  } finally {
    child.kill()
  }
}

const gapOf = ({ objective, bound }: Measured): number =>
  bound === null || bound === 0 ? 0 : (100 * (bound - objective)) / bound

const figureOf = ({ what, seconds, limit, aim }: Size, runs: readonly Run[]): Figure => {
  const ours = runs.map((run) => run.ours)
  const of = (value: (one: Measured) => number): string => {
    const all = ours.map(value)
    return `${tidy(median(all))} (${tidy(Math.min(...all))}–${tidy(Math.max(...all))})`
  }
  const broken = ours.reduce((sum, { violations }) => sum + violations, 0)
  return {
    part: 'h',
    what: `a month of ${what} planned in ${seconds} s: between plan and bound`,
    value: broken > 0 ? Infinity : Math.max(...ours.map(gapOf)),
    unit: '%',
    limit,
    aim,
    detail: [
      `worst of ${runs.length}, median ${tidy(median(ours.map(gapOf)))} %`,
      `filled ${of(({ filled }) => filled)}`,
      `ready ${of(({ readyMs }) => readyMs)} ms, first plan ${of(({ firstPlanMs }) => firstPlanMs)} ms after`,
      `${of(({ memoryMb }) => memoryMb)} MB`,
      `${broken} violations`,
    ].join('; '),
  }
}

const lineOf = ({ size }: Size, { seed, ours, soon, later }: Run): string =>
  [
    `${size} ${seed}: filled ${ours.filled}, ${ours.objective} points, bound ${ours.bound} after ${tidy(ours.boundSeconds)} s more`,
    `gap ${gapOf(ours).toFixed(3)} %, ready after ${tidy(ours.readyMs)} ms, first plan ${tidy(ours.firstPlanMs)} ms later`,
    `within 1 % after ${ours.onePercentMs === null ? 'more than that' : `${tidy(ours.onePercentMs)} ms`}`,
    `${tidy(ours.memoryMb)} MB`,
    `HiGHS in the same time ${peerText(soon, ours)}, in a minute ${peerText(later, ours)}`,
  ].join('; ')

const peerText = (peer: Measured | string | null, ours: Measured): string => {
  if (peer === null) return 'not asked: its model does not fit'
  if (typeof peer === 'string') return `failed (${peer})`
  const part = ours.objective === 0 ? 1 : peer.objective / ours.objective
  return `${peer.objective} points (${part.toFixed(4)} ×), filled ${peer.filled}, ${peer.violations} violations, ${tidy(peer.memoryMb)} MB`
}

const tidy = (value: number): string => value.toFixed(value < 10 ? 2 : 0)

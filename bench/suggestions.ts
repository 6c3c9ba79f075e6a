import { suggestions } from '#domains/matching/index.ts'
import { aLargeQuestion } from './matching-facts.ts'
import { median } from './report.ts'

export interface SuggestionsFigures {
  people: number
  bestMs: number
  medianMs: number
  worstMs: number
  limitMs: number
  could: number
}

// The processor's time is told in ticks of some milliseconds: a few requests are measured together.
const together = 5

/** One request among so many supporters, every reason and all advice with it, on facts that are loaded already. */
export const benchSuggestions = (people = 5_000, rounds = 20): SuggestionsFigures => {
  const { supporters, companions } = aLargeQuestion(people)
  const questions = Array.from({ length: (rounds + 1) * together }, (_, i) => aLargeQuestion(1, i + 1))
  const times: number[] = []
  let could = 0
  for (let round = 0; round <= rounds; round += 1) {
    const before = process.threadCpuUsage()
    for (const question of questions.slice(round * together, (round + 1) * together)) {
      could += suggestions({ ...question, supporters, companions }).could.length
    }
    const used = process.threadCpuUsage(before)
    // The first ones warm the engine up and are not counted.
    if (round > 0) times.push((used.user + used.system) / 1000 / together)
  }
  return {
    people,
    bestMs: Math.min(...times),
    medianMs: median(times),
    worstMs: Math.max(...times),
    limitMs: 50,
    could: Math.round(could / questions.length),
  }
}

if (process.argv[1] === import.meta.filename) console.log(benchSuggestions())

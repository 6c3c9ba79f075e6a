import { suggestions } from '#domains/matching/index.ts'
import { aLargeQuestion } from './matching-facts.ts'

export interface SuggestionsFigures {
  people: number
  bestMs: number
  medianMs: number
  worstMs: number
  limitMs: number
  could: number
}

/** One request among so many supporters, every reason and all advice with it, on facts that are loaded already. */
export const benchSuggestions = (people = 5_000, requests = 40): SuggestionsFigures => {
  const { supporters, companions } = aLargeQuestion(people)
  const times: number[] = []
  let could = 0
  for (let seed = 1; seed <= requests + 5; seed += 1) {
    const question = { ...aLargeQuestion(1, seed), supporters, companions }
    const before = process.threadCpuUsage()
    const answer = suggestions(question)
    // The first ones warm the engine up and are not counted.
    const used = process.threadCpuUsage(before)
    if (seed > 5) times.push((used.user + used.system) / 1000)
    could += answer.could.length
  }
  times.sort((a, b) => a - b)
  return {
    people,
    bestMs: times[0] ?? 0,
    medianMs: times[times.length >> 1] ?? 0,
    worstMs: times.at(-1) ?? 0,
    limitMs: 50,
    could: Math.round(could / (requests + 5)),
  }
}

if (process.argv[1] === import.meta.filename) console.log(benchSuggestions())

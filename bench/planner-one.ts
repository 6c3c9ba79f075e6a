import {
  type Advice,
  adviceText,
  type Naming,
  type Proposal,
  type ShownReason,
  repairOf,
  suggestions,
  whyHereSentence,
  whyNotText,
  whyThese,
} from '#domains/matching/index.ts'
import { monthOfInstance } from '#domains/matching/exchange/facts.ts'
import { generate } from '#domains/matching/exchange/generate.ts'
import { breachesOf, compile, type MonthFacts, proposalsOf, solveGreedily } from '#domains/matching/planning/index.ts'
import { answersIn } from '#domains/matching/planning/answers.ts'
import { eachIn } from '#domains/matching/planning/masks.ts'
import { couldComeAt, whoCouldIn } from '#domains/matching/planning/who-could.ts'
import { dayFromSerial } from '#kernel/calendar-day.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { type Figure, median, percentile } from './report.ts'

const requests = 200
const naively = 10
const inWords = 30
const declines = 25

/** (h): one request among 5,000 supporters, and one decline in a month of 1,500: what a page waits for. */
export const benchOne = (): Figure[] => {
  const { month } = monthOfInstance(generate('XL', 1))
  return [candidatesFigure(month), wordsFigure(month), declineFigure(monthOfInstance(generate('L', 1)).month)]
}

/** Milliseconds of the processor for this thread alone. It is told in steps: what is short is done several times over. */
const timed = (work: () => void, times = 1): number => {
  const before = process.threadCpuUsage()
  for (let i = 0; i < times; i += 1) work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / times
}

/** With everything loaded and asked once before, as while a coordinator works on a month. */
const candidatesFigure = (month: MonthFacts): Figure => {
  const could = whoCouldIn(month)
  const asked = month.requests.slice(0, requests)
  const counts: number[] = []
  const ask = (request: (typeof asked)[number]): number => {
    let count = 0
    const whatever = could.forRequest(request)
    for (const slot of request.slots) eachIn(could.atSlot(request, slot, whatever), () => (count += 1))
    return count
  }
  for (let round = 0; round < 5; round += 1) asked.forEach((request, i) => (counts[i] = ask(request)))
  const times = asked.map((request) => timed(() => ask(request), 400))
  // Nobody has agreed to any of these yet, so nobody is looked up among the others.
  const alone = { ...month, supporters: [] }
  const plain = asked.slice(0, naively).map((request, i) => {
    let count = 0
    const ms = timed(() => {
      for (const slot of request.slots)
        for (const one of month.supporters) count += Number(couldComeAt(alone, one, request, slot))
    })
    if (count !== counts[i]) throw new Error(`${request.id}: ${counts[i]} could come, ${count} by the conditions alone`)
    return ms
  })
  const value = median(times) * 1000
  return {
    part: 'h',
    what: 'who could come to one request, among 5,000 supporters',
    value,
    unit: 'µs',
    limit: 50,
    detail: `95 in a hundred under ${(percentile(times, 0.95) * 1000).toFixed(0)} µs; every condition asked of everybody takes ${((median(plain) * 1000) / value).toFixed(0)} ×`,
  }
}

const naming: Naming = {
  locale: 'ja',
  person: () => spoken({ name: '花子', kana: 'はなこ' }),
  theme: (code) => code,
  slot: ({ day, from }) => `${day} ${from}`,
}

const wordsFigure = (month: MonthFacts): Figure => {
  const { supporters, companions, settings, today, requests: all } = month
  const answer = answersIn(month)
  const asked = all.slice(0, inWords)
  const say = (reasons: readonly { reason: ShownReason }[], advice: readonly Advice[]): void => {
    for (const { reason } of reasons) whyNotText(reason, 'ja')
    for (const one of advice) adviceText(one, naming)
  }
  const inMonth = (request: (typeof asked)[number]): void => {
    const { couldNot, wouldHelp } = answer(request)
    say(couldNot, wouldHelp)
  }
  for (const request of asked) inMonth(request)
  const times = asked.map((request) => timed(() => inMonth(request), 20))
  const alone = asked.slice(0, naively).map((request) =>
    timed(() => {
      const { couldNot, wouldHelp } = suggestions({
        request,
        supporters,
        companions,
        settings,
        today: dayFromSerial(today),
      })
      say(couldNot, wouldHelp)
    }),
  )
  const value = median(times)
  return {
    part: 'h',
    what: 'the same with every reason and all advice, in words',
    value,
    unit: 'ms',
    limit: 2,
    detail: `95 in a hundred under ${percentile(times, 0.95).toFixed(1)} ms; asked alone, with everybody's name, it takes ${(median(alone) / value).toFixed(0)} ×`,
  }
}

const declineFigure = (month: MonthFacts): Figure => {
  const problem = compile(month)
  const plan = proposalsOf(month, problem, solveGreedily(problem))
  const every = Math.floor(plan.length / declines)
  const repaired = plan
    .filter((_, i) => i % every === 0)
    .slice(0, declines)
    .map((proposal) => {
      let found: Proposal | null = null
      const after = declinedBy(month, proposal)
      const ms = timed(() => {
        found = repairOf(after, plan, proposal.requestId, proposal.supporterIds)
        for (const why of whyThese(after, requestOf(after, proposal), found?.supporterIds ?? []))
          whyHereSentence(why, naming)
      })
      return { ms, found, breaches: breachesIn(after, plan, found) }
    })
  const times = repaired.map(({ ms }) => ms)
  const broken = repaired.reduce((sum, { breaches }) => sum + breaches, 0)
  return {
    part: 'h',
    what: 'one decline among 1,500 supporters and 6,000 requests repaired, in words',
    value: broken > 0 ? Infinity : median(times),
    unit: 'ms',
    limit: 50,
    detail: `from ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)} ms; ${repaired.filter(({ found }) => found).length} of ${declines} filled again, nothing else changed, ${broken} conditions broken`,
  }
}

const declinedBy = (month: MonthFacts, { requestId, supporterIds }: Proposal): MonthFacts => ({
  ...month,
  requests: month.requests.map((one) =>
    one.id === requestId ? { ...one, declined: new Set([...one.declined, ...supporterIds.slice(0, 1)]) } : one,
  ),
})

const requestOf = (month: MonthFacts, { requestId }: Proposal) => {
  const request = month.requests.find(({ id }) => id === requestId)
  if (!request) throw new Error(requestId)
  return request
}

const breachesIn = (month: MonthFacts, plan: readonly Proposal[], repaired: Proposal | null): number =>
  repaired === null
    ? 0
    : breachesOf(month, [...plan.filter(({ requestId }) => requestId !== repaired.requestId), repaired]).length

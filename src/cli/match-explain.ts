import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  helpTexts,
  inTheWayText,
  type MonthFacts,
  type Naming,
  needsSentence,
  type Proposal,
  whyHereSentence,
  whyOpen,
  whyThese,
} from '#domains/matching/index.ts'
import { monthOfInstance } from '#domains/matching/exchange/facts.ts'
import { type ExchangePlan, type Instance, readInstance, readPlan } from '#domains/matching/exchange/instance.ts'
import { daySerial } from '#kernel/calendar-day.ts'
import { minuteText } from '#kernel/time.ts'
import { spoken } from '#platform/i18n/spoken.ts'

const usage = `hitoba match --explain plan.json --instance problem.json --request R
  Says in words why these people go to the request of this number, or why it stays open and what would help.`

/** `hitoba match --explain`: one request of a plan, in words. */
export const run = async (args: readonly string[]): Promise<number> => {
  const wanted = wantedOf(args)
  if (wanted === null) {
    console.error(usage)
    return 2
  }
  const missing = [wanted.instance, wanted.explain].find((file) => !existsSync(file))
  if (missing !== undefined) return refused(`${missing}: there is no such file`)
  const instance = readInstance(await readFile(wanted.instance, 'utf8'))
  if (!instance.ok) return refused(`${wanted.instance}: ${instance.error.at} ${instance.error.sentence}`)
  const plan = readPlan(await readFile(wanted.explain, 'utf8'), instance.value)
  if (!plan.ok) return refused(`${wanted.explain}: ${plan.error.at} ${plan.error.sentence}`)
  if (wanted.request >= instance.value.requests.length) return refused(`There is no request ${wanted.request}`)
  console.log(wordsFor(instance.value, plan.value, wanted.request).join('\n'))
  return 0
}

const refused = (sentence: string): number => {
  console.error(sentence)
  return 1
}

const wantedOf = (args: readonly string[]): { instance: string; explain: string; request: number } | null => {
  const text = { type: 'string' } as const
  try {
    const options = { instance: text, explain: text, request: text }
    const { instance, explain, request } = parseArgs({ args: [...args], options }).values
    return instance && explain && /^\d{1,9}$/.test(request ?? '')
      ? { instance, explain, request: Number(request) }
      : null
  } catch {
    return null
  }
}

const wordsFor = (instance: Instance, plan: ExchangePlan, request: number): string[] => {
  const { month } = monthOfInstance(instance)
  const naming = namingIn(month)
  const requestId = `r${request}`
  if (instance.locked.some((one) => one.request === request)) return ['It was agreed before.']
  const proposals = proposalsIn(month, plan)
  const proposal = proposals.find((one) => one.requestId === requestId)
  const facts = month.requests.find((one) => one.id === requestId)
  if (proposal && facts)
    return whyThese(month, facts, proposal.supporterIds).map(
      (why) => `${why.personId}: ${whyHereSentence(why, naming) || 'They could come.'}`,
    )
  const why = whyOpen(month, proposals, requestId)
  if (!why) return []
  return [
    needsSentence(why, 'en'),
    ...why.inTheWay.map((one) => `In the way: ${inTheWayText(one, 'en')}`),
    ...helpTexts(why, naming).map((help) => `Would help: ${help}`),
  ].filter((line) => line !== '')
}

/** What was agreed before is in everybody's days already. */
const proposalsIn = (month: MonthFacts, { visits }: ExchangePlan): Proposal[] =>
  visits.flatMap(({ request, option, supporters, staff }) => {
    const requestId = `r${request}`
    const slot = month.requests.find((one) => one.id === requestId)?.slots[option]
    const companionId = staff === null ? null : `c${staff}`
    return slot ? [{ requestId, slot, supporterIds: supporters.map((one) => `s${one}`), companionId }] : []
  })

// The format knows days by their number.
const namingIn = ({ from }: MonthFacts): Naming => ({
  locale: 'en',
  person: (id) => spoken({ name: id }),
  theme: (theme) => `topic ${theme}`,
  slot: (slot) => `day ${daySerial(slot.day) - from} at ${minuteText(slot.from)}`,
})

import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fairMonth, planMonth, type Proposal } from '#domains/matching/index.ts'
import { plannableMonth } from '#domains/visits/index.ts'
import { type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import { readConfig } from '#platform/config/config.ts'
import { inProgramme, type SystemDeps, systemActor } from '#platform/jobs/system.ts'
import { createHitoba } from '../app.tsx'
import { openServices } from '../open-services.ts'

const usage = `hitoba match --programme P --month YYYY-MM --draft [--iterations N] [--out draft.json]
  Plans a month of this programme from its own records. Nothing is kept in the programme, and nobody is asked.`

interface Wanted {
  programmeId: number
  month: CalendarDay
  iterations: number
  out: string | null
}

/** `hitoba match --draft`: what a draft of a programme's month would be, told in one line. */
export const run = async (args: readonly string[]): Promise<number> => {
  const wanted = wantedOf(args)
  if (wanted === null) {
    console.error(usage)
    return 2
  }
  const services = await openServices({ ...readConfig(process.env), logLevel: 'silent' })
  try {
    const { proposals, told } = await drafted(createHitoba(services).pipeline, wanted)
    if (wanted.out) await writeFile(wanted.out, `${JSON.stringify(proposals, null, 1)}\n`)
    console.log(JSON.stringify(told))
    return 0
  } finally {
    await services.close()
  }
}

/** The plan in names and times, and what is told of it. Seats are counted, not people. */
export const drafted = async (
  deps: SystemDeps,
  { programmeId, month, iterations }: Pick<Wanted, 'programmeId' | 'month' | 'iterations'>,
): Promise<{ proposals: readonly Proposal[]; told: Record<string, number> }> => {
  const facts = await inProgramme(deps, systemActor(programmeId), (ctx) => plannableMonth(ctx, month))
  const begun = performance.now()
  const { proposals, objective, bound } = planMonth(fairMonth(facts), { seed: 1, until: { iterations } })
  return {
    proposals,
    told: {
      requests: facts.requests.length,
      filled: proposals.length,
      seats: proposals.reduce((sum, { supporterIds }) => sum + supporterIds.length, 0),
      objective,
      bound,
      gap: bound > 0 ? (bound - objective) / bound : 0,
      seconds: Number(((performance.now() - begun) / 1000).toFixed(3)),
      iterations,
    },
  }
}

const wantedOf = (args: readonly string[]): Wanted | null => {
  const text = { type: 'string' } as const
  try {
    const options = { programme: text, month: text, iterations: text, out: text, draft: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const month = parseDay(`${values.month ?? ''}-01`)
    const numbers = [values.programme ?? '', values.iterations ?? '2000']
    if (month === null || !numbers.every((one) => /^\d{1,9}$/.test(one))) return null
    const [programmeId = 0, iterations = 0] = numbers.map(Number)
    return { programmeId, month, iterations, out: values.out ?? null }
  } catch {
    return null
  }
}

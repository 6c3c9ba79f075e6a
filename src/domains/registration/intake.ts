import { listNameWords, personFields, takenFor } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { listedPeople } from '#domains/training/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { fieldsFrom, inAll } from '#platform/intake/describe.ts'
import type { DecidedRow, IntakeKind, IntakeRow, Judgement } from '#platform/intake/kinds.ts'
import { keepListedTerms } from './actions/keep-listed-terms.ts'
import { isKnownTerm, type ListedTerm, listedTermBlockers, termListed } from './core/listed-term.ts'
import type { Term } from './core/renewal.ts'
import { peopleApplying } from './data/applications.ts'
import { allTerms } from './data/terms.ts'
import { intakeRegistrationWords, registrationHeadings } from './intake-words.ts'

const field = fieldsFrom<keyof typeof registrationHeadings>(intakeRegistrationWords, registrationHeadings)

const listedOf = ({ values }: IntakeRow): ListedTerm | null => {
  const from = parseDay(String(values['from'] ?? ''))
  return from && { from, until: parseDay(String(values['until'] ?? '')) }
}

const judge = async (ctx: Ctx, rows: readonly IntakeRow[]): Promise<Judgement[]> => {
  const { tx, actor, today } = ctx
  const whose = await listedPeople(ctx)
  const terms = await allTerms(tx, actor.programmeId)
  const applying = new Set(await peopleApplying(tx, actor.programmeId))
  const { registrationByYear: byYear } = await getProgramme(tx, actor.programmeId)
  const above = new Map<string, Term[]>()
  return rows.map((row): Judgement => {
    const listed = listedOf(row)
    const found = whose(row)
    if (!found.ok || !listed) return found.ok ? { kind: 'refused', reasons: [] } : found.error
    const { id } = found.value
    const here = terms.get(id) ?? []
    if (isKnownTerm(listed, here)) return { kind: 'known' }
    const inTable = above.get(id) ?? []
    if (isKnownTerm(listed, inTable)) return { kind: 'refused', reasons: ['twice'] }
    if (applying.has(id)) return { kind: 'refused', reasons: ['under_way'] }
    const reasons = listedTermBlockers(listed, [...here, ...inTable], { today, byYear })
    if (reasons.length > 0) return { kind: 'refused', reasons }
    above.set(id, [...inTable, termListed(listed, today, byYear)])
    return takenFor(found.value)
  })
}

const take = async (ctx: Ctx, rows: readonly DecidedRow[]): Promise<void> => {
  const said = [...Map.groupBy(rows, (row) => row.same)].flatMap(([personId, own]) =>
    personId === null ? [] : [[personId, own.flatMap((row) => listedOf(row) ?? [])] as const],
  )
  await keepListedTerms(ctx, new Map(said))
}

/** Registrations from a list, past ones and those that hold. Nobody is told of it, and nobody is asked anything. */
export const registrationIntake: IntakeKind = {
  title: inAll((locale) => intakeRegistrationWords[locale].title),
  lead: inAll((locale) => intakeRegistrationWords[locale].lead),
  reasons: inAll((locale) => ({ ...listNameWords[locale].reasons, ...intakeRegistrationWords[locale].reasons })),
  fields: [...personFields, field('from', 'day', true), field('until', 'day')],
  judge,
  take,
}

import { getProgramme } from '#domains/programme/index.ts'
import { grantRole } from '#platform/auth/grant-role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type ListedTerm, listedTermBlockers, spanOf, termListed } from '../core/listed-term.ts'
import type { Term } from '../core/renewal.ts'
import { insertChanges } from '../data/leavings.ts'
import { keptAmong, lockSupporters, putSpans, type Span, type Supporter } from '../data/supporters.ts'
import { insertTerms, type NewTerm, termsOfMany } from '../data/terms.ts'
import { keepEmptySheets } from './first-version.ts'
import { notedChange } from './registration-facts.ts'

/**
 * Keeps from when to when people were registered, as a list says it of each. Whoever still is gets the role; no card is issued and
 * nothing is told. Statements are few, however many people a list has.
 */
export const keepListedTerms = async (ctx: Ctx, listed: ReadonlyMap<string, readonly ListedTerm[]>): Promise<void> => {
  const { tx, actor, today } = ctx
  const { programmeId } = actor
  const { registrationByYear: byYear } = await getProgramme(tx, programmeId)
  const people = await keptAmong(tx, programmeId, [...listed.keys()])
  const ids = people.map(({ id }) => id)
  const known = await lockSupporters(tx, programmeId, ids)
  const terms = await termsOfMany(tx, programmeId, ids)
  const kept = people.flatMap(({ id, email }) => {
    const here = terms.get(id) ?? []
    const added = addedTo(here, listed.get(id) ?? [], { today, byYear })
    const span = spanOf([...here, ...added], today)
    return added.length === 0 || !span ? [] : [{ personId: id, email, added, ...spanKept(span, known.get(id), today) }]
  })
  await putSpans(tx, programmeId, kept)
  await keepEmptySheets(
    ctx,
    kept.flatMap(({ personId }) => (known.has(personId) ? [] : [personId])),
  )
  const newTerms = kept.flatMap(({ personId, added }) => added.map((term) => newTerm(ctx, personId, term)))
  await insertTerms(tx, programmeId, newTerms)
  await insertChanges(
    tx,
    programmeId,
    newTerms.flatMap((term) => changesOf(ctx, term)),
  )
  for (const { personId, email, begins } of kept) {
    if (begins) await grantRole(ctx, { personId, role: 'supporter', placeId: null, email }, { unchecked: true })
    ctx.audit.wrote({ action: 'take_in', kind: 'registration.supporter', id: personId, subject: personId })
  }
}

const addedTo = (
  here: readonly Term[],
  lines: readonly ListedTerm[],
  { today, byYear }: { today: Ctx['today']; byYear: boolean },
): Term[] => {
  const added: Term[] = []
  for (const line of lines.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (listedTermBlockers(line, [...here, ...added], { today, byYear }).length === 0)
      added.push(termListed(line, today, byYear))
  return added
}

// Who is registered now keeps the last day that they said themselves.
const spanKept = (
  { registeredOn, endedOn }: Omit<Span, 'personId'>,
  known: Supporter | undefined,
  today: Ctx['today'],
): Omit<Span, 'personId'> & { begins: boolean } => {
  const isOver = !known?.registeredOn || (known.endedOn !== null && known.endedOn < today)
  return { registeredOn, endedOn: isOver ? endedOn : known.endedOn, begins: isOver && endedOn === null }
}

const newTerm = (ctx: Ctx, personId: string, term: Term): NewTerm => ({
  ...term,
  id: ctx.newId(),
  personId,
  kind: 'taken_over',
  by: ctx.actor.membershipId,
  at: ctx.now,
})

const changesOf = (ctx: Ctx, { personId, from, to }: NewTerm) => [
  notedChange(ctx, personId, { from: null, to: 'registered', on: from, via: 'list' }),
  ...(to !== null && to < ctx.today
    ? [notedChange(ctx, personId, { from: 'registered', to: 'ended', on: to, via: 'list' })]
    : []),
]

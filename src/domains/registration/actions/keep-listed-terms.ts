import { findPerson } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { grantRole } from '#platform/auth/grant-role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type ListedTerm, listedTermBlockers, spanOf, termListed } from '../core/listed-term.ts'
import type { Term } from '../core/renewal.ts'
import { insertSupporter, lockSupporter, setEnd, setRegistered } from '../data/supporters.ts'
import { insertTerm } from '../data/terms.ts'
import { keepFirstVersion } from './first-version.ts'
import { noteChange, standingOf } from './registration-facts.ts'

/** Keeps from when to when somebody was registered, as a list says it. Whoever still is gets the role; no card is issued and nothing is told. */
export const keepListedTerms = async (ctx: Ctx, personId: string, lines: readonly ListedTerm[]): Promise<void> => {
  const { tx, actor, today } = ctx
  const person = await findPerson(tx, actor.programmeId, personId)
  if (!person) return
  const { registrationByYear: byYear } = await getProgramme(tx, actor.programmeId)
  const known = await lockSupporter(tx, actor.programmeId, personId)
  const { terms } = await standingOf(ctx, personId)
  const added: Term[] = []
  for (const line of lines.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    if (listedTermBlockers(line, [...terms, ...added], { today, byYear }).length === 0)
      added.push(termListed(line, today, byYear))
  const span = spanOf([...terms, ...added], today)
  if (added.length === 0 || !span) return
  if (!known && (await insertSupporter(tx, actor.programmeId, personId, null))) await keepFirstVersion(ctx, personId)
  for (const term of added) await keepTerm(ctx, personId, term)
  await setRegistered(tx, actor.programmeId, personId, span.registeredOn)
  // Who is registered now keeps the last day that they said themselves.
  const isOver = !known?.registeredOn || (known.endedOn !== null && known.endedOn < today)
  if (isOver) await setEnd(tx, actor.programmeId, personId, span.endedOn)
  if (isOver && span.endedOn === null) {
    const grant = { personId, role: 'supporter', placeId: null, email: person.email } as const
    await grantRole(ctx, grant, { unchecked: true })
  }
  ctx.audit.wrote({ action: 'take_in', kind: 'registration.supporter', id: personId, subject: personId })
}

const keepTerm = async (ctx: Ctx, personId: string, term: Term): Promise<void> => {
  const { tx, actor, now, today } = ctx
  await insertTerm(tx, actor.programmeId, {
    ...term,
    id: ctx.newId(),
    personId,
    kind: 'taken_over',
    by: actor.membershipId,
    at: now,
  })
  await noteChange(ctx, personId, { from: null, to: 'registered', on: term.from, via: 'list' })
  if (term.to !== null && term.to < today)
    await noteChange(ctx, personId, { from: 'registered', to: 'ended', on: term.to, via: 'list' })
}

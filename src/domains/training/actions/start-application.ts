import { addPerson, folded } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  type Application,
  type ApplicationVia,
  insertApplication,
  namedForRun,
  openApplication,
} from '../data/applications.ts'
import { insertApplicationEvent } from '../data/application-events.ts'
import { peopleOfOffice } from '../data/office-people.ts'
import { findRun, type Run } from '../data/runs.ts'
import { doorOf } from './application-facts.ts'
import { byOf } from './by.ts'

export interface Named {
  name: string
  kana: string
  /** Where the office that names them says that they read their mail. */
  email?: string | null
}

/** Somebody who is known, or a name that is not known yet. */
export type Candidate = { personId: string } | Named

export interface Start {
  /** One person, or the two of an office that come together. */
  who: readonly [Candidate] | readonly [Candidate, Candidate]
  placeId: string | null
  /** How staff heard of it; null: entered by the person or the office. */
  told: { via: ApplicationVia; at: Date } | null
}

export type StartBlocker =
  | { kind: 'takes_applications' }
  | { kind: 'two_needed' }
  | { kind: 'same_person' }
  /** One of the two has an application already that is not of these two. */
  | { kind: 'named_before' }

/** Somebody who comes, as far as we know them. */
interface Comer {
  one: Candidate
  /** Null: nobody who is known. */
  personId: string | null
  /** What they have for this run already. */
  known: Application | null
}

/** Makes a draft for each; whoever has one for this run already goes on with that. Gives their ids, in the order of `who`. Null: no such run. */
export const startApplication = async (
  ctx: Ctx,
  runId: string,
  start: Start,
): Promise<Result<readonly string[], StartBlocker[]> | null> => {
  const run = await findRun(ctx.tx, ctx.actor.programmeId, runId)
  if (!run || run.status === 'draft') return null
  const blockers = startBlockers(ctx, run, start)
  if (blockers.length > 0) return no(blockers)
  const comers: Comer[] = []
  for (const one of start.who) comers.push(await comerOf(ctx, run, one, start))
  const together = togetherBlockers(comers)
  if (together.length > 0) return no(together)
  const pairId = comers.length === 2 ? ctx.newId() : null
  const ids: string[] = []
  for (const comer of comers) ids.push(comer.known?.id ?? (await draftOf(ctx, run, { comer, start, pairId })))
  return ok(ids)
}

const startBlockers = (ctx: Ctx, run: Run, { who, placeId, told }: Start): StartBlocker[] => {
  const open = told ? run.status === 'open' || run.status === 'selecting' : run.status === 'open'
  const inWindow = told !== null || (run.applyFrom <= ctx.today && ctx.today <= run.applyUntil)
  if (!open || !inWindow) return [{ kind: 'takes_applications' }]
  return run.inPairs && (who.length < 2 || placeId === null) ? [{ kind: 'two_needed' }] : []
}

const comerOf = async (ctx: Ctx, run: Run, one: Candidate, start: Start): Promise<Comer> => {
  const personId = 'personId' in one ? one.personId : await knownAs(ctx, run, one, start)
  if (personId === null) return { one, personId, known: null }
  return { one, personId, known: await openApplication(ctx.tx, ctx.actor.programmeId, { runId: run.id, personId }) }
}

const togetherBlockers = ([first, second]: readonly Comer[]): StartBlocker[] => {
  if (!first || !second) return []
  if (isSame(first, second)) return [{ kind: 'same_person' }]
  const [one, other] = [first.known, second.known]
  const bothNew = one === null && other === null
  const areTwo = one !== null && other !== null && one.pairId !== null && one.pairId === other.pairId
  return bothNew || areTwo ? [] : [{ kind: 'named_before' }]
}

// Two of one name are told apart by their addresses.
const isSame = (first: Comer, second: Comer): boolean => {
  if (first.personId !== null || second.personId !== null) return first.personId === second.personId
  const [one, other] = [first.one, second.one]
  if ('personId' in one || 'personId' in other) return false
  return folded(one.name) === folded(other.name) && (!one.email || !other.email || one.email === other.email)
}

const draftOf = async (
  ctx: Ctx,
  run: Run,
  { comer, start, pairId }: { comer: Comer; start: Start; pairId: string | null },
): Promise<string> => {
  const { programmeId } = ctx.actor
  const personId = comer.personId ?? (await personNamed(ctx, comer.one))
  const id = ctx.newId()
  const { placeId, told } = start
  const isNamed = placeId !== null && personId !== ctx.actor.personId
  const recordedBy = told ? ctx.actor.membershipId : null
  await insertApplication(ctx.tx, programmeId, {
    id,
    runId: run.id,
    personId,
    placeId,
    pairId,
    via: told?.via ?? (isNamed ? 'office' : 'self'),
    recordedBy,
    toldAt: told?.at ?? null,
    madePerson: comer.personId === null,
    now: ctx.now,
  })
  await insertApplicationEvent(doorOf(ctx), {
    id: ctx.newId(),
    applicationId: id,
    personId,
    from: null,
    to: 'draft',
    at: ctx.now,
    by: byOf(ctx),
    reason: '',
  })
  ctx.audit.wrote({ action: 'start', kind: 'training.application', id, subject: personId })
  return id
}

const personNamed = (ctx: Ctx, one: Candidate): Promise<string> | string => {
  if ('personId' in one) return one.personId
  const { name, kana } = one
  const unreached = {
    nickname: '',
    email: null,
    phone: null,
    channel: 'inbox',
    quietFrom: null,
    quietTo: null,
  } as const
  return addPerson(ctx, { name, kana, ...unreached, locale: 'ja' })
}

/**
 * Whose record a name stands for. Staff decide by the name. An office that types one reaches nobody by it: only whoever reads
 * the address that it gives, or whom it has named for this run already. Records that look like one are shown to staff.
 */
const knownAs = async (
  ctx: Ctx,
  run: Run,
  { name, email }: Named,
  { placeId, told }: Start,
): Promise<string | null> => {
  if (placeId === null) return null
  const people = await peopleOfOffice(ctx.tx, ctx.actor.programmeId, placeId)
  const same = people.filter((one) => folded(one.name) === folded(name))
  if (told) return (same.find(({ signsIn }) => signsIn) ?? same[0])?.personId ?? null
  const reader = email ? same.find((one) => one.email?.toLowerCase() === email) : undefined
  if (reader) return reader.personId
  const named = await namedForRun(ctx.tx, ctx.actor.programmeId, { runId: run.id, placeId })
  const again = same.find((one) => named.has(one.personId) && (!email || one.email === null))
  return again?.personId ?? null
}

import { addPerson, folded } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type ApplicationVia, insertApplication, openApplication } from '../data/applications.ts'
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

export type StartBlocker = { kind: 'takes_applications' } | { kind: 'two_needed' } | { kind: 'same_person' }

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
  const pairId = start.who.length === 2 ? ctx.newId() : null
  const ids: string[] = []
  for (const one of start.who) ids.push(await draftOf(ctx, run, { one, start, pairId }))
  if (new Set(ids).size < ids.length) return no([{ kind: 'same_person' }])
  return ok(ids)
}

const startBlockers = (ctx: Ctx, run: Run, { who, placeId, told }: Start): StartBlocker[] => {
  const open = told ? run.status === 'open' || run.status === 'selecting' : run.status === 'open'
  const inWindow = told !== null || (run.applyFrom <= ctx.today && ctx.today <= run.applyUntil)
  if (!open || !inWindow) return [{ kind: 'takes_applications' }]
  return run.inPairs && (who.length < 2 || placeId === null) ? [{ kind: 'two_needed' }] : []
}

const draftOf = async (
  ctx: Ctx,
  run: Run,
  { one, start, pairId }: { one: Candidate; start: Start; pairId: string | null },
): Promise<string> => {
  const { programmeId } = ctx.actor
  const personId = 'personId' in one ? one.personId : await personNamed(ctx, one, start.placeId)
  const known = await openApplication(ctx.tx, programmeId, { runId: run.id, personId })
  if (known) return known.id
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

const personNamed = async (ctx: Ctx, named: Named, placeId: string | null): Promise<string> => {
  const known = placeId === null ? null : await knownAs(ctx, named, placeId)
  const { name, kana } = named
  const unreached = {
    nickname: '',
    email: null,
    phone: null,
    channel: 'inbox',
    quietFrom: null,
    quietTo: null,
  } as const
  return known ?? addPerson(ctx, { name, kana, ...unreached, locale: 'ja' })
}

// A mailbox that somebody else types opens no record that is there already, unless it is the one that stands in it.
const knownAs = async (ctx: Ctx, { name, email }: Named, placeId: string): Promise<string | null> => {
  const same = (await peopleOfOffice(ctx.tx, ctx.actor.programmeId, placeId)).filter(
    (one) => folded(one.name) === folded(name),
  )
  const known = same.find(({ signsIn }) => signsIn) ?? same.find((one) => !email || one.email === email)
  return known?.personId ?? null
}

import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { CompanionTask } from '../core/companion-tasks.ts'
import { markTasks } from '../data/visit-changes.ts'
import { findVisit, type VisitFull } from '../data/visit-full.ts'
import {
  insertThanks,
  keepRecord,
  keepReflection,
  markPassedOn,
  recordsOf,
  reflectionsBy,
  reflectionsOf,
  thanksOf,
  thanksTo,
} from '../data/visit-notes.ts'
import { tellOfVisit } from './tell-visit.ts'
import { seenInVisit } from './visit-seen.ts'

const sealed = {
  record: 'visits.companion_record.text_sealed',
  reflection: 'visits.reflection.text_sealed',
  thanks: 'visits.thanks.text_sealed',
  toStaff: 'visits.thanks.to_staff_sealed',
} as const

type Done = Promise<Result<null, never> | null>

export type NoteRefusal = 'not_held_yet' | 'not_shown'

/** Somebody wrote since the page was opened: what stands there now is on the page. */
type Stale = 'stale'

const ownSeat = (ctx: Ctx, visit: VisitFull | null) =>
  visit?.participants.find(
    (one) => one.personId === ctx.actor.personId && one.part === 'companion' && one.leftAt === null,
  )

/** The companion's own short record and what they have done of their part. */
export const writeRecord = async (
  ctx: Ctx,
  visitId: string,
  what: { text: string; tasks: readonly CompanionTask[]; version: number },
): Promise<Result<null, Stale> | null> => {
  const visit = await findVisit(ctx.tx, ctx.actor, visitId)
  if (!ownSeat(ctx, visit)) return null
  const personId = ctx.actor.personId
  const textSealed = await ctx.vault.seal(ctx.vault.programmeSubject, sealed.record, visitId, what.text)
  const note = { visitId, personId, textSealed, at: ctx.now, version: what.version }
  if (!(await keepRecord(ctx.tx, ctx.actor.programmeId, note))) return no('stale')
  await markTasks(ctx.tx, { visitId, personId, part: 'companion' }, what.tasks)
  ctx.audit.wrote({ action: 'record', kind: 'visit', id: visitId })
  return ok(null)
}

/** Looking back together: written by the person, or with staff who may read it; belongs to the person. */
export const writeReflection = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
  what: { text: string; version: number },
): Promise<Result<null, NoteRefusal | Stale> | null> => {
  const visit = await findVisit(ctx.tx, ctx.actor, visitId)
  const takesPart = visit?.participants.some(
    (one) => one.personId === personId && one.part === 'supporter' && one.leftAt === null,
  )
  const may = ctx.actor.personId === personId || ctx.actor.role === 'coordinator' || ownSeat(ctx, visit) !== undefined
  if (!visit || !takesPart || !may) return null
  if (visit.status !== 'held') return no('not_held_yet')
  // Whoever may not read what stands there would write over it unseen.
  if (!(await seenInVisit(ctx, visit)).classes.get(personId)?.has('care')) return no('not_shown')
  const kept = await keepReflection(ctx.tx, ctx.actor.programmeId, {
    visitId,
    personId,
    textSealed: await ctx.vault.seal(personId, sealed.reflection, visitId, what.text),
    at: ctx.now,
    version: what.version,
    by: ctx.actor.membershipId,
  })
  if (!kept) return no('stale')
  ctx.audit.wrote({ action: 'reflection', kind: 'visit', id: visitId, subject: personId })
  if (hasWordsOfRisk(what.text)) await ctx.outbox.emit('visits.words_of_risk', { personId, visitId })
  return ok(null)
}

/** Thanks and feedback of the place: words to the person, and words to staff only. No rating of anybody. */
export const sayThanks = async (
  ctx: Ctx,
  visitId: string,
  said: { text: string; toStaff: string; via: string },
): Promise<Result<null, NoteRefusal> | null> => {
  const visit = await findVisit(ctx.tx, ctx.actor, visitId)
  if (!visit || (ctx.actor.role !== 'host' && ctx.actor.role !== 'coordinator')) return null
  if (visit.status !== 'held') return no('not_held_yet')
  const id = ctx.newId()
  const nobody = ctx.vault.programmeSubject
  await insertThanks(ctx.tx, ctx.actor.programmeId, {
    id,
    visitId,
    textSealed: await ctx.vault.seal(nobody, sealed.thanks, id, said.text),
    toStaffSealed: said.toStaff ? await ctx.vault.seal(nobody, sealed.toStaff, id, said.toStaff) : null,
    by: ctx.actor.membershipId,
    via: said.via,
    at: ctx.now,
  })
  ctx.audit.wrote({ action: 'thanks', kind: 'visit', id: visitId })
  await tellOfVisit(ctx, visit, 'visits.thanks_came', { coordinators: true })
  return ok(null)
}

/** Staff have read it and pass it on to the person. */
export const passOnThanks = async (ctx: Ctx, visitId: string, thanksId: string): Done => {
  const visit = await findVisit(ctx.tx, ctx.actor, visitId)
  if (!visit || ctx.actor.role !== 'coordinator') return null
  if (!(await markPassedOn(ctx.tx, visitId, thanksId, ctx.actor.membershipId, ctx.now))) return null
  ctx.audit.wrote({ action: 'thanks_passed_on', kind: 'visit', id: visitId })
  await tellOfVisit(ctx, visit, 'visits.thanks_for_you', { supporters: true, companions: true })
  return ok(null)
}

export interface ReadThanks {
  id: string
  text: string
  toStaff: string
  at: Date
  passedOnAt: Date | null
}

/** Supporters read what was passed on to them; staff and the place read all of it, the words to staff among staff and place only. */
export const readThanks = async (ctx: Ctx, visit: VisitFull): Promise<ReadThanks[]> => {
  const staff = ctx.actor.role === 'coordinator' || ctx.actor.role === 'host'
  const all = (await thanksOf(ctx.tx, visit.id)).filter((one) => staff || one.passedOnAt !== null)
  if (ctx.actor.role !== 'supporter') noteThanksRead(ctx, visit, all)
  const nobody = ctx.vault.programmeSubject
  return Promise.all(
    all.map(async (one) => ({
      id: one.id,
      text: await ctx.vault.open(nobody, sealed.thanks, one.id, one.textSealed),
      toStaff:
        staff && one.toStaffSealed ? await ctx.vault.open(nobody, sealed.toStaff, one.id, one.toStaffSealed) : '',
      at: one.at,
      passedOnAt: one.passedOnAt,
    })),
  )
}

// What a place says of those who came is about them: whoever else reads it is noted at each of them.
const noteThanksRead = (ctx: Ctx, visit: VisitFull, all: readonly { toStaffSealed: string | null }[]): void => {
  if (all.length === 0) return
  const toStaff = ctx.actor.role !== 'companion' && all.some((one) => one.toStaffSealed !== null)
  for (const one of visit.participants.filter((each) => each.part === 'supporter' && each.leftAt === null))
    ctx.audit.read({
      kind: 'thanks',
      id: visit.id,
      subject: one.personId,
      classes: toStaff ? ['care', 'staff'] : ['care'],
    })
}

export interface ReadNote {
  personId: string
  text: string
  at: Date
  version: number
}

/** Companions' records: staff notes, for the coordinator and who wrote them. Read by another, it is noted at each supporter. */
export const readRecords = async (ctx: Ctx, visit: VisitFull): Promise<ReadNote[]> => {
  const own = (one: { personId: string }) => one.personId === ctx.actor.personId
  const all = (await recordsOf(ctx.tx, visit.id)).filter((one) => ctx.actor.role === 'coordinator' || own(one))
  if (!all.every(own)) {
    for (const one of visit.participants.filter((each) => each.part === 'supporter'))
      ctx.audit.read({ kind: 'companion_record', id: visit.id, subject: one.personId, classes: ['staff'] })
  }
  const nobody = ctx.vault.programmeSubject
  return Promise.all(
    all.map(async (one) => ({
      personId: one.personId,
      text: await ctx.vault.open(nobody, sealed.record, visit.id, one.textSealed),
      at: one.at,
      version: one.version,
    })),
  )
}

/** Reflections of these people. Read by anybody but the person, it is noted. */
export const readReflections = async (ctx: Ctx, visitId: string, of: readonly string[]): Promise<ReadNote[]> => {
  const all = (await reflectionsOf(ctx.tx, visitId)).filter((one) => of.includes(one.personId))
  return Promise.all(
    all.map(async (one) => {
      if (ctx.actor.personId !== one.personId)
        ctx.audit.read({ kind: 'reflection', id: visitId, subject: one.personId, classes: ['care'] })
      return {
        personId: one.personId,
        text: await ctx.vault.open(one.personId, sealed.reflection, visitId, one.textSealed),
        at: one.at,
        version: one.version,
      }
    }),
  )
}

/** What stands in somebody's own record: what they wrote looking back, and what places said to them. */
export const readOwnNotes = async ({ tx, actor, vault }: Ctx) => {
  const reflections = await reflectionsBy(tx, actor.personId)
  const thanks = await thanksTo(tx, actor.personId)
  return {
    reflections: await Promise.all(
      reflections.map(async ({ visitId, at, textSealed }) => ({
        at,
        text: await vault.open(actor.personId, sealed.reflection, visitId, textSealed),
      })),
    ),
    thanks: await Promise.all(
      thanks.map(async ({ id, at, textSealed }) => ({
        at,
        text: await vault.open(vault.programmeSubject, sealed.thanks, id, textSealed),
      })),
    ),
  }
}

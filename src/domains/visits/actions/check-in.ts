import { no, ok, type Result } from '#kernel/result.ts'
import { isFollowing } from '#domains/people/index.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type CheckInAnswers, feelings, tirednesses, wasALot } from '../core/check-in.ts'
import { findCheckIn, keepCheckIn, type Moment, removeCheckIn, type SealedCheckIn } from '../data/check-ins.ts'
import { findVisit, type VisitFull } from '../data/visit-full.ts'
import { ownCompanion } from './visit-seen.ts'

const field = 'visits.check_in.answers_sealed'

export interface Said {
  moment: Moment
  answers: CheckInAnswers
  shownToCompanion: boolean
  via: string
}

/**
 * How a person feels before or after a visit: said by themselves, or told to staff. Answers whether words were in it that call for
 * somebody to get in touch today; nothing is scored.
 */
export const sayHowItIs = async (
  ctx: Ctx,
  visitId: string,
  personId: string,
  said: Said,
): Promise<Result<{ risk: boolean }, 'too_early' | 'said_themselves'> | null> => {
  const visit = await findVisit(ctx.tx, ctx.actor, visitId)
  if (!visit || !takesPart(visit, personId) || !(await maySayFor(ctx, visit, personId))) return null
  if (said.moment === 'after' && visit.startsAt > ctx.now) return no('too_early')
  const own = ctx.actor.personId === personId
  const kept = await findCheckIn(ctx.tx, visitId, personId, said.moment)
  if (kept?.via === 'self' && !own) return no('said_themselves')
  const id = kept?.id ?? ctx.newId()
  await keepCheckIn(ctx.tx, ctx.actor.programmeId, {
    id,
    visitId,
    personId,
    moment: said.moment,
    answersSealed: await ctx.vault.seal(personId, field, id, JSON.stringify(said.answers)),
    shownToCompanion: said.shownToCompanion,
    at: ctx.now,
    via: own ? 'self' : said.via,
    recordedBy: own ? null : ctx.actor.membershipId,
  })
  ctx.audit.wrote({ action: 'check_in', kind: 'visit', id: visitId, subject: personId })
  const risk = hasWordsOfRisk(said.answers.good, said.answers.hard, said.answers.wish)
  if (risk) await ctx.outbox.emit('visits.words_of_risk', { personId, visitId })
  if (wasALot(said.moment, said.answers)) {
    await ctx.outbox.emit('visits.heavy', { personId, visitId, shown: said.shownToCompanion })
  }
  return ok({ risk })
}

const takesPart = (visit: VisitFull, personId: string): boolean =>
  visit.participants.some(
    (one) => one.personId === personId && one.part === 'supporter' && one.leftAt === null && !one.erased,
  )

/** Whether what this person said may be written down: by themselves, or by staff who go along or follow them. */
export const maySayFor = async (ctx: Ctx, visit: VisitFull, personId: string): Promise<boolean> => {
  const { actor } = ctx
  if (actor.personId === personId) return actor.role === 'supporter'
  if (actor.role === 'coordinator') return true
  if (actor.role !== 'companion') return false
  return ownCompanion(ctx, visit) || isFollowing(ctx.tx, actor.programmeId, actor.personId, personId)
}

/** The person takes back what they said: it is theirs. */
export const takeBackSaid = async (ctx: Ctx, visitId: string, moment: Moment): Promise<boolean> => {
  const kept = await findCheckIn(ctx.tx, visitId, ctx.actor.personId, moment)
  if (!kept || ctx.actor.role !== 'supporter') return false
  await removeCheckIn(ctx.tx, kept.id)
  ctx.audit.wrote({ action: 'check_in_taken_back', kind: 'visit', id: visitId, subject: kept.personId })
  return true
}

/** What was said, opened for whoever may read it. Read by anybody but the person, it is noted. */
export const openCheckIn = async (ctx: Ctx, one: SealedCheckIn): Promise<CheckInAnswers> => {
  if (ctx.actor.personId !== one.personId)
    ctx.audit.read({ kind: 'check_in', id: one.id, subject: one.personId, classes: ['care'] })
  return answersOf(await ctx.vault.open(one.personId, field, one.id, one.answersSealed))
}

const answersOf = (text: string): CheckInAnswers => {
  const raw = JSON.parse(text) as Partial<Record<keyof CheckInAnswers, unknown>>
  const words = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    feeling: feelings.find((one) => one === raw.feeling) ?? null,
    tired: tirednesses.find((one) => one === raw.tired) ?? null,
    good: words(raw.good),
    hard: words(raw.hard),
    wish: words(raw.wish),
  }
}

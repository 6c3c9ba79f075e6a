import { release } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { markDay } from '../data/practicum-changes.ts'
import type { Practicum, PracticumDay } from '../data/practicums.ts'
import { looksAfter } from '../data/reached.ts'
import { holdPracticum, practicumFields } from './see-practicum.ts'

export type DayBlocker =
  | { kind: 'not_agreed' }
  | { kind: 'not_begun' }
  | { kind: 'not_planned' }
  | { kind: 'reason_given' }
  | { kind: 'stale' }

interface Held {
  practicum: Practicum
  day: PracticumDay
}

const holdDay = async (ctx: Ctx, id: string, dayId: string): Promise<Held | null> => {
  const practicum = await holdPracticum(ctx, id)
  const day = practicum?.days.find((one) => one.id === dayId)
  return practicum && day ? { practicum, day } : null
}

/** Staff note that a day took place, or did not. */
export const endDay = async (
  ctx: Ctx,
  id: string,
  dayId: string,
  how: { to: 'held' | 'cancelled'; reason: string; version: number },
): Promise<Result<Practicum, DayBlocker[]> | null> => {
  const held = await holdDay(ctx, id, dayId)
  if (!held || !(await mayNote(ctx, held.practicum))) return null
  const { practicum, day } = held
  const blockers: (DayBlocker | null)[] = [
    day.status === 'planned' ? null : { kind: 'not_planned' },
    how.to === 'held' && practicum.status !== 'agreed' ? { kind: 'not_agreed' } : null,
    how.to === 'held' && day.startsAt > ctx.now ? { kind: 'not_begun' } : null,
    how.to === 'cancelled' && how.reason.trim() === '' ? { kind: 'reason_given' } : null,
  ]
  const inTheWay = blockers.filter((one) => one !== null)
  if (inTheWay.length > 0) return no(inTheWay)
  const { personId } = practicum
  const reason_sealed =
    how.reason === '' ? null : await ctx.vault.seal(personId, practicumFields.reason, dayId, how.reason)
  const marks = { status: how.to, reason_sealed }
  if (!(await markDay(ctx.tx, ctx.actor.programmeId, { id: dayId, version: how.version }, marks)))
    return no([{ kind: 'stale' }])
  if (how.to === 'cancelled') await release(ctx, { refId: dayId })
  ctx.audit.wrote({ action: `day_${how.to}`, kind: 'training.practicum', id, subject: personId })
  return ok(practicum)
}

/** Those who go along, those who look after the run, and coordinators. */
const mayNote = async (ctx: Ctx, { companionId, runId }: Practicum): Promise<boolean> =>
  (ctx.actor.role === 'companion' && companionId === ctx.actor.personId) || looksAfter(ctx.tx, ctx.actor, runId)

/** The diary of a day: the person's own; staff read it only where it is shown. Answers whether words call for somebody. */
export const writeDiary = async (
  ctx: Ctx,
  id: string,
  dayId: string,
  written: { text: string; shown: boolean; version: number },
): Promise<Result<{ risk: boolean }, DayBlocker[]> | null> => {
  const held = await holdDay(ctx, id, dayId)
  if (!held || held.practicum.personId !== ctx.actor.personId) return null
  if (held.day.startsAt > ctx.now) return no([{ kind: 'not_begun' }])
  const { personId } = held.practicum
  const marks = {
    diary_sealed: written.text ? await ctx.vault.seal(personId, practicumFields.diary, dayId, written.text) : null,
    diary_shown: written.shown,
  }
  if (!(await markDay(ctx.tx, ctx.actor.programmeId, { id: dayId, version: written.version }, marks)))
    return no([{ kind: 'stale' }])
  ctx.audit.wrote({ action: 'diary', kind: 'training.practicum', id, subject: personId })
  const risk = hasWordsOfRisk(written.text)
  if (risk) await ctx.outbox.emit('training.words_of_risk', { personId })
  return ok({ risk })
}

/** The place's words on a day, which the person reads too. */
export const writePlaceWords = async (
  ctx: Ctx,
  id: string,
  dayId: string,
  written: { text: string; version: number },
): Promise<Result<Practicum, DayBlocker[]> | null> => {
  const held = await holdDay(ctx, id, dayId)
  if (!held || (ctx.actor.role !== 'host' && ctx.actor.role !== 'coordinator')) return null
  if (held.day.startsAt > ctx.now) return no([{ kind: 'not_begun' }])
  const { personId } = held.practicum
  const marks = {
    place_words_sealed: written.text
      ? await ctx.vault.seal(personId, practicumFields.words, dayId, written.text)
      : null,
  }
  if (!(await markDay(ctx.tx, ctx.actor.programmeId, { id: dayId, version: written.version }, marks)))
    return no([{ kind: 'stale' }])
  ctx.audit.wrote({ action: 'place_words', kind: 'training.practicum', id, subject: personId })
  return ok(held.practicum)
}

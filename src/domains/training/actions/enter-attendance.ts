import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { AttendanceState } from '../core/completion.ts'
import { type Entry, entriesOf, insertEntries, noteField } from '../data/attendance.ts'
import { enrolmentsOfRun } from '../data/enrolments.ts'
import { sessionFor } from '../data/reached.ts'
import { insertSessionEvent, lockSession, markSession, type Session } from '../data/sessions.ts'
import { type NotedEntry, openNote } from './attendance-notes.ts'
import { noticeQuiet } from './notice-quiet.ts'
import { byOf } from './by.ts'

/** What staff enter about one person. Making up is another thing: `makeUpFor`. */
export interface Entering {
  enrolmentId: string
  state: Exclude<AttendanceState, 'made_up'>
  /** What the person let us know. */
  note: string
}

export type EnteringBlocker = { kind: 'not_begun' } | { kind: 'does_not_stand' } | { kind: 'changed_meanwhile' }

/** What stands in the way of entering who came: an absence may be known beforehand, presence may not. */
const enteringBlockers = (session: Session, now: Date, entering: readonly Entering[]): EnteringBlocker[] => {
  if (session.status === 'moved' || session.status === 'cancelled') return [{ kind: 'does_not_stand' }]
  const there = entering.some(({ state }) => state === 'present' || state === 'late' || state === 'online')
  return there && session.startsAt > now ? [{ kind: 'not_begun' }] : []
}

/**
 * Enters who was there. Only what differs from the last entry is added, so that the trace tells what was corrected. `seen`: how many entries the
 * sender had seen; where there are more by now, nothing is entered.
 */
export const enterAttendance = async (
  ctx: Ctx,
  sessionId: string,
  entering: readonly Entering[],
  how: { source: Entry['source']; seen: number },
): Promise<Result<Session, EnteringBlocker[]> | null> => {
  const { programmeId } = ctx.actor
  const found = await sessionFor(ctx.tx, ctx.actor, sessionId)
  const session = found && (await lockSession(ctx.tx, programmeId, found.id))
  if (!session) return null
  const blockers = enteringBlockers(session, ctx.now, entering)
  if (blockers.length > 0) return no(blockers)
  const before = await entriesOf(ctx.tx, programmeId, { runId: session.runId, sessionId })
  if (before.length !== how.seen) return no([{ kind: 'changed_meanwhile' }])
  const enrolments = await enrolmentsOfRun(ctx.tx, programmeId, session.runId)
  const last = new Map(before.map((entry) => [entry.enrolmentId, entry]))
  const fresh: { one: Entering; personId: string }[] = []
  for (const one of entering) {
    const personId = enrolments.find(({ id }) => id === one.enrolmentId)?.personId
    if (personId && (await differs(ctx, personId, last.get(one.enrolmentId), one))) fresh.push({ one, personId })
  }
  await insertEntries(
    ctx.tx,
    programmeId,
    await Promise.all(
      fresh.map(({ one, personId }) =>
        entryOf(ctx, before, {
          ...one,
          personId,
          sessionId,
          source: how.source,
          madeUpOn: null,
          madeUpWay: null,
        }),
      ),
    ),
  )
  for (const { personId } of fresh)
    ctx.audit.wrote({ action: 'attendance', kind: 'training.session', id: sessionId, subject: personId })
  await tookPlace(ctx, session)
  await noticeQuiet(
    ctx,
    session.runId,
    fresh.map(({ one }) => one.enrolmentId),
  )
  return ok(session)
}

const differs = async (
  ctx: Ctx,
  personId: string,
  last: Entry | undefined,
  { state, note }: Entering,
): Promise<boolean> => last?.state !== state || (await openNote(ctx, personId, last)).note !== note

/** An entry by whoever acts now, in any case after those that stand there: the newest counts. */
export const entryOf = async (
  ctx: Ctx,
  before: readonly Entry[],
  {
    personId,
    note,
    ...entry
  }: Omit<NotedEntry, 'id' | 'at' | 'byMembership' | 'noteSealed' | 'noteOpen'> & { personId: string },
): Promise<Entry> => {
  const id = ctx.newId()
  return {
    ...entry,
    id,
    at: new Date(Math.max(ctx.now.getTime(), (before.at(-1)?.at.getTime() ?? 0) + 1)),
    byMembership: byOf(ctx),
    noteOpen: '',
    noteSealed: note.trim() === '' ? null : await ctx.vault.seal(personId, noteField, id, note),
  }
}

const tookPlace = async (ctx: Ctx, session: Session): Promise<void> => {
  if (session.status !== 'planned' || session.startsAt > ctx.now) return
  await markSession(ctx.tx, ctx.actor.programmeId, session.id, { status: 'held' })
  await insertSessionEvent(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    sessionId: session.id,
    from: 'planned',
    to: 'held',
    at: ctx.now,
    by: byOf(ctx),
    reason: '',
  })
}

import type { Ctx } from '#platform/http/call.ts'
import { standingFor, type Taking } from '../core/completion.ts'
import type { Entry } from '../data/attendance.ts'
import type { Enrolment } from '../data/enrolments.ts'
import { ownEnrolments, ownSession } from '../data/reached.ts'
import { findRun, type Run } from '../data/runs.ts'
import { type Session, sessionsOf } from '../data/sessions.ts'
import { type OpenNeed, readNeeds } from './read-needs.ts'
import { type HowItWas, ownWord } from './session-texts.ts'
import { factsOf, openRunBook, takingIn, trackOf } from './taking.ts'

/** One's own course: what comes, what was, what is still needed. */
export interface OwnCourse {
  enrolment: Enrolment
  run: Run
  taking: Taking
  sessions: Session[]
  next: Session | null
  needs: OpenNeed[]
}

export const showOwnCourse = async (ctx: Ctx, enrolmentId: string): Promise<OwnCourse | null> => {
  const enrolment = (await ownEnrolments(ctx.tx, ctx.actor)).find(({ id }) => id === enrolmentId)
  const run = enrolment && (await findRun(ctx.tx, ctx.actor.programmeId, enrolment.runId))
  if (!enrolment || !run) return null
  const book = await openRunBook(ctx, run)
  const sessions = await standing(ctx, book.sessions, enrolment)
  return {
    enrolment,
    run,
    taking: await takingIn(ctx, book, enrolment),
    sessions,
    next: enrolment.status === 'taking' ? nextOf(ctx, sessions) : null,
    needs: await readNeeds(ctx, { runId: run.id, enrolmentId }),
  }
}

const standing = async (ctx: Ctx, sessions: readonly Session[], enrolment: Enrolment): Promise<Session[]> => {
  const own = standingFor(
    sessions.map((session) => factsOf(session, ctx.zone)),
    await trackOf(ctx, sessions, enrolment),
  )
  return own.flatMap(({ id }) => sessions.find((session) => session.id === id) ?? [])
}

const nextOf = ({ now }: Ctx, sessions: readonly Session[]): Session | null =>
  sessions.filter(({ endsAt }) => endsAt > now).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0] ??
  null

/** The next session of each course that the actor takes. */
export const ownNextSessions = async (ctx: Ctx): Promise<Session[]> => {
  const next: Session[] = []
  for (const enrolment of await ownEnrolments(ctx.tx, ctx.actor)) {
    if (enrolment.status !== 'taking') continue
    const sessions = await sessionsOf(ctx.tx, ctx.actor.programmeId, enrolment.runId)
    const first = nextOf(ctx, await standing(ctx, sessions, enrolment))
    if (first) next.push(first)
  }
  return next
}

/** One's own part in one session. */
export interface OwnSession {
  session: Session
  enrolment: Enrolment
  last: Entry | null
  homeworkIn: boolean
  said: HowItWas | null
}

export const showOwnSession = async (ctx: Ctx, sessionId: string): Promise<OwnSession | null> => {
  const own = await ownSession(ctx.tx, ctx.actor, sessionId)
  const run = own && (await findRun(ctx.tx, ctx.actor.programmeId, own.session.runId))
  if (!own || !run) return null
  const book = await openRunBook(ctx, run)
  const track = await trackOf(ctx, book.sessions, own.enrolment)
  if (own.session.track !== null && own.session.track !== track) return null
  const mine = (one: { enrolmentId: string; sessionId: string }): boolean =>
    one.enrolmentId === own.enrolment.id && one.sessionId === sessionId
  return {
    ...own,
    last: book.entries.findLast(mine) ?? null,
    homeworkIn: book.homework.some(mine),
    said: await ownWord(ctx, sessionId, own.enrolment.id),
  }
}

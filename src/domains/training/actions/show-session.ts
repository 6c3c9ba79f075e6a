import type { Ctx } from '#platform/http/call.ts'
import { namesOf } from '#domains/people/index.ts'
import { entriesOf, homeworkOf } from '../data/attendance.ts'
import { type Enrolment, enrolmentsOfRun } from '../data/enrolments.ts'
import { sessionFor } from '../data/reached.ts'
import { shownWords } from '../data/session-texts.ts'
import { type Session, sessionsOf } from '../data/sessions.ts'
import { type NotedEntry, showNote } from './attendance-notes.ts'
import { type HowItWas, openWord, readNote } from './session-texts.ts'
import { trackOf } from './taking.ts'

/** Somebody who is expected in a session, and what was entered last. */
export interface Expected {
  enrolment: Enrolment
  nickname: string
  last: NotedEntry | null
  homeworkIn: boolean
}

export interface ShownSession {
  session: Session
  expected: Expected[]
  /** How many entries there are: what somebody who saves now has seen. */
  seen: number
  note: { text: string; version: number }
  shown: { name: string; kana: string; said: HowItWas }[]
}

/** A session with those who are expected in it; null where the actor has nothing to do with its run. */
export const showSession = async (ctx: Ctx, sessionId: string): Promise<ShownSession | null> => {
  const session = await sessionFor(ctx.tx, ctx.actor, sessionId)
  if (!session) return null
  const { programmeId } = ctx.actor
  const entries = await entriesOf(ctx.tx, programmeId, { runId: session.runId, sessionId })
  const homework = await homeworkOf(ctx.tx, programmeId, session.runId)
  const enrolments = await expectedIn(ctx, session)
  const names = await namesOf(
    ctx.tx,
    programmeId,
    enrolments.map(({ personId }) => personId),
  )
  await ctx.vault.warm(enrolments.map(({ personId }) => personId))
  const expected: Expected[] = []
  for (const enrolment of enrolments) {
    const last = entries.findLast(({ enrolmentId }) => enrolmentId === enrolment.id)
    expected.push({
      enrolment,
      nickname: names.get(enrolment.personId)?.nickname ?? '',
      last: last ? await showNote(ctx, enrolment.personId, last) : null,
      homeworkIn: homework.some((one) => one.enrolmentId === enrolment.id && one.sessionId === sessionId),
    })
  }
  return {
    session,
    seen: entries.length,
    expected,
    note: await readNote(ctx, sessionId),
    shown: await shownTo(ctx, sessionId, enrolments),
  }
}

// Those of its group; who has left is expected no more.
const expectedIn = async (ctx: Ctx, session: Session): Promise<Enrolment[]> => {
  const all = await enrolmentsOfRun(ctx.tx, ctx.actor.programmeId, session.runId)
  const staying = all.filter(({ status }) => status !== 'left')
  if (session.track === null) return staying
  const sessions = await sessionsOf(ctx.tx, ctx.actor.programmeId, session.runId)
  const tracks = await Promise.all(staying.map((one) => trackOf(ctx, sessions, one)))
  return staying.filter((_, at) => tracks[at] === session.track)
}

const shownTo = async (
  ctx: Ctx,
  sessionId: string,
  enrolments: readonly Enrolment[],
): Promise<ShownSession['shown']> => {
  const shown: ShownSession['shown'] = []
  for (const word of await shownWords(ctx.tx, ctx.actor.programmeId, sessionId)) {
    const who = enrolments.find(({ id }) => id === word.enrolmentId)
    if (who) shown.push({ name: who.name, kana: who.kana, said: await openWord(ctx, sessionId, word) })
  }
  return shown
}

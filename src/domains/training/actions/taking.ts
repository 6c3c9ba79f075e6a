import type { Ctx } from '#platform/http/call.ts'
import { dayIn } from '#kernel/time.ts'
import { type SessionFacts, type Taking, takingOf } from '../core/completion.ts'
import { type Entry, entriesOf, type HandedIn, homeworkOf, practicumDaysOf } from '../data/attendance.ts'
import { type Enrolment, enrolmentTrackField } from '../data/enrolments.ts'
import type { Run } from '../data/runs.ts'
import { type Session, sessionsOf } from '../data/sessions.ts'

/** All that was entered about a run, loaded once for however many people. */
export interface RunBook {
  run: Run
  sessions: Session[]
  entries: Entry[]
  homework: HandedIn[]
  practicumDays: Map<string, number>
}

export const openRunBook = async ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, run: Run): Promise<RunBook> => {
  const { programmeId } = actor
  return {
    run,
    sessions: await sessionsOf(tx, programmeId, run.id),
    entries: await entriesOf(tx, programmeId, { runId: run.id }),
    homework: await homeworkOf(tx, programmeId, run.id),
    practicumDays: await practicumDaysOf(tx, programmeId, run.id),
  }
}

/** Where one person stands in the run. */
export const takingIn = async (ctx: Ctx, book: RunBook, enrolment: Enrolment): Promise<Taking> =>
  takingOf({
    sessions: book.sessions.map((session) => factsOf(session, ctx.zone)),
    track: await trackOf(ctx, book.sessions, enrolment),
    marks: book.entries.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
    homeworkIn: book.homework
      .filter(({ enrolmentId }) => enrolmentId === enrolment.id)
      .map(({ sessionId }) => sessionId),
    practicumDays: book.practicumDays.get(enrolment.id) ?? 0,
    completion: book.run.completion,
    makeUp: book.run.makeUp,
    today: ctx.today,
  })

export const factsOf = (session: Session, zone: string): SessionFacts => ({
  id: session.id,
  no: session.no,
  status: session.status,
  track: session.track,
  compulsory: session.compulsory,
  day: dayIn(session.startsAt, zone),
})

/** The group that somebody is in. It may tell something of them: opened only where the run splits, and noted when others look. */
export const trackOf = async (
  ctx: Ctx,
  sessions: readonly Session[],
  { id, personId, trackSealed }: Enrolment,
): Promise<string | null> => {
  if (trackSealed === null || sessions.every(({ track }) => track === null)) return null
  if (personId !== ctx.actor.personId) {
    ctx.audit.read({ kind: 'training.enrolment', id, subject: personId, classes: ['lived'] })
  }
  return ctx.vault.open(personId, enrolmentTrackField, id, trackSealed)
}

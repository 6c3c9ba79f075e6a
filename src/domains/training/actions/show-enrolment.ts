import type { Ctx } from '#platform/http/call.ts'
import type { Taking } from '../core/completion.ts'
import type { WentOn } from '../core/went-on.ts'
import type { Enrolment } from '../data/enrolments.ts'
import { enrolmentFor, runFor } from '../data/reached.ts'
import type { Run } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import { type NotedEntry, showNote } from './attendance-notes.ts'
import { type CalledPracticum, reachablePracticums } from './see-practicum.ts'
import { openRunBook, takingIn } from './taking.ts'
import { readWentOn } from './went-on.ts'

/** Somebody's course, as the staff of the run see it. */
export interface ShownEnrolment {
  enrolment: Enrolment
  run: Run
  sessions: Session[]
  taking: Taking
  /** All that was entered about them, oldest first: corrections leave a trace. */
  entries: NotedEntry[]
  wentOn: WentOn | null
  practicums: CalledPracticum[]
}

export const showEnrolment = async (ctx: Ctx, id: string): Promise<ShownEnrolment | null> => {
  const enrolment = await enrolmentFor(ctx.tx, ctx.actor, id)
  const run = enrolment && (await runFor(ctx.tx, ctx.actor, enrolment.runId))
  if (!enrolment || !run) return null
  const book = await openRunBook(ctx, run)
  const taking = await takingIn(ctx, book, enrolment)
  return {
    enrolment,
    run,
    taking,
    sessions: taking.sessions.flatMap((own) => book.sessions.find((session) => session.id === own.id) ?? []),
    entries: await Promise.all(
      book.entries
        .filter(({ enrolmentId }) => enrolmentId === id)
        .map((entry) => showNote(ctx, enrolment.personId, entry)),
    ),
    practicums: await reachablePracticums(ctx, { enrolmentId: id }),
    wentOn: enrolment.status === 'taking' ? null : await readWentOn(ctx, enrolment),
  }
}

import { type Call, notFound, redirect, type Reply } from '#platform/http/call.ts'
import { type MemberRoute, memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type NoteRefusal, passOnThanks, sayThanks, writeRecord, writeReflection } from '../actions/visit-notes.ts'
import { isCompanionTask } from '../core/companion-tasks.ts'
import { toldVia } from './visit-form-input.ts'
import type { VisitForm } from './visit-model.ts'
import { visitPaths } from './visit-paths.ts'
import { visitPage } from './visit-routes.tsx'
import { visitWords } from './words-visit.ts'
import { visitRefusals } from './words-visit-refusals.ts'
import { visitStaffWords } from './words-visit-staff.ts'

const post = (path: string, who: MemberRoute['who'], reach: string, handle: MemberRoute['handle']): RouteSpec =>
  memberRoute({ method: 'POST', path, who, reach, handle })

const back = (call: Call, done: unknown, flash: string): Reply =>
  done ? redirect(visitPaths.visit(call.param('id')), flash) : notFound()

const refused = (call: Call, which: VisitForm, kind: NoteRefusal): Promise<Reply> =>
  visitPage(
    call,
    call.param('id'),
    { which, errors: [{ field: '', message: visitRefusals[call.reader.locale][kind] }] },
    409,
  )

const stale = (call: Call, which: VisitForm): Promise<Reply> =>
  visitPage(call, call.param('id'), { which, errors: [], stale: true }, 409)

const versionRead = (call: Call): number => Number(call.form.text('_version')) || 0

/** What is written around a visit: the companion's record, the reflection together, the place's thanks. */
export const notesRoutes: RouteSpec[] = [
  post(visitPaths.record(':id'), ['companion', 'coordinator'], 'visits one goes along with', async (call) => {
    const written = await writeRecord(call, call.param('id'), {
      text: call.form.text('text').slice(0, 4000),
      tasks: call.form.list('tasks').filter(isCompanionTask),
      version: versionRead(call),
    })
    if (written && !written.ok) return stale(call, 'record')
    return back(call, written, visitWords[call.reader.locale].saved)
  }),
  post(
    visitPaths.reflection(':id', ':personId'),
    ['supporter', 'companion', 'coordinator'],
    'own; together, on visits one goes along with',
    async (call) => {
      const personId = call.param('personId')
      const written = await writeReflection(call, call.param('id'), personId, {
        text: call.form.text('text').slice(0, 4000),
        version: versionRead(call),
      })
      if (written && !written.ok)
        return written.error === 'stale' ? stale(call, `reflect-${personId}`) : refused(call, 'answer', written.error)
      return back(call, written, visitWords[call.reader.locale].saved)
    },
  ),
  post(visitPaths.thanks(':id'), ['host', 'coordinator'], 'own place', async (call) => {
    const s = visitStaffWords[call.reader.locale]
    const text = call.form.text('text').slice(0, 2000)
    if (!text)
      return visitPage(
        call,
        call.param('id'),
        { which: 'thanks', errors: [{ field: 'text', message: s.textNeeded }] },
        422,
      )
    const said = await sayThanks(call, call.param('id'), {
      text,
      toStaff: call.form.text('to_staff').slice(0, 2000),
      via: toldVia(call, call.actor.role === 'host'),
    })
    if (said && !said.ok) return refused(call, 'thanks', said.error)
    return back(call, said, s.thanksDone)
  }),
  post(visitPaths.thanksPassedOn(':id', ':thanksId'), ['coordinator'], 'the programme', async (call) =>
    back(
      call,
      await passOnThanks(call, call.param('id'), call.param('thanksId')),
      visitStaffWords[call.reader.locale].passedOn,
    ),
  ),
]

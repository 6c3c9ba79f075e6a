import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type Call, notFound, type Reply, redirect } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FieldError, refusedForm } from '#ui/index.ts'
import { tellings } from '#domains/people/index.ts'
import { recordRest } from '../actions/answer-rest.ts'
import { type AssignBlocker, assignFollowUp } from '../actions/assign-follow-up.ts'
import { closeFollowUp } from '../actions/close-follow-up.ts'
import { reachOf } from '../actions/reach.ts'
import { showFollowUp } from '../actions/show-follow-up.ts'
import { type CloseBlocker, ways } from '../core/follow-up.ts'
import { answers } from '../core/rest.ts'
import { listOpen } from '../data/follow-up-list.ts'
import { followUpColumns, FollowUpListPage } from './follow-up-list-page.tsx'
import { careStaff, followUpReply } from './follow-up-show.tsx'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

const reach = 'companion: those they follow or are to contact; coordinator: the programme'

const closing = z.object({
  how: z.enum(ways),
  done: z.string().trim().min(1).max(2000),
  next_on: z.preprocess((value) => (value === '' ? null : value), z.iso.date().nullable().default(null)),
})

const restTold = z.object({ answer: z.enum(answers), via: z.enum(tellings) })

const showList = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const lines = await listOpen(call.tx, call.actor.programmeId, await reachOf(call))
  return listPage(
    call,
    {
      title: followUpWords[locale].title,
      body: <FollowUpListPage locale={locale} today={call.today} lines={lines} />,
    },
    {
      kind: 'care.follow_up',
      names: () => lines.flatMap(({ personId, assignedTo }) => [personId, assignedTo]),
      columns: () => followUpColumns(locale),
      rows: () => lines,
    },
  )
}

const close = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const { values } = call.form
  const refused = (errors: readonly FieldError[], status: number) =>
    followUpReply(call, { close: refusedForm(locale, values, errors) }, status)
  const parsed = closing.safeParse(values)
  if (!parsed.success) {
    return refused(formErrors(parsed.error, { how: t.how, done: t.done, next_on: t.nextOn }, locale), 422)
  }
  const { how, done, next_on } = parsed.data
  const nextOn = next_on === null ? null : day(next_on)
  const version = Number(call.form.text('_version')) || 0
  const closed = await closeFollowUp(call, { id: call.param('id'), version, how, done, nextOn })
  if (!closed) return notFound()
  if (closed.ok) return redirect(carePaths.followUps, t.closed)
  if (closed.error.some(isStale)) return followUpReply(call, { close: blankForm(locale, values) }, 409, 'close')
  const errors = closed.error.map(({ kind }) => ({ field: fieldOf(kind), message: t.blockers[kind] }))
  return refused(errors, 409)
}

// Somebody else was first: both versions are shown in place of a sentence.
const isStale = ({ kind }: CloseBlocker | AssignBlocker): boolean =>
  kind === 'already_closed' || kind === 'changed_meanwhile'

const fieldOf = (kind: CloseBlocker['kind']): string =>
  kind === 'next_day_gone' || kind === 'next_day_needed' ? 'next_on' : ''

const assign = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const id = call.param('id')
  const { values } = call.form
  const version = Number(call.form.text('_version')) || 0
  const assigned = await assignFollowUp(call, { id, version, staffId: call.form.text('staff_id') })
  if (!assigned) return notFound()
  if (assigned.ok) return redirect(carePaths.followUp(id), t.assigned_)
  if (assigned.error.some(isStale)) {
    return followUpReply(call, { assign: blankForm(locale, values, 'assign') }, 409, 'assign')
  }
  const errors = assigned.error.map(({ kind }) => ({ field: 'staff_id', message: t.blockers[kind] }))
  return followUpReply(call, { assign: refusedForm(locale, values, errors, 'assign') }, 409)
}

const noteRest = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const { values } = call.form
  const parsed = restTold.safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, { answer: t.restAnswer, via: t.via }, locale)
    return followUpReply(call, { rest: refusedForm(locale, values, errors, 'rest') }, 422)
  }
  const id = call.param('id')
  const followUp = await showFollowUp(call, id)
  if (!followUp || !(await recordRest(call, followUp.person.id, parsed.data))) return notFound()
  return redirect(carePaths.followUp(id), t.restRecorded)
}

export const followUpRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.followUps, who: careStaff, reach, handle: showList }),
  memberRoute({
    method: 'GET',
    path: carePaths.followUp(':id'),
    who: careStaff,
    reach,
    handle: (call) => followUpReply(call),
  }),
  memberRoute({ method: 'POST', path: carePaths.close(':id'), who: careStaff, reach, handle: close }),
  memberRoute({ method: 'POST', path: carePaths.restTold(':id'), who: careStaff, reach, handle: noteRest }),
  memberRoute({
    method: 'POST',
    path: carePaths.assign(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: assign,
  }),
]

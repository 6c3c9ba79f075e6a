import { z } from 'zod'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { followedBy, personsInRole } from '#domains/people/index.ts'
import { assignFollowUp } from '../actions/assign-follow-up.ts'
import { closeFollowUp } from '../actions/close-follow-up.ts'
import { openByHand } from '../actions/open-by-hand.ts'
import { reachOf } from '../actions/reach.ts'
import { showFollowUp } from '../actions/show-follow-up.ts'
import { type CloseBlocker, ways } from '../core/follow-up.ts'
import { listOpen } from '../data/follow-up-list.ts'
import { FollowUpListPage } from './follow-up-list-page.tsx'
import { FollowUpPage } from './follow-up-page.tsx'
import { NewFollowUpPage } from './new-follow-up-page.tsx'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

export const careStaff = ['companion', 'coordinator'] as const
const reach = 'companion: those they follow or are to contact; coordinator: the programme'

const closing = z.object({
  how: z.enum(ways),
  done: z.string().trim().min(1).max(2000),
  next_on: z.preprocess((value) => (value === '' ? null : value), z.iso.date().nullable().default(null)),
})

const opening = z.object({ person_id: z.uuid(), due_on: z.iso.date() })

const showList = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const lines = await listOpen(call.tx, call.actor.programmeId, await reachOf(call))
  return page(followUpWords[locale].title, <FollowUpListPage locale={locale} today={call.today} lines={lines} />)
}

const showOne = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const followUp = await showFollowUp(call, call.param('id'))
  if (!followUp) return notFound()
  const staff = call.actor.role === 'coordinator' ? await personsInRole(call.tx, call.actor.programmeId, careStaff) : []
  const { crisisCard, contactPhone, contactHours } = call.programme
  const urgent = form !== undefined && hasWordsOfRisk(String(form.values['done'] ?? ''))
  const body = (
    <FollowUpPage
      locale={locale}
      zone={call.zone}
      today={call.today}
      followUp={followUp}
      form={form ?? blankForm(locale)}
      token={call.formToken}
      crisis={{ text: crisisCard, phone: contactPhone, hours: contactHours, urgent }}
      staff={staff}
    />
  )
  return page(followUpWords[locale].of(followUp.name), body, { status })
}

const close = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const { values } = call.form
  const parsed = closing.safeParse(values)
  if (!parsed.success) {
    const labels = { how: t.how, done: t.done, next_on: t.nextOn }
    return showOne(call, refusedForm(locale, values, formErrors(parsed.error, labels, locale)), 422)
  }
  const { how, done, next_on } = parsed.data
  const closed = await closeFollowUp(call, {
    id: call.param('id'),
    version: Number(call.form.text('_version')) || 0,
    how,
    done,
    nextOn: next_on === null ? null : day(next_on),
  })
  if (!closed) return notFound()
  if (closed.ok) return redirect(carePaths.followUps, t.closed)
  return showOne(
    call,
    refusedForm(
      locale,
      values,
      closed.error.map((blocker) => refusalOf(blocker, call)),
    ),
    409,
  )
}

const refusalOf = ({ kind }: CloseBlocker, call: Call): FieldError => ({
  field: kind === 'next_day_gone' || kind === 'next_day_needed' ? 'next_on' : '',
  message: followUpWords[call.reader.locale].blockers[kind],
})

const showNew = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const body = (
    <NewFollowUpPage
      locale={locale}
      today={call.today}
      form={form ?? blankForm(locale, { due_on: call.today })}
      token={call.formToken()}
      people={await peopleWithin(call)}
    />
  )
  return page(followUpWords[locale].newTitle, body, { status })
}

const peopleWithin = async (call: Call) => {
  const supporters = await personsInRole(call.tx, call.actor.programmeId, ['supporter'])
  if (call.actor.role === 'coordinator') return supporters
  const own = new Set(await followedBy(call.tx, call.actor.programmeId, call.actor.personId))
  return supporters.filter((person) => own.has(person.id))
}

const open = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const { values } = call.form
  const parsed = opening.safeParse(values)
  if (!parsed.success) {
    const labels = { person_id: t.person, due_on: t.dueOn }
    return showNew(call, refusedForm(locale, values, formErrors(parsed.error, labels, locale)), 422)
  }
  const dueOn: CalendarDay = day(parsed.data.due_on)
  const opened = await openByHand(call, { personId: parsed.data.person_id, reason: 'staff', dueOn })
  if (!opened) return notFound()
  if (opened.ok) return redirect(carePaths.followUps, opened.value ? t.added : t.addedBefore)
  const errors = [{ field: 'due_on', message: t.blockers.next_day_gone }]
  return showNew(call, refusedForm(locale, values, errors), 409)
}

const assign = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const assigned = await assignFollowUp(call, id, call.form.text('staff_id'))
  return assigned ? redirect(carePaths.followUp(id), followUpWords[call.reader.locale].assigned_) : notFound()
}

export const followUpRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.followUps, who: careStaff, reach, handle: showList }),
  memberRoute({ method: 'GET', path: carePaths.newFollowUp, who: careStaff, reach, handle: (call) => showNew(call) }),
  memberRoute({ method: 'POST', path: carePaths.newFollowUp, who: careStaff, reach, handle: open }),
  memberRoute({
    method: 'GET',
    path: carePaths.followUp(':id'),
    who: careStaff,
    reach,
    handle: (call) => showOne(call),
  }),
  memberRoute({ method: 'POST', path: carePaths.close(':id'), who: careStaff, reach, handle: close }),
  memberRoute({
    method: 'POST',
    path: carePaths.assign(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: assign,
  }),
]

import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { followedBy, personsInRole } from '#domains/people/index.ts'
import { openByHand } from '../actions/open-by-hand.ts'
import { careStaff } from './follow-up-show.tsx'
import { NewFollowUpPage } from './new-follow-up-page.tsx'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

const reach = 'companion: those they follow; coordinator: the programme'

const opening = z.object({ person_id: z.uuid(), due_on: z.iso.date() })

const show = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
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
    const errors = formErrors(parsed.error, { person_id: t.person, due_on: t.dueOn }, locale)
    return show(call, refusedForm(locale, values, errors), 422)
  }
  const { person_id: personId, due_on } = parsed.data
  const opened = await openByHand(call, { personId, reason: 'staff', dueOn: day(due_on) })
  if (!opened) return notFound()
  if (opened.ok) return redirect(carePaths.followUps, opened.value ? t.added : t.addedBefore)
  const errors = [{ field: 'due_on', message: t.blockers.next_day_gone }]
  return show(call, refusedForm(locale, values, errors), 409)
}

// Before '/follow-ups/:id': its path would take 'new' for an id.
export const newFollowUpRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.newFollowUp, who: careStaff, reach, handle: (call) => show(call) }),
  memberRoute({ method: 'POST', path: carePaths.newFollowUp, who: careStaff, reach, handle: open }),
]

import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { stepEnrolment } from '../actions/end-enrolment.ts'
import { makeUpFor } from '../actions/make-up-for.ts'
import { showEnrolment } from '../actions/show-enrolment.ts'
import { noteWentOn } from '../actions/went-on.ts'
import { makeUpWays } from '../core/completion.ts'
import { enrolmentStatuses } from '../core/enrolment-status.ts'
import { wentOnKinds } from '../core/went-on.ts'
import { runStaffRoles } from '../data/reached.ts'
import { EnrolmentPage, type EnrolmentPageProps } from './enrolment-page.tsx'
import { enrolmentWords } from './enrolment-words.ts'
import { versionOf } from './form-values.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

const who = runStaffRoles
const reach = 'coordinator: the programme; others: runs they are named for'

const enrolmentPage = async (
  call: Call,
  forms: Partial<EnrolmentPageProps['forms']> = {},
  status = 200,
): Promise<Reply> => {
  const { locale } = call.reader
  const shown = await showEnrolment(call, call.param('id'))
  if (!shown) return notFound()
  const { wentOn } = shown
  return page(
    shown.enrolment.name,
    <EnrolmentPage
      locale={locale}
      zone={call.zone}
      today={call.today}
      shown={shown}
      mayEnd={call.actor.role === 'coordinator'}
      forms={{
        madeUp: blankForm(locale, { on: call.today }, 'madeup'),
        status: blankForm(locale, {}, 'status'),
        wentOn: blankForm(locale, { kind: wentOn?.kind ?? '', words: wentOn?.words ?? '' }, 'wenton'),
        ...forms,
      }}
      token={call.formToken}
    />,
    { status },
  )
}

type Which = keyof EnrolmentPageProps['forms']
const formIds: Record<Which, string> = { madeUp: 'madeup', status: 'status', wentOn: 'wenton' }

const refused = (call: Call, which: Which, errors: readonly FieldError[], status: number): Promise<Reply> => {
  const form: FormState = refusedForm(call.reader.locale, call.form.values, errors, formIds[which])
  return enrolmentPage(call, { [which]: form }, status)
}

const madeUpSchema = z.object({
  session_id: z.uuid(),
  on: z.iso.date().transform(day),
  way: z.enum(makeUpWays),
})

const madeUp = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = enrolmentWords[locale]
  const parsed = madeUpSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const labels = { session_id: t.madeUpSession, on: t.madeUpOn, way: t.madeUpWay }
    return refused(call, 'madeUp', formErrors(parsed.error, labels, locale), 422)
  }
  const { session_id: sessionId, on, way } = parsed.data
  const made = await makeUpFor(call, call.param('id'), { sessionId, on, way })
  if (!made) return notFound()
  if (made.ok) return redirect(paths.enrolment(made.value.id), t.madeUpSaved)
  return refused(
    call,
    'madeUp',
    made.error.map(({ kind }) => ({ field: fieldOf[kind], message: t.madeUpBlockers[kind] })),
    409,
  )
}

const fieldOf = {
  not_missed: 'session_id',
  none_left: 'session_id',
  too_late: 'on',
  before_the_session: 'on',
  in_the_future: 'on',
  not_in_this_way: 'way',
} as const

const stepSchema = z.object({ to: z.enum(enrolmentStatuses), reason: z.string().max(200).default('') })

const step = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = enrolmentWords[locale]
  const parsed = stepSchema.safeParse(call.form.values)
  if (!parsed.success)
    return refused(call, 'status', formErrors(parsed.error, { to: t.to, reason: t.reason }, locale), 422)
  const taken = await stepEnrolment(call, call.param('id'), parsed.data)
  if (!taken) return notFound()
  if (taken.ok) return redirect(paths.enrolment(taken.value.id), parsed.data.to === 'taking' ? t.back : t.ended)
  const errors = taken.error.map(({ kind }) => ({
    field: kind === 'reason_missing' ? 'reason' : 'to',
    message: t.blockers[kind],
  }))
  return refused(call, 'status', errors, 409)
}

const wentOn = async (call: Call): Promise<Reply> => {
  const t = enrolmentWords[call.reader.locale]
  const kind = wentOnKinds.find((one) => one === call.form.text('kind'))
  const words = call.form.text('words').trim().slice(0, 1000)
  const told = { wentOn: kind ? { kind, words } : null, version: versionOf(call.form) }
  const kept = await noteWentOn(call, call.param('id'), told)
  if (!kept) return notFound()
  if (kept.ok) return redirect(paths.enrolment(kept.value.id), t.wentOnSaved)
  const message = kept.error === 'stale' ? t.stale : t.wentOnStill
  return refused(call, 'wentOn', [{ field: '', message }], 409)
}

const coordinator = ['coordinator'] as const

export const enrolmentRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.enrolment(':id'),
    who,
    reach,
    handle: (call) => enrolmentPage(call),
  }),
  memberRoute({ method: 'POST', path: paths.madeUp(':id'), who, reach, handle: madeUp }),
  memberRoute({
    method: 'POST',
    path: paths.enrolmentStatus(':id'),
    who: coordinator,
    reach: 'the programme',
    handle: step,
  }),
  memberRoute({ method: 'POST', path: paths.wentOn(':id'), who: coordinator, reach: 'the programme', handle: wentOn }),
]

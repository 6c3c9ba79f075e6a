import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, blankForm, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { addActivity, rewriteActivity, setHonorarium, takeOffMenu } from '../actions/save-activity.ts'
import { type Activity, findActivity, listActivities, listAllActivities, listRates } from '../data/activities.ts'
import { activitySchema, typedActivity } from './activity-form.ts'
import { ActivityEditor, ActivityPage } from './activity-page.tsx'
import { activityLabels, rateLabels } from './labels.ts'
import { MenuPage } from './menu-page.tsx'
import { programmePaths } from './paths.ts'
import { menuWords, programmeWords } from './words.ts'

const editors = ['coordinator', 'admin'] as const
const readers = ['supporter', 'companion', 'coordinator', 'supervisor', 'host', 'officer', 'admin'] as const

const rateSchema = z.object({
  from: z.iso.date(),
  yen: z.coerce.number().int().min(0).max(1_000_000),
})

const isEditor = (call: Call): boolean => editors.some((role) => role === call.actor.role)

const activityColumns = (locale: Locale) => {
  const t = programmeWords[locale]
  return [
    { head: t.name, text: (one: Activity) => one.name[locale] },
    { head: t.plain, text: (one: Activity) => one.plain[locale] },
    { head: t.minutes, text: (one: Activity) => one.minutes },
    { head: t.listenersMax, text: (one: Activity) => one.listenersMax },
    { head: listWords[locale].state, text: (one: Activity) => (one.endedOn ? t.endedOn(one.endedOn) : '') },
  ]
}

const newActivityPage = (call: Call, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = programmeWords[locale]
  return page(
    t.newActivity,
    <>
      <BackLink href={programmePaths.menu}>{menuWords[locale].title}</BackLink>
      <Heading>{t.newActivity}</Heading>
      <ActivityEditor locale={locale} form={form} action={programmePaths.newActivity} token={call.formToken()} />
    </>,
    { status },
  )
}

interface Shown {
  form?: FormState
  rateForm?: FormState
  theirs?: FormState['values']
  status?: number
}

const activityPage = async (call: Call, activity: Activity, shown: Shown = {}): Promise<Reply> => {
  const { locale } = call.reader
  const rateForm = shown.rateForm ?? blankForm(locale, {}, 'rate')
  return page(
    programmeWords[locale].editActivity,
    <ActivityPage
      locale={locale}
      activity={activity}
      form={shown.form ?? blankForm(locale, typedActivity(activity))}
      action={programmePaths.activity(activity.id)}
      token={call.formToken()}
      theirs={shown.theirs ?? null}
      rates={await listRates(call.tx, activity.id)}
      rateForm={rateForm}
      rateToken={call.formToken()}
      endToken={call.formToken()}
    />,
    { status: shown.status ?? 200 },
  )
}

export const menuRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: programmePaths.menu,
    who: readers,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const activities = isEditor(call) ? await listAllActivities(call.tx) : await listActivities(call.tx, call.today)
      return listPage(
        call,
        {
          title: menuWords[locale].title,
          body: <MenuPage activities={activities} locale={locale} mayEdit={isEditor(call)} />,
        },
        { kind: 'programme.activity', names: null, columns: () => activityColumns(locale), rows: () => activities },
      )
    },
  }),
  memberRoute({
    method: 'GET',
    path: programmePaths.newActivity,
    who: editors,
    reach: 'the programme',
    handle: async (call) =>
      newActivityPage(
        call,
        blankForm(call.reader.locale, { recording: 'no', flags: ['companion_required'], sort: '500' }),
      ),
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.newActivity,
    who: editors,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const parsed = activitySchema.safeParse(call.form.values)
      if (!parsed.success)
        return newActivityPage(
          call,
          refusedForm(locale, call.form.values, formErrors(parsed.error, activityLabels(locale), locale)),
          422,
        )
      await addActivity(call, parsed.data)
      return redirect(programmePaths.menu, programmeWords[locale].saved)
    },
  }),
  memberRoute({
    method: 'GET',
    path: programmePaths.activity(':id'),
    who: editors,
    reach: 'the programme',
    handle: async (call) => {
      const activity = await findActivity(call.tx, call.param('id'))
      return activity ? activityPage(call, activity) : notFound()
    },
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.activity(':id'),
    who: editors,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const activity = await findActivity(call.tx, call.param('id'))
      if (!activity) return notFound()
      const parsed = activitySchema.safeParse(call.form.values)
      if (!parsed.success) {
        const errors = formErrors(parsed.error, activityLabels(locale), locale)
        return activityPage(call, activity, { form: refusedForm(locale, call.form.values, errors), status: 422 })
      }
      const saved = await rewriteActivity(call, activity.id, Number(call.form.text('_version')) || 0, parsed.data)
      if (!saved) return notFound()
      if (saved.ok) return redirect(programmePaths.menu, programmeWords[locale].saved)
      return activityPage(call, saved.error, {
        form: blankForm(locale, call.form.values),
        theirs: typedActivity(saved.error),
        status: 409,
      })
    },
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.endedActivity(':id'),
    who: editors,
    reach: 'the programme',
    handle: async (call) =>
      (await takeOffMenu(call, call.param('id')))
        ? redirect(programmePaths.menu, programmeWords[call.reader.locale].ended)
        : notFound(),
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.rates(':id'),
    who: editors,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const activity = await findActivity(call.tx, call.param('id'))
      if (!activity) return notFound()
      const parsed = rateSchema.safeParse(call.form.values)
      if (!parsed.success) {
        const errors = formErrors(parsed.error, rateLabels(locale), locale)
        return activityPage(call, activity, {
          rateForm: refusedForm(locale, call.form.values, errors, 'rate'),
          status: 422,
        })
      }
      await setHonorarium(call, activity.id, { from: day(parsed.data.from), yen: parsed.data.yen })
      return redirect(programmePaths.activity(activity.id), programmeWords[locale].saved)
    },
  }),
]

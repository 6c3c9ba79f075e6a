import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { type Call, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { changeSettings, planYear } from '../actions/save-programme.ts'
import { getProgramme, listYearPlans } from '../data/programmes.ts'
import { planLabels, settingsLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { planSchema } from './plan-form.ts'
import { PlanPage } from './plan-page.tsx'
import { settingsSchema, typedSettings } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { programmeWords } from './words.ts'

const planners = ['coordinator', 'officer'] as const
const keepers = ['coordinator', 'admin'] as const

const settingsPage = (
  call: Call,
  shown: { form: FormState; version: number; theirs?: FormState['values']; status?: number },
): Reply =>
  page(
    programmeWords[call.reader.locale].settingsTitle,
    <SettingsPage
      locale={call.reader.locale}
      form={shown.form}
      token={call.formToken()}
      version={shown.version}
      theirs={shown.theirs ?? null}
    />,
    { status: shown.status ?? 200 },
  )

const planPage = async (call: Call, form: FormState, status = 200): Promise<Reply> =>
  page(
    programmeWords[call.reader.locale].planTitle,
    <PlanPage
      locale={call.reader.locale}
      plans={await listYearPlans(call.tx)}
      form={form}
      token={call.formToken()}
      mayEdit={planners.some((role) => role === call.actor.role)}
    />,
    { status },
  )

export const programmeRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: programmePaths.plan,
    who: planners,
    reach: 'the programme',
    handle: (call) => planPage(call, blankForm(call.reader.locale, { year: String(fiscalYearOf(call.today) + 1) })),
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.plan,
    who: planners,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const refused = (errors: Parameters<typeof refusedForm>[2], status: number) =>
        planPage(call, refusedForm(locale, call.form.values, errors), status)
      const parsed = planSchema.safeParse(call.form.values)
      if (!parsed.success) return refused(formErrors(parsed.error, planLabels(locale), locale), 422)
      const planned = await planYear(call, parsed.data)
      if (!planned.ok) return refused([{ field: 'year', message: programmeWords[locale].yearTaken }], 409)
      return redirect(programmePaths.plan, programmeWords[locale].saved)
    },
  }),
  memberRoute({
    method: 'GET',
    path: programmePaths.settings,
    who: keepers,
    reach: 'the programme',
    handle: async (call) => {
      const programme = await getProgramme(call.tx, call.programme.id)
      return settingsPage(call, {
        form: blankForm(call.reader.locale, typedSettings(programme)),
        version: programme.version,
      })
    },
  }),
  memberRoute({
    method: 'POST',
    path: programmePaths.settings,
    who: keepers,
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const version = Number(call.form.text('_version')) || 0
      const parsed = settingsSchema(locale).safeParse(call.form.values)
      if (!parsed.success) {
        const errors = formErrors(parsed.error, settingsLabels(locale), locale)
        return settingsPage(call, { form: refusedForm(locale, call.form.values, errors), version, status: 422 })
      }
      const saved = await changeSettings(call, version, parsed.data)
      if (saved.ok) return redirect(programmePaths.settings, programmeWords[locale].saved)
      return settingsPage(call, {
        form: blankForm(locale, call.form.values),
        version: saved.error.version,
        theirs: typedSettings(saved.error),
        status: 409,
      })
    },
  }),
]

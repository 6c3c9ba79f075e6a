import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { changePlan, planYear } from '../actions/save-programme.ts'
import { findYearPlan, listYearPlans, type YearPlan } from '../data/programmes.ts'
import { planLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { planSchema, typedPlan } from './plan-form.ts'
import { PlanPage, YearPage } from './plan-page.tsx'
import { programmeWords } from './words.ts'

const who = ['coordinator', 'officer'] as const
const reach = 'the programme'

const planPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const plans = await listYearPlans(call.tx)
  return page(
    programmeWords[locale].planTitle,
    <PlanPage locale={locale} plans={plans} form={form} token={call.formToken()} />,
    { status },
  )
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = programmeWords[locale]
  const refused = (errors: readonly FieldError[], status: number) =>
    planPage(call, refusedForm(locale, call.form.values, errors), status)
  const parsed = planSchema.safeParse(call.form.values)
  if (!parsed.success) return refused(formErrors(parsed.error, planLabels(locale), locale), 422)
  const planned = await planYear(call, parsed.data)
  return planned.ok ? redirect(programmePaths.plan, t.saved) : refused([{ field: 'year', message: t.yearTaken }], 409)
}

interface Shown {
  form?: FormState
  version?: number
  theirs?: FormState['values']
  status?: number
}

const yearPage = (call: Call, plan: YearPlan, shown: Shown = {}): Reply => {
  const { locale } = call.reader
  return page(
    programmeWords[locale].editYear,
    <YearPage
      locale={locale}
      year={plan.year}
      form={shown.form ?? blankForm(locale, typedPlan(plan))}
      token={call.formToken()}
      version={shown.version ?? plan.version}
      theirs={shown.theirs ?? null}
    />,
    { status: shown.status ?? 200 },
  )
}

const planOf = (call: Call): Promise<YearPlan | null> => findYearPlan(call.tx, Number(call.param('year')))

const change = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const plan = await planOf(call)
  if (!plan) return notFound()
  const { values } = call.form
  const version = Number(call.form.text('_version')) || 0
  const parsed = planSchema.safeParse({ ...values, year: plan.year, _version: version })
  if (!parsed.success) {
    const errors = formErrors(parsed.error, planLabels(locale), locale)
    return yearPage(call, plan, { form: refusedForm(locale, values, errors), version, status: 422 })
  }
  const saved = await changePlan(call, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(programmePaths.plan, programmeWords[locale].saved)
  const theirs = typedPlan(saved.error)
  return yearPage(call, saved.error, { form: blankForm(locale, values), theirs, status: 409 })
}

export const planRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: programmePaths.plan,
    who,
    reach,
    handle: (call) => planPage(call, blankForm(call.reader.locale, { year: String(fiscalYearOf(call.today) + 1) })),
  }),
  memberRoute({ method: 'POST', path: programmePaths.plan, who, reach, handle: add }),
  memberRoute({
    method: 'GET',
    path: programmePaths.planOf(':year'),
    who,
    reach,
    handle: async (call) => {
      const plan = await planOf(call)
      return plan ? yearPage(call, plan) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: programmePaths.planOf(':year'), who, reach, handle: change }),
]

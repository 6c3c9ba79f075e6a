import { namesOf, ToldFields, toldLabels, toldSchema } from '#domains/people/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { BackLink, blankForm, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { pause, resume } from '../actions/pause.ts'
import { showSheet } from '../actions/show-sheet.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { PauseForms } from './pause-page.tsx'
import { staff } from './staff-sheet-routes.tsx'
import { registrationWords } from './staff-words.ts'

const reach = 'the programme (coordinator), those whom they follow'

const pausePage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const id = call.param('id')
  const shown = await showSheet(call, id)
  const called = (await namesOf(call.tx, call.actor.programmeId, [id])).get(id)
  if (!shown?.looker.mayRecord || !called) return notFound()
  const { locale } = call.reader
  return page(
    ownWords[locale].pauseTitle,
    <>
      <BackLink href={paths.supporter(id)}>{registrationWords[locale].backToSupporter}</BackLink>
      <Heading above={spoken(called)}>{ownWords[locale].pauseTitle}</Heading>
      <PauseForms
        locale={locale}
        today={call.today}
        pause={shown.pause}
        form={form}
        pauseAction={paths.pauseOf(id)}
        resumeAction={paths.resumeOf(id)}
        token={call.formToken}
        told={(which) => <ToldFields locale={locale} form={which} />}
      />
    </>,
    { status },
  )
}

const toldVia = (call: Call) =>
  toldSchema(call.reader.locale, call.today).shape.via.safeParse(call.form.text('via') || undefined)

const begin = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const typed = call.form.text('until')
  const untilDay = typed === '' ? null : parseDay(typed)
  const told = toldVia(call)
  const wrongDay = { field: 'until', message: ownWords[locale].dayGone }
  const errors = [
    ...(typed !== '' && untilDay === null ? [wrongDay] : []),
    ...(told.success ? [] : [{ field: 'via', message: viaMissing(call) }]),
  ]
  const refused = (all: typeof errors) => pausePage(call, refusedForm(locale, call.form.values, all), 422)
  if (errors.length > 0 || !told.success) return refused(errors)
  const paused = await pause(call, call.param('id'), { untilDay, told: told.data })
  if (!paused) return notFound()
  return paused.ok
    ? redirect(paths.supporter(call.param('id')), registrationWords[locale].pauseRecorded)
    : refused([wrongDay])
}

const viaMissing = (call: Call): string => {
  const { locale } = call.reader
  const parsed = toldSchema(locale, call.today).pick({ via: true }).safeParse({})
  return parsed.error ? (formErrors(parsed.error, toldLabels(locale), locale)[0]?.message ?? '') : ''
}

const end = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const told = toldVia(call)
  if (!told.success) {
    const errors = [{ field: 'via', message: viaMissing(call) }]
    return pausePage(call, refusedForm(locale, call.form.values, errors, 'resume'), 422)
  }
  const resumed = await resume(call, call.param('id'), told.data)
  if (resumed === null) return notFound()
  const t = registrationWords[locale]
  return redirect(paths.supporter(call.param('id')), resumed ? t.resumeRecorded : ownWords[locale].notPaused)
}

/** A break told by telephone counts at once, too. */
export const staffPauseRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.pauseOf(':id'),
    who: staff,
    reach,
    handle: (call) => pausePage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.pauseOf(':id'), who: staff, reach, handle: begin }),
  memberRoute({ method: 'POST', path: paths.resumeOf(':id'), who: staff, reach, handle: end }),
]

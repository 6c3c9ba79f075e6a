import { parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { BackLink, blankForm, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { pause, resume } from '../actions/pause.ts'
import { showSheet } from '../actions/show-sheet.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { PauseForms } from './pause-page.tsx'

const who = ['supporter'] as const
const reach = 'own'

const pausePage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const shown = await showSheet(call, call.actor.personId)
  if (!shown) return notFound()
  const { locale } = call.reader
  const t = ownWords[locale]
  return page(
    t.pauseTitle,
    <>
      <BackLink href={paths.mine}>{t.back}</BackLink>
      <Heading>{t.pauseTitle}</Heading>
      <PauseForms
        locale={locale}
        today={call.today}
        pause={shown.pause}
        form={form}
        pauseAction={paths.pause}
        resumeAction={paths.resume}
        token={call.formToken}
      />
    </>,
    { status },
  )
}

const begin = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const typed = call.form.text('until')
  const untilDay = typed === '' ? null : parseDay(typed)
  const refused = () =>
    pausePage(call, refusedForm(locale, call.form.values, [{ field: 'until', message: ownWords[locale].dayGone }]), 422)
  if (typed !== '' && untilDay === null) return refused()
  const paused = await pause(call, call.actor.personId, { untilDay, told: null })
  if (!paused) return notFound()
  return paused.ok ? redirect(paths.pause, ownWords[locale].pauseDone) : refused()
}

const end = async (call: Call): Promise<Reply> => {
  const resumed = await resume(call, call.actor.personId, null)
  const t = ownWords[call.reader.locale]
  return resumed === null ? notFound() : redirect(paths.mine, resumed ? t.resumed : t.notPaused)
}

/** Taking a break and coming back: one press each. */
export const ownPauseRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.pause,
    who,
    reach,
    handle: (call) => pausePage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.pause, who, reach, handle: begin }),
  memberRoute({ method: 'POST', path: paths.resume, who, reach, handle: end }),
]

import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, CrisisCard, type FormState, LinkButton, Notice, refusedForm } from '#ui/index.ts'
import { leaveCourse } from '../actions/end-enrolment.ts'
import { sayHowItWas, takeBackHowItWas } from '../actions/session-texts.ts'
import { type OwnCourse, type OwnSession, showOwnCourse, showOwnSession } from '../actions/show-own-course.ts'
import { feelingOf } from '../core/feelings.ts'
import { ownEnrolments, takerRoles } from '../data/reached.ts'
import { OwnCoursePage, OwnCoursesPage } from './own-course-page.tsx'
import { ownCourseWords } from './own-course-words.ts'
import { OwnSessionPage } from './own-session-page.tsx'
import { ownCoursePaths as paths } from './taking-paths.ts'

const who = takerRoles
const reach = 'own'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const enrolments = await ownEnrolments(call.tx, call.actor)
  const found = await Promise.all(enrolments.map(({ id }) => showOwnCourse(call, id)))
  const courses = found.filter((one): one is OwnCourse => one !== null)
  return page(ownCourseWords[locale].title, <OwnCoursesPage locale={locale} courses={courses} />)
}

const show = async (call: Call): Promise<Reply> => {
  const own = await showOwnCourse(call, call.param('id'))
  if (!own) return notFound()
  const { locale } = call.reader
  return page(own.run.name, <OwnCoursePage locale={locale} zone={call.zone} own={own} token={call.formToken} />)
}

const leave = async (call: Call): Promise<Reply> => {
  const left = await leaveCourse(call, call.param('id'))
  if (!left) return notFound()
  return redirect(paths.course(call.param('id')), left.ok ? ownCourseWords[call.reader.locale].leftNow : null)
}

const crisisOf = ({ programme }: Call) => ({
  text: programme.crisisCard,
  phone: programme.contactPhone,
  hours: programme.contactHours,
})

const sessionPage = (call: Call, own: OwnSession, form: FormState, status = 200): Reply =>
  page(
    own.session.title,
    <OwnSessionPage
      locale={call.reader.locale}
      zone={call.zone}
      now={call.now}
      own={own}
      form={form}
      token={call.formToken()}
      crisis={crisisOf(call)}
    />,
    { status },
  )

const showSession = async (call: Call): Promise<Reply> => {
  const own = await showOwnSession(call, call.param('sessionId'))
  if (!own) return notFound()
  const { said } = own
  const values = { feeling: said?.feeling ?? '', words: said?.words ?? '', show: said?.shown ? 'yes' : '' }
  return sessionPage(call, own, blankForm(call.reader.locale, values))
}

const say = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = ownCourseWords[locale]
  const sessionId = call.param('sessionId')
  const own = await showOwnSession(call, sessionId)
  if (!own) return notFound()
  if (call.form.text('do') === 'take_back') {
    return (await takeBackHowItWas(call, sessionId)) ? redirect(paths.session(sessionId), t.takenBack) : notFound()
  }
  const words = call.form.text('words').trim().slice(0, 2000)
  const said = await sayHowItWas(call, sessionId, {
    feeling: feelingOf(call.form.text('feeling')),
    words,
    shown: call.form.text('show') === 'yes',
  })
  if (!said) return notFound()
  if (!said.ok)
    return sessionPage(call, own, refusedForm(locale, call.form.values, [{ field: '', message: t.notYet }]), 409)
  return said.value.risk ? heard(call, sessionId) : redirect(paths.session(sessionId), t.saved)
}

// Words that call for somebody: the numbers at once, on the page that answers.
const heard = (call: Call, sessionId: string): Reply => {
  const { locale } = call.reader
  const { programme } = call
  const t = ownCourseWords[locale]
  return page(
    t.howTitle,
    <>
      <Notice tone="good">{t.savedRisk}</Notice>
      <CrisisCard
        locale={locale}
        text={programme.crisisCard}
        phone={programme.contactPhone}
        hours={programme.contactHours}
        urgent
      />
      <LinkButton href={paths.session(sessionId)}>{t.back}</LinkButton>
    </>,
  )
}

export const ownCourseRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.all, who, reach, handle: list }),
  memberRoute({ method: 'GET', path: paths.course(':id'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: paths.leave(':id'), who, reach, handle: leave }),
  memberRoute({ method: 'GET', path: paths.session(':sessionId'), who, reach, handle: showSession }),
  memberRoute({ method: 'POST', path: paths.session(':sessionId'), who, reach, handle: say }),
]

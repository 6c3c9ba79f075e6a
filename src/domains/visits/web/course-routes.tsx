import { dayIn } from '#kernel/time.ts'
import { page, type Call, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay, formatDayLong } from '#platform/i18n/dates.ts'
import { remarked } from '#platform/i18n/joined.ts'
import { CourseChart, EmptyState, Heading, Lead, Section } from '#ui/index.ts'
import { openCheckIn } from '../actions/check-in.ts'
import { feelings } from '../core/check-in.ts'
import { checkInsByPerson } from '../data/check-ins.ts'
import { FeelingFacts } from './feeling-facts.tsx'
import { visitPaths } from './visit-paths.ts'
import { feelingWords } from './words-feelings.ts'

const shownAtMost = 24

/** A person's own course over time: in words, for themselves, beside nobody else's. */
const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = feelingWords[locale]
  const sealed = await checkInsByPerson(call.tx, call.actor.personId, shownAtMost)
  const said = await Promise.all(sealed.map(async (one) => ({ ...one, answers: await openCheckIn(call, one) })))
  const points = said.toReversed().map((one) => ({
    label: `${formatDay(dayIn(one.at, call.zone), locale)} ${t[one.moment]}`,
    level: one.answers.feeling,
  }))
  return page(
    t.courseTitle,
    <>
      <Heading>{t.courseTitle}</Heading>
      <Lead>{t.courseLead}</Lead>
      {said.length === 0 && <EmptyState>{t.courseEmpty}</EmptyState>}
      {points.length > 1 && (
        <CourseChart
          id="course"
          title={t.courseChart}
          description={t.courseLead}
          levels={feelings.map((one) => ({ value: one, label: t.feelings[one] }))}
          points={points.slice(-10)}
          pointHead={t.courseChart}
          levelHead={t.feeling}
          locale={locale}
        />
      )}
      {said.map((one) => (
        <Section
          title={
            <a href={visitPaths.visit(one.visitId)}>
              {remarked(formatDayLong(dayIn(one.at, call.zone), locale), t[one.moment], locale)}
            </a>
          }
        >
          <FeelingFacts answers={one.answers} locale={locale} />
        </Section>
      ))}
    </>,
  )
}

export const courseRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: visitPaths.course, who: ['supporter'], reach: 'own', handle: show }),
]

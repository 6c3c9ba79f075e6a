import { personsInRole } from '#domains/people/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { type MemberRoute, memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { BackLink, blankForm, type FieldError, type FormState, Heading, refusedForm } from '#ui/index.ts'
import {
  agreeToSeries,
  answerSeries,
  changeSeries,
  companionForSeries,
  type DaysRefused,
  inviteToSeries,
  makeSeries,
  type SeriesBlocker,
} from '../actions/series.ts'
import { stands } from '../core/visit-status.ts'
import { findRequest } from '../data/requests.ts'
import { daysOfSeries, findSeries } from '../data/series.ts'
import { requestPaths } from './paths.ts'
import { holidaysOf, ruleValues, typedRule } from './series-form.ts'
import { RuleForm, SeriesPage } from './series-page.tsx'
import { seriesPaths } from './series-paths.ts'
import { toldVia } from './visit-form-input.ts'
import { seriesStaffWords, seriesWords } from './words-series.ts'
import { visitWords } from './words-visit.ts'

const readers = ['supporter', 'host', 'coordinator', 'companion'] as const
const reach = 'own; of one’s place; of whom one follows; the programme for coordinators'

type Which = 'invite' | 'companion' | 'change' | 'answer'

const seriesPage = async (
  call: Call,
  refused: { which: Which; errors: FieldError[] } | null = null,
  status = 200,
): Promise<Reply> => {
  const { locale } = call.reader
  const series = await findSeries(call.tx, call.actor, call.param('id'))
  if (!series) return notFound()
  const coordinator = call.actor.role === 'coordinator'
  const days = await daysOfSeries(call.tx, call.actor.programmeId, series.id)
  const form = (which: Which, values: FormState['values'] = {}): FormState =>
    refused?.which === which
      ? refusedForm(locale, call.form.values, refused.errors, which)
      : blankForm(locale, values, which)
  return page(
    seriesWords[locale].title,
    <SeriesPage
      call={call}
      series={series}
      days={days}
      supporters={coordinator ? await personsInRole(call.tx, call.actor.programmeId, ['supporter']) : []}
      staff={coordinator ? await personsInRole(call.tx, call.actor.programmeId, ['companion', 'coordinator']) : []}
      forms={{
        invite: form('invite'),
        companion: form('companion'),
        change: form('change', ruleValues(series.rule)),
        answer: (personId) =>
          blankForm(
            locale,
            {
              days: days
                .filter((one) => one.supporters.some((each) => each.personId === personId && each.agreed && !each.left))
                .map((one) => one.visitId),
            },
            `answer-${personId}`,
          ),
      }}
    />,
    { status, wide: true },
  )
}

const makePage = async (call: Call, errors: FieldError[] | null = null, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const request = await findRequest(call.tx, call.actor, call.param('id'))
  if (!request) return notFound()
  const s = seriesStaffWords[locale]
  const first = request.slots[0]
  const begin = first ? dayIn(first.startsAt, call.zone) : addDays(call.today, 7)
  const values = { pattern: 'weeks', every: '1', nth: '1', from_day: begin, until_day: addDays(begin, 90) }
  const form = errors ? refusedForm(locale, call.form.values, errors) : blankForm(locale, values)
  return page(
    s.make,
    <>
      <BackLink href={requestPaths.request(request.id)}>{visitWords[locale].back}</BackLink>
      <Heading>{s.make}</Heading>
      <RuleForm call={call} form={form} action={seriesPaths.make(request.id)} />
    </>,
    { status },
  )
}

const sentences = (call: Call, blockers: readonly SeriesBlocker[]): FieldError[] =>
  blockers.map(({ kind }) => ({ field: '', message: seriesStaffWords[call.reader.locale].blockers[kind] }))

const taken = (call: Call, refused: DaysRefused): string =>
  refused.startsAt.map((at) => formatDay(dayIn(at, call.zone), call.reader.locale)).join('、')

const post = (path: string, who: MemberRoute['who'], handle: MemberRoute['handle']): RouteSpec =>
  memberRoute({ method: 'POST', path, who, reach, handle })

const back = (call: Call, flash: string): Reply => redirect(seriesPaths.series(call.param('id')), flash)

export const seriesRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: seriesPaths.make(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => makePage(call),
  }),
  post(seriesPaths.make(':id'), ['coordinator'], async (call) => {
    const rule = typedRule(call)
    if (!rule.ok) return makePage(call, rule.error, 422)
    const made = await makeSeries(call, call.param('id'), rule.value, holidaysOf(rule.value))
    if (!made) return notFound()
    return made.ok
      ? redirect(seriesPaths.series(made.value), seriesStaffWords[call.reader.locale].made)
      : makePage(call, sentences(call, made.error), 409)
  }),
  memberRoute({
    method: 'GET',
    path: seriesPaths.series(':id'),
    who: readers,
    reach,
    handle: (call) => seriesPage(call),
  }),
  post(seriesPaths.change(':id'), ['coordinator'], async (call) => {
    const rule = typedRule(call)
    if (!rule.ok) return seriesPage(call, { which: 'change', errors: rule.error }, 422)
    const changed = await changeSeries(call, call.param('id'), rule.value, holidaysOf(rule.value))
    if (!changed) return notFound()
    return changed.ok
      ? redirect(seriesPaths.series(changed.value), seriesStaffWords[call.reader.locale].changed)
      : seriesPage(call, { which: 'change', errors: sentences(call, changed.error) }, 409)
  }),
  post(seriesPaths.invitations(':id'), ['coordinator'], async (call) => {
    const s = seriesStaffWords[call.reader.locale]
    if (!call.form.text('person'))
      return seriesPage(call, { which: 'invite', errors: [{ field: 'person', message: s.choose }] }, 422)
    return (await inviteToSeries(call, call.param('id'), call.form.text('person'))) ? back(call, s.invited) : notFound()
  }),
  post(seriesPaths.answers(':id', ':personId'), ['supporter', 'coordinator'], async (call) => {
    const personId = call.param('personId')
    if (call.actor.role === 'supporter' && personId !== call.actor.personId) return notFound()
    const answered = await answerSeries(
      call,
      call.param('id'),
      personId,
      await chosenDays(call, personId),
      toldVia(call, personId === call.actor.personId),
    )
    if (!answered?.ok) return notFound()
    const t = seriesWords[call.reader.locale]
    return back(call, answered.value.startsAt.length > 0 ? t.someTaken(taken(call, answered.value)) : t.answered)
  }),
  post(seriesPaths.companion(':id'), ['coordinator'], async (call) => {
    const s = seriesStaffWords[call.reader.locale]
    if (!call.form.text('person'))
      return seriesPage(call, { which: 'companion', errors: [{ field: 'person', message: s.choose }] }, 422)
    const settled = await companionForSeries(call, call.param('id'), call.form.text('person'))
    if (!settled?.ok) return notFound()
    return back(call, settled.value.startsAt.length > 0 ? s.someTaken(taken(call, settled.value)) : s.companionDone)
  }),
  post(seriesPaths.placeAgreement(':id'), ['host', 'coordinator'], async (call) => {
    const agreed = await agreeToSeries(call, call.param('id'), toldVia(call, call.actor.role === 'host'))
    return agreed ? back(call, seriesWords[call.reader.locale].agreedAll) : notFound()
  }),
]

// 'All days' and 'not this time' need no ticks.
const chosenDays = async (call: Call, personId: string): Promise<string[]> => {
  const all = call.form.text('all')
  if (all === 'no') return []
  if (all !== 'yes') return call.form.list('days')
  const days = await daysOfSeries(call.tx, call.actor.programmeId, call.param('id'))
  return days
    .filter((one) => stands(one.status) && one.supporters.some((each) => each.personId === personId))
    .map((one) => one.visitId)
}

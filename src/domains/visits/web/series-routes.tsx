import { whyNotText } from '#domains/matching/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { type MemberRoute, memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, blankForm, type FieldError, type FormState, Heading, refusedForm } from '#ui/index.ts'
import { agreeToSeries, answerSeries, companionForSeries } from '../actions/answer-series.ts'
import { type ChangeBlocker, changeSeries } from '../actions/change-series.ts'
import { type InviteRefusal, inviteToSeries } from '../actions/invite-to-series.ts'
import { type MakeBlocker, makeSeries } from '../actions/make-series.ts'
import { findRequest } from '../data/requests.ts'
import { daysOfSeries, findStandingSeries, type SeriesDay } from '../data/series.ts'
import { requestPaths } from './paths.ts'
import { holidaysOf, ruleValues, staleRule, typedRule } from './series-form.ts'
import { SeriesPage } from './series-page.tsx'
import { seriesPaths } from './series-paths.ts'
import { RuleForm } from './series-rule-form.tsx'
import { toldVia } from './visit-form-input.ts'
import { seriesStaffWords, seriesWords } from './words-series.ts'
import { visitWords } from './words-visit.ts'

const readers = ['supporter', 'host', 'coordinator', 'companion'] as const
const reach = 'own; of one’s place; of whom one follows; the programme for coordinators'

type Which = 'invite' | 'companion' | 'change' | 'answer'

interface Refused {
  which: Which
  errors: FieldError[]
  stale?: boolean
}

/** The series as it stands now, also under the address that it had before its rule changed. */
const seriesPage = async (call: Call, refused: Refused | null = null, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const series = await findStandingSeries(call.tx, call.actor, call.param('id'))
  if (!series) return notFound()
  const coordinator = call.actor.role === 'coordinator'
  const days = await daysOfSeries(call.tx, call.actor, series.id)
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
          refused?.which === 'answer' && personId === call.param('personId')
            ? refusedForm(locale, call.form.values, refused.errors, `answer-${personId}`)
            : answerForm(locale, days, personId),
      }}
      stale={refused?.stale ? staleRule(call.form.values, series.rule, locale) : null}
    />,
    { status, wide: true },
  )
}

/** What they have said yes to is ticked. */
const answerForm = (locale: Locale, days: readonly SeriesDay[], personId: string): FormState =>
  blankForm(
    locale,
    {
      days: days
        .filter((one) => one.supporters.some((each) => each.personId === personId && each.agreed && !each.left))
        .map((one) => one.visitId),
    },
    `answer-${personId}`,
  )

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

const sentences = (call: Call, blockers: readonly (MakeBlocker | ChangeBlocker)[]): FieldError[] =>
  blockers.map(({ kind }) => ({ field: '', message: seriesStaffWords[call.reader.locale].blockers[kind] }))

const inviteSentence = (call: Call, refusal: InviteRefusal): FieldError => {
  const { locale } = call.reader
  const s = seriesStaffWords[locale]
  const message = refusal.kind === 'could_not' ? s.couldNot(whyNotText(refusal.reason, locale)) : s.nothingToAsk
  return { field: 'person', message }
}

const listed = (call: Call, days: readonly Date[]): string =>
  days
    .slice(0, 20)
    .map((at) => formatDay(dayIn(at, call.zone), call.reader.locale))
    .join('、') + (days.length > 20 ? '…' : '')

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
    handle: async (call) => {
      const id = call.param('id')
      const now = await findStandingSeries(call.tx, call.actor, id)
      return now && now.id !== id ? redirect(seriesPaths.series(now.id)) : seriesPage(call)
    },
  }),
  post(seriesPaths.change(':id'), ['coordinator'], async (call) => {
    const rule = typedRule(call)
    if (!rule.ok) return seriesPage(call, { which: 'change', errors: rule.error }, 422)
    const changed = await changeSeries(call, call.param('id'), rule.value, holidaysOf(rule.value))
    if (!changed) return notFound()
    if (changed.ok) return redirect(seriesPaths.series(changed.value), seriesStaffWords[call.reader.locale].changed)
    const errors = sentences(call, changed.error)
    const stale = changed.error.some((one) => one.kind === 'changed_meanwhile')
    return seriesPage(call, { which: 'change', errors, stale }, 409)
  }),
  post(seriesPaths.invitations(':id'), ['coordinator'], async (call) => {
    const s = seriesStaffWords[call.reader.locale]
    if (!call.form.text('person'))
      return seriesPage(call, { which: 'invite', errors: [{ field: 'person', message: s.choose }] }, 422)
    const asked = await inviteToSeries(call, call.param('id'), call.form.text('person'))
    if (!asked) return notFound()
    if (!asked.ok) {
      const errors = asked.error.map((one) => inviteSentence(call, one))
      return seriesPage(call, { which: 'invite', errors }, 409)
    }
    const { leftOut } = asked.value
    return back(call, leftOut.length > 0 ? s.invitedBut(listed(call, leftOut)) : s.invited)
  }),
  post(seriesPaths.answers(':id', ':personId'), ['supporter', 'coordinator'], async (call) => {
    const personId = call.param('personId')
    if (call.actor.role === 'supporter' && personId !== call.actor.personId) return notFound()
    const t = seriesWords[call.reader.locale]
    if (!call.form.text('all') && call.form.list('days').length === 0)
      return seriesPage(call, { which: 'answer', errors: [{ field: 'days', message: t.chooseDays }] }, 422)
    const answered = await answerSeries(call, call.param('id'), personId, {
      shown: shownDays(call),
      yes: chosenDays(call),
      via: toldVia(call, personId === call.actor.personId),
    })
    if (!answered?.ok) return notFound()
    const { startsAt } = answered.value
    return back(call, startsAt.length > 0 ? t.someTaken(listed(call, startsAt)) : t.answered)
  }),
  post(seriesPaths.companion(':id'), ['coordinator'], async (call) => {
    const s = seriesStaffWords[call.reader.locale]
    if (!call.form.text('person'))
      return seriesPage(call, { which: 'companion', errors: [{ field: 'person', message: s.choose }] }, 422)
    const settled = await companionForSeries(call, call.param('id'), call.form.text('person'))
    if (!settled?.ok) return notFound()
    const { startsAt } = settled.value
    return back(call, startsAt.length > 0 ? s.someTaken(listed(call, startsAt)) : s.companionDone)
  }),
  post(seriesPaths.placeAgreement(':id'), ['host', 'coordinator'], async (call) => {
    const agreed = await agreeToSeries(call, call.param('id'), {
      shown: shownDays(call),
      via: toldVia(call, call.actor.role === 'host'),
    })
    return agreed ? back(call, seriesWords[call.reader.locale].agreedAll) : notFound()
  }),
]

const shownDays = (call: Call): string[] => call.form.text('shown').split(' ').filter(isUuid)

// 'All days' and 'not this time' need no ticks.
const chosenDays = (call: Call): string[] => {
  const all = call.form.text('all')
  if (all === 'no') return []
  return all === 'yes' ? shownDays(call) : call.form.list('days')
}

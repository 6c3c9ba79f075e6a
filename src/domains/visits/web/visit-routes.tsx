import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { type MemberRoute, memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type FieldError, refusedForm } from '#ui/index.ts'
import { agreeAsPlace, agreeAsSupporter, confirmVisit } from '../actions/agree-visit.ts'
import { changeCompanion } from '../actions/change-companion.ts'
import { callOffVisit, holdVisit } from '../actions/end-visit.ts'
import { leaveVisit } from '../actions/leave-visit.ts'
import { cancelMeeting, planMeeting } from '../actions/meetings.ts'
import { moveVisit } from '../actions/move-visit.ts'
import { findStandingSuccessor, findVisit } from '../data/visit-full.ts'
import { everyVisit, isListRole, listVisits, peopleIn } from '../data/visit-list.ts'
import { toldVia, typedTimes } from './visit-form-input.ts'
import { visitColumns, VisitListPage } from './visit-list-page.tsx'
import { type VisitForm, visitModel } from './visit-model.ts'
import { VisitPage } from './visit-page.tsx'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'
import { visitRefusals } from './words-visit-refusals.ts'
import { visitStaffWords } from './words-visit-staff.ts'

const readers = ['supporter', 'companion', 'host', 'coordinator'] as const
const reach = 'own; of one’s place; of whom one follows; the programme for coordinators'

type Blocker = { kind: keyof typeof visitRefusals.ja }

/** The visit's page, with what was typed and refused where something was. */
export const visitPage = async (
  call: Call,
  id: string,
  refused: { which: VisitForm; errors: FieldError[]; stale?: boolean } | null = null,
  status = 200,
): Promise<Reply> => {
  const visit = await findVisit(call.tx, call.actor, id)
  if (!visit) return notFound()
  const { locale } = call.reader
  const form = refused && {
    which: refused.which,
    form: refusedForm(locale, call.form.values, refused.errors, refused.which),
    stale: refused.stale ?? false,
  }
  const model = await visitModel(call, visit, form)
  return page(visit.activityName[locale], <VisitPage call={call} model={model} />, { status })
}

const refusal = (call: Call, which: VisitForm, field: string, blockers: readonly Blocker[]): Promise<Reply> => {
  const t = visitRefusals[call.reader.locale]
  return visitPage(
    call,
    call.param('id'),
    { which, errors: blockers.map(({ kind }) => ({ field, message: t[kind] })) },
    409,
  )
}

const wrong = (call: Call, which: VisitForm, errors: FieldError[]): Promise<Reply> =>
  visitPage(call, call.param('id'), { which, errors }, 422)

const back = (call: Call, flash: string): Reply => redirect(visitPaths.visit(call.param('id')), flash)

const post = (path: string, who: MemberRoute['who'], handle: MemberRoute['handle']): RouteSpec =>
  memberRoute({ method: 'POST', path, who, reach, handle })

const showList = async (call: Call): Promise<Reply> => {
  const { role } = call.actor
  if (!isListRole(role)) return notFound()
  const show = call.query.get('show') === 'past' ? 'past' : 'ahead'
  const asked = Number(call.query.get('page'))
  const number = Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
  const actor = { ...call.actor, role }
  const which = { ahead: show === 'ahead', now: call.now }
  const { lines, more } = await listVisits(call.tx, actor, { ...which, page: number })
  const { locale } = call.reader
  const body = (
    <VisitListPage
      locale={locale}
      zone={call.zone}
      show={show}
      page={number}
      more={more}
      lines={lines}
      withNames={role === 'coordinator' || role === 'companion'}
    />
  )
  return listPage(
    call,
    { title: visitWords[locale].title, body, wide: role === 'coordinator' },
    {
      kind: 'visits.visit',
      names: (lines) => peopleIn(call.tx, actor.programmeId, lines),
      columns: () => visitColumns(call),
      rows: () => everyVisit(call.tx, actor, which),
    },
  )
}

export const visitRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: visitPaths.list, who: readers, reach, handle: showList }),
  memberRoute({
    method: 'GET',
    path: visitPaths.visit(':id'),
    who: readers,
    reach,
    handle: (call) => visitPage(call, call.param('id')),
  }),
  post(visitPaths.placeAgreement(':id'), ['host', 'coordinator'], async (call) => {
    const agreed = await agreeAsPlace(call, call.param('id'), { via: toldVia(call, call.actor.role === 'host') })
    if (!agreed) return notFound()
    return agreed.ok ? back(call, visitWords[call.reader.locale].agreed) : refusal(call, 'answer', '', agreed.error)
  }),
  post(visitPaths.agreement(':id', ':personId'), ['supporter', 'coordinator'], async (call) => {
    const personId = call.param('personId')
    const agreed = await agreeAsSupporter(call, call.param('id'), personId, {
      via: toldVia(call, personId === call.actor.personId),
    })
    if (!agreed) return notFound()
    return agreed.ok ? back(call, visitWords[call.reader.locale].agreed) : refusal(call, 'answer', '', agreed.error)
  }),
  post(visitPaths.leaving(':id', ':personId'), ['supporter', 'coordinator'], async (call) => {
    const left = await leaveVisit(call, call.param('id'), call.param('personId'))
    if (!left) return notFound()
    return left.ok
      ? redirect(visitPaths.list, visitWords[call.reader.locale].leftDone)
      : refusal(call, 'answer', '', [{ kind: left.error }])
  }),
  post(visitPaths.confirmation(':id'), ['coordinator'], async (call) => {
    const confirmed = await confirmVisit(call, call.param('id'))
    if (!confirmed) return notFound()
    return confirmed.ok
      ? back(call, visitStaffWords[call.reader.locale].confirmed)
      : refusal(call, 'answer', '', confirmed.error)
  }),
  post(visitPaths.companion(':id'), ['coordinator'], async (call) => {
    const s = visitStaffWords[call.reader.locale]
    const personId = call.form.text('person')
    if (!call.form.text('person')) return wrong(call, 'companion', [{ field: 'person', message: s.chooseCompanion }])
    const was = 'was' in call.form.values ? call.form.text('was') : null
    const changed = await changeCompanion(call, call.param('id'), personId, { was })
    if (!changed) return notFound()
    if (changed.ok) return back(call, s.companionDone)
    return changed.error === 'stale'
      ? visitPage(call, call.param('id'), { which: 'companion', errors: [], stale: true }, 409)
      : refusal(call, 'companion', 'person', changed.error)
  }),
  post(visitPaths.holding(':id'), ['companion', 'coordinator'], async (call) => {
    const met = countOf(call.form.text('met'))
    if (met === undefined)
      return wrong(call, 'hold', [{ field: 'met', message: visitStaffWords[call.reader.locale].metWrong }])
    const held = await holdVisit(call, call.param('id'), {
      came: call.form.list('came'),
      met,
      reason: call.form.text('note'),
    })
    if (!held) return notFound()
    return held.ok
      ? back(call, visitStaffWords[call.reader.locale].heldDone)
      : refusal(call, 'hold', 'came', held.error)
  }),
  post(visitPaths.callingOff(':id'), ['host', 'companion', 'coordinator'], async (call) => {
    const visit = await findVisit(call.tx, call.actor, call.param('id'))
    if (!visit) return notFound()
    const to = visit.startsAt <= call.now ? 'not_held' : 'cancelled'
    const off = await callOffVisit(call, visit.id, { to, side: call.form.text('side'), reason: call.form.text('note') })
    if (!off) return notFound()
    return off.ok ? back(call, visitStaffWords[call.reader.locale].offDone) : refusal(call, 'off', 'side', off.error)
  }),
  post(visitPaths.newTime(':id'), ['coordinator'], async (call) => {
    const times = typedTimes(call)
    if (!times.ok) return wrong(call, 'move', times.error)
    const moved = await moveVisit(call, call.param('id'), { ...times.value, reason: call.form.text('note') })
    if (!moved) return notFound()
    if (moved.ok) return redirect(visitPaths.visit(moved.value), visitStaffWords[call.reader.locale].movedDone)
    // Somebody else was quicker: their day stands beside what was typed, on the page of the visit that now stands.
    const next = await findStandingSuccessor(call.tx, call.actor, call.param('id'))
    return next
      ? visitPage(call, next.id, { which: 'move', errors: [], stale: true }, 409)
      : refusal(call, 'move', 'day', moved.error)
  }),
  post(visitPaths.meetings(':id'), ['coordinator'], async (call) => {
    const times = typedTimes(call)
    if (!times.ok) return wrong(call, 'meeting', times.error)
    const planned = await planMeeting(call, call.param('id'), {
      ...times.value,
      where: call.form.text('where').slice(0, 120),
      online: call.form.text('online') === 'yes',
    })
    if (!planned) return notFound()
    return planned.ok
      ? back(call, visitStaffWords[call.reader.locale].meetingDone)
      : refusal(call, 'meeting', 'day', planned.error)
  }),
  post(visitPaths.meetingCancelled(':id', ':meetingId'), ['coordinator'], async (call) =>
    (await cancelMeeting(call, call.param('id'), call.param('meetingId')))
      ? back(call, visitStaffWords[call.reader.locale].meetingCancelled)
      : notFound(),
  ),
]

/** null: nothing typed; undefined: no number of people. */
const countOf = (typed: string): number | null | undefined => {
  if (typed === '') return null
  return /^\d{1,4}$/.test(typed) && Number(typed) <= 1000 ? Number(typed) : undefined
}

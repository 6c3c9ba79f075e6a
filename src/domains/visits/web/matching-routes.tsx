import { whyNotText } from '#domains/matching/index.ts'
import { addDays, parseDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatInstantShort } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { planVisit, type PlanRefusal } from '../actions/plan-visit.ts'
import { readMatching } from '../actions/read-matching.ts'
import { type SendBlocker, sendProposals } from '../actions/send-proposals.ts'
import { MatchingPage } from './matching-page.tsx'
import { requestPaths, visitPaths } from './paths.ts'
import { requestRefusal } from './request-blocker-words.ts'
import { matchingWords } from './words-matching.ts'

const show = (call: Call): Promise<Reply> =>
  matchingPage(call, blankForm(call.reader.locale), { slotId: call.query.get('slot'), status: 200 })

const matchingPage = async (
  call: Call,
  form: FormState,
  how: { slotId: string | null; status: number },
): Promise<Reply> => {
  const from = Math.max(0, Math.trunc(Number(call.query.get('from')) || 0))
  const view = await readMatching(call, call.param('id'), { slotId: how.slotId, from })
  if (!view) return notFound()
  const { locale } = call.reader
  return page(
    matchingWords[locale].title,
    <MatchingPage locale={locale} zone={call.zone} view={view} from={from} token={call.formToken} form={form} />,
    { status: how.status },
  )
}

const send = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = matchingWords[locale]
  const id = call.param('id')
  const slotId = call.form.text('slot')
  const typed = call.form.text('answer_by')
  const day = typed === '' ? null : parseDay(typed)
  const personIds = [...new Set(call.form.list('people').filter(isUuid))]
  if (typed !== '' && day === null)
    return refused(call, 'send', slotId, [{ field: 'answer_by', message: t.refusals.answer_by }])
  // The whole day is theirs: until it ends.
  const answerBy = day === null ? null : instantAt(addDays(day, 1), 0, call.zone)
  const sent = await sendProposals(call, id, { slotId, personIds, answerBy })
  if (!sent) return notFound()
  if (!sent.ok)
    return refused(
      call,
      'send',
      slotId,
      sent.error.map((one) => sendRefusal(one, call)),
    )
  return redirect(requestPaths.matchingAt(id, slotId, 0), t.sent(sent.value.length))
}

const sendRefusal = (blocker: SendBlocker, call: Call): FieldError => {
  const t = matchingWords[call.reader.locale].refusals
  if (blocker.kind === 'request') return { field: '', message: requestRefusal(blocker.blocker, call.reader.locale) }
  if ('called' in blocker) return { field: 'people', message: t[blocker.kind](spoken(blocker.called)) }
  return { field: blocker.kind === 'answer_by' ? 'answer_by' : 'people', message: t[blocker.kind] }
}

const plan = async (call: Call): Promise<Reply> => {
  const slotId = call.form.text('slot')
  const made = await planVisit(call, call.param('id'), {
    slotId,
    companionIds: call.form.list('companions').filter(isUuid),
    withFewer: call.form.text('with_fewer') === 'yes',
  })
  if (!made) return notFound()
  if (!made.ok)
    return refused(
      call,
      'plan',
      slotId,
      made.error.map((one) => planRefusal(one, call)),
    )
  return redirect(visitPaths.visit(made.value), matchingWords[call.reader.locale].planned)
}

const planRefusal = (refusal: PlanRefusal, call: Call): FieldError => {
  const { locale } = call.reader
  const t = matchingWords[locale].refusals
  const said = (message: string, field = ''): FieldError => ({ field, message })
  switch (refusal.kind) {
    case 'time_is_taken':
      return said(t.time_is_taken(spoken(refusal.called)))
    case 'meeting_time_is_taken':
      return said(t.meeting_time_is_taken(spoken(refusal.called), formatInstantShort(refusal.from, call.zone, locale)))
    case 'could_no_longer':
      return said(t.could_no_longer(spoken(refusal.called), whyNotText(refusal.reason, locale)))
    case 'not_together':
      return said(t.not_together(whyNotText(refusal.reason, locale)))
    case 'seats_open':
      return said(t.seats_open(refusal.open), 'with_fewer')
    default:
      return said(t[refusal.kind], refusal.kind === 'companion_missing' ? 'companions' : '')
  }
}

const refused = (call: Call, formId: string, slotId: string, errors: FieldError[]): Promise<Reply> =>
  matchingPage(call, refusedForm(call.reader.locale, call.form.values, errors, formId), { slotId, status: 409 })

const who = ['coordinator'] as const
const reach = 'the programme'

export const matchingRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: requestPaths.matching(':id'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: requestPaths.proposals(':id'), who, reach, handle: send }),
  memberRoute({ method: 'POST', path: requestPaths.visits(':id'), who, reach, handle: plan }),
]

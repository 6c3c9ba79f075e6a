import { monthOf, monthStart, parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { workPaths } from '#platform/jobs/work-pages.tsx'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import {
  changeDraftVisit,
  type ChangeBlocker,
  freezeVisit,
  judgeVisit,
  repairDraftVisit,
  takeOutVisit,
} from '../actions/change-draft.ts'
import { makeDraft, planRestAgain, putDraftAway, stopPlanning } from '../actions/make-draft.ts'
import { readBoard } from '../actions/read-board.ts'
import { readChange } from '../actions/read-change.ts'
import { sendDraft } from '../actions/send-draft.ts'
import { type Draft, listDrafts, type PlannedVisit } from '../data/drafts.ts'
import { BoardComparePage } from './board-compare-page.tsx'
import { BoardListPage } from './board-list-page.tsx'
import { BoardPage } from './board-page.tsx'
import { boardPaths } from './board-paths.ts'
import { BoardSendPage, sendable } from './board-send-page.tsx'
import { boardOrders } from './board-view.ts'
import { BoardVisitPage, changeRefusal } from './board-visit-page.tsx'
import { boardWords } from './words-board.ts'

const monthsOffered = 6

const listPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const first = monthStart(call.today)
  const months = Array.from({ length: monthsOffered }, (_, i) => monthOf(monthStart(first, i)))
  return page(
    boardWords[locale].title,
    <BoardListPage
      locale={locale}
      zone={call.zone}
      membershipId={call.actor.membershipId}
      months={months}
      drafts={await listDrafts(call.tx, call.actor, monthStart(first, -2))}
      form={form}
      token={call.formToken()}
    />,
    { status },
  )
}

/** The month after this one is the one that is usually planned. */
const list = (call: Call): Promise<Reply> =>
  listPage(call, blankForm(call.reader.locale, { month: monthOf(monthStart(call.today, 1)) }))

const make = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = boardWords[locale].refusals
  const month = parseDay(`${call.form.text('month')}-01`)
  const refused = (message: string, status: number) =>
    listPage(call, refusedForm(locale, call.form.values, [{ field: 'month', message }]), status)
  if (month === null) return refused(t.month_unknown, 422)
  const made = await makeDraft(call, month)
  if (!made) return notFound()
  return made.ok ? redirect(boardPaths.draft(made.value)) : refused(t[made.error[0]?.kind ?? 'month_unknown'], 409)
}

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const view = await readBoard(call, call.param('id'))
  if (!view) return notFound()
  const by = boardOrders.find((one) => one === call.query.get('by')) ?? 'day'
  const others = await otherDraftsOfMonth(call, view.draft)
  const shown = page(
    boardWords[locale].title,
    <BoardPage locale={locale} zone={call.zone} view={view} by={by} others={others} token={call.formToken} />,
  )
  const goesOn = view.work !== null && view.work.status !== 'failed' && view.work.status !== 'done'
  return goesOn && shown.kind === 'page' && !call.query.has('still') ? { ...shown, refreshSeconds: 4 } : shown
}

const otherDraftsOfMonth = async (call: Call, { id, month }: Draft): Promise<Draft[]> =>
  (await listDrafts(call.tx, call.actor, month)).filter(
    (one) => one.id !== id && one.month === month && one.plannedAt !== null,
  )

/** What is done to a whole draft, and back to it. */
const then =
  (
    action: (call: Call, id: string) => Promise<Draft | null>,
    to: (id: string) => string,
    said: 'stopped' | 'putAway' | null = null,
  ) =>
  async (call: Call): Promise<Reply> => {
    const draft = await action(call, call.param('id'))
    return draft ? redirect(to(draft.id), said && boardWords[call.reader.locale][said]) : notFound()
  }

const visitPage = async (
  call: Call,
  form: FormState | null,
  judged: readonly ChangeBlocker[] | null,
  status = 200,
): Promise<Reply> => {
  const { locale } = call.reader
  const view = await readChange(call, call.param('id'), call.param('requestId'))
  if (!view) return notFound()
  const { slotId, supporterIds, companionId } = view.chosen
  const chosen = blankForm(locale, { slot: slotId, people: supporterIds, companion: companionId ?? '' })
  return page(
    boardWords[locale].changeTitle,
    <BoardVisitPage
      locale={locale}
      zone={call.zone}
      view={view}
      form={form ?? chosen}
      judged={judged}
      token={call.formToken}
    />,
    { status },
  )
}

const chosenIn = (call: Call): PlannedVisit => ({
  requestId: call.param('requestId'),
  slotId: call.form.text('slot'),
  supporterIds: [...new Set(call.form.list('people').filter(isUuid))],
  companionId: isUuid(call.form.text('companion')) ? call.form.text('companion') : null,
})

/** Pressed 'check', the planner only says what the change would do. */
const change = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const change = chosenIn(call)
  if (call.form.text('check') === 'yes') {
    const judged = await judgeVisit(call, call.param('id'), change)
    return judged ? visitPage(call, refusedForm(locale, call.form.values, []), judged) : notFound()
  }
  const changed = await changeDraftVisit(call, call.param('id'), change)
  if (!changed) return notFound()
  if (changed.ok) return redirect(boardPaths.draft(changed.value.id), boardWords[locale].saved)
  const view = await readChange(call, call.param('id'), change.requestId)
  if (!view) return notFound()
  const errors = changed.error.map(
    (one): FieldError => ({ field: fieldOf(one), message: changeRefusal(one, view, locale) }),
  )
  return visitPage(call, refusedForm(locale, call.form.values, errors), null, 409)
}

const fieldOf = ({ what }: ChangeBlocker): string =>
  what === 'time' ? 'slot' : what === 'companion' ? 'companion' : what === 'sent' || what === 'request' ? '' : 'people'

const freeze = async (call: Call): Promise<Reply> => {
  const frozen = call.form.text('frozen') !== 'no'
  const draft = await freezeVisit(call, call.param('id'), call.param('requestId'), frozen)
  const t = boardWords[call.reader.locale]
  return draft ? redirect(boardPaths.draft(draft.id), frozen ? t.frozen : t.unfrozen) : notFound()
}

const repair = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = boardWords[locale]
  const repaired = await repairDraftVisit(call, call.param('id'), call.param('requestId'))
  if (!repaired) return notFound()
  return redirect(boardPaths.draft(call.param('id')), repaired.ok ? t.repaired : t.refusals.nobody)
}

const takeOut = async (call: Call): Promise<Reply> => {
  const draft = await takeOutVisit(call, call.param('id'), call.param('requestId'))
  return draft ? redirect(boardPaths.draft(draft.id), boardWords[call.reader.locale].takenOut) : notFound()
}

const sendPage = async (call: Call, errors: FieldError[] | null = null): Promise<Reply> => {
  const { locale } = call.reader
  const view = await readBoard(call, call.param('id'))
  if (!view?.own) return notFound()
  const all = blankForm(locale, { visits: sendable(view).map((one) => one.requestId) })
  const form = errors ? refusedForm(locale, call.form.values, errors) : all
  return page(
    boardWords[locale].sendTitle,
    <BoardSendPage locale={locale} zone={call.zone} view={view} form={form} token={call.formToken()} />,
    { status: errors ? 422 : 200 },
  )
}

const send = async (call: Call): Promise<Reply> => {
  const chosen = [...new Set(call.form.list('visits').filter(isUuid))]
  if (chosen.length === 0)
    return sendPage(call, [{ field: 'visits', message: boardWords[call.reader.locale].nothingChosen }])
  const workId = await sendDraft(call, call.param('id'), chosen)
  return workId === null ? notFound() : redirect(workPaths.work(workId))
}

const compare = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const here = await readBoard(call, call.param('id'))
  const there = await readBoard(call, call.param('otherId'))
  if (!here || !there || here.draft.month !== there.draft.month) return notFound()
  return page(
    boardWords[locale].compareTitle,
    <BoardComparePage locale={locale} zone={call.zone} here={here} there={there} />,
  )
}

const who = ['coordinator'] as const
const reach = 'own drafts; of others those that were sent'
const own = 'own drafts'

export const boardRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: boardPaths.board, who, reach, handle: list }),
  memberRoute({ method: 'POST', path: boardPaths.board, who, reach: 'the programme', handle: make }),
  memberRoute({ method: 'GET', path: boardPaths.draft(':id'), who, reach, handle: show }),
  memberRoute({
    method: 'POST',
    path: boardPaths.again(':id'),
    who,
    reach: own,
    handle: then(planRestAgain, boardPaths.draft),
  }),
  memberRoute({
    method: 'POST',
    path: boardPaths.stop(':id'),
    who,
    reach: own,
    handle: then(stopPlanning, boardPaths.draft, 'stopped'),
  }),
  memberRoute({
    method: 'POST',
    path: boardPaths.away(':id'),
    who,
    reach: own,
    handle: then(putDraftAway, () => boardPaths.board, 'putAway'),
  }),
  memberRoute({ method: 'GET', path: boardPaths.send(':id'), who, reach: own, handle: (call) => sendPage(call) }),
  memberRoute({ method: 'POST', path: boardPaths.send(':id'), who, reach: own, handle: send }),
  memberRoute({ method: 'GET', path: boardPaths.compare(':id', ':otherId'), who, reach, handle: compare }),
  memberRoute({
    method: 'GET',
    path: boardPaths.visit(':id', ':requestId'),
    who,
    reach: own,
    handle: (call) => visitPage(call, null, null),
  }),
  memberRoute({ method: 'POST', path: boardPaths.visit(':id', ':requestId'), who, reach: own, handle: change }),
  memberRoute({ method: 'POST', path: boardPaths.frozen(':id', ':requestId'), who, reach: own, handle: freeze }),
  memberRoute({ method: 'POST', path: boardPaths.repair(':id', ':requestId'), who, reach: own, handle: repair }),
  memberRoute({ method: 'POST', path: boardPaths.out(':id', ':requestId'), who, reach: own, handle: takeOut }),
]

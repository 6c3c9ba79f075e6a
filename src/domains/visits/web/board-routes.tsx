import { monthOf, monthStart, parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { workPaths } from '#platform/jobs/work-pages.tsx'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { compareDrafts } from '../actions/compare-drafts.ts'
import { makeDraft, planRestAgain, putDraftAway, stopPlanning } from '../actions/make-draft.ts'
import { type BoardLook, readBoard } from '../actions/read-board.ts'
import { sendDraft } from '../actions/send-draft.ts'
import { boardOrders } from '../data/board-lines.ts'
import { type Draft, listDrafts, ownDraftsOf } from '../data/drafts.ts'
import { BoardComparePage } from './board-compare-page.tsx'
import { BoardListPage } from './board-list-page.tsx'
import { BoardPage } from './board-page.tsx'
import { boardPaths } from './board-paths.ts'
import { BoardSendPage, sendable } from './board-send-page.tsx'
import { boardVisitRoutes } from './board-visit-routes.tsx'
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

const numberIn = (call: Call, name: string): number => {
  const asked = Number(call.query.get(name))
  return Number.isInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 0
}

const lookIn = (call: Call): BoardLook => ({
  by: boardOrders.find((one) => one === call.query.get('by')) ?? 'day',
  of: (call.query.get('of') ?? '').slice(0, 60),
  from: numberIn(call, 'from'),
  openFrom: numberIn(call, 'open'),
  unsentOnly: false,
})

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const look = lookIn(call)
  const view = await readBoard(call, call.param('id'), look)
  if (!view) return notFound()
  const others = view.own ? await ownDraftsOf(call.tx, call.actor, view.draft.month) : []
  const shown = page(
    boardWords[locale].title,
    <BoardPage
      locale={locale}
      zone={call.zone}
      view={view}
      look={look}
      others={others.filter((one) => one.id !== view.draft.id)}
      token={call.formToken}
    />,
  )
  const goesOn = view.work !== null && view.work.status !== 'failed' && view.work.status !== 'done'
  return goesOn && shown.kind === 'page' && !call.query.has('still') ? { ...shown, refreshSeconds: 4 } : shown
}

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

const sendPage = async (call: Call, errors: FieldError[] | null = null): Promise<Reply> => {
  const { locale } = call.reader
  const look: BoardLook = { by: 'day', of: '', from: numberIn(call, 'from'), openFrom: 0, unsentOnly: true }
  const view = await readBoard(call, call.param('id'), look)
  if (!view?.own) return notFound()
  const all = blankForm(locale, { visits: sendable(view).map((one) => one.requestId) })
  const form = errors ? refusedForm(locale, call.form.values, errors) : all
  return page(
    boardWords[locale].sendTitle,
    <BoardSendPage
      locale={locale}
      zone={call.zone}
      view={view}
      from={look.from}
      form={form}
      token={call.formToken()}
    />,
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
  const from = numberIn(call, 'from')
  const comparison = await compareDrafts(call, { here: call.param('id'), there: call.param('otherId') }, from)
  if (!comparison) return notFound()
  return page(
    boardWords[locale].compareTitle,
    <BoardComparePage locale={locale} zone={call.zone} comparison={comparison} from={from} />,
  )
}

const who = ['coordinator'] as const
const reach = 'own drafts; of others the visits that were sent'
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
  memberRoute({ method: 'GET', path: boardPaths.compare(':id', ':otherId'), who, reach: own, handle: compare }),
  ...boardVisitRoutes,
]

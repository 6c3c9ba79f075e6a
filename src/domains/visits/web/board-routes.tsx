import { namesOf } from '#domains/people/index.ts'
import { monthOf, monthStart, parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { workPaths } from '#platform/jobs/work-pages.tsx'
import {
  BackLink,
  blankForm,
  type FieldError,
  type FormState,
  Heading,
  listOf,
  refusedForm,
  valueOf,
} from '#ui/index.ts'
import {
  changeDraftVisit,
  type ChangeBlocker,
  freezeVisit,
  judgeVisit,
  repairDraftVisit,
  takeOutVisit,
} from '../actions/change-draft.ts'
import { compareDrafts } from '../actions/compare-drafts.ts'
import { makeDraft, planRestAgain, putDraftAway, stopPlanning } from '../actions/make-draft.ts'
import { type BoardLook, readBoard } from '../actions/read-board.ts'
import { readChange } from '../actions/read-change.ts'
import { sendDraft } from '../actions/send-draft.ts'
import { boardOrders } from '../data/board-lines.ts'
import type { PlannedVisit } from '../data/draft-visits.ts'
import { type Draft, listDrafts, ownDraftsOf } from '../data/drafts.ts'
import { BoardComparePage } from './board-compare-page.tsx'
import { BoardListPage } from './board-list-page.tsx'
import { BoardPage } from './board-page.tsx'
import { boardPaths } from './board-paths.ts'
import { BoardSendPage, sendable } from './board-send-page.tsx'
import { BoardVisitPage, changeRefusal, Judged } from './board-visit-page.tsx'
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

interface ShownChange {
  form?: FormState
  /** Said above the form, which shows what the draft has. */
  refused?: string
  judged?: readonly ChangeBlocker[]
  stale?: boolean
  status?: number
}

const visitPage = async (call: Call, shown: ShownChange = {}): Promise<Reply> => {
  const { form, refused, judged = null, stale = false, status = 200 } = shown
  const { locale } = call.reader
  const besides = form ? [...listOf(form, 'people'), valueOf(form, 'companion')].filter(isUuid) : []
  const view = await readChange(call, call.param('id'), call.param('requestId'), {
    all: call.query.get('all') === 'yes',
    besides,
  })
  if (!view) return notFound()
  const { slotId, supporterIds, companionId } = view.chosen
  const errors = refused === undefined ? [] : [{ field: '', message: refused }]
  const chosen = refusedForm(locale, { slot: slotId, people: [...supporterIds], companion: companionId ?? '' }, errors)
  return page(
    boardWords[locale].changeTitle,
    <BoardVisitPage
      locale={locale}
      zone={call.zone}
      view={view}
      form={form ?? chosen}
      judged={judged}
      stale={stale}
      token={call.formToken}
    />,
    { status },
  )
}

interface Typed {
  text(name: string): string
  list(name: string): string[]
}

const chosenIn = (call: Call, typed: Typed): PlannedVisit => ({
  requestId: call.param('requestId'),
  slotId: typed.text('slot'),
  supporterIds: [...new Set(typed.list('people').filter(isUuid))],
  companionId: isUuid(typed.text('companion')) ? typed.text('companion') : null,
})

/** Pressed 'check', the planner only says what the change would do. */
const change = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const change = chosenIn(call, call.form)
  const typed = (errors: FieldError[]): FormState => refusedForm(locale, call.form.values, errors)
  if (call.form.text('check') === 'yes') {
    const judged = await judgeVisit(call, call.param('id'), change)
    return judged ? visitPage(call, { form: typed([]), judged }) : notFound()
  }
  const changed = await changeDraftVisit(call, call.param('id'), change, Number(call.form.text('_version')) || 0)
  if (!changed) return notFound()
  if (changed.ok) return redirect(boardPaths.draft(changed.value.id), boardWords[locale].saved)
  if (changed.error.kind === 'stale') return visitPage(call, { form: typed([]), stale: true, status: 409 })
  const names = await namesIn(call, change)
  const errors = changed.error.blockers.map(
    (one): FieldError => ({ field: fieldOf(one), message: changeRefusal(one, { names }, locale) }),
  )
  return visitPage(call, { form: typed(errors), status: 409 })
}

const namesIn = (call: Call, { supporterIds, companionId }: PlannedVisit) =>
  namesOf(call.tx, call.actor.programmeId, [...supporterIds, ...(companionId === null ? [] : [companionId])])

/** What the planner says to a choice that has not been pressed yet: the script asks for it whenever something else is chosen. */
const judged = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = boardWords[locale]
  const { query } = call
  const change = chosenIn(call, { text: (name) => query.get(name) ?? '', list: (name) => query.getAll(name) })
  const said = await judgeVisit(call, call.param('id'), change)
  if (!said) return notFound()
  return page(
    t.changeTitle,
    <>
      <BackLink href={boardPaths.visit(call.param('id'), change.requestId)}>{t.changeTitle}</BackLink>
      <Heading>{t.check}</Heading>
      <Judged judged={said} names={await namesIn(call, change)} locale={locale} />
    </>,
  )
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
  const { locale } = call.reader
  const t = boardWords[locale]
  const taken = await takeOutVisit(call, call.param('id'), call.param('requestId'))
  if (!taken) return notFound()
  if (taken.ok) return redirect(boardPaths.draft(taken.value.id), t.takenOut)
  return visitPage(call, { refused: t.refusals[taken.error.kind], status: 409 })
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
  memberRoute({
    method: 'GET',
    path: boardPaths.visit(':id', ':requestId'),
    who,
    reach: own,
    handle: (call) => visitPage(call),
  }),
  memberRoute({ method: 'GET', path: boardPaths.judged(':id', ':requestId'), who, reach: own, handle: judged }),
  memberRoute({ method: 'POST', path: boardPaths.visit(':id', ':requestId'), who, reach: own, handle: change }),
  memberRoute({ method: 'POST', path: boardPaths.frozen(':id', ':requestId'), who, reach: own, handle: freeze }),
  memberRoute({ method: 'POST', path: boardPaths.repair(':id', ':requestId'), who, reach: own, handle: repair }),
  memberRoute({ method: 'POST', path: boardPaths.out(':id', ':requestId'), who, reach: own, handle: takeOut }),
]

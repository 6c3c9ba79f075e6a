import { type Called, namesOf } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { BackLink, type FieldError, type FormState, Heading, listOf, refusedForm, valueOf } from '#ui/index.ts'
import {
  changeDraftVisit,
  type ChangeBlocker,
  freezeVisit,
  judgeVisit,
  repairDraftVisit,
  takeOutVisit,
} from '../actions/change-draft.ts'
import { readChange } from '../actions/read-change.ts'
import type { PlannedVisit } from '../data/draft-visits.ts'
import { boardPaths } from './board-paths.ts'
import { BoardVisitPage, changeRefusal, Judged, leftBehindText } from './board-visit-page.tsx'
import { boardWords } from './words-board.ts'

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
  const names = await namesIn(call, change, changed.error.blockers)
  const errors = changed.error.blockers.map(
    (one): FieldError => ({ field: fieldOf(one), message: changeRefusal(one, { names }, locale) }),
  )
  return visitPage(call, { form: typed(errors), status: 409 })
}

const namesIn = (
  call: Call,
  { supporterIds, companionId }: PlannedVisit,
  blockers: readonly ChangeBlocker[],
): Promise<Map<string, Called>> =>
  namesOf(call.tx, call.actor.programmeId, [
    ...supporterIds,
    ...(companionId === null ? [] : [companionId]),
    ...blockers.flatMap((one) => one.personId ?? []),
  ])

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
      <Judged judged={said} names={await namesIn(call, change, said)} locale={locale} />
    </>,
  )
}

const fieldOf = ({ what }: ChangeBlocker): string =>
  what === 'time' ? 'slot' : what === 'companion' ? 'companion' : what === 'sent' || what === 'request' ? '' : 'people'

const freeze = async (call: Call): Promise<Reply> => {
  const frozen = call.form.text('frozen') !== 'no'
  const done = await freezeVisit(call, call.param('id'), call.param('requestId'), frozen)
  const t = boardWords[call.reader.locale]
  if (!done) return notFound()
  if (done.ok) return redirect(boardPaths.draft(done.value.id), frozen ? t.frozen : t.unfrozen)
  return visitPage(call, { refused: t.refusals[done.error.kind], status: 409 })
}

const repair = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = boardWords[locale]
  const repaired = await repairDraftVisit(call, call.param('id'), call.param('requestId'))
  if (!repaired) return notFound()
  if (repaired.ok) return redirect(boardPaths.draft(repaired.value.id), t.repaired)
  if (repaired.error.kind === 'nobody') return redirect(boardPaths.draft(call.param('id')), t.refusals.nobody)
  const names = await namesOf(call.tx, call.actor.programmeId, repaired.error.people)
  const refused = repaired.error.people
    .map((id) => leftBehindText(names.get(id), locale))
    .join(locale === 'en' ? ' ' : '')
  return visitPage(call, { refused, status: 409 })
}

const takeOut = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = boardWords[locale]
  const taken = await takeOutVisit(call, call.param('id'), call.param('requestId'))
  if (!taken) return notFound()
  if (taken.ok) return redirect(boardPaths.draft(taken.value.id), t.takenOut)
  return visitPage(call, { refused: t.refusals[taken.error.kind], status: 409 })
}

const who = ['coordinator'] as const
const reach = 'own drafts'

/** What is done to one visit of a draft. */
export const boardVisitRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: boardPaths.visit(':id', ':requestId'),
    who,
    reach,
    handle: (call) => visitPage(call),
  }),
  memberRoute({ method: 'GET', path: boardPaths.judged(':id', ':requestId'), who, reach, handle: judged }),
  memberRoute({ method: 'POST', path: boardPaths.visit(':id', ':requestId'), who, reach, handle: change }),
  memberRoute({ method: 'POST', path: boardPaths.frozen(':id', ':requestId'), who, reach, handle: freeze }),
  memberRoute({ method: 'POST', path: boardPaths.repair(':id', ':requestId'), who, reach, handle: repair }),
  memberRoute({ method: 'POST', path: boardPaths.out(':id', ':requestId'), who, reach, handle: takeOut }),
]

import { findActivity, isField, listActivities } from '#domains/programme/index.ts'
import { namesOf, personsInRole } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FieldError, type FormState, LinkButton, refusedForm, type StaleField } from '#ui/index.ts'
import { moveRequest } from '../actions/move-request.ts'
import { createRequest, ideaHoldsRisk, type RequestDraft, updateRequest } from '../actions/save-request.ts'
import { mayEdit } from '../core/request-edit.ts'
import { requestActorOf } from '../core/request-status.ts'
import { findRequestPlace, hasBeenVisited, type RequestPlace, searchPlaces } from '../data/request-places.ts'
import { findRequest, type Request } from '../data/requests.ts'
import { requestPaths } from './paths.ts'
import { requestRefusal } from './request-blocker-words.ts'
import { blankRequest, readRequestForm, type RequestFormContext, slotRows, typedRequest } from './request-form.ts'
import { RequestFormPage } from './request-form-page.tsx'
import { ChooseActivityPage, ChoosePlacePage } from './request-list-page.tsx'
import { requestFormWords } from './words-request-form.ts'
import { requestListWords } from './words-request-list.ts'
import { requestPageWords } from './words-request-page.ts'
import { requestRefusals } from './words-request-refusals.ts'
import { staleFields } from './request-stale.ts'

const askers = ['coordinator', 'host', 'supporter'] as const
const reach = 'the programme; own place; own idea'

/** Whose request a new one would be; null: nobody's that the actor may speak for. */
interface Owner {
  place: RequestPlace | null
  ideaOf: string | null
}

const ownerOf = async (call: Call): Promise<Owner | null> => {
  const { actor } = call
  if (actor.role === 'supporter') return { place: null, ideaOf: actor.personId }
  const ideaOf = call.query.get('idea_of')
  if (actor.role === 'coordinator' && ideaOf !== null && isUuid(ideaOf)) {
    const names = await namesOf(call.tx, actor.programmeId, [ideaOf])
    return names.has(ideaOf) ? { place: null, ideaOf } : null
  }
  const placeId = actor.role === 'host' ? actor.placeId : call.query.get('place')
  const place = placeId !== null && isUuid(placeId) ? await findRequestPlace(call.tx, placeId) : null
  return place ? { place, ideaOf: null } : null
}

const choose = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = requestListWords[locale]
  const owner = await ownerOf(call)
  if (!owner) return call.actor.role === 'coordinator' ? choosePlace(call) : notFound()
  const { place, ideaOf } = owner
  const byStaff = call.actor.role === 'coordinator'
  return page(
    ideaOf === null ? t.chooseTitle : t.chooseIdeaTitle,
    <ChooseActivityPage
      locale={locale}
      isIdea={ideaOf !== null}
      placeName={byStaff && place ? place.name : null}
      activities={await listActivities(call.tx, call.today)}
      href={(id) =>
        byStaff && ideaOf
          ? requestPaths.ideaForm(id, ideaOf)
          : requestPaths.form(id, byStaff && place ? place.id : null)
      }
    />,
  )
}

const choosePlace = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = requestListWords[locale]
  const words = call.query.get('place_q')?.trim() ?? ''
  return page(
    t.choosePlace,
    <ChoosePlacePage
      locale={locale}
      title={t.choosePlace}
      form={blankForm(locale, { place_q: words })}
      action={requestPaths.choose}
      places={words ? await searchPlaces(call.tx, words, 20) : null}
      pick={(place) => <LinkButton href={requestPaths.chooseFor(place.id)}>{t.newRequest}</LinkButton>}
      supporters={await personsInRole(call.tx, call.actor.programmeId, ['supporter'])}
    />,
  )
}

/** The form of a new request: GET shows it, POST adds a row, saves or sends. */
const openNew = async (call: Call) => {
  const owner = await ownerOf(call)
  const activity = await findActivity(call.tx, call.param('activityId'))
  if (!owner || !activity || (activity.endedOn !== null && activity.endedOn < call.today)) return null
  const field = owner.place && isField(owner.place.field) ? owner.place.field : 'community'
  const context: RequestFormContext = {
    locale: call.reader.locale,
    zone: call.zone,
    activity,
    field,
    isIdea: owner.ideaOf !== null,
  }
  return { owner, activity, context }
}
type New = NonNullable<Awaited<ReturnType<typeof openNew>>>

const showNew = async (call: Call): Promise<Reply> => {
  const opened = await openNew(call)
  if (!opened) return notFound()
  return newPage(call, opened, blankForm(call.reader.locale, blankRequest(opened.activity, opened.context.field)), 200)
}

const newPage = async (call: Call, { owner, activity }: New, form: FormState, status: number): Promise<Reply> => {
  const byStaff = call.actor.role === 'coordinator'
  const t = requestFormWords[call.reader.locale]
  const query = byStaff ? (owner.place?.id ?? null) : null
  return page(
    owner.ideaOf ? t.newIdeaTitle : t.newTitle,
    <RequestFormPage
      locale={call.reader.locale}
      programme={call.programme}
      activity={activity}
      placeName={byStaff ? (owner.place?.name ?? null) : null}
      form={form}
      action={
        byStaff && owner.ideaOf
          ? requestPaths.ideaForm(activity.id, owner.ideaOf)
          : requestPaths.form(activity.id, query)
      }
      token={call.formToken()}
      stale={[]}
      isIdea={owner.ideaOf !== null}
      byStaff={byStaff}
      firstVisit={owner.place !== null && !(await hasBeenVisited(call.tx, owner.place.id))}
      maySubmit
      isNew
    />,
    { status },
  )
}

const postNew = async (call: Call): Promise<Reply> => {
  const opened = await openNew(call)
  if (!opened) return notFound()
  const { locale } = call.reader
  if (call.form.text('do') === 'add_slot') return newPage(call, opened, withOneMoreRow(call), 200)
  const { draft, errors } = readRequestForm(call.form, opened.context)
  const wrong = [...errors, ...(call.form.text('do') === 'save' ? [] : missing(call))]
  if (wrong.length > 0) return newPage(call, opened, refusedForm(locale, call.form.values, wrong), 422)
  const { owner, activity } = opened
  const about = { activityId: activity.id, placeId: owner.place?.id ?? null, ideaOf: owner.ideaOf }
  const id = await createRequest(call, about, draft)
  if (id === null) return notFound()
  const { flash } = requestPageWords[locale]
  if (call.form.text('do') === 'save') return redirect(pageAfter(call, id, draft), flash.saved)
  const refusal = await submit(call, id)
  if (refusal === null) return notFound()
  if (refusal.length > 0) return newPage(call, opened, refusedForm(locale, call.form.values, refusal), 409)
  return redirect(pageAfter(call, id, draft), flash.submitted)
}

/** A supporter's own words may hold a cry for help: then numbers to call stand at the top. */
const pageAfter = (call: Call, id: string, { content }: RequestDraft): string =>
  call.actor.role === 'supporter' && ideaHoldsRisk(content)
    ? requestPaths.requestWithCare(id)
    : requestPaths.request(id)

const missing = (call: Call): FieldError[] =>
  call.form.text('purpose') === ''
    ? [{ field: 'purpose', message: requestFormWords[call.reader.locale].errors.purpose }]
    : []

const withOneMoreRow = (call: Call): FormState =>
  blankForm(call.reader.locale, { ...call.form.values, rows: String(slotRows(call.form.values) + 1) })

/** What stands in the way of sending; empty: it was sent. */
const submit = async (call: Call, id: string): Promise<FieldError[] | null> => {
  const moved = await moveRequest(call, id, { to: 'submitted', reason: '' })
  if (!moved) return null
  if (moved.ok) return []
  return moved.error.map((blocker) => ({
    field: fieldOf[blocker.kind] ?? '',
    message: requestRefusal(blocker, call.reader.locale),
  }))
}

const fieldOf: Partial<Record<string, string>> = {
  slots_given: 'day1',
  slot_ahead: 'day1',
  within_listeners: 'audience_count',
  told_how: 'confirmed_how',
}

const openEdit = async (call: Call) => {
  const request = await findRequest(call.tx, call.actor, call.param('id'))
  const who = request && requestActorOf(call.actor, request)
  const activity = request && (await findActivity(call.tx, request.activityId))
  if (!request || !who || !activity || !mayEdit(request.status, who)) return null
  return { request, who, activity }
}
type Edit = NonNullable<Awaited<ReturnType<typeof openEdit>>>

const showEdit = async (call: Call): Promise<Reply> => {
  const opened = await openEdit(call)
  if (!opened) return notFound()
  return editPage(call, opened, blankForm(call.reader.locale, typedRequest(opened.request, call.zone)), {})
}

const editPage = async (
  call: Call,
  { request, who, activity }: Edit,
  form: FormState,
  more: { status?: number; stale?: readonly StaleField[] },
): Promise<Reply> => {
  const place = request.placeId === null ? null : await findRequestPlace(call.tx, request.placeId)
  return page(
    requestFormWords[call.reader.locale].editTitle,
    <RequestFormPage
      locale={call.reader.locale}
      programme={call.programme}
      activity={activity}
      placeName={who === 'coordinator' ? (place?.name ?? null) : null}
      form={form}
      action={requestPaths.edit(request.id)}
      token={call.formToken()}
      version={request.version}
      stale={more.stale ?? []}
      isIdea={request.ideaOf !== null}
      byStaff={who === 'coordinator'}
      firstVisit={place !== null && !(await hasBeenVisited(call.tx, place.id))}
      maySubmit={request.status === 'draft' || request.status === 'adjusting'}
      isNew={false}
    />,
    { status: more.status ?? 200 },
  )
}

const postEdit = async (call: Call): Promise<Reply> => {
  const opened = await openEdit(call)
  if (!opened) return notFound()
  const { locale } = call.reader
  const { request, activity } = opened
  if (call.form.text('do') === 'add_slot') return editPage(call, opened, withOneMoreRow(call), {})
  const context = { locale, zone: call.zone, activity, field: request.field, isIdea: request.ideaOf !== null }
  const { draft, errors } = readRequestForm(call.form, context)
  const again = (wrong: FieldError[], status: number): Promise<Reply> =>
    editPage(call, opened, refusedForm(locale, call.form.values, wrong), { status })
  const wrong = [...errors, ...(call.form.text('do') === 'save' ? [] : missing(call))]
  if (wrong.length > 0) return again(wrong, 422)
  const saved = await updateRequest(call, request.id, versionOf(call), draft)
  if (!saved) return notFound()
  if (!saved.ok) return refusedSave(call, opened, saved.error)
  const { flash } = requestPageWords[locale]
  const sends = request.status === 'draft' || request.status === 'adjusting'
  const after = pageAfter(call, request.id, draft)
  if (!sends) return redirect(after, flash.savedContent)
  if (call.form.text('do') === 'save') return redirect(after, flash.saved)
  const refusal = await submit(call, request.id)
  if (refusal === null) return notFound()
  return refusal.length > 0 ? again(refusal, 409) : redirect(after, flash.submitted)
}

// Anything else than a version is an old one.
const versionOf = (call: Call): number => {
  const typed = call.form.text('_version')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

type SaveRefusal = { kind: 'not_editable' } | { kind: 'stale'; theirs: Request }

const refusedSave = (call: Call, opened: Edit, refusals: readonly SaveRefusal[]): Promise<Reply> => {
  const { locale } = call.reader
  const stale = refusals.find((one) => one.kind === 'stale')
  if (!stale) {
    const errors = [{ field: '', message: requestRefusals[locale].not_editable }]
    return editPage(call, opened, refusedForm(locale, call.form.values, errors), { status: 409 })
  }
  return editPage(call, { ...opened, request: stale.theirs }, blankForm(locale, call.form.values), {
    status: 409,
    stale: staleFields(call.form.values, typedRequest(stale.theirs, call.zone), locale),
  })
}

export const requestFormRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: requestPaths.choose, who: askers, reach, handle: choose }),
  memberRoute({ method: 'GET', path: requestPaths.form(':activityId'), who: askers, reach, handle: showNew }),
  memberRoute({ method: 'POST', path: requestPaths.form(':activityId'), who: askers, reach, handle: postNew }),
  memberRoute({ method: 'GET', path: requestPaths.edit(':id'), who: askers, reach, handle: showEdit }),
  memberRoute({ method: 'POST', path: requestPaths.edit(':id'), who: askers, reach, handle: postEdit }),
]

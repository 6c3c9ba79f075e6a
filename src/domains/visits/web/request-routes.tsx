import { parseDay } from '#kernel/calendar-day.ts'
import { findActivity } from '#domains/programme/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, CrisisCard, type FieldError, type FormState, PostButton, refusedForm } from '#ui/index.ts'
import { moveRequest } from '../actions/move-request.ts'
import { offerIdea, recordPersonConsent } from '../actions/offer-idea.ts'
import { mayEdit } from '../core/request-edit.ts'
import { requestActorOf, type RequestStatus, requestStatuses, requestTransitions } from '../core/request-status.ts'
import { nextFor } from '#kernel/transition.ts'
import { listRequestEvents, listRequests } from '../data/request-list.ts'
import { findRequestPlace, searchPlaces } from '../data/request-places.ts'
import { findRequest, type Request } from '../data/requests.ts'
import { findSeriesOfRequest } from '../data/series.ts'
import { requestPaths } from './paths.ts'
import { requestRefusal } from './request-blocker-words.ts'
import { requestFormRoutes } from './request-form-routes.tsx'
import { PlaceSearch, requestColumns, RequestListPage } from './request-list-page.tsx'
import { RequestPage } from './request-page.tsx'
import { RequestPrintPage } from './request-print-page.tsx'
import { requestPageWords } from './words-request-page.ts'
import { requestListWords } from './words-request-list.ts'
import { requestStaffWords } from './words-request-staff.ts'
import { requestRefusals } from './words-request-refusals.ts'

const pageSize = 30
const askers = ['coordinator', 'host', 'supporter'] as const
const reach = 'the programme; own place; own idea'
const over: readonly RequestStatus[] = ['done', 'withdrawn', 'not_possible']

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const show = call.query.get('show') === 'all' ? 'all' : 'open'
  const number = Math.min(10_000, Math.max(1, Math.trunc(Number(call.query.get('page')) || 1)))
  const statuses = show === 'all' ? null : requestStatuses.filter((one) => !over.includes(one))
  const found = (offset: number, limit: number) => listRequests(call.tx, call.actor, { statuses, offset, limit })
  const lines = await found((number - 1) * pageSize, pageSize + 1)
  const t = requestListWords[locale]
  const body = (
    <RequestListPage
      locale={locale}
      zone={call.zone}
      role={call.actor.role}
      lines={lines.slice(0, pageSize)}
      show={show}
      page={number}
      more={lines.length > pageSize}
    />
  )
  const title = call.actor.role === 'supporter' ? t.ideasTitle : t.listTitle
  return listPage(
    call,
    { title, body },
    { kind: 'visits.request', names: null, columns: () => requestColumns(call), rows: () => found(0, 50_000) },
  )
}

const detail = async (call: Call): Promise<Reply> => {
  const request = await findRequest(call.tx, call.actor, call.param('id'))
  return request ? detailOf(call, request, blankForm(call.reader.locale), 200) : notFound()
}

const detailOf = async (call: Call, request: Request, form: FormState, status: number): Promise<Reply> => {
  const { locale } = call.reader
  const who = requestActorOf(call.actor, request)
  const activity = await findActivity(call.tx, request.activityId)
  if (!who || !activity) return notFound()
  const place = request.placeId === null ? null : await findRequestPlace(call.tx, request.placeId)
  const looksForPlace = request.ideaOf !== null && (request.status === 'submitted' || request.status === 'adjusting')
  return page(
    activity.name[locale],
    <RequestPage
      locale={locale}
      zone={call.zone}
      today={call.today}
      who={who}
      request={request}
      activity={activity}
      placeName={place?.name ?? null}
      events={await listRequestEvents(call.tx, request.id)}
      next={nextFor(requestTransitions, request.status, who)}
      mayEdit={mayEdit(request.status, who)}
      token={call.formToken}
      form={form}
      needsPersonConsent={
        activity.accompaniesPerson && request.personConsentOn === null && !over.includes(request.status)
      }
      urgent={call.query.get('care') === 'now' ? urgentCard(call) : null}
      offer={who === 'coordinator' && looksForPlace ? await offerOf(call, request) : null}
      seriesId={who === 'supporter' ? null : await findSeriesOfRequest(call.tx, request.id)}
    />,
    { status },
  )
}

const urgentCard = ({ programme, reader }: Call) => (
  <CrisisCard
    locale={reader.locale}
    text={programme.crisisCard}
    phone={programme.contactPhone}
    hours={programme.contactHours}
    urgent
  />
)

const offerOf = async (call: Call, request: Request) => {
  const { locale } = call.reader
  const words = call.query.get('place_q')?.trim() ?? ''
  const t = requestStaffWords[locale]
  return (
    <PlaceSearch
      locale={locale}
      title={requestListWords[locale].choosePlace}
      form={blankForm(locale, { place_q: words }, 'offer')}
      action={requestPaths.request(request.id)}
      places={words ? await searchPlaces(call.tx, words, 20) : null}
      pick={(place) => (
        <PostButton action={requestPaths.place(request.id)} token={call.formToken()} fields={{ place: place.id }}>
          {t.offerThis}
        </PostButton>
      )}
    />
  )
}

const move = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const to = requestStatuses.find((one) => one === call.form.text('to'))
  if (!to || to === 'confirmed' || to === 'draft') return notFound()
  const typedDay = call.form.text('agreed_on')
  const agreedOn = typedDay === '' ? null : parseDay(typedDay)
  const id = call.param('id')
  if (typedDay !== '' && (agreedOn === null || agreedOn > call.today))
    return refused(call, id, to, [{ field: 'agreed_on', message: requestStaffWords[locale].dayWrong }])
  const moved = await moveRequest(call, id, { to, reason: call.form.text('reason').slice(0, 600), agreedOn })
  if (!moved) return notFound()
  if (!moved.ok)
    return refused(
      call,
      id,
      to,
      moved.error.map((blocker) => ({
        field: blocker.kind === 'reason_given' ? 'reason' : '',
        message: requestRefusal(blocker, locale),
      })),
    )
  const { flash } = requestPageWords[locale]
  return redirect(requestPaths.request(id), to in flash ? flash[to as keyof typeof flash] : flash.other)
}

const refused = async (call: Call, id: string, formId: string, errors: FieldError[], status = 409): Promise<Reply> => {
  const request = await findRequest(call.tx, call.actor, id)
  if (!request) return notFound()
  return detailOf(call, request, refusedForm(call.reader.locale, call.form.values, errors, formId), status)
}

const offer = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const placeId = call.form.text('place')
  if (!isUuid(placeId)) return refused(call, id, '', [], 422)
  const offered = await offerIdea(call, id, placeId)
  if (!offered) return notFound()
  const t = requestRefusals[locale]
  if (!offered.ok)
    return refused(
      call,
      id,
      '',
      offered.error.map(({ kind }) => ({
        field: '',
        message: kind === 'place_not_confirmed' ? t.place_confirmed : t.not_an_open_idea,
      })),
    )
  return redirect(requestPaths.request(id), requestStaffWords[locale].flashOffered)
}

const consent = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const on = parseDay(call.form.text('on'))
  if (on === null || on > call.today)
    return refused(call, id, 'consent', [{ field: 'on', message: requestStaffWords[locale].dayWrong }], 422)
  const recorded = await recordPersonConsent(call, id, on)
  return recorded ? redirect(requestPaths.request(id), requestStaffWords[locale].flashConsent) : notFound()
}

const print = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const request = await findRequest(call.tx, call.actor, call.param('id'))
  const activity = request && (await findActivity(call.tx, request.activityId))
  if (!request || !activity) return notFound()
  const place = request.placeId === null ? null : await findRequestPlace(call.tx, request.placeId)
  return page(
    requestStaffWords[locale].printTitle,
    <RequestPrintPage
      locale={locale}
      zone={call.zone}
      programme={call.programme}
      request={request}
      activity={activity}
      placeName={place?.name ?? null}
    />,
  )
}

export const requestRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: requestPaths.list, who: askers, reach, handle: list }),
  // Before '/requests/:id': 'new' is no identifier.
  ...requestFormRoutes,
  memberRoute({ method: 'GET', path: requestPaths.request(':id'), who: askers, reach, handle: detail }),
  memberRoute({ method: 'GET', path: requestPaths.print(':id'), who: askers, reach, handle: print }),
  memberRoute({ method: 'POST', path: requestPaths.status(':id'), who: askers, reach, handle: move }),
  memberRoute({
    method: 'POST',
    path: requestPaths.place(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: offer,
  }),
  memberRoute({
    method: 'POST',
    path: requestPaths.personConsent(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: consent,
  }),
]

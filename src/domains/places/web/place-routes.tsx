import { z } from 'zod'
import { type Field, isField } from '#domains/programme/index.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { contactsFor, findPlaceFor } from '../actions/find-place.ts'
import { factsOf, leadPlaceTo } from '../actions/lead-place.ts'
import { isPlaceKind } from '../core/kinds.ts'
import { placeBlockers, type PlaceStatus, placeStatuses } from '../core/place-status.ts'
import { historyOf } from '../data/place-history.ts'
import { listPlaces, type Place, type PlaceFilter } from '../data/places.ts'
import { entryOf } from '../data/wam-entries.ts'
import { placeColumns, PlaceListPage } from './list-page.tsx'
import { placePaths } from './paths.ts'
import { PlacePage } from './place-page.tsx'
import type { PlaceSection } from './place-section.ts'
import { PlaceSteps } from './steps-view.tsx'
import { placeWords } from './words.ts'

const readers = ['coordinator', 'companion', 'supervisor', 'officer'] as const
const perPage = 50

const filterOf = (query: URLSearchParams): { typed: Record<string, string>; filter: PlaceFilter } => {
  const typed = Object.fromEntries(['q', 'kind', 'field', 'status'].map((name) => [name, query.get(name) ?? '']))
  const { q = '', kind = '', field = '', status = '' } = typed
  return {
    typed,
    filter: {
      words: q.trim().slice(0, 60),
      kind: isPlaceKind(kind) ? kind : null,
      field: isField(field) ? (field satisfies Field) : null,
      status: placeStatuses.find((known) => known === status) ?? null,
    },
  }
}

const list = async (call: Call): Promise<Reply> => {
  const { typed, filter } = filterOf(call.query)
  const asked = Math.max(1, Math.floor(Number(call.query.get('page')) || 1))
  const window = { limit: perPage, offset: (asked - 1) * perPage }
  const found = await listPlaces(call.tx, call.actor.programmeId, filter, window)
  const { locale } = call.reader
  const body = (
    <PlaceListPage
      locale={locale}
      filter={typed}
      found={found}
      page={asked}
      perPage={perPage}
      mayAdd={call.actor.role === 'coordinator'}
    />
  )
  return listPage(
    call,
    { title: placeWords[locale].title, body, wide: true },
    {
      kind: 'places.place',
      names: null,
      columns: () => placeColumns(locale),
      rows: async () =>
        (await listPlaces(call.tx, call.actor.programmeId, filter, { limit: 50_000, offset: 0 })).places,
    },
  )
}

const steps = async (call: Call, place: Place, closeForm: FormState) =>
  call.actor.role === 'coordinator' ? (
    <PlaceSteps
      locale={call.reader.locale}
      place={place}
      blockers={placeBlockers(await factsOf(call, place, ''), 'confirmed', 'coordinator')}
      closeForm={closeForm}
      token={call.formToken}
    />
  ) : null

interface PlaceParts {
  sections: readonly PlaceSection[]
}

const placePage = async (
  call: Call,
  parts: PlaceParts,
  place: Place,
  shown: { closeForm?: FormState; status?: number } = {},
) => {
  const { locale } = call.reader
  const { programmeId, role } = call.actor
  const isCoordinator = role === 'coordinator'
  return page(
    place.name,
    <PlacePage
      locale={locale}
      zone={call.zone}
      role={role}
      place={place}
      contacts={await contactsFor(call, place)}
      history={isCoordinator ? await historyOf(call.tx, programmeId, place.id) : []}
      wam={isCoordinator ? await entryOf(call.tx, programmeId, place.id) : null}
      sections={
        await Promise.all(parts.sections.filter((one) => one.who.includes(role)).map((one) => one.load(call, place.id)))
      }
      steps={await steps(call, place, shown.closeForm ?? blankForm(locale, {}, 'close'))}
    />,
    { status: shown.status ?? 200 },
  )
}

/** Leads the place on; what stands in the way is shown on its own page. */
const lead = async (call: Call, parts: PlaceParts, to: PlaceStatus, done: string): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const led = await leadPlaceTo(call, id, to, call.form.text('reason').slice(0, 200))
  if (!led) return notFound()
  if (led.ok) return redirect(placePaths.place(id), done)
  const place = await findPlaceFor(call, id)
  if (!place) return notFound()
  const errors = led.error.map((blocker) => ({
    field: blocker.kind === 'reason_missing' ? 'reason' : '',
    message: placeWords[locale].blockers[blocker.kind],
  }))
  return placePage(call, parts, place, {
    closeForm: refusedForm(locale, call.form.values, errors, 'close'),
    status: 409,
  })
}

const closeSchema = z.object({ reason: z.string().min(1).max(200) })

/** The places of the programme; `sections`: what later slices show on a place's page. */
export const placeRoutes = (parts: PlaceParts): RouteSpec[] => [
  memberRoute({ method: 'GET', path: placePaths.list, who: readers, reach: 'the programme', handle: list }),
  memberRoute({
    method: 'GET',
    path: placePaths.place(':id'),
    who: [...readers, 'host'],
    reach: 'staff: the programme; host: own place',
    handle: async (call) => {
      const place = await findPlaceFor(call, call.param('id'))
      return place ? placePage(call, parts, place) : notFound()
    },
  }),
  memberRoute({
    method: 'GET',
    path: placePaths.mine,
    who: ['host'],
    reach: 'own place',
    handle: async (call) => (call.actor.placeId ? redirect(placePaths.place(call.actor.placeId)) : notFound()),
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.confirm(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => lead(call, parts, 'confirmed', placeWords[call.reader.locale].confirmed),
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.relist(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => lead(call, parts, 'listed', placeWords[call.reader.locale].changed),
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.close(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: async (call) => {
      const { locale } = call.reader
      const parsed = closeSchema.safeParse(call.form.values)
      if (parsed.success) return lead(call, parts, 'closed', placeWords[locale].closed)
      const place = await findPlaceFor(call, call.param('id'))
      if (!place) return notFound()
      const errors = formErrors(parsed.error, { reason: placeWords[locale].closeReason }, locale)
      return placePage(call, parts, place, {
        closeForm: refusedForm(locale, call.form.values, errors, 'close'),
        status: 422,
      })
    },
  }),
]

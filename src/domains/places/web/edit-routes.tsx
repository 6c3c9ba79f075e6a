import type { ZodError } from 'zod'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { BackLink, blankForm, type FormState, Heading, Lead, refusedForm } from '#ui/index.ts'
import { findPlaceFor } from '../actions/find-place.ts'
import { addPlace, changePlace } from '../actions/save-place.ts'
import { listOrganisations } from '../data/organisations.ts'
import type { Place } from '../data/places.ts'
import { placePaths } from './paths.ts'
import { PlaceEditor } from './place-editor.tsx'
import { descriptionSchema, organisationNameSchema, placeLabels, sortSchema, typedPlace } from './place-form.ts'
import { placeWords } from './words.ts'

const editors = ['coordinator', 'host'] as const

interface Shown {
  form: FormState
  version?: number
  theirs?: FormState['values']
  status?: number
}

const refused = (call: Call, errors: readonly (ZodError | undefined)[]): FormState => {
  const { locale } = call.reader
  const found = errors.flatMap((error) => (error ? formErrors(error, placeLabels(locale), locale) : []))
  return refusedForm(locale, call.form.values, found)
}

const newPlacePage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const t = placeWords[locale]
  const known = await listOrganisations(call.tx, call.actor.programmeId)
  return page(
    t.add,
    <>
      <BackLink href={placePaths.list}>{t.back}</BackLink>
      <Heading>{t.add}</Heading>
      <Lead>{t.addLead}</Lead>
      <PlaceEditor
        locale={locale}
        form={form}
        action={placePaths.newPlace}
        token={call.formToken()}
        submit={t.save}
        organisation={{ suggestions: known.map((organisation) => organisation.name) }}
        sorts
      />
    </>,
    { status },
  )
}

const enter = async (call: Call): Promise<Reply> => {
  const description = descriptionSchema.safeParse(call.form.values)
  const sorts = sortSchema.safeParse(call.form.values)
  const organisation = organisationNameSchema.safeParse(call.form.values)
  if (!description.success || !sorts.success || !organisation.success)
    return newPlacePage(call, refused(call, [description.error, organisation.error, sorts.error]), 422)
  const id = await addPlace(call, { ...description.data, ...sorts.data, ...organisation.data, lat: null, lng: null })
  return redirect(placePaths.place(id), placeWords[call.reader.locale].added)
}

const editPage = (call: Call, place: Place, shown: Shown): Reply => {
  const { locale } = call.reader
  const t = placeWords[locale]
  return page(
    t.editTitle,
    <>
      <BackLink href={placePaths.place(place.id)}>{t.backToPlace}</BackLink>
      <Heading above={place.name}>{t.editTitle}</Heading>
      <PlaceEditor
        locale={locale}
        form={shown.form}
        action={placePaths.edit(place.id)}
        token={call.formToken()}
        submit={t.save}
        version={shown.version ?? place.version}
        theirs={shown.theirs ?? null}
        sorts={call.actor.role === 'coordinator'}
      />
    </>,
    { status: shown.status ?? 200 },
  )
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const place = await findPlaceFor(call, call.param('id'))
  if (!place) return notFound()
  const version = Number(call.form.text('_version')) || 0
  const description = descriptionSchema.safeParse(call.form.values)
  const sorts = call.actor.role === 'coordinator' ? sortSchema.safeParse(call.form.values) : null
  if (!description.success || sorts?.success === false)
    return editPage(call, place, { form: refused(call, [description.error, sorts?.error]), version, status: 422 })
  const change = { description: description.data, more: sorts?.data ?? null }
  const saved = await changePlace(call, place.id, version, change)
  if (!saved) return notFound()
  if (saved.ok) return redirect(placePaths.place(place.id), placeWords[locale].saved)
  return editPage(call, saved.error, {
    form: blankForm(locale, call.form.values),
    theirs: typedPlace(saved.error),
    status: 409,
  })
}

export const editRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: placePaths.newPlace,
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => newPlacePage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.newPlace,
    who: ['coordinator'],
    reach: 'the programme',
    handle: enter,
  }),
  memberRoute({
    method: 'GET',
    path: placePaths.edit(':id'),
    who: editors,
    reach: 'coordinator: the programme; host: own place',
    handle: async (call) => {
      const place = await findPlaceFor(call, call.param('id'))
      return place ? editPage(call, place, { form: blankForm(call.reader.locale, typedPlace(place)) }) : notFound()
    },
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.edit(':id'),
    who: editors,
    reach: 'coordinator: the programme; host: own place',
    handle: save,
  }),
]

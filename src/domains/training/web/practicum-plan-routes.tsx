import { z } from 'zod'
import { type Called, personsInRole } from '#domains/people/index.ts'
import { findPlace } from '#domains/places/index.ts'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  Actions,
  BackLink,
  blankForm,
  DateField,
  EmptyState,
  FieldRow,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  NumberField,
  PostButton,
  Radios,
  refusedForm,
  Select,
  StatusTag,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { offerPracticum, withdrawPracticumOffer } from '../actions/offer-practicum.ts'
import { proposePracticum } from '../actions/propose-practicum.ts'
import type { Enrolment } from '../data/enrolments.ts'
import { practicumKinds, practicumOffers } from '../data/practicum-offers.ts'
import { enrolmentFor } from '../data/reached.ts'
import { confirmedPlaces } from './confirmed-places.ts'
import { offerColumns } from './practicum-list.tsx'
import { DayFields } from './practicum-page.tsx'
import { practicumPaths as paths } from './practicum-paths.ts'
import { dayShape, stretchOf } from './practicum-routes.tsx'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { practicumWords } from './practicum-words.ts'
import { trainingStaffPaths } from './taking-paths.ts'

const hosts = ['host', 'coordinator'] as const
const reachOffers = 'host: own place; coordinator: the programme'

const offersPage = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const s = practicumStaffWords[locale]
  const offers = await practicumOffers(call.tx, call.actor)
  const between = (from: CalendarDay, to: CalendarDay): string =>
    `${formatDayLong(from, locale)}〜${formatDayLong(to, locale)}`
  const body = (
    <>
      <BackLink href={paths.list}>{practicumWords[locale].back}</BackLink>
      <Heading>{s.offersTitle}</Heading>
      <Lead>{s.offersLead}</Lead>
      {offers.length === 0 ? <EmptyState>{s.offersEmpty}</EmptyState> : null}
      <List
        items={offers.map((offer) => ({
          title: `${offer.placeName} ${practicumWords[locale].kinds[offer.kind]}`,
          tag: offer.withdrawnAt ? <StatusTag tone="ended">{s.withdrawnTag}</StatusTag> : null,
          lines: [offer.what, between(offer.fromDay, offer.toDay), s.taken(offer.taken, offer.seats), offer.note],
          action: offer.withdrawnAt ? null : (
            <PostButton action={paths.withdraw(offer.id)} token={call.formToken()} kind="quiet">
              {s.withdraw}
            </PostButton>
          ),
        }))}
      />
      <Actions>
        <LinkButton href={paths.newOffer} kind="primary">
          {s.newOffer}
        </LinkButton>
      </Actions>
    </>
  )
  return listPage(
    call,
    { title: s.offersTitle, body },
    { kind: 'training.practicum_offer', names: null, columns: () => offerColumns(locale), rows: () => offers },
  )
}

const offerForm = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const s = practicumStaffWords[locale]
  const places = call.actor.role === 'coordinator' ? await confirmedPlaces(call) : []
  return page(
    s.newOffer,
    <>
      <BackLink href={paths.offers}>{s.offersTitle}</BackLink>
      <Heading>{s.newOffer}</Heading>
      <Form action={paths.newOffer} token={call.formToken()} form={form} submit={s.offerSave}>
        {call.actor.role === 'coordinator' ? (
          <Select
            form={form}
            name="place_id"
            label={s.place}
            required
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <KindField form={form} />
        <TextField form={form} name="what" label={s.what} hint={s.whatHint} required maxlength={200} />
        <FieldRow>
          <DateField form={form} name="from_day" label={s.fromDay} required />
          <DateField form={form} name="to_day" label={s.toDay} required />
        </FieldRow>
        <NumberField form={form} name="seats" label={s.seats} required min={1} max={50} />
        <TextArea form={form} name="note" label={s.note} maxlength={1000} />
      </Form>
    </>,
    { status },
  )
}

const KindField = ({ form }: { form: FormState }) => (
  <Radios
    form={form}
    name="kind"
    label={practicumStaffWords[form.locale].kind}
    required
    inline
    choices={practicumKinds.map((value) => ({ value, label: practicumWords[form.locale].kinds[value] }))}
  />
)

const offerSchema = z.object({
  place_id: z.string().default(''),
  kind: z.enum(practicumKinds),
  what: z.string().trim().min(1).max(200),
  from_day: z.iso.date().transform(day),
  to_day: z.iso.date().transform(day),
  seats: z.coerce.number().int().min(1).max(50),
  note: z.string().trim().max(1000).default(''),
})

const offer = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const s = practicumStaffWords[locale]
  const parsed = offerSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const labels = {
      place_id: s.place,
      kind: s.kind,
      what: s.what,
      from_day: s.fromDay,
      to_day: s.toDay,
      seats: s.seats,
      note: s.note,
    }
    return offerForm(call, refusedForm(locale, call.form.values, formErrors(parsed.error, labels, locale)), 422)
  }
  const { place_id: placeId, from_day: fromDay, to_day: toDay, ...rest } = parsed.data
  const offered = await offerPracticum(call, { ...rest, placeId, fromDay, toDay })
  if (offered.ok) return redirect(paths.offers, s.offered)
  const errors = offered.error.map(({ kind }) => ({
    field: kind === 'place_unknown' ? 'place_id' : 'to_day',
    message: s.offerBlockers[kind],
  }))
  return offerForm(call, refusedForm(locale, call.form.values, errors), 409)
}

const withdraw = async (call: Call): Promise<Reply> =>
  (await withdrawPracticumOffer(call, call.param('id')))
    ? redirect(paths.offers, practicumStaffWords[call.reader.locale].withdrawn)
    : notFound()

const proposePage = async (call: Call, enrolment: Enrolment, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const s = practicumStaffWords[locale]
  const { programmeId } = call.actor
  const places = await confirmedPlaces(call)
  const offers = (await practicumOffers(call.tx, call.actor, { openOn: call.today })).filter(
    ({ taken, seats }) => taken < seats,
  )
  const companions: Called[] = await personsInRole(call.tx, programmeId, ['companion', 'coordinator'])
  return page(
    s.propose,
    <>
      <BackLink href={trainingStaffPaths.enrolment(enrolment.id)}>{s.enrolment}</BackLink>
      <Heading above={s.propose}>
        <Name name={enrolment.name} kana={enrolment.kana} />
      </Heading>
      <Lead>{s.proposeLead}</Lead>
      <Form action={paths.new(enrolment.id)} token={call.formToken()} form={form} submit={s.proposeSave}>
        <KindField form={form} />
        <Select
          form={form}
          name="offer_id"
          label={s.offer}
          blank={s.offerNone}
          options={offers.map(({ id, placeName, what }) => ({ value: id, label: `${placeName} ${what}` }))}
        />
        <Select
          form={form}
          name="place_id"
          label={s.place}
          unmarked
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          form={form}
          name="companion_id"
          label={s.companion}
          blank={s.companionNone}
          options={companions.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DayFields form={form} locale={locale} />
        <TextArea form={form} name="goals" label={practicumWords[locale].goals} maxlength={2000} />
      </Form>
    </>,
    { status },
  )
}

const showPropose = async (call: Call): Promise<Reply> => {
  const enrolment = await enrolmentFor(call.tx, call.actor, call.param('enrolmentId'))
  return enrolment ? proposePage(call, enrolment, blankForm(call.reader.locale, { kind: 'practicum' })) : notFound()
}

const empty = (value: unknown): unknown => (value === '' ? null : value)

const proposeSchema = z.object({
  kind: z.enum(practicumKinds),
  offer_id: z.preprocess(empty, z.uuid().nullable().default(null)),
  place_id: z.preprocess(empty, z.uuid().nullable().default(null)),
  companion_id: z.preprocess(empty, z.uuid().nullable().default(null)),
  ...dayShape,
  goals: z.string().max(2000).default(''),
})

const propose = async (call: Call): Promise<Reply> => {
  const enrolment = await enrolmentFor(call.tx, call.actor, call.param('enrolmentId'))
  if (!enrolment) return notFound()
  const { locale } = call.reader
  const s = practicumStaffWords[locale]
  const refused = (errors: { field: string; message: string }[], status: number) =>
    proposePage(call, enrolment, refusedForm(locale, call.form.values, errors), status)
  const parsed = proposeSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const labels = { kind: s.kind, place_id: s.place, day: s.day, from: s.from, until: s.until }
    return refused(formErrors(parsed.error, labels, locale), 422)
  }
  const stretch = stretchOf(parsed.data, call.zone)
  if (!stretch) return refused([{ field: 'until', message: s.proposeBlockers.days_reversed }], 422)
  const { kind, goals, offer_id: offerId, companion_id: companionId } = parsed.data
  const [chosen] = offerId ? await practicumOffers(call.tx, call.actor, { id: offerId }) : []
  const placeId = chosen?.placeId ?? parsed.data.place_id ?? ''
  const place = placeId === '' ? null : await findPlace(call.tx, call.actor.programmeId, placeId)
  if (!place) return refused([{ field: 'place_id', message: s.proposeBlockers.place_unknown }], 422)
  const wish = { enrolmentId: enrolment.id, kind, placeId, offerId, companionId, goals, days: [stretch] }
  const proposed = await proposePracticum(call, wish)
  if (!proposed) return notFound()
  if (proposed.ok) return redirect(paths.practicum(proposed.value), s.proposed)
  const fields = { place_unknown: 'place_id', companion_unknown: 'companion_id', offer_full: 'offer_id' } as const
  return refused(
    proposed.error.map((one) => ({
      field: one.kind === 'time_is_taken' ? 'from' : one.kind === 'not_taking' ? '' : fields[one.kind],
      message: s.proposeBlockers[one.kind],
    })),
    409,
  )
}

const coordinator = ['coordinator'] as const

/** What places offer, and what staff propose to people. */
export const practicumPlanRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.offers, who: hosts, reach: reachOffers, handle: offersPage }),
  memberRoute({
    method: 'GET',
    path: paths.newOffer,
    who: hosts,
    reach: reachOffers,
    handle: (call) => offerForm(call, blankForm(call.reader.locale, { kind: 'practicum', seats: '1' })),
  }),
  memberRoute({ method: 'POST', path: paths.newOffer, who: hosts, reach: reachOffers, handle: offer }),
  memberRoute({ method: 'POST', path: paths.withdraw(':id'), who: hosts, reach: reachOffers, handle: withdraw }),
  memberRoute({
    method: 'GET',
    path: paths.new(':enrolmentId'),
    who: coordinator,
    reach: 'the programme',
    handle: showPropose,
  }),
  memberRoute({
    method: 'POST',
    path: paths.new(':enrolmentId'),
    who: coordinator,
    reach: 'the programme',
    handle: propose,
  }),
]

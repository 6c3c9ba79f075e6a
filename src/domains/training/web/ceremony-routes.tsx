import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { instantAt, parseMinute } from '#kernel/time.ts'
import { type Call, notFound, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { instantCell, listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { formatSpan } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  Actions,
  BackLink,
  blankForm,
  Checkboxes,
  DateField,
  EmptyState,
  FieldRow,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Name,
  Notice,
  PostButton,
  refusedForm,
  Section,
  StatusTag,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { answerCeremony, askToCeremony, callOffCeremony, planCeremony } from '../actions/ceremony.ts'
import {
  type Ceremony,
  findCeremony,
  type Guest,
  guestAnswers,
  guestsOf,
  listCeremonies,
  mayBeAsked,
} from '../data/ceremonies.ts'
import { ceremonyWords } from './ceremony-words.ts'
import { credentialPaths as paths } from './credential-paths.ts'

const who = ['coordinator'] as const
const reach = 'the programme'

const minute = z.iso.time().transform((typed) => parseMinute(typed.slice(0, 5)) ?? 0)
const schema = z.object({
  day: z.iso.date().transform(day),
  from: minute,
  to: minute,
  place: z.string().min(1).max(120),
  note: z.string().max(400).default(''),
})

const ceremoniesPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const t = ceremonyWords[locale]
  const all = await listCeremonies(call.tx, call.actor.programmeId)
  const body = (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {all.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <List
        items={all.map((one) => ({
          title: formatSpan(one.startsAt, one.endsAt, call.zone, locale),
          href: paths.ceremony(one.id),
          lines: [one.place],
          tag: one.cancelledAt ? <StatusTag tone="ended">{t.calledOff}</StatusTag> : null,
        }))}
      />
      <Section title={t.plan}>
        <Form action={paths.ceremonies} token={call.formToken()} form={form} submit={t.save}>
          <DateField form={form} name="day" label={t.day} required min={call.today} />
          <FieldRow>
            <TimeField form={form} name="from" label={t.from} required />
            <TimeField form={form} name="to" label={t.to} required />
          </FieldRow>
          <TextField form={form} name="place" label={t.place} required maxlength={120} />
          <TextArea form={form} name="note" label={t.note} maxlength={400} rows={3} />
        </Form>
      </Section>
    </>
  )
  return listPage(
    call,
    { title: t.title, body, status },
    {
      kind: 'training.ceremony',
      names: null,
      columns: () => [
        { head: t.from, text: (one: Ceremony) => instantCell(one.startsAt, call.zone) },
        { head: t.to, text: (one: Ceremony) => instantCell(one.endsAt, call.zone) },
        { head: t.place, text: (one: Ceremony) => one.place },
        { head: listWords[locale].state, text: (one: Ceremony) => (one.cancelledAt ? t.calledOff : '') },
      ],
      rows: () => all,
    },
  )
}

const plan = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = ceremonyWords[locale]
  const parsed = schema.safeParse(call.form.values)
  const labels = { day: t.day, from: t.from, to: t.to, place: t.place, note: t.note }
  const errors = parsed.success
    ? parsed.data.from < parsed.data.to
      ? []
      : [{ field: 'to', message: t.endFirst }]
    : formErrors(parsed.error, labels, locale)
  if (!parsed.success || errors.length > 0) {
    return ceremoniesPage(call, refusedForm(locale, call.form.values, errors), 422)
  }
  const { day: on, from, to, place, note } = parsed.data
  const at = (minutes: number): Date => instantAt(on, minutes, call.zone)
  const id = await planCeremony(call, { startsAt: at(from), endsAt: at(to), place, note })
  return redirect(paths.ceremony(id), t.saved)
}

const onePage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = ceremonyWords[locale]
  const one = await findCeremony(tx, actor.programmeId, call.param('id'))
  if (!one) return notFound()
  const candidates = one.cancelledAt ? [] : await mayBeAsked(tx, actor.programmeId, one.id)
  const guests = await guestsOf(tx, actor.programmeId, one.id)
  const body = (
    <>
      <BackLink href={paths.ceremonies}>{t.back}</BackLink>
      <Heading above={one.place}>{formatSpan(one.startsAt, one.endsAt, call.zone, locale)}</Heading>
      {one.cancelledAt && <Notice tone="attention">{t.calledOff}</Notice>}
      {one.note && <p>{one.note}</p>}
      <Guests call={call} ceremony={one} guests={guests} />
      {candidates.length > 0 && (
        <Section title={t.ask}>
          <Form action={paths.askGuests(one.id)} token={call.formToken()} form={form} submit={t.ask}>
            <Checkboxes
              form={form}
              name="people"
              label={t.askWhom}
              choices={candidates.map(({ id, name, kana }) => ({ value: id, label: <Name name={name} kana={kana} /> }))}
            />
          </Form>
        </Section>
      )}
      {!one.cancelledAt && (
        <PostButton action={paths.callOff(one.id)} token={call.formToken()} kind="careful">
          {t.callOff}
        </PostButton>
      )}
    </>
  )
  const answer = { head: t.answer, text: (guest: Guest) => (guest.answer ? t.answers[guest.answer] : t.waiting) }
  return listPage(
    call,
    { title: t.title, body, status },
    {
      kind: 'training.ceremony',
      id: one.id,
      names: onePerson,
      columns: () => [...nameColumns(locale), answer],
      rows: () => guests,
    },
  )
}

const Guests = ({ call, ceremony, guests }: { call: Call; ceremony: Ceremony; guests: readonly Guest[] }) => {
  const t = ceremonyWords[call.reader.locale]
  return (
    <Section title={t.guests}>
      {guests.length === 0 && <EmptyState>{t.noGuests}</EmptyState>}
      <List
        items={guests.map((guest) => ({
          title: <Name name={guest.name} kana={guest.kana} />,
          lines: [guest.answer ? t.answers[guest.answer] : t.waiting],
          action: ceremony.cancelledAt ? null : (
            <Actions>
              {guestAnswers
                .filter((answer) => answer !== guest.answer)
                .map((answer) => (
                  <PostButton
                    action={paths.answerOfGuest(ceremony.id, guest.personId)}
                    token={call.formToken()}
                    kind="quiet"
                    fields={{ answer }}
                  >
                    {t.recordAs[answer]}
                  </PostButton>
                ))}
            </Actions>
          ),
        }))}
      />
    </Section>
  )
}

const ask = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = ceremonyWords[locale]
  const people = call.form.list('people').filter(isUuid)
  if (people.length === 0) {
    return onePage(call, refusedForm(locale, call.form.values, [{ field: 'people', message: t.chooseOne }]), 422)
  }
  const asked = await askToCeremony(call, call.param('id'), people)
  return asked === null ? notFound() : redirect(paths.ceremony(call.param('id')), t.asked)
}

const record = async (call: Call): Promise<Reply> => {
  const answer = guestAnswers.find((one) => one === call.form.text('answer'))
  const id = call.param('id')
  const said = answer && { personId: call.param('personId'), answer, told: 'phone' as const }
  const done = said && (await answerCeremony(call, id, said))
  return done ? redirect(paths.ceremony(id), ceremonyWords[call.reader.locale].recorded) : notFound()
}

const callOff = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const done = await callOffCeremony(call, id)
  return done ? redirect(paths.ceremony(id), ceremonyWords[call.reader.locale].calledOffDone) : notFound()
}

/** The recognition ceremony: when, where, who comes. */
export const ceremonyRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.ceremonies,
    who,
    reach,
    handle: (call) => ceremoniesPage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.ceremonies, who, reach, handle: plan }),
  memberRoute({
    method: 'GET',
    path: paths.ceremony(':id'),
    who,
    reach,
    handle: (call) => onePage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.askGuests(':id'), who, reach, handle: ask }),
  memberRoute({ method: 'POST', path: paths.answerOfGuest(':id', ':personId'), who, reach, handle: record }),
  memberRoute({ method: 'POST', path: paths.callOff(':id'), who, reach, handle: callOff }),
]

import { type Called, folded, namesOf, peoplePaths } from '#domains/people/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  DateField,
  FilterForm,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Name,
  Radios,
  refusedForm,
  TextField,
} from '#ui/index.ts'
import { endRegistration, register } from '../actions/register.ts'
import { endReasons, endRefusalFrom, isEndReason, missingFrom } from '../core/registering.ts'
import { findSupporter, listUnregistered } from '../data/supporters.ts'
import { lifePaths } from './life-paths.ts'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
const shownAtMost = 50

const newPage = async (call: Call, form: FormState, status = 200, whom: Called | null = null): Promise<Reply> => {
  const { locale } = call.reader
  const t = registrationWords[locale]
  const search = call.query.get('q') ?? ''
  const wanted = folded(search)
  const people = (await listUnregistered(call.tx, call.actor.programmeId, call.today))
    .filter((one) => [one.name, one.kana].some((name) => folded(name).includes(wanted)))
    .slice(0, shownAtMost)
  return page(
    t.add,
    <>
      <BackLink href={paths.list}>{t.back}</BackLink>
      <Heading>{t.add}</Heading>
      <Lead>{t.registerLead}</Lead>
      {whom && (
        <LinkButton kind="primary" href={lifePaths.of(whom.id)}>
          {t.toLife(spoken(whom))}
        </LinkButton>
      )}
      <LinkButton href={peoplePaths.newPerson}>{t.addPerson}</LinkButton>
      <FilterForm action={paths.newSupporter} submit={t.find}>
        <TextField
          form={blankForm(locale, { q: search }, 'find')}
          name="q"
          label={t.search}
          type="search"
          unmarked
          maxlength={60}
        />
      </FilterForm>
      {people.length === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <Form action={paths.newSupporterSearch(search)} token={call.formToken()} form={form} submit={t.register}>
          <Radios
            form={form}
            name="person"
            label={t.chooseOne}
            required
            choices={people.map((one) => ({ value: one.id, label: <Name name={one.name} kana={one.kana} /> }))}
          />
          <DateField form={form} name="on" label={t.on} required max={call.today} />
        </Form>
      )}
    </>,
    { status },
  )
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = registrationWords[locale]
  const refused = (field: string, kind: keyof typeof t.refusals, status: number) =>
    newPage(call, refusedForm(locale, call.form.values, [{ field, message: t.refusals[kind] }]), status)
  const personId = call.form.text('person')
  const on = parseDay(call.form.text('on'))
  if (!isUuid(personId)) return refused('person', 'nobody', 422)
  if (!on) return refused('on', 'day_ahead', 422)
  const registered = await register(call, personId, on)
  if (!registered) return notFound()
  if (registered.ok) return redirect(paths.supporter(personId), t.registered)
  const errors = registered.error.map(missingFrom).map((kind) => ({
    field: kind === 'day_ahead' ? 'on' : 'person',
    message: t.refusals[kind],
  }))
  const whom = (await namesOf(call.tx, call.actor.programmeId, [personId])).get(personId) ?? null
  return newPage(call, refusedForm(locale, call.form.values, errors), 409, whom)
}

const endPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const t = registrationWords[locale]
  const id = call.param('id')
  const called = (await namesOf(call.tx, call.actor.programmeId, [id])).get(id)
  if (!called) return notFound()
  return page(
    t.end,
    <>
      <BackLink href={paths.supporter(id)}>{t.backToSupporter}</BackLink>
      <Heading above={spoken(called)}>{t.end}</Heading>
      <Lead>{t.endLead}</Lead>
      <p>{t.endAfter}</p>
      <Form action={paths.end(id)} token={call.formToken()} form={form} submit={t.end} submitKind="careful">
        <Radios
          form={form}
          name="reason"
          label={t.endReason}
          required
          choices={endReasons.map((value) => ({ value, label: t.endReasons[value] }))}
        />
      </Form>
    </>,
    { status },
  )
}

const showEnd = async (call: Call): Promise<Reply> => {
  const supporter = await findSupporter(call.tx, call.actor.programmeId, call.param('id'))
  return supporter && supporter.personId !== call.actor.personId
    ? endPage(call, blankForm(call.reader.locale))
    : notFound()
}

const end = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = registrationWords[locale]
  const typed = call.form.text('reason')
  const ended = await endRegistration(call, call.param('id'), isEndReason(typed) ? typed : null)
  if (!ended) return notFound()
  if (ended.ok) return redirect(paths.supporter(call.param('id')), t.ended)
  const errors = ended.error.map((one) => ({ field: 'reason', message: t.refusals[endRefusalFrom(one)] }))
  return endPage(call, refusedForm(locale, call.form.values, errors), 409)
}

/** Registering, and the end of a registration. */
export const registeringRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.newSupporter,
    who,
    reach,
    handle: (call) => newPage(call, blankForm(call.reader.locale, { on: call.today })),
  }),
  memberRoute({ method: 'POST', path: paths.newSupporter, who, reach, handle: add }),
  memberRoute({ method: 'GET', path: paths.end(':id'), who, reach, handle: showEnd }),
  memberRoute({ method: 'POST', path: paths.end(':id'), who, reach, handle: end }),
]

import {
  chosenConsents,
  namesOf,
  peoplePaths,
  personsInRole,
  sayConsents,
  type Telling,
  toldAt,
  toldLabels,
  toldSchema,
} from '#domains/people/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import type { Result } from '#kernel/result.ts'
import { instantAt, parseMinute } from '#kernel/time.ts'
import { type Call, type Later, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  type FieldError,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Notice,
  refusedForm,
} from '#ui/index.ts'
import { applyToRegister, arrangeTalk, withdrawApplication } from '../actions/apply.ts'
import { leave, stayAfterAll } from '../actions/leave.ts'
import { register } from '../actions/register.ts'
import { answerRenewal } from '../actions/renew.ts'
import { type ShownLife, showLife } from '../actions/show-life.ts'
import { missingFrom } from '../core/registering.ts'
import { newestApplication } from '../data/applications.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { consentsSoFar } from './consents-so-far.ts'
import { LifeFacts } from './life-view.tsx'
import { lifeWords } from './life-words.ts'
import { answeredOf } from './own-life-routes.tsx'
import { registrationPaths } from './paths.ts'
import { printApplication } from './print-application.ts'
import { printCard } from './print-card.ts'
import { printThanks } from './print-thanks.ts'
import { Beginning, Staying } from './staff-life-forms.tsx'
import { registrationWords } from './staff-words.ts'

const coordinator = ['coordinator'] as const
const followers = ['coordinator', 'companion'] as const
const programme = 'the programme'
const followed = 'the programme (coordinator), those whom they follow'

interface Again {
  form?: FormState
  problem?: string
  status?: number
}

const onePage = async (call: Call, again: Again = {}): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const id = call.param('personId')
  const shown = id === actor.personId ? null : await showLife(call, id)
  const called = (await namesOf(tx, actor.programmeId, [id])).get(id)
  if (!shown || !called) return notFound()
  const { status } = shown.standing
  const coordinates = actor.role === 'coordinator'
  const hasApplied = (await newestApplication(tx, actor.programmeId, id)) !== null
  const consents = coordinates ? await consentsSoFar(call, id) : {}
  const forms = { call, id, shown, refused: again.form ?? null, consents }
  return page(
    lifeWords[locale].title,
    <>
      {coordinates && <BackLink href={paths.applications}>{t.back}</BackLink>}
      <Heading above={spoken(called)}>{lifeWords[locale].title}</Heading>
      <Lead>{status ? lifeWords[locale].statuses[status] : lifeWords[locale].none}</Lead>
      {again.problem && <Notice tone="attention">{again.problem}</Notice>}
      <Links call={call} shown={shown} hasApplied={hasApplied} />
      <LifeFacts locale={locale} zone={call.zone} shown={shown} />
      {coordinates && <Beginning forms={forms} staff={await staffOf(call)} />}
      <Staying forms={forms} />
    </>,
    { status: again.status ?? 200 },
  )
}

const Links = ({ call, shown, hasApplied }: { call: Call; shown: ShownLife; hasApplied: boolean }) => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const begins = shown.nextCard?.opened.paper.validFrom
  const { personId: id, status, supporter } = shown.standing
  const coordinates = call.actor.role === 'coordinator'
  return (
    <Actions>
      {supporter && <LinkButton href={registrationPaths.supporter(id)}>{t.sheet}</LinkButton>}
      {shown.card && <LinkButton href={paths.cardOf(id)}>{t.card}</LinkButton>}
      {begins && (
        <LinkButton href={paths.nextCardOf(id)}>{lifeWords[locale].nextCard(formatDayLong(begins, locale))}</LinkButton>
      )}
      {coordinates && <LinkButton href={paths.cards(id)}>{t.cardsLink}</LinkButton>}
      {coordinates && hasApplied && <LinkButton href={paths.applicationOf(id)}>{t.application}</LinkButton>}
      {(status === 'leaving' || status === 'ended') && <LinkButton href={paths.thanksFor(id)}>{t.thanks}</LinkButton>}
      <LinkButton href={peoplePaths.person(id)}>{t.person}</LinkButton>
    </Actions>
  )
}

const staffOf = ({ tx, actor }: Call) => personsInRole(tx, actor.programmeId, ['coordinator', 'companion'])

const again = (call: Call, name: string, errors: readonly FieldError[], status: number): Promise<Reply> =>
  onePage(call, { form: refusedForm(call.reader.locale, call.form.values, errors, name), status })

const problem = (call: Call, message: string): Promise<Reply> => onePage(call, { problem: message, status: 409 })

const viaOf = (call: Call) => {
  const { locale } = call.reader
  const parsed = toldSchema(locale, call.today).pick({ via: true }).safeParse(call.form.values)
  return parsed.success
    ? { via: parsed.data.via, errors: [] }
    : { via: null, errors: formErrors(parsed.error, toldLabels(locale), locale) }
}

const applyFor = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('personId')
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  const errors = [
    ...(told.error ? formErrors(told.error, toldLabels(locale), locale) : []),
    ...(call.form.text('consent') === 'yes'
      ? []
      : [{ field: 'consent', message: lifeStaffWords[locale].consentMissing }]),
  ]
  if (!told.success || errors.length > 0) return again(call, 'apply', errors, 422)
  const heard = { via: told.data.via, at: toldAt(told.data, call) }
  const applied = await applyToRegister(call, id, { words: call.form.text('words').slice(0, 2000), told: heard })
  if (!applied) return notFound()
  if (!applied.ok) return problem(call, lifeWords[locale].refusals.not_now)
  const chosen = chosenConsents((name) => call.form.list(name))
  const said = await sayConsents(call, id, chosen, heard)
  if (!said.ok) return again(call, 'apply', [{ field: 'told_on', message: lifeStaffWords[locale].saidSince }], 409)
  return redirect(paths.of(id), lifeStaffWords[locale].applySaved)
}

const talk = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const id = call.param('personId')
  const on = parseDay(call.form.text('day'))
  const minute = parseMinute(call.form.text('time'))
  const place = call.form.text('place').slice(0, 120)
  const staff = (await staffOf(call)).find((one) => one.id === call.form.text('with'))
  if (!on || on < call.today || minute === null || place === '' || !staff) {
    const errors = [
      ...(on && on >= call.today ? [] : [{ field: 'day', message: lifeWords[locale].refusals.day_gone }]),
      ...(minute === null ? [{ field: 'time', message: t.time }] : []),
      ...(place === '' ? [{ field: 'place', message: t.place }] : []),
      ...(staff ? [] : [{ field: 'with', message: t.with }]),
    ]
    return again(call, 'talk', errors, 422)
  }
  const arranged = await arrangeTalk(call, id, { at: instantAt(on, minute, call.zone), place, with: staff.id })
  if (!arranged) return notFound()
  return arranged.ok ? redirect(paths.of(id), t.talkSaved) : problem(call, lifeWords[locale].refusals.not_now)
}

const registerNow = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const id = call.param('personId')
  const registered = await register(call, id, call.today)
  if (!registered) return notFound()
  if (registered.ok) return redirect(paths.of(id), t.registered)
  const { refusals } = registrationWords[locale]
  return problem(call, registered.error.map((one) => refusals[missingFrom(one)]).join(' '))
}

const answerFor = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('personId')
  const { via, errors } = viaOf(call)
  const { renewal } = (await showLife(call, id))?.standing ?? {}
  if (!renewal) return notFound()
  const said = answeredOf(call, renewal.year)
  const t = lifeStaffWords[locale]
  const missing = said ? errors : [{ field: 'answer', message: t.answer }, ...errors]
  if (!said || !via) return again(call, 'answer', missing, 422)
  const answered = await answerRenewal(call, id, said, via)
  if (!answered) return notFound()
  return answered.ok ? redirect(paths.of(id), t.answerSaved) : problem(call, lifeWords[locale].refusals.not_now)
}

const leaveFor = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  const id = call.param('personId')
  const { via, errors } = viaOf(call)
  const lastDay = parseDay(call.form.text('last_day'))
  if (!lastDay || !via) {
    const gone = lastDay ? [] : [{ field: 'last_day', message: t.refusals.day_gone }]
    return again(call, 'leave', [...gone, ...errors], 422)
  }
  const left = await leave(call, id, lastDay, via)
  if (!left) return notFound()
  if (left.ok) return redirect(paths.of(id), lifeStaffWords[locale].saved)
  const kind = left.error[0]?.kind
  const message = kind === 'day_gone' || kind === 'beyond_term' ? t.refusals[kind] : t.refusals.not_now
  return again(call, 'leave', [{ field: 'last_day', message }], 409)
}

/** One step as somebody told it, with how they did. */
const told =
  (name: string, work: (call: Call, id: string, via: Telling) => Promise<Result<null, unknown> | null>) =>
  async (call: Call): Promise<Reply> => {
    const { locale } = call.reader
    const id = call.param('personId')
    const { via, errors } = viaOf(call)
    if (!via) return again(call, name, errors, 422)
    const done = await work(call, id, via)
    if (!done) return notFound()
    return done.ok
      ? redirect(paths.of(id), lifeStaffWords[locale].saved)
      : problem(call, lifeWords[locale].refusals.not_now)
  }

// Nobody prints their own paper by the way of a second role.
const aboutSomebodyElse = (print: (call: Call, personId: string) => Promise<Reply | Later>) => async (call: Call) => {
  const id = call.param('personId')
  return id === call.actor.personId ? notFound() : print(call, id)
}

const one = ':personId'

/** Staff and the registrations of others: the talk, registering, answers as told. */
export const staffLifeRoutes = (origin: () => string): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: paths.of(one),
    who: followers,
    reach: followed,
    handle: (call) => onePage(call),
  }),
  memberRoute({
    method: 'GET',
    path: paths.cardOf(one),
    who: followers,
    reach: followed,
    handle: aboutSomebodyElse((call, id) => printCard(call, id, origin)),
  }),
  memberRoute({
    method: 'GET',
    path: paths.applicationOf(one),
    who: coordinator,
    reach: programme,
    handle: aboutSomebodyElse(printApplication),
  }),
  memberRoute({
    method: 'GET',
    path: paths.thanksFor(one),
    who: followers,
    reach: followed,
    handle: aboutSomebodyElse(printThanks),
  }),
  memberRoute({ method: 'POST', path: paths.applyFor(one), who: coordinator, reach: programme, handle: applyFor }),
  memberRoute({ method: 'POST', path: paths.talk(one), who: coordinator, reach: programme, handle: talk }),
  memberRoute({ method: 'POST', path: paths.register(one), who: coordinator, reach: programme, handle: registerNow }),
  memberRoute({
    method: 'POST',
    path: paths.withdrawFor(one),
    who: coordinator,
    reach: programme,
    handle: told('withdraw', withdrawApplication),
  }),
  memberRoute({ method: 'POST', path: paths.answerFor(one), who: followers, reach: followed, handle: answerFor }),
  memberRoute({ method: 'POST', path: paths.leaveFor(one), who: followers, reach: followed, handle: leaveFor }),
  memberRoute({
    method: 'POST',
    path: paths.stayFor(one),
    who: followers,
    reach: followed,
    handle: told('stay', stayAfterAll),
  }),
]

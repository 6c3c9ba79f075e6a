import { z } from 'zod'
import { toldLabels, toldSchema } from '#domains/people/index.ts'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { instantAt, parseMinute } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage, onePerson } from '#platform/http/list-page.tsx'
import { type MemberRoute, memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { Actions, CrisisCard, type FieldError, Heading, Lead, LinkButton, Notice, refusedForm } from '#ui/index.ts'
import { endDay, writeDiary, writePlaceWords } from '../actions/practicum-day.ts'
import { reachablePracticums, type SeenPracticum, showPracticum } from '../actions/see-practicum.ts'
import { addPracticumDay, agreePracticum, sideOf, stepPracticum, writeGoals } from '../actions/step-practicum.ts'
import { practicumStatuses } from '../core/practicum-status.ts'
import { versionOf } from './form-values.ts'
import { practicumColumns, PracticumList } from './practicum-list.tsx'
import type { Looking } from './practicum-model.ts'
import { PracticumPage } from './practicum-page.tsx'
import { practicumPaths as paths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { type PracticumRefusal, practicumWords } from './practicum-words.ts'

const everybody = ['trainee', 'supporter', 'host', 'companion', 'supervisor', 'coordinator'] as const
const sides = ['trainee', 'supporter', 'host', 'coordinator'] as const
const planners = ['trainee', 'supporter', 'coordinator'] as const
const reach =
  'own; own place from the person’s yes until some days after; runs one looks after; coordinator: the programme'

const looking = (call: Call, practicum: SeenPracticum): Looking => {
  const side = sideOf(call, practicum)
  return side === 'staff' ? 'coordinator' : (side ?? 'staff')
}

interface Refusal {
  /** The form it belongs to; 'step' for a press without fields. */
  id: string
  errors: readonly FieldError[]
  status: number
}

const practicumPage = async (call: Call, refusal: Refusal | null = null): Promise<Reply> => {
  const { locale } = call.reader
  const practicum = await showPracticum(call, call.param('id'))
  if (!practicum) return notFound()
  const { programme } = call
  return page(
    practicumWords[locale].kinds[practicum.kind],
    <PracticumPage
      page={{
        locale,
        zone: call.zone,
        now: call.now,
        practicum,
        as: looking(call, practicum),
        refused: refusal && {
          id: refusal.id,
          form: refusedForm(locale, call.form.values, refusal.errors, refusal.id),
        },
        token: call.formToken,
        crisis: { text: programme.crisisCard, phone: programme.contactPhone, hours: programme.contactHours },
      }}
    />,
    { status: refusal?.status ?? 200 },
  )
}

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = practicumWords[locale]
  const practicums = await reachablePracticums(call)
  const { role } = call.actor
  const body = (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <PracticumList
        locale={locale}
        zone={call.zone}
        practicums={practicums}
        own={role === 'trainee' || role === 'supporter'}
      />
      {role === 'host' || role === 'coordinator' ? (
        <Actions>
          <LinkButton href={paths.offers}>{practicumStaffWords[locale].offersTitle}</LinkButton>
        </Actions>
      ) : null}
    </>
  )
  return listPage(
    call,
    { title: t.title, body },
    {
      kind: 'training.practicum',
      names: onePerson,
      columns: () => practicumColumns(locale, call.zone),
      rows: () => practicums,
    },
  )
}

const back = (call: Call, flash: string): Reply => redirect(paths.practicum(call.param('id')), flash)

const refused = (
  call: Call,
  id: string,
  blockers: readonly { kind: PracticumRefusal }[],
  field: Partial<Record<PracticumRefusal, string>> = {},
): Promise<Reply> => {
  const { blockers: sentences } = practicumWords[call.reader.locale]
  const errors = blockers.map(({ kind }) => ({ field: field[kind] ?? '', message: sentences[kind] }))
  return practicumPage(call, { id, errors, status: 409 })
}

const invalid = (call: Call, id: string, error: z.ZodError, labels: Record<string, string>): Promise<Reply> =>
  practicumPage(call, { id, errors: formErrors(error, labels, call.reader.locale), status: 422 })

const goals = async (call: Call): Promise<Reply> => {
  const t = practicumWords[call.reader.locale]
  const parsed = z.object({ goals: z.string().trim().min(1).max(2000) }).safeParse(call.form.values)
  if (!parsed.success) return invalid(call, 'goals', parsed.error, { goals: t.goals })
  const written = await writeGoals(call, call.param('id'), parsed.data.goals)
  if (!written) return notFound()
  return written.ok ? back(call, t.goalsSaved) : refused(call, 'goals', written.error)
}

const agree = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const side = call.param('side')
  const practicum = side === 'trainee' || side === 'place' ? await showPracticum(call, call.param('id')) : null
  if (!practicum || (side !== 'trainee' && side !== 'place')) return notFound()
  let told: string | null = null
  if (looking(call, practicum) === 'coordinator') {
    const parsed = toldSchema(locale, call.today).pick({ via: true }).safeParse(call.form.values)
    if (!parsed.success) return invalid(call, `told-${side}`, parsed.error, toldLabels(locale))
    told = parsed.data.via
  }
  const agreed = await agreePracticum(call, practicum.id, { side, told })
  if (!agreed) return notFound()
  return agreed.ok ? back(call, practicumWords[locale].agreed) : refused(call, 'step', agreed.error)
}

export const dayShape = {
  day: z.iso.date().transform(day),
  from: z.iso.time({ precision: -1 }),
  until: z.iso.time({ precision: -1 }),
}

/** The stretch that the fields name; null where it ends before it begins. */
export const stretchOf = (
  typed: { day: CalendarDay; from: string; until: string },
  zone: string,
): { startsAt: Date; endsAt: Date } | null => {
  const [from, until] = [parseMinute(typed.from), parseMinute(typed.until)]
  if (from === null || until === null || from >= until) return null
  return { startsAt: instantAt(typed.day, from, zone), endsAt: instantAt(typed.day, until, zone) }
}

const addDay = async (call: Call): Promise<Reply> => {
  const s = practicumStaffWords[call.reader.locale]
  const parsed = z.object(dayShape).safeParse(call.form.values)
  if (!parsed.success) return invalid(call, 'day', parsed.error, { day: s.day, from: s.from, until: s.until })
  const stretch = stretchOf(parsed.data, call.zone)
  if (!stretch) {
    const errors = [{ field: 'until', message: s.proposeBlockers.days_reversed }]
    return practicumPage(call, { id: 'day', errors, status: 422 })
  }
  const added = await addPracticumDay(call, call.param('id'), stretch)
  if (!added) return notFound()
  return added.ok ? back(call, s.dayAdded) : refused(call, 'day', added.error, { time_is_taken: 'from' })
}

const end = async (call: Call): Promise<Reply> => {
  const dayId = call.param('dayId')
  const to = call.form.text('to') === 'held' ? 'held' : 'cancelled'
  const reason = call.form.text('reason').trim().slice(0, 200)
  const ended = await endDay(call, call.param('id'), dayId, { to, reason, version: versionOf(call.form) })
  if (!ended) return notFound()
  if (ended.ok) return back(call, practicumStaffWords[call.reader.locale].heldSaved)
  return refused(call, to === 'held' ? 'step' : `end-${dayId}`, ended.error, { reason_given: 'reason' })
}

const diary = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const dayId = call.param('dayId')
  const written = await writeDiary(call, call.param('id'), dayId, {
    text: call.form.text('diary').trim().slice(0, 2000),
    shown: call.form.text('show') === 'yes',
    version: versionOf(call.form),
  })
  if (!written) return notFound()
  if (!written.ok) return refused(call, `diary-${dayId}`, written.error)
  return written.value.risk ? heard(call) : back(call, practicumWords[locale].diarySaved)
}

// Words that call for somebody: the numbers at once, on the page that answers.
const heard = (call: Call): Reply => {
  const { locale } = call.reader
  const t = practicumWords[locale]
  const { programme } = call
  return page(
    t.diary,
    <>
      <Notice tone="good">{t.savedRisk}</Notice>
      <CrisisCard
        locale={locale}
        text={programme.crisisCard}
        phone={programme.contactPhone}
        hours={programme.contactHours}
        urgent
      />
      <LinkButton href={paths.practicum(call.param('id'))}>{t.back}</LinkButton>
    </>,
  )
}

const placeWords = async (call: Call): Promise<Reply> => {
  const dayId = call.param('dayId')
  const written = await writePlaceWords(call, call.param('id'), dayId, {
    text: call.form.text('words').trim().slice(0, 2000),
    version: versionOf(call.form),
  })
  if (!written) return notFound()
  return written.ok
    ? back(call, practicumStaffWords[call.reader.locale].wordsSaved)
    : refused(call, `words-${dayId}`, written.error)
}

const step = async (call: Call): Promise<Reply> => {
  const t = practicumWords[call.reader.locale]
  const to = practicumStatuses.find((one) => one === call.form.text('to'))
  if (!to) return notFound()
  const reason = call.form.text('reason').trim().slice(0, 200)
  const taken = await stepPracticum(call, call.param('id'), { to, reason })
  if (!taken) return notFound()
  if (!taken.ok) return refused(call, to === 'agreed' ? 'status' : 'step', taken.error, { reason_given: 'reason' })
  // Whoever called it off as a place sees it no more.
  return to === 'cancelled' ? redirect(paths.list, t.calledOff) : back(call, t.done)
}

const post = (path: string, who: MemberRoute['who'], handle: MemberRoute['handle']): RouteSpec =>
  memberRoute({ method: 'POST', path, who, reach, handle })

export const practicumRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.list, who: everybody, reach, handle: list }),
  memberRoute({
    method: 'GET',
    path: paths.practicum(':id'),
    who: everybody,
    reach,
    handle: (call) => practicumPage(call),
  }),
  post(paths.goals(':id'), planners, goals),
  post(paths.agreement(':id', ':side'), sides, agree),
  post(paths.days(':id'), ['coordinator'], addDay),
  post(paths.day(':id', ':dayId'), ['companion', 'supervisor', 'coordinator'], end),
  post(paths.diary(':id', ':dayId'), ['trainee', 'supporter'], diary),
  post(paths.words(':id', ':dayId'), ['host', 'coordinator'], placeWords),
  post(paths.status(':id'), sides, step),
]

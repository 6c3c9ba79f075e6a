import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import type { TodayCard } from '#platform/http/slice.ts'
import { dayIn } from '#kernel/time.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { erasePerson, inTheWay } from '../actions/erase-person.ts'
import { takeBackWish, wishErasure } from '../actions/wish-erasure.ts'
import { type ErasureSlip, erasureSlips, isErasureGround } from '../core/erasure.ts'
import { openWishes } from '../data/erasure.ts'
import { findPerson } from '../data/persons.ts'
import type { Forgetting } from '../forgetting.ts'
import { ErasurePage } from './erasure-page.tsx'
import { erasureWords } from './erasure-words.ts'
import { peoplePaths } from './paths.ts'
import { toldLabels, toldSchema } from './told-form.tsx'

interface Refused {
  erase?: FormState
  told?: FormState
  status: number
}

const show = async (
  call: Call,
  forgettings: readonly Forgetting[],
  refused: Refused = { status: 200 },
): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const person = await findPerson(call.tx, programmeId, call.param('id'))
  if (!person) return notFound()
  const [wish] = await openWishes(call.tx, programmeId, person.id)
  return page(
    erasureWords[locale].title,
    <ErasurePage
      locale={locale}
      zone={call.zone}
      person={person}
      wish={wish ?? null}
      stands={await inTheWay(call, person.id, forgettings)}
      eraseForm={refused.erase ?? blankForm(locale, {}, 'erase')}
      toldForm={refused.told ?? blankForm(locale, {}, 'told')}
      token={call.formToken}
    />,
    { status: refused.status },
  )
}

const fieldOf: Record<ErasureSlip, string> = { ground_missing: 'ground', name_differs: 'name' }

const erase = async (call: Call, forgettings: readonly Forgetting[]): Promise<Reply> => {
  const { locale } = call.reader
  const t = erasureWords[locale]
  const id = call.param('id')
  const person = await findPerson(call.tx, call.actor.programmeId, id)
  if (!person) return notFound()
  const refuse = (errors: FieldError[], status: number) =>
    show(call, forgettings, { erase: refusedForm(locale, call.form.values, errors, 'erase'), status })
  const ground = call.form.text('ground')
  const slips = erasureSlips({ ground, name: call.form.text('name') }, person)
  if (slips.length > 0 || !isErasureGround(ground))
    return refuse(
      slips.map((slip) => ({ field: fieldOf[slip], message: t.slips[slip] })),
      422,
    )
  const erased = await erasePerson(call, id, ground, forgettings)
  if (!erased) return notFound()
  return erased.ok ? redirect(peoplePaths.list, t.done) : refuse([{ field: '', message: t.stillInTheWay }], 409)
}

const noteWish = async (
  call: Call,
  forgettings: readonly Forgetting[],
  act: typeof wishErasure,
  flash: string,
): Promise<Reply> => {
  const { locale } = call.reader
  const told = toldSchema(locale, call.today).pick({ via: true }).safeParse(call.form.values)
  if (!told.success) {
    const errors = formErrors(told.error, toldLabels(locale), locale)
    return show(call, forgettings, { told: refusedForm(locale, call.form.values, errors, 'told'), status: 422 })
  }
  const id = call.param('id')
  return (await act(call, id, told.data.via)) === null ? notFound() : redirect(peoplePaths.erasure(id), flash)
}

const coordinators = { who: ['coordinator'], reach: 'the programme' } as const

/** Erasing a record for good, and writing down that somebody asked for it. */
export const erasureRoutes = ({ forgettings }: { forgettings: readonly Forgetting[] }): RouteSpec[] => [
  memberRoute({
    ...coordinators,
    method: 'GET',
    path: peoplePaths.erasure(':id'),
    handle: (call) => show(call, forgettings),
  }),
  memberRoute({
    ...coordinators,
    method: 'POST',
    path: peoplePaths.erasure(':id'),
    handle: (call) => erase(call, forgettings),
  }),
  memberRoute({
    ...coordinators,
    method: 'POST',
    path: peoplePaths.erasureWish(':id'),
    handle: (call) => noteWish(call, forgettings, wishErasure, erasureWords[call.reader.locale].recorded),
  }),
  memberRoute({
    ...coordinators,
    method: 'POST',
    path: peoplePaths.endErasureWish(':id'),
    handle: (call) => noteWish(call, forgettings, takeBackWish, erasureWords[call.reader.locale].takenBack),
  }),
]

/** Who waits for an answer about their record. */
export const erasureToday = async (call: Call): Promise<TodayCard[]> => {
  const { locale } = call.reader
  const t = erasureWords[locale]
  const wishes = await openWishes(call.tx, call.actor.programmeId)
  if (wishes.length === 0) return []
  const lines = wishes.map((wish) => ({
    person: wish,
    text: t.todayLine,
    href: peoplePaths.erasure(wish.personId),
    note: formatDay(dayIn(wish.at, call.zone), locale),
  }))
  return [{ title: t.todayTitle, lines, empty: '' }]
}

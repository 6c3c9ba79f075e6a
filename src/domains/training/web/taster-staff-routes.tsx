import { isTelling, listPersons } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { instantCell, listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { addTaster, cancelTaster, rewriteTaster } from '../actions/save-taster.ts'
import { noteCame, signUp, type Who } from '../actions/taster-guests.ts'
import { findTaster, type Guest, guestsOf, listTasters, type Taster } from '../data/tasters.ts'
import { confirmedPlaces } from './confirmed-places.ts'
import { versionOf } from './form-values.ts'
import { tasterPaths } from './paths.ts'
import { tasterSchema, typedTaster } from './taster-form.ts'
import { StaffTasterPage, StaffTastersPage, TasterEditorPage } from './taster-staff-page.tsx'
import { tasterStaffWords } from './taster-staff-words.ts'
import { tasterWords } from './taster-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const tasters = await listTasters(call.tx, call.actor.programmeId, null)
  const t = tasterStaffWords[locale]
  return listPage(
    call,
    { title: t.title, body: <StaffTastersPage locale={locale} zone={call.zone} tasters={tasters} /> },
    {
      kind: 'training.taster',
      names: null,
      columns: () => [
        { head: t.labels.title, text: (one: Taster) => one.title },
        { head: t.labels.kind, text: (one: Taster) => tasterWords[locale].kinds[one.kind] },
        { head: t.labels.from, text: (one: Taster) => instantCell(one.startsAt, call.zone) },
        { head: t.labels.to, text: (one: Taster) => instantCell(one.endsAt, call.zone) },
        { head: t.labels.place, text: (one: Taster) => one.place },
        { head: t.labels.capacity, text: (one: Taster) => one.capacity },
        { head: t.guests, text: (one: Taster) => one.heads },
        { head: listWords[locale].state, text: (one: Taster) => (one.cancelled ? tasterWords[locale].cancelled : '') },
      ],
      rows: () => tasters,
    },
  )
}

const editor = (
  call: Call,
  taster: Taster | null,
  form: FormState,
  more: { status?: number; theirs?: Taster; version?: number } = {},
): Reply => {
  const { locale } = call.reader
  const t = tasterStaffWords[locale]
  const theirs = more.theirs ? typedTaster(more.theirs, call.zone) : null
  return page(
    taster ? t.edit : t.new,
    <TasterEditorPage
      locale={locale}
      form={form}
      taster={taster}
      version={more.version ?? taster?.version}
      theirs={theirs}
      token={call.formToken()}
    />,
    { status: more.status ?? 200 },
  )
}

const usual = { kind: 'hear', capacity: '12', who: ['candidates', 'places'] }

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = tasterStaffWords[locale]
  const id = call.param('id')
  const taster = id === '' ? null : await findTaster(call.tx, call.actor.programmeId, id)
  if (id !== '' && !taster) return notFound()
  const parsed = tasterSchema(locale, call.zone).safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, t.labels, locale)
    const form = refusedForm(locale, call.form.values, errors)
    return editor(call, taster, form, { status: 422, ...(taster && { version: versionOf(call.form) }) })
  }
  if (!taster) return redirect(tasterPaths.taster(await addTaster(call, parsed.data)), t.saved)
  const saved = await rewriteTaster(call, { id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(tasterPaths.taster(id), t.saved)
  return editor(call, saved.error, blankForm(locale, call.form.values), { status: 409, theirs: saved.error })
}

const show = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const taster = await findTaster(call.tx, programmeId, call.param('id'))
  if (!taster) return notFound()
  const guests = await guestsOf(call.tx, programmeId, taster.id)
  const body = (
    <StaffTasterPage
      locale={locale}
      zone={call.zone}
      taster={taster}
      guests={guests}
      begun={taster.startsAt <= call.now}
      people={await listPersons(call.tx, programmeId)}
      places={await confirmedPlaces(call)}
      form={form ?? blankForm(locale, { heads: '1' })}
      token={call.formToken}
    />
  )
  const t = tasterStaffWords[locale]
  return listPage(
    call,
    { title: taster.title, body, status },
    {
      kind: 'training.taster',
      id: taster.id,
      names: onePerson,
      columns: () => [
        ...nameColumns(locale),
        { head: t.headsHead, text: (guest: Guest) => guest.heads },
        { head: t.came, text: (guest: Guest) => (guest.came === null ? '' : guest.came ? t.came : t.notCame) },
      ],
      rows: () => guests,
    },
  )
}

const whoOf = async (call: Call): Promise<Who | null> => {
  const [personId, placeId] = [call.form.text('person'), call.form.text('place')]
  if (isUuid(personId)) {
    const known = (await listPersons(call.tx, call.actor.programmeId)).some(({ id }) => id === personId)
    return known ? { personId } : null
  }
  if (!isUuid(placeId)) return null
  return (await confirmedPlaces(call)).some(({ id }) => id === placeId) ? { placeId } : null
}

const addGuest = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = tasterStaffWords[locale]
  const refuse = (field: string, message: string, status: number): Promise<Reply> =>
    show(call, refusedForm(locale, call.form.values, [{ field, message }]), status)
  if (!(await findTaster(call.tx, call.actor.programmeId, call.param('id')))) return notFound()
  const guest = await whoOf(call)
  const via = call.form.text('via')
  if (!isTelling(via)) return refuse('via', t.viaMissing, 422)
  if (!guest) return refuse('person', t.choose, 422)
  const typed = Number(call.form.text('heads'))
  const heads = Number.isInteger(typed) ? Math.min(20, Math.max(1, typed)) : 1
  const signed = await signUp(call, call.param('id'), { ...guest, heads, via })
  if (!signed) return notFound()
  if (signed.ok) return redirect(tasterPaths.taster(call.param('id')), t.added)
  return refuse('', tasterWords[locale].refusal[signed.error[0]?.kind ?? 'taster_over'], 409)
}

const came = async (call: Call): Promise<Reply> => {
  const said = call.form.text('came')
  const noted = await noteCame(call, call.param('id'), call.param('guestId'), said === '' ? null : said === 'yes')
  return noted ? redirect(tasterPaths.taster(call.param('id')), tasterStaffWords[call.reader.locale].noted) : notFound()
}

const cancel = async (call: Call): Promise<Reply> => {
  if (!(await findTaster(call.tx, call.actor.programmeId, call.param('id')))) return notFound()
  await cancelTaster(call, call.param('id'))
  return redirect(tasterPaths.taster(call.param('id')), tasterStaffWords[call.reader.locale].cancelled)
}

/** Tasters: planned by the coordinator, who also writes down who came. */
export const tasterStaffRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: tasterPaths.list, who, reach, handle: list }),
  // Before '/training/tasters/:id': 'new' is no identifier.
  memberRoute({
    method: 'GET',
    path: tasterPaths.new,
    who,
    reach,
    handle: async (call) => editor(call, null, blankForm(call.reader.locale, usual)),
  }),
  memberRoute({ method: 'POST', path: tasterPaths.new, who, reach, handle: save }),
  memberRoute({ method: 'GET', path: tasterPaths.taster(':id'), who, reach, handle: (call) => show(call) }),
  memberRoute({
    method: 'GET',
    path: tasterPaths.edit(':id'),
    who,
    reach,
    handle: async (call) => {
      const taster = await findTaster(call.tx, call.actor.programmeId, call.param('id'))
      return taster ? editor(call, taster, blankForm(call.reader.locale, typedTaster(taster, call.zone))) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: tasterPaths.edit(':id'), who, reach, handle: save }),
  memberRoute({ method: 'POST', path: tasterPaths.cancel(':id'), who, reach, handle: cancel }),
  memberRoute({ method: 'POST', path: tasterPaths.guests(':id'), who, reach, handle: addGuest }),
  memberRoute({ method: 'POST', path: tasterPaths.came(':id', ':guestId'), who, reach, handle: came }),
]

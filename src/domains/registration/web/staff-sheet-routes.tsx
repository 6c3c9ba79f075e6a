import { folded, namesOf, seenOf, ToldFields, toldAt, toldLabels, toldSchema } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { saveSheet } from '../actions/save-sheet.ts'
import { type ShownSheet, showSheet } from '../actions/show-sheet.ts'
import { isStepName, type StepName } from '../core/sheet-steps.ts'
import { type ListedSupporter, listSupporters } from '../data/supporters.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'
import { stepFactsOf } from './step-facts.ts'
import { sideBySide, type StepShown, stepPage } from './step-page.tsx'
import { sheetSteps } from './steps/all.ts'
import type { StepFacts } from './steps/step.ts'
import { SupporterPage } from './supporter-page.tsx'
import { isSupporterState, SupportersPage } from './supporters-page.tsx'

export const staff = ['coordinator', 'companion', 'supervisor'] as const
const pageSize = 50

/** That somebody takes a break is theirs and the coordinator's to know, and of those who follow them. */
const asSeen = async (call: Call, all: readonly ListedSupporter[]): Promise<ListedSupporter[]> => {
  const seen = await seenOf(
    call,
    all.map(({ personId }) => personId),
  )
  const knows = (id: string): boolean => call.actor.role === 'coordinator' || seen.get(id)?.has('staff') === true
  return all.map((one) => (one.state === 'paused' && !knows(one.personId) ? { ...one, state: 'active' } : one))
}

const list = async (call: Call): Promise<Reply> => {
  const search = call.query.get('q') ?? ''
  const state = call.query.get('state') ?? ''
  const at = { now: call.now.getTime(), today: call.today }
  const wanted = folded(search)
  const found = (await asSeen(call, await listSupporters(call.tx, call.actor.programmeId, at))).filter(
    (one) =>
      (!isSupporterState(state) || one.state === state) &&
      [one.name, one.kana, one.nickname].some((name) => folded(name).includes(wanted)),
  )
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const number = Math.min(last, Math.max(1, Math.trunc(Number(call.query.get('page'))) || 1))
  const { locale } = call.reader
  const t = registrationWords[locale]
  const body = (
    <SupportersPage
      locale={locale}
      supporters={found.slice((number - 1) * pageSize, number * pageSize)}
      search={search}
      state={state}
      page={number}
      last={last}
      mayRegister={call.actor.role === 'coordinator'}
    />
  )
  return listPage(
    call,
    { title: t.title, body },
    {
      kind: 'registration.supporter',
      names: onePerson,
      columns: () => [...nameColumns(locale), { head: t.state, text: (one: ListedSupporter) => t.states[one.state] }],
      rows: () => found,
    },
  )
}

const hasEnded = ({ supporter }: ShownSheet, { today }: Call): boolean =>
  supporter.endedOn !== null && supporter.endedOn <= today

const calledOf = async (call: Call, id: string) => (await namesOf(call.tx, call.actor.programmeId, [id])).get(id)

const supporter = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const shown = await showSheet(call, id)
  const called = shown && (await calledOf(call, id))
  if (!shown || !called) return notFound()
  const facts = await stepFactsOf(call)
  const ended = hasEnded(shown, call)
  return page(
    called.name,
    <SupporterPage locale={call.reader.locale} called={called} shown={shown} facts={facts} ended={ended} />,
  )
}

interface Recording {
  id: string
  name: Spoken
  step: StepName
  shown: ShownSheet
  facts: StepFacts
}

const recordingOf = async (call: Call): Promise<Recording | null> => {
  const step = call.param('step')
  const id = call.param('id')
  if (!isStepName(step)) return null
  const shown = await showSheet(call, id)
  const called = shown && (await calledOf(call, id))
  if (!shown?.looker.mayRecord || !called || !shown.steps.includes(step)) return null
  return { id, name: spoken(called), step, shown, facts: await stepFactsOf(call) }
}

const recordPage = (
  call: Call,
  { id, name, step, shown, facts }: Recording,
  form: FormState,
  more: Partial<StepShown> = {},
): Reply => {
  const { locale } = call.reader
  return stepPage(call, {
    step,
    facts,
    sheet: shown.sheet,
    version: shown.supporter.version,
    form,
    action: paths.step(id, step),
    back: { href: paths.supporter(id), text: registrationWords[locale].backToSupporter },
    above: name,
    told: <ToldFields locale={locale} form={form} withDay />,
    ...more,
  })
}

const showStep = async (call: Call): Promise<Reply> => {
  const recording = await recordingOf(call)
  if (!recording) return notFound()
  const values = sheetSteps[recording.step].values(recording.shown.sheet, recording.facts)
  return recordPage(call, recording, blankForm(call.reader.locale, { ...values, told_on: call.today }))
}

const saveStep = async (call: Call): Promise<Reply> => {
  const recording = await recordingOf(call)
  if (!recording) return notFound()
  const { locale } = call.reader
  const { id, step, facts } = recording
  const version = Number(call.form.text('_version')) || 0
  const again = (errors: readonly FieldError[], more: Partial<StepShown>): Reply =>
    recordPage(call, recording, refusedForm(locale, call.form.values, errors), { version, ...more })
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  const read = sheetSteps[step].read(call.form, facts)
  if (!told.success || !read.ok) {
    const errors = [
      ...(read.ok ? [] : read.error),
      ...(told.error ? formErrors(told.error, toldLabels(locale), locale) : []),
    ]
    return again(errors, { status: 422 })
  }
  const saved = await saveSheet(call, id, {
    step,
    version,
    change: read.value,
    told: { via: told.data.via, at: toldAt(told.data, call) },
  })
  if (!saved) return notFound()
  if (saved.ok) return redirect(paths.supporter(id), registrationWords[locale].recorded)
  if (saved.error.kind === 'ended') return again([{ field: '', message: ownWords[locale].ended }], { status: 409 })
  const { sheet, version: now } = saved.error
  return again([], { status: 409, version: now, stale: sideBySide(step, read.value(sheet), sheet, facts) })
}

const followed =
  'the programme (coordinator), what the policy shows of others; written down only of those whom they follow'

/** Staff and the sheets of supporters. */
export const staffSheetRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.list,
    who: staff,
    reach: 'the programme: names; whether they take a break only of those whom they follow (coordinator: of all)',
    handle: list,
  }),
  memberRoute({ method: 'GET', path: paths.supporter(':id'), who: staff, reach: followed, handle: supporter }),
  memberRoute({ method: 'GET', path: paths.step(':id', ':step'), who: staff, reach: followed, handle: showStep }),
  memberRoute({ method: 'POST', path: paths.step(':id', ':step'), who: staff, reach: followed, handle: saveStep }),
]

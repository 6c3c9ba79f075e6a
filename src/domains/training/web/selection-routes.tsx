import { isTelling, tellings, toldAt, toldLabels, toldSchema } from '#domains/people/index.ts'
import { nextFor } from '#kernel/transition.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { instantCell, listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { listWords } from '#platform/http/words.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { doorOf, missingOf, partyOf } from '../actions/application-facts.ts'
import { askNamed } from '../actions/ask-named.ts'
import { confirmConsent } from '../actions/confirm-consent.ts'
import { answerNeeds, consider } from '../actions/choose.ts'
import { drawLots, giveInOrder } from '../actions/give-places.ts'
import { moveApplication } from '../actions/move-application.ts'
import { type OpenedApplication, readApplication, seeApplication } from '../actions/read-application.ts'
import { applicationStatuses, applicationTransitions } from '../core/application-status.ts'
import { seatsTaken } from '../core/waiting-list.ts'
import { accommodationAnswers } from '../data/accommodations.ts'
import { applicationSteps } from '../data/application-events.ts'
import { type Application, applicationsOfRun } from '../data/applications.ts'
import { considerationsOf } from '../data/considerations.ts'
import { criteriaOf } from '../data/criteria.ts'
import { openOffers } from '../data/offers.ts'
import { findRun } from '../data/runs.ts'
import { applicationRefusals } from './application-refusals.ts'
import { applicationWords } from './application-words.ts'
import { NamedStaffPage } from './named-staff-page.tsx'
import { applicationPaths, runPaths } from './paths.ts'
import { SelectionPage } from './selection-page.tsx'
import { applicationPdf } from './print-application.ts'
import { selectionWords } from './selection-words.ts'
import { StaffApplicationPage } from './staff-application-page.tsx'
import { letter, print, saveForm, showForm } from './write-application.tsx'

const who = ['coordinator'] as const
const reach = 'the programme: what was sent, and what staff write down'

const selection = async (call: Call, errors: FieldError[] = [], status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const run = await findRun(call.tx, programmeId, call.param('id'))
  if (!run) return notFound()
  const applications = (await applicationsOfRun(call.tx, programmeId, run.id)).filter(seenByStaff)
  const { title } = selectionWords[locale]
  const body = (
    <SelectionPage
      locale={locale}
      zone={call.zone}
      run={run}
      applications={applications}
      until={await openOffers(call.tx, programmeId, run.id)}
      seatsTaken={seatsTaken(applications)}
      form={refusedForm(locale, {}, errors)}
      token={call.formToken}
    />
  )
  const heads = listWords[locale]
  return listPage(
    call,
    { title, body, status },
    {
      kind: 'training.run',
      id: run.id,
      names: onePerson,
      columns: () => [
        ...nameColumns(locale),
        { head: heads.on, text: (one: Application) => instantCell(one.submittedAt, call.zone) },
        { head: heads.state, text: (one: Application) => applicationWords[locale].status[one.status] },
      ],
      rows: () => applications,
    },
  )
}

/** What somebody is still writing is theirs alone; that an office has named them is known. */
const seenByStaff = ({ status, recordedBy, via }: Application): boolean =>
  status !== 'draft' || recordedBy !== null || via === 'office'

const refusalOf = (call: Call, blockers: readonly { kind: keyof (typeof selectionWords)['ja']['refusal'] }[]) =>
  blockers.map(({ kind }) => ({ field: '', message: selectionWords[call.reader.locale].refusal[kind] }))

const draw = async (call: Call): Promise<Reply> => {
  const drawn = await drawLots(call, call.param('id'))
  if (!drawn) return notFound()
  if (!drawn.ok) return selection(call, refusalOf(call, drawn.error), 409)
  return redirect(runPaths.selection(call.param('id')), selectionWords[call.reader.locale].drawn)
}

const give = async (call: Call): Promise<Reply> => {
  const given = await giveInOrder(call, call.param('id'))
  if (!given) return notFound()
  if (!given.ok) return selection(call, refusalOf(call, given.error), 409)
  return redirect(runPaths.selection(call.param('id')), selectionWords[call.reader.locale].given)
}

interface Shown {
  thoughtForm?: FormState
  needsForm?: FormState
  decideForm?: FormState
  consentForm?: FormState
  status?: number
}

const show = async (call: Call, shown: Shown = {}): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await readApplication(call, call.param('id'))
  if (!opened) return showNamed(call)
  const { programmeId } = call.actor
  const { application, run } = opened
  const { via } = applicationWords[locale]
  return page(
    application.name,
    <StaffApplicationPage
      locale={locale}
      zone={call.zone}
      opened={opened}
      partner={await partnerOf(call, opened)}
      missing={await missingOf(call, run, application)}
      criteria={await criteriaOf(call.tx, programmeId, run.id)}
      considerations={await considerationsOf(doorOf(call), application)}
      steps={await applicationSteps(doorOf(call), application)}
      next={nextFor(applicationTransitions, application.status, 'coordinator')}
      thoughtForm={shown.thoughtForm ?? blankForm(locale, {}, 'thought')}
      needsForm={shown.needsForm ?? blankForm(locale, {}, 'needs')}
      decideForm={shown.decideForm ?? blankForm(locale, {}, 'decide')}
      consentForm={shown.consentForm ?? blankForm(locale, { told_on: call.today }, 'consent')}
      vias={tellings.map((value) => ({ value, label: via[value] }))}
      token={call.formToken}
    />,
    { status: shown.status ?? 200 },
  )
}

const showNamed = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const seen = await seeApplication(call, call.param('id'))
  if (!seen) return notFound()
  const { name } = seen.application
  const asked = form ?? blankForm(locale, { told_on: call.today })
  return page(name, <NamedStaffPage locale={locale} seen={seen} form={asked} token={call.formToken()} />, { status })
}

const ask = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const refuse = (errors: FieldError[], status: number) =>
    showNamed(call, refusedForm(locale, call.form.values, errors), status)
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  if (!told.success) return refuse(formErrors(told.error, toldLabels(locale), locale), 422)
  const asked = await askNamed(call, id, { via: told.data.via, at: toldAt(told.data, call) })
  if (!asked) return notFound()
  if (asked.ok) return redirect(applicationPaths.edit(id))
  return refuse([{ field: '', message: applicationRefusals[locale].written_themselves }], 409)
}

const confirm = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = selectionWords[locale]
  const id = call.param('id')
  const refuse = (errors: FieldError[], status: number): Promise<Reply> =>
    show(call, { consentForm: refusedForm(locale, call.form.values, errors, 'consent'), status })
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  if (!told.success) return refuse(formErrors(told.error, toldLabels(locale), locale), 422)
  const confirmed = await confirmConsent(call, id, { via: told.data.via, at: toldAt(told.data, call) })
  if (!confirmed) return notFound()
  if (confirmed.ok) return redirect(applicationPaths.application(id), t.consentConfirmed)
  return refuse([{ field: '', message: t.confirmedAlready }], 409)
}

const partnerOf = async (call: Call, { application, run }: OpenedApplication) => {
  if (application.pairId === null) return null
  const all = await applicationsOfRun(call.tx, call.actor.programmeId, run.id)
  return partyOf(all, application).find(({ id }) => id !== application.id) ?? null
}

const think = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = selectionWords[locale]
  const criterionId = call.form.text('criterion')
  const words = call.form.text('words').slice(0, 1000)
  const refuse = (errors: FieldError[]): Promise<Reply> =>
    show(call, { thoughtForm: refusedForm(locale, call.form.values, errors, 'thought'), status: 422 })
  if (!isUuid(criterionId)) return refuse([{ field: 'criterion', message: t.choose(t.considerations) }])
  const thought = await consider(call, call.param('id'), { criterionId, words })
  if (!thought) return notFound()
  if (!thought.ok) return refuse([{ field: 'words', message: t.refusal.words_missing }])
  return redirect(applicationPaths.application(call.param('id')), t.thoughtSaved)
}

const answer = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = selectionWords[locale]
  const refuse = (errors: FieldError[]): Promise<Reply> =>
    show(call, { needsForm: refusedForm(locale, call.form.values, errors, 'needs'), status: 422 })
  const chosen = accommodationAnswers.find((one) => one === call.form.text('answer'))
  if (!chosen) return refuse([{ field: 'answer', message: t.choose(t.answer) }])
  const given = {
    answer: chosen,
    words: call.form.text('words').slice(0, 1000),
    reason: call.form.text('reason').slice(0, 600),
  }
  const answered = await answerNeeds(call, call.param('id'), given)
  if (!answered) return notFound()
  if (answered.ok) return redirect(applicationPaths.application(call.param('id')), t.answered)
  return refuse(
    answered.error.map(({ kind }) => ({
      field: kind === 'words_missing' ? 'words' : 'reason',
      message: t.refusal[kind],
    })),
  )
}

/** Steps that are the person's own: staff write down how they heard of it. */
const toldOnly = ['accepted', 'declined', 'withdrawn']

const decide = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = selectionWords[locale]
  const refuse = (errors: FieldError[], status: number): Promise<Reply> =>
    show(call, { decideForm: refusedForm(locale, call.form.values, errors, 'decide'), status })
  const to = applicationStatuses.find((one) => one === call.form.text('to'))
  const via = call.form.text('via')
  if (!to || to === 'draft') return refuse([{ field: 'to', message: t.choose(t.outcome) }], 422)
  if (toldOnly.includes(to) && !isTelling(via)) return refuse([{ field: 'via', message: t.heardMissing }], 422)
  const reason = call.form.text('reason').slice(0, 1000)
  const moved = await moveApplication(call, call.param('id'), { to, reason, ...(isTelling(via) ? { via } : {}) })
  if (!moved) return notFound()
  if (moved.ok) return redirect(applicationPaths.application(call.param('id')), t.decided)
  const errors = moved.error.map(({ kind }) => ({
    field: kind === 'reason_given' ? 'reason' : '',
    message: applicationRefusals[locale][kind],
  }))
  return refuse(errors, 409)
}

const one = (address: (id: string) => string): string => address(':id')

/** Choosing: criteria as questions, reasons in words, decisions by named people. */
export const selectionRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: one(runPaths.selection), who, reach, handle: (call) => selection(call) }),
  memberRoute({ method: 'POST', path: one(runPaths.draw), who, reach, handle: draw }),
  memberRoute({ method: 'POST', path: one(runPaths.inOrder), who, reach, handle: give }),
  memberRoute({ method: 'GET', path: one(applicationPaths.application), who, reach, handle: (call) => show(call) }),
  memberRoute({ method: 'GET', path: one(applicationPaths.edit), who, reach, handle: showForm(applicationPaths) }),
  memberRoute({ method: 'POST', path: one(applicationPaths.edit), who, reach, handle: saveForm(applicationPaths) }),
  memberRoute({ method: 'GET', path: one(applicationPaths.print), who, reach, handle: print }),
  memberRoute({ method: 'GET', path: one(applicationPaths.pdf), who, reach, handle: applicationPdf }),
  memberRoute({ method: 'GET', path: one(applicationPaths.letter), who, reach, handle: letter }),
  memberRoute({ method: 'POST', path: one(applicationPaths.considerations), who, reach, handle: think }),
  memberRoute({ method: 'POST', path: one(applicationPaths.needs), who, reach, handle: answer }),
  memberRoute({ method: 'POST', path: one(applicationPaths.status), who, reach, handle: decide }),
  memberRoute({ method: 'POST', path: one(applicationPaths.told), who, reach, handle: ask }),
  memberRoute({ method: 'POST', path: one(applicationPaths.consent), who, reach, handle: confirm }),
]

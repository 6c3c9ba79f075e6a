import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, CrisisCard, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { tellings } from '#domains/people/index.ts'
import { partyOf } from '../actions/application-facts.ts'
import { type OpenedApplication, readApplication } from '../actions/read-application.ts'
import { saveApplication } from '../actions/save-application.ts'
import { sendApplication } from '../actions/send-application.ts'
import { mayWrite } from '../core/application-words-seen.ts'
import type { ApplicationCondition } from '../core/application-status.ts'
import { type Application, applicationsOfRun } from '../data/applications.ts'
import { ApplicationFormPage } from './application-form-page.tsx'
import { applicationLabels, typedWords, writtenSchema } from './application-form.ts'
import { ApplicationLetter, ApplicationPrint, letterOf } from './application-paper.tsx'
import { applicationPaperWords } from './application-paper-words.ts'
import { applicationRefusals } from './application-refusals.ts'
import { applicationWords } from './application-words.ts'
import { versionOf } from './form-values.ts'
import { namedWords } from './named-words.ts'
import { type applicationPaths, ownPaths } from './paths.ts'

/** The addresses of an application: as the person sees it, or as staff do. */
export type Addresses = Pick<typeof applicationPaths, 'application' | 'edit' | 'print' | 'letter' | 'status'>

const formPage = (
  call: Call,
  at: Addresses,
  opened: Pick<OpenedApplication, 'application' | 'run'>,
  shown: { form: FormState; status?: number; theirs?: FormState['values'] },
): Reply => {
  const { locale } = call.reader
  const { application, run } = opened
  return page(
    applicationWords[locale].edit,
    <ApplicationFormPage
      locale={locale}
      programme={call.programme}
      application={application}
      run={run}
      form={shown.form}
      action={at.edit(application.id)}
      back={at.application(application.id)}
      token={call.formToken()}
      theirs={shown.theirs ?? null}
      confirming={application.personId === call.actor.personId ? null : howTold(locale)}
    />,
    { status: shown.status ?? 200 },
  )
}

const howTold = (locale: Locale) => tellings.map((value) => ({ value, label: applicationWords[locale].via[value] }))

export const showForm =
  (at: Addresses) =>
  async (call: Call): Promise<Reply> => {
    const opened = await readApplication(call, call.param('id'))
    if (!opened || !mayWrite(call.actor, opened.application)) return notFound()
    const values = typedWords(opened.words, opened.application)
    return formPage(call, at, opened, { form: blankForm(call.reader.locale, values) })
  }

/** Saves what was written; sends it too, unless it is to be gone on with later. */
export const saveForm =
  (at: Addresses) =>
  async (call: Call): Promise<Reply> => {
    const { locale } = call.reader
    const opened = await readApplication(call, call.param('id'))
    if (!opened) return notFound()
    const again = (errors: FieldError[], status: number): Reply =>
      formPage(call, at, opened, { form: refusedForm(locale, call.form.values, errors), status })
    const parsed = writtenSchema.safeParse(call.form.values)
    if (!parsed.success) return again(formErrors(parsed.error, applicationLabels(locale), locale), 422)
    const { consent, consent_via: confirmed, ...words } = parsed.data
    const { id } = opened.application
    const version = versionOf(call.form)
    const saved = await saveApplication(call, { id, version }, words, consent === 'yes', confirmed ?? null)
    if (!saved) return notFound()
    if (!saved.ok) return refusedSave(call, at, opened, saved.error)
    const t = applicationWords[locale]
    const after = saved.value.risk && at === ownPaths ? ownPaths.applicationWithCare(id) : at.application(id)
    if (call.form.text('do') === 'save') return redirect(after, t.saved)
    const sent = await sendApplication(call, id)
    if (!sent) return notFound()
    if (sent.ok && sent.value === 'sent') return redirect(after, t.sent)
    if (sent.ok) {
      const other = saved.value.risk ? null : await otherToWrite(call, saved.value.application)
      return other ? redirect(at.edit(other.id), t.theOther) : redirect(after, namedWords[locale].waits)
    }
    const errors = sent.error.map(({ kind }) => ({
      field: fieldOf[kind] ?? '',
      message: applicationRefusals[locale][kind],
    }))
    return again(errors, 409)
  }

/** The other one of a pair, where staff write both down: two who belong together are sent together. */
const otherToWrite = async ({ tx, actor }: Call, one: Application): Promise<Application | null> => {
  const party = partyOf(await applicationsOfRun(tx, actor.programmeId, one.runId), one)
  return party.find((each) => each.id !== one.id && each.readyAt === null && mayWrite(actor, each)) ?? null
}

const fieldOf: Partial<Record<string, string>> = {
  words_given: 'why',
  consented: 'consent',
} satisfies Partial<Record<ApplicationCondition, string>>

type SaveRefusal = Extract<Awaited<ReturnType<typeof saveApplication>>, { ok: false }>['error']

const refusedSave = (call: Call, at: Addresses, opened: OpenedApplication, refusal: SaveRefusal): Reply => {
  const { locale } = call.reader
  if (refusal.kind !== 'stale') {
    const field = refusal.kind === 'consent_unconfirmed' ? 'consent_via' : ''
    const errors = [{ field, message: applicationRefusals[locale][refusal.kind] }]
    return formPage(call, at, opened, { form: refusedForm(locale, call.form.values, errors), status: 409 })
  }
  const theirs = typedWords(refusal.words, refusal.theirs)
  const now = { application: refusal.theirs, run: opened.run }
  return formPage(call, at, now, { form: blankForm(locale, call.form.values), status: 409, theirs })
}

export const print = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await readApplication(call, call.param('id'))
  if (!opened) return notFound()
  return page(
    applicationPaperWords[locale].applicationOf,
    <ApplicationPrint locale={locale} zone={call.zone} programme={call.programme} opened={opened} />,
  )
}

export const letter = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await readApplication(call, call.param('id'))
  const which = opened && letterOf(opened.application.status)
  if (!opened || !which) return notFound()
  return page(
    applicationPaperWords[locale].letterTitle[which],
    <ApplicationLetter locale={locale} zone={call.zone} programme={call.programme} opened={opened} letter={which} />,
  )
}

/** After words that may hold a cry for help. */
export const urgentCard = ({ programme, reader }: Call) => (
  <>
    <p>{applicationWords[reader.locale].riskSaved}</p>
    <CrisisCard
      locale={reader.locale}
      text={programme.crisisCard}
      phone={programme.contactPhone}
      hours={programme.contactHours}
      urgent
    />
  </>
)

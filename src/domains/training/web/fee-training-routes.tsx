import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  Checkboxes,
  DateField,
  Form,
  type FormState,
  Heading,
  Lead,
  NumberField,
  PostButton,
  refusedForm,
  StaleEdit,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { type OfficePerson, readOfficeStaff } from '../actions/read-office-staff.ts'
import {
  addOfficeTraining,
  changeOfficeTraining,
  ownTraining,
  removeOfficeTraining,
} from '../actions/save-office-training.ts'
import type { OfficeTraining } from '../actions/read-office-trainings.ts'
import { trainingSchema, typedTraining } from './fee-forms.ts'
import { feePaths as paths } from './fee-paths.ts'
import { feeWords } from './fee-words.ts'
import { versionOf } from './form-values.ts'
import { staleFields } from './stale-fields.ts'

const own = { who: ['host'], reach: 'own place' } as const

interface Opened {
  /** Null: a new one. */
  training: OfficeTraining | null
  staff: OfficePerson[]
}

const open = async (call: Call): Promise<Opened | null> => {
  const { placeId } = call.actor
  const id = call.param('id')
  const training = id === '' ? null : await ownTraining(call, id)
  if (!placeId || (id !== '' && !training)) return null
  return { training, staff: await readOfficeStaff(call, placeId) }
}

interface Shown {
  form: FormState
  theirs?: OfficeTraining
  status?: number
}

const labelsOf = (call: Call): Record<string, string> => {
  const { on, topic, led_by, attendees, others } = feeWords[call.reader.locale].labels
  return { on, topic, led_by, attendees, others }
}

const trainingPage = (call: Call, { training, staff }: Opened, { form, theirs, status }: Shown): Reply => {
  const { locale } = call.reader
  const t = feeWords[locale]
  const title = training ? t.trainingEdit : t.trainingNew
  return page(
    title,
    <>
      <BackLink href={paths.office}>{t.back}</BackLink>
      <Heading>{title}</Heading>
      <Lead>{t.trainingsLead}</Lead>
      {theirs && <StaleEdit locale={locale} fields={staleOf(call, form, theirs, staff)} />}
      <Form
        action={training ? paths.training(training.id) : paths.newTraining}
        token={call.formToken()}
        form={form}
        version={training?.version}
        submit={t.save}
      >
        <DateField form={form} name="on" label={t.labels.on} required />
        <TextField form={form} name="topic" label={t.labels.topic} required maxlength={200} />
        <Checkboxes
          form={form}
          name="led_by"
          label={t.labels.led_by}
          hint={staff.length === 0 ? t.trainingNeedsStaff : undefined}
          required
          choices={staff.map((person) => ({ value: person.id, label: spoken(person) }))}
        />
        <TextArea
          form={form}
          name="attendees"
          label={t.labels.attendees}
          hint={t.attendeesHint}
          rows={5}
          maxlength={4000}
        />
        <NumberField form={form} name="others" label={t.labels.others} hint={t.othersHint} min={0} max={500} />
      </Form>
      {training && (
        <PostButton action={paths.removeTraining(training.id)} token={call.formToken()} kind="careful">
          {t.remove}
        </PostButton>
      )}
    </>,
    { status: status ?? 200 },
  )
}

// By name, not by identifier.
const staleOf = (call: Call, form: FormState, theirs: OfficeTraining, staff: readonly OfficePerson[]) => {
  const named = (values: FormState['values']): FormState['values'] => {
    const ids = [values['led_by'] ?? []].flat()
    return { ...values, led_by: staff.filter(({ id }) => ids.includes(id)).map(spoken) }
  }
  return staleFields(named(form.values), named(typedTraining(theirs)), labelsOf(call))
}

const edit = async (call: Call): Promise<Reply> => {
  const opened = await open(call)
  if (!opened) return notFound()
  const { training } = opened
  return trainingPage(call, opened, {
    form: blankForm(call.reader.locale, training ? typedTraining(training) : {}),
  })
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { values } = call.form
  const opened = await open(call)
  if (!opened) return notFound()
  const parsed = trainingSchema(
    opened.staff.map(({ id }) => id),
    locale,
  ).safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, labelsOf(call), locale)
    return trainingPage(call, opened, { form: refusedForm(locale, values, errors), status: 422 })
  }
  if (!opened.training) {
    const added = await addOfficeTraining(call, parsed.data)
    return added ? redirect(paths.office, feeWords[locale].saved) : notFound()
  }
  const { id } = opened.training
  const saved = await changeOfficeTraining(call, { id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(paths.office, feeWords[locale].saved)
  const theirs = saved.error
  return trainingPage(call, { ...opened, training: theirs }, { form: blankForm(locale, values), theirs, status: 409 })
}

const remove = async (call: Call): Promise<Reply> =>
  (await removeOfficeTraining(call, call.param('id')))
    ? redirect(paths.office, feeWords[call.reader.locale].removed)
    : notFound()

/** The trainings that the own office gave its staff. */
export const feeTrainingRoutes: RouteSpec[] = [
  // Before '/fee-office/trainings/:id': 'new' is no identifier.
  memberRoute({ method: 'GET', path: paths.newTraining, ...own, handle: edit }),
  memberRoute({ method: 'POST', path: paths.newTraining, ...own, handle: save }),
  memberRoute({ method: 'GET', path: paths.training(':id'), ...own, handle: edit }),
  memberRoute({ method: 'POST', path: paths.training(':id'), ...own, handle: save }),
  memberRoute({ method: 'POST', path: paths.removeTraining(':id'), ...own, handle: remove }),
]

import type { VNode } from 'preact'
import { type FiscalYear, fiscalMonths, fiscalYear, fiscalYearOf } from '#kernel/fiscal-year.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatFiscalYear, formatMonth } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  Checkbox,
  DateField,
  Fold,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  PostButton,
  Radios,
  refusedForm,
  StaleEdit,
  Tabs,
  TextField,
} from '#ui/index.ts'
import type { OfficePerson } from '../actions/read-office-staff.ts'
import {
  addOfficeStaff,
  changeOfficeStaff,
  ownStaff,
  removeOfficeStaff,
  writeOfficeHours,
} from '../actions/save-office-staff.ts'
import { nationalRoles } from '../core/qualification.ts'
import { hoursField, hoursSchema, staffSchema, typedHours, typedStaff } from './fee-forms.ts'
import { feeNames } from './fee-names.ts'
import { feePaths as paths } from './fee-paths.ts'
import { feeWords } from './fee-words.ts'
import { versionOf } from './form-values.ts'
import { staleFields } from './stale-fields.ts'

const own = { who: ['host'], reach: 'own place' } as const

interface Shown {
  form: FormState
  theirs?: OfficePerson
  status?: number
}

const staffPage = (call: Call, person: OfficePerson | null, { form, theirs, status }: Shown): Reply => {
  const { locale } = call.reader
  const t = feeWords[locale]
  const title = person ? t.staffEdit : t.staffNew
  return page(
    title,
    <>
      <BackLink href={paths.office}>{t.back}</BackLink>
      <Heading>{title}</Heading>
      <Lead>{t.staffLead}</Lead>
      {theirs && <StaleEdit locale={locale} fields={staleFields(form.values, typedStaff(theirs), labelsOf(call))} />}
      <Form
        action={person ? paths.staff(person.id) : paths.newStaff}
        token={call.formToken()}
        form={form}
        version={person?.version}
        submit={t.save}
      >
        <StaffFields call={call} form={form} />
      </Form>
      {person && (
        <Fold summary={t.removeStaffFold}>
          <p>{t.removeStaffHint}</p>
          <PostButton action={paths.removeStaff(person.id)} token={call.formToken()} kind="careful">
            {t.remove}
          </PostButton>
        </Fold>
      )}
    </>,
    { status: status ?? 200 },
  )
}

const labelsOf = (call: Call): Record<string, string> => {
  const { name, kana, role, recognised_on, basic_on, advanced_on, other_on, supports } =
    feeWords[call.reader.locale].labels
  return { name, kana, role, recognised_on, basic_on, advanced_on, other_on, supports }
}

const StaffFields = ({ call, form }: { call: Call; form: FormState }): VNode => {
  const { locale } = call.reader
  const { labels, recognisedHint } = feeWords[locale]
  return (
    <>
      <TextField form={form} name="name" label={labels.name} required maxlength={80} />
      <TextField form={form} name="kana" label={labels.kana} maxlength={80} />
      <Radios
        form={form}
        name="role"
        label={labels.role}
        required
        choices={nationalRoles.map((value) => ({ value, label: feeNames[locale].roles[value] }))}
      />
      <DateField form={form} name="recognised_on" label={labels.recognised_on} hint={recognisedHint} />
      <DateField form={form} name="basic_on" label={labels.basic_on} />
      <DateField form={form} name="advanced_on" label={labels.advanced_on} />
      <DateField form={form} name="other_on" label={labels.other_on} max="2024-03-31" />
      <Checkbox form={form} name="supports" label={labels.supports} />
    </>
  )
}

const edit = async (call: Call): Promise<Reply> => {
  const person = await ownStaff(call, call.param('id'))
  return person ? staffPage(call, person, { form: blankForm(call.reader.locale, typedStaff(person)) }) : notFound()
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { values } = call.form
  const id = call.param('id')
  const person = id === '' ? null : await ownStaff(call, id)
  if (id !== '' && !person) return notFound()
  const parsed = staffSchema.safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, labelsOf(call), locale)
    return staffPage(call, person, { form: refusedForm(locale, values, errors), status: 422 })
  }
  if (!person) {
    const added = await addOfficeStaff(call, parsed.data)
    return added ? redirect(paths.hours(added), feeWords[locale].saved) : notFound()
  }
  const saved = await changeOfficeStaff(call, { id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(paths.office, feeWords[locale].saved)
  return staffPage(call, saved.error, { form: blankForm(locale, values), theirs: saved.error, status: 409 })
}

const remove = async (call: Call): Promise<Reply> =>
  (await removeOfficeStaff(call, call.param('id')))
    ? redirect(paths.office, feeWords[call.reader.locale].removed)
    : notFound()

const askedYear = ({ today }: Call, typed: string | null): FiscalYear =>
  /^20\d\d$/.test(typed ?? '') ? fiscalYear(Number(typed)) : fiscalYearOf(today)

const hoursLabels = (call: Call, year: FiscalYear): Record<string, string> =>
  Object.fromEntries(
    fiscalMonths(year).map((month) => [hoursField(month), formatMonth(month, call.reader.locale)] as const),
  )

const hoursPage = (call: Call, person: OfficePerson, year: FiscalYear, { form, theirs, status }: Shown): Reply => {
  const { locale } = call.reader
  const t = feeWords[locale]
  const labels = hoursLabels(call, year)
  const years = [year - 1, year, year + 1].map(fiscalYear)
  return page(
    t.hours,
    <>
      <BackLink href={paths.office}>{t.back}</BackLink>
      <Heading>{t.hoursTitle(spoken(person))}</Heading>
      <Tabs
        label={t.otherYear}
        tabs={years.map((one) => ({
          href: paths.hoursOf(person.id, one),
          label: formatFiscalYear(one, locale),
          current: one === year,
        }))}
      />
      <Lead>{t.hoursLead}</Lead>
      {theirs && <StaleEdit locale={locale} fields={staleFields(form.values, typedHours(theirs.fte, year), labels)} />}
      <Form
        action={paths.hours(person.id)}
        token={call.formToken()}
        form={form}
        version={person.hoursVersion}
        submit={t.save}
      >
        <Hidden name="year" value={year} />
        {Object.entries(labels).map(([name, label]) => (
          <TextField form={form} name={name} label={label} maxlength={8} />
        ))}
      </Form>
    </>,
    { status: status ?? 200 },
  )
}

const editHours = async (call: Call): Promise<Reply> => {
  const person = await ownStaff(call, call.param('id'))
  if (!person) return notFound()
  const year = askedYear(call, call.query.get('year'))
  return hoursPage(call, person, year, { form: blankForm(call.reader.locale, typedHours(person.fte, year)) })
}

const saveHours = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { values } = call.form
  const person = await ownStaff(call, call.param('id'))
  if (!person) return notFound()
  const year = askedYear(call, call.form.text('year'))
  const parsed = hoursSchema(year, locale).safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, hoursLabels(call, year), locale)
    return hoursPage(call, person, year, { form: refusedForm(locale, values, errors), status: 422 })
  }
  const saved = await writeOfficeHours(call, { id: person.id, version: versionOf(call.form) }, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(paths.office, feeWords[locale].saved)
  return hoursPage(call, saved.error, year, { form: blankForm(locale, values), theirs: saved.error, status: 409 })
}

/** The people of the own office and their hours. */
export const feeStaffRoutes: RouteSpec[] = [
  // Before '/fee-office/staff/:id': 'new' is no identifier.
  memberRoute({
    method: 'GET',
    path: paths.newStaff,
    ...own,
    handle: async (call) => staffPage(call, null, { form: blankForm(call.reader.locale) }),
  }),
  memberRoute({ method: 'POST', path: paths.newStaff, ...own, handle: save }),
  memberRoute({ method: 'GET', path: paths.staff(':id'), ...own, handle: edit }),
  memberRoute({ method: 'POST', path: paths.staff(':id'), ...own, handle: save }),
  memberRoute({ method: 'POST', path: paths.removeStaff(':id'), ...own, handle: remove }),
  memberRoute({ method: 'GET', path: paths.hours(':id'), ...own, handle: editHours }),
  memberRoute({ method: 'POST', path: paths.hours(':id'), ...own, handle: saveHours }),
]

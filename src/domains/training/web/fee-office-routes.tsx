import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  BackLink,
  blankForm,
  Checkbox,
  Checkboxes,
  DateField,
  Form,
  type FormState,
  Heading,
  refusedForm,
  StaleEdit,
  TextField,
} from '#ui/index.ts'
import { saveFeeOffice } from '../actions/save-fee-office.ts'
import { seeOwnOffice } from '../actions/see-fee-office.ts'
import { feeServices, feeSupplements } from '../core/fee-rules.ts'
import type { FeeOffice } from '../data/fee-offices.ts'
import {
  askedToPublish,
  flatRateServices,
  notifiedField,
  officeLabels,
  officeSchema,
  publishedField,
  typedOffice,
} from './fee-forms.ts'
import { feeNames } from './fee-names.ts'
import { FeeOfficePage } from './fee-office-page.tsx'
import { feePaths as paths } from './fee-paths.ts'
import { feeWords } from './fee-words.ts'
import { versionOf } from './form-values.ts'
import { staleFields } from './stale-fields.ts'

const own = { who: ['host'], reach: 'own place' } as const

const overview = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const seen = await seeOwnOffice(call)
  if (!seen) return notFound()
  return page(feeWords[locale].title, <FeeOfficePage locale={locale} seen={seen} today={call.today} />)
}

interface Shown {
  form: FormState
  version: number
  theirs?: FeeOffice
  status?: number
}

const factsForm = (call: Call, { form, version, theirs, status }: Shown): Reply => {
  const { locale } = call.reader
  const t = feeWords[locale]
  const labels = officeLabels(locale)
  const labelOf = (name: string): string => labels[name] ?? ''
  const choices = (all: readonly (typeof feeServices)[number][]) =>
    all.map((value) => ({ value, label: feeNames[locale].services[value] }))
  return page(
    t.facts,
    <>
      <BackLink href={paths.office}>{t.back}</BackLink>
      <Heading>{t.facts}</Heading>
      {theirs && <StaleEdit locale={locale} fields={staleFields(form.values, typedOffice(theirs), labels)} />}
      <Form action={paths.facts} token={call.formToken()} form={form} version={version} submit={t.save}>
        <TextField form={form} name="office_number" label={labelOf('office_number')} maxlength={20} />
        <Checkboxes form={form} name="services" label={labelOf('services')} choices={choices(feeServices)} />
        <Checkboxes
          form={form}
          name="flat_rate"
          label={labelOf('flat_rate')}
          hint={t.flatRateHint}
          choices={choices(flatRateServices)}
        />
        {feeSupplements.map((one) => (
          <>
            <DateField form={form} name={notifiedField(one)} label={labelOf(notifiedField(one))} />
            {askedToPublish.includes(one) && (
              <DateField form={form} name={publishedField(one)} label={labelOf(publishedField(one))} />
            )}
          </>
        ))}
        <Checkbox form={form} name="shown" label={labelOf('shown')} hint={t.shownHint} />
      </Form>
    </>,
    { status: status ?? 200 },
  )
}

const edit = async (call: Call): Promise<Reply> => {
  const seen = await seeOwnOffice(call)
  if (!seen) return notFound()
  const { office } = seen
  return factsForm(call, { form: blankForm(call.reader.locale, typedOffice(office)), version: office.version })
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { values } = call.form
  const version = versionOf(call.form)
  const parsed = officeSchema.safeParse(values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, officeLabels(locale), locale)
    return factsForm(call, { form: refusedForm(locale, values, errors), version, status: 422 })
  }
  const saved = await saveFeeOffice(call, version, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(paths.office, feeWords[locale].saved)
  const theirs = saved.error
  return factsForm(call, { form: blankForm(locale, values), version: theirs.version, theirs, status: 409 })
}

/** What a host writes down of the own office. */
export const feeOfficeRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.office, ...own, handle: overview }),
  memberRoute({ method: 'GET', path: paths.facts, ...own, handle: edit }),
  memberRoute({ method: 'POST', path: paths.facts, ...own, handle: save }),
]

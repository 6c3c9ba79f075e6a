import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { BackLink, blankForm, Form, type FormState, Heading, refusedForm, StaleEdit, TextField } from '#ui/index.ts'
import { changeOrganisation } from '../actions/save-organisation.ts'
import { findOrganisation, type Organisation } from '../data/organisations.ts'
import { placePaths } from './paths.ts'
import { staleFields } from './place-editor.tsx'
import { organisationLabels, organisationSchema, typedOrganisation } from './place-form.ts'
import { placeWords } from './words.ts'

const organisationPage = (
  call: Call,
  organisation: Organisation,
  shown: { form: FormState; theirs?: FormState['values']; status?: number },
): Reply => {
  const { locale } = call.reader
  const { form } = shown
  const t = placeWords[locale]
  const label = organisationLabels(locale)
  return page(
    t.organisationTitle,
    <>
      <BackLink href={placePaths.list}>{t.back}</BackLink>
      <Heading>{t.organisationTitle}</Heading>
      {shown.theirs && <StaleEdit locale={locale} fields={staleFields(form, shown.theirs, label)} />}
      <Form
        action={placePaths.organisation(organisation.id)}
        token={call.formToken()}
        version={organisation.version}
        form={form}
        submit={t.save}
      >
        <TextField form={form} name="name" label={label.name} required maxlength={80} />
        <TextField form={form} name="kana" label={label.kana} maxlength={120} />
        <TextField form={form} name="corporate_number" label={label.corporate_number} maxlength={13} />
        <TextField form={form} name="municipality" label={label.municipality} maxlength={60} />
        <TextField form={form} name="address" label={label.address} maxlength={120} />
        <TextField form={form} name="phone" label={label.phone} type="tel" maxlength={30} />
        <TextField form={form} name="fax" label={label.fax} type="tel" maxlength={30} />
        <TextField form={form} name="url" label={label.url} type="url" maxlength={300} />
      </Form>
    </>,
    { status: shown.status ?? 200 },
  )
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const organisation = await findOrganisation(call.tx, call.actor.programmeId, call.param('id'))
  if (!organisation) return notFound()
  const version = Number(call.form.text('_version')) || 0
  const parsed = organisationSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, organisationLabels(locale), locale)
    const form = refusedForm(locale, call.form.values, errors)
    return organisationPage(call, { ...organisation, version }, { form, status: 422 })
  }
  const saved = await changeOrganisation(call, organisation.id, version, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(placePaths.organisation(organisation.id), placeWords[locale].saved)
  const form = blankForm(locale, call.form.values)
  return organisationPage(call, saved.error, { form, theirs: typedOrganisation(saved.error), status: 409 })
}

export const organisationRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: placePaths.organisation(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: async (call) => {
      const organisation = await findOrganisation(call.tx, call.actor.programmeId, call.param('id'))
      if (!organisation) return notFound()
      return organisationPage(call, organisation, {
        form: blankForm(call.reader.locale, typedOrganisation(organisation)),
      })
    },
  }),
  memberRoute({
    method: 'POST',
    path: placePaths.organisation(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: save,
  }),
]

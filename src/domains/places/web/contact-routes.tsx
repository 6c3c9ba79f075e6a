import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  BackLink,
  blankForm,
  Form,
  type FormState,
  Heading,
  PostButton,
  refusedForm,
  StaleEdit,
  TextField,
} from '#ui/index.ts'
import { findPlaceFor } from '../actions/find-place.ts'
import { addContact, changeContact, dropContact, findContactFor } from '../actions/save-contact.ts'
import type { Contact } from '../data/contacts.ts'
import { placePaths } from './paths.ts'
import { staleFields } from './place-editor.tsx'
import { contactLabels, contactSchema, typedContact } from './place-form.ts'
import { placeWords } from './words.ts'

const editors = ['coordinator', 'host'] as const
const reach = 'coordinator: the programme; host: own place'

interface Shown {
  form: FormState
  placeId: string
  contact?: Contact
  version?: number
  theirs?: FormState['values']
  status?: number
}

const contactPage = (call: Call, shown: Shown): Reply => {
  const { locale } = call.reader
  const { form, contact } = shown
  const t = placeWords[locale]
  const label = contactLabels(locale)
  return page(
    t.contactTitle,
    <>
      <BackLink href={placePaths.place(shown.placeId)}>{t.backToPlace}</BackLink>
      <Heading>{contact ? t.contactTitle : t.addContact}</Heading>
      {shown.theirs && <StaleEdit locale={locale} fields={staleFields(form, shown.theirs, label)} />}
      <Form
        action={contact ? placePaths.contact(contact.id) : placePaths.newContact(shown.placeId)}
        token={call.formToken()}
        version={shown.version}
        form={form}
        submit={t.save}
      >
        <TextField form={form} name="name" label={label.name} required maxlength={60} />
        <TextField form={form} name="position" label={label.position} maxlength={60} />
        <TextField form={form} name="phone" label={label.phone} type="tel" maxlength={30} />
        <TextField form={form} name="email" label={label.email} type="email" maxlength={200} />
      </Form>
      {contact && (
        <PostButton action={placePaths.endContact(contact.id)} token={call.formToken()} kind="careful">
          {t.endContact}
        </PostButton>
      )}
    </>,
    { status: shown.status ?? 200 },
  )
}

const refused = (call: Call, error: Parameters<typeof formErrors>[0]): FormState => {
  const { locale } = call.reader
  return refusedForm(locale, call.form.values, formErrors(error, contactLabels(locale), locale))
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const placeId = call.param('id')
  if (!(await findPlaceFor(call, placeId))) return notFound()
  const parsed = contactSchema.safeParse(call.form.values)
  if (!parsed.success) return contactPage(call, { form: refused(call, parsed.error), placeId, status: 422 })
  const id = await addContact(call, placeId, parsed.data)
  return id ? redirect(placePaths.place(placeId), placeWords[locale].saved) : notFound()
}

const change = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const contact = await findContactFor(call, call.param('id'))
  if (!contact) return notFound()
  const version = Number(call.form.text('_version')) || 0
  const about = { placeId: contact.placeId, contact, version }
  const parsed = contactSchema.safeParse(call.form.values)
  if (!parsed.success) return contactPage(call, { ...about, form: refused(call, parsed.error), status: 422 })
  const saved = await changeContact(call, contact.id, version, parsed.data)
  if (!saved) return notFound()
  if (saved.ok) return redirect(placePaths.place(contact.placeId), placeWords[locale].saved)
  const form = blankForm(locale, call.form.values)
  const theirs = typedContact(saved.error)
  return contactPage(call, { ...about, form, theirs, version: saved.error.version, status: 409 })
}

export const contactRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: placePaths.newContact(':id'),
    who: editors,
    reach,
    handle: async (call) => {
      const place = await findPlaceFor(call, call.param('id'))
      return place ? contactPage(call, { form: blankForm(call.reader.locale), placeId: place.id }) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: placePaths.newContact(':id'), who: editors, reach, handle: add }),
  memberRoute({
    method: 'GET',
    path: placePaths.contact(':id'),
    who: editors,
    reach,
    handle: async (call) => {
      const contact = await findContactFor(call, call.param('id'))
      if (!contact) return notFound()
      const form = blankForm(call.reader.locale, typedContact(contact))
      return contactPage(call, { form, placeId: contact.placeId, contact, version: contact.version })
    },
  }),
  memberRoute({ method: 'POST', path: placePaths.contact(':id'), who: editors, reach, handle: change }),
  memberRoute({
    method: 'POST',
    path: placePaths.endContact(':id'),
    who: editors,
    reach,
    handle: async (call) => {
      const contact = await dropContact(call, call.param('id'))
      if (!contact) return notFound()
      return redirect(placePaths.place(contact.placeId), placeWords[call.reader.locale].contactEnded)
    },
  }),
]

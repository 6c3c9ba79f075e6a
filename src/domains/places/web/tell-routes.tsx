import { z } from 'zod'
import { notFound, page, type PublicCall, type Reply, redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FormState, Heading, Lead, PhoneLine, refusedForm } from '#ui/index.ts'
import { tellOfPlace } from '../actions/tell-of-place.ts'
import { fieldOfKind, placeKinds } from '../core/kinds.ts'
import { tellWords } from './form-words.ts'
import { placePaths } from './paths.ts'
import { contactLabels, contactSchema, descriptionSchema, organisationNameSchema, placeLabels } from './place-form.ts'
import type { OpenProgramme, PublicDoor } from './public-door.ts'
import { ChooseProgramme, TellPage } from './tell-page.tsx'

const who = 'anyone'
const reach = 'nothing of anybody: a form that is only sent'

const kindSchema = z.object({ kind: z.enum(placeKinds) })

const programmeOf = async (call: PublicCall, door: PublicDoor): Promise<OpenProgramme | null> =>
  (await door.programmes()).find(({ id }) => String(id) === call.param('programme')) ?? null

const tellPage = (
  call: PublicCall,
  programme: OpenProgramme,
  shown: { form: FormState; token: string; status?: number },
): Reply => {
  const { locale } = call.reader
  return page(
    tellWords[locale].title,
    <TellPage locale={locale} programme={programme} form={shown.form} token={shown.token} />,
    { status: shown.status ?? 200 },
  )
}

/** What was typed, or what to look at again. The contact's fields carry a name of their own beside those of the place. */
const read = (call: PublicCall) => {
  const { locale } = call.reader
  const { values } = call.form
  const text = (name: string) => call.form.text(name)
  const reached = {
    name: text('contact_name'),
    position: text('contact_position'),
    email: text('email'),
    phone: text('contact_phone'),
  }
  const parsed = {
    place: descriptionSchema.safeParse(values),
    kind: kindSchema.safeParse(values),
    organisation: organisationNameSchema.safeParse(values),
    contact: contactSchema.safeParse(reached),
  }
  const labels = placeLabels(locale)
  const errors = [parsed.place, parsed.kind, parsed.organisation].flatMap(({ error }) =>
    error ? formErrors(error, labels, locale) : [],
  )
  if (parsed.contact.error) {
    const found = formErrors(parsed.contact.error, contactLabels(locale), locale)
    errors.push(...found.map(({ field, message }) => ({ field: contactFields[field] ?? field, message })))
  } else if (reached.email === '' && reached.phone === '') {
    errors.push({ field: 'contact_phone', message: tellWords[locale].reachable })
  }
  return { ...parsed, errors }
}

const contactFields: Record<string, string> = {
  name: 'contact_name',
  position: 'contact_position',
  phone: 'contact_phone',
}

const send = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  const token = z.uuid().safeParse(call.form.text('_token'))
  if (!programme || !token.success) return notFound()
  const { locale } = call.reader
  const refuse = (errors: { field: string; message: string }[], status: number): Reply =>
    tellPage(call, programme, { form: refusedForm(locale, call.form.values, errors), token: token.data, status })
  const { place, kind, organisation, contact, errors } = read(call)
  if (!place.success || !kind.success || !organisation.success || !contact.success || errors.length > 0)
    return refuse(errors, 422)
  if (!(await door.maySend(call.client.address, call.now)))
    return refuse([{ field: '', message: tellWords[locale].tooMany }], 429)
  const sorts = { kind: kind.data.kind, field: fieldOfKind(kind.data.kind), lat: null, lng: null }
  const draft = { ...place.data, ...organisation.data, ...sorts }
  await door.inProgramme(programme.id, (ctx) => tellOfPlace(ctx, token.data, draft, contact.data))
  return redirect(placePaths.told(String(programme.id)))
}

const thanks = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  if (!programme) return notFound()
  const t = tellWords[call.reader.locale]
  return page(
    t.sent,
    <>
      <Heading above={programme.name}>{t.sent}</Heading>
      <Lead>{t.sentLead}</Lead>
      {programme.contactPhone && (
        <p>
          <PhoneLine line={programme.contactPhone} /> {programme.contactHours}
        </p>
      )}
    </>,
  )
}

/** A place tells about itself without an account; a coordinator gets in touch and confirms. */
export const tellRoutes = (door: PublicDoor): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: placePaths.tell,
    who,
    reach: 'the names of the programmes',
    handle: async (call) => {
      const { locale } = call.reader
      const programmes = await door.programmes()
      return page(tellWords[locale].title, <ChooseProgramme locale={locale} programmes={programmes} />)
    },
  }),
  publicRoute({
    method: 'GET',
    path: placePaths.tellProgramme(':programme'),
    who,
    reach,
    handle: async (call) => {
      const programme = await programmeOf(call, door)
      if (!programme) return notFound()
      return tellPage(call, programme, { form: blankForm(call.reader.locale), token: door.newId() })
    },
  }),
  publicRoute({
    method: 'POST',
    path: placePaths.tellProgramme(':programme'),
    who,
    reach,
    handle: (call) => send(call, door),
  }),
  publicRoute({
    method: 'GET',
    path: placePaths.told(':programme'),
    who,
    reach,
    handle: (call) => thanks(call, door),
  }),
]

import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { BackLink, blankForm, type FieldError, type FormState, Heading, Lead, refusedForm } from '#ui/index.ts'
import { addPerson, saveContact } from '../actions/save-contact.ts'
import { type SaidSince, sayConsents } from '../actions/say-consents.ts'
import { givenNow } from '../core/consents.ts'
import { consentWords } from '../data/consents.ts'
import { findPerson, type Person } from '../data/persons.ts'
import { chosenConsents, ConsentForm, consentsShown, shownConsents } from './consent-form-view.tsx'
import { contactLabels, contactSchema, tellingSchema, typedContact } from './contact-form.ts'
import { ContactForm } from './contact-form-view.tsx'
import { meWords } from './me-words.ts'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './people-words.ts'
import { mayRecord } from './person-view.tsx'
import { ToldFields, toldAt, toldLabels, toldSchema } from './told-form.tsx'

const recorders = ['coordinator', 'companion'] as const

interface ContactShown {
  form: FormState
  version: number
  theirs?: FormState['values']
  status?: number
}

const contactPage = (call: Call, person: Person | null, shown: ContactShown): Reply => {
  const { locale } = call.reader
  const t = peopleWords[locale]
  const title = person ? t.recordContact : t.add
  return page(
    title,
    <>
      <BackLink href={person ? peoplePaths.person(person.id) : peoplePaths.list}>
        {person ? t.backToPerson : t.back}
      </BackLink>
      <Heading above={person && spoken(person)}>{title}</Heading>
      {!person && <Lead>{t.addLead}</Lead>}
      <ContactForm
        locale={locale}
        form={shown.form}
        action={person ? peoplePaths.contact(person.id) : peoplePaths.newPerson}
        token={call.formToken()}
        version={shown.version}
        theirs={shown.theirs ?? null}
        submit={meWords[locale].save}
      >
        {person && <ToldFields locale={locale} form={shown.form} />}
      </ContactForm>
    </>,
    { status: shown.status ?? 200 },
  )
}

const personToRecord = async (call: Call): Promise<Person | null> => {
  const person = await findPerson(call.tx, call.actor.programmeId, call.param('id'))
  return person && (await mayRecord(call, person.id)) ? person : null
}

const recordContact = async (call: Call): Promise<Reply> => {
  const person = await personToRecord(call)
  if (!person) return notFound()
  const { locale } = call.reader
  const version = Number(call.form.text('_version')) || 0
  const parsed = contactSchema(locale).safeParse(call.form.values)
  const told = tellingSchema.safeParse(call.form.values)
  if (!parsed.success || !told.success) {
    const labels = { ...contactLabels(locale), ...toldLabels(locale) }
    const errors = [parsed.error, told.error].flatMap((error) => (error ? formErrors(error, labels, locale) : []))
    return contactPage(call, person, { form: refusedForm(locale, call.form.values, errors), version, status: 422 })
  }
  const saved = await saveContact(call, person.id, { draft: parsed.data, version, told: told.data.via })
  if (!saved) return notFound()
  if (saved.ok) return redirect(peoplePaths.person(person.id), peopleWords[locale].recorded)
  return contactPage(call, person, {
    form: blankForm(locale, call.form.values),
    version: saved.error.version,
    theirs: typedContact(saved.error),
    status: 409,
  })
}

const enterPerson = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const parsed = contactSchema(locale).safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, contactLabels(locale), locale)
    return contactPage(call, null, { form: refusedForm(locale, call.form.values, errors), version: 0, status: 422 })
  }
  return redirect(peoplePaths.person(await addPerson(call, parsed.data)), peopleWords[locale].added)
}

const consentsPage = (call: Call, person: Person, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = peopleWords[locale]
  return page(
    t.recordConsents,
    <>
      <BackLink href={peoplePaths.person(person.id)}>{t.backToPerson}</BackLink>
      <Heading above={spoken(person)}>{t.recordConsents}</Heading>
      <ConsentForm locale={locale} form={form} action={peoplePaths.consents(person.id)} token={call.formToken()}>
        <ToldFields locale={locale} form={form} withDay />
      </ConsentForm>
    </>,
    { status },
  )
}

const recordConsents = async (call: Call): Promise<Reply> => {
  const person = await personToRecord(call)
  if (!person) return notFound()
  const { locale } = call.reader
  const refused = (errors: FieldError[], status: number) =>
    consentsPage(call, person, refusedForm(locale, call.form.values, errors), status)
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  if (!told.success) return refused(formErrors(told.error, toldLabels(locale), locale), 422)
  const list = (name: string): string[] => call.form.list(name)
  const heard = { via: told.data.via, at: toldAt(told.data, call) }
  const saved = await sayConsents(call, person.id, chosenConsents(list), heard, consentsShown(list))
  if (saved.ok) return redirect(peoplePaths.person(person.id), peopleWords[locale].recorded)
  return refused(
    saved.error.map((blocker) => saidSinceError(call, blocker)),
    409,
  )
}

const saidSinceError = (call: Call, { line, at }: SaidSince): FieldError => {
  const { locale } = call.reader
  const when = formatInstant(at, call.zone, locale)
  return { field: line.recipient, message: peopleWords[locale].saidSince(meWords[locale].items[line.item], when) }
}

/** Said by telephone, written on paper: staff write it down as told. */
export const recordRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: peoplePaths.newPerson,
    who: ['coordinator'],
    reach: 'the programme',
    handle: async (call) =>
      contactPage(call, null, {
        form: blankForm(call.reader.locale, { channel: 'phone', locale: 'ja' }),
        version: 0,
      }),
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.newPerson,
    who: ['coordinator'],
    reach: 'the programme',
    handle: enterPerson,
  }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.contact(':id'),
    who: recorders,
    reach: 'the programme (coordinator), those whom they follow',
    handle: async (call) => {
      const person = await personToRecord(call)
      if (!person) return notFound()
      return contactPage(call, person, {
        form: blankForm(call.reader.locale, typedContact(person)),
        version: person.version,
      })
    },
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.contact(':id'),
    who: recorders,
    reach: 'the programme (coordinator), those whom they follow',
    handle: recordContact,
  }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.consents(':id'),
    who: recorders,
    reach: 'the programme (coordinator), those whom they follow',
    handle: async (call) => {
      const person = await personToRecord(call)
      if (!person) return notFound()
      const said = (await consentWords(call.tx, call.actor.programmeId, [person.id])).get(person.id) ?? []
      const typed = { ...shownConsents(givenNow(said, call.now)), told_on: call.today }
      return consentsPage(call, person, blankForm(call.reader.locale, typed))
    },
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.consents(':id'),
    who: recorders,
    reach: 'the programme (coordinator), those whom they follow',
    handle: recordConsents,
  }),
]

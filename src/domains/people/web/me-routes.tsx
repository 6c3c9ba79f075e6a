import { type Role, roles } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { BackLink, blankForm, type FormState, Heading, Lead, refusedForm } from '#ui/index.ts'
import { endFeed, makeFeed } from '../actions/calendar-feed.ts'
import { saveContact } from '../actions/save-contact.ts'
import { sayConsents } from '../actions/say-consents.ts'
import { givenNow, showingRoles } from '../core/consents.ts'
import { consentWords } from '../data/consents.ts'
import { findFeed } from '../data/feeds.ts'
import { looksAt } from '../data/looked.ts'
import { questionsTo } from '../data/merge-questions.ts'
import { findPerson } from '../data/persons.ts'
import { CalendarPage } from './calendar-page.tsx'
import { chosenConsents, ConsentForm, consentsShown, shownConsents } from './consent-form-view.tsx'
import { contactLabels, contactSchema, typedContact } from './contact-form.ts'
import { ContactForm } from './contact-form-view.tsx'
import { LookedPage } from './looked-page.tsx'
import { MePage } from './me-page.tsx'
import { meWords } from './me-words.ts'
import { peoplePaths } from './paths.ts'

const own = 'own'
const shows = (call: Call): boolean => showingRoles.includes(call.actor.role)

const givenBy = async (call: Call) => {
  const { personId, programmeId } = call.actor
  return givenNow((await consentWords(call.tx, programmeId, [personId])).get(personId) ?? [], call.now)
}

const me = async (call: Call): Promise<Reply> => {
  const person = await findPerson(call.tx, call.actor.programmeId, call.actor.personId)
  if (!person) return notFound()
  const { locale } = call.reader
  const given = shows(call) ? await givenBy(call) : null
  const asked = await questionsTo(call.tx, call.actor.programmeId, person.id)
  return page(
    meWords[locale].title,
    <MePage locale={locale} person={person} given={given} asked={asked.some(({ answer }) => answer === null)} />,
  )
}

interface ContactShown {
  form: FormState
  version: number
  theirs?: FormState['values']
  status?: number
}

const contactPage = (call: Call, shown: ContactShown): Reply => {
  const { locale } = call.reader
  const t = meWords[locale]
  return page(
    t.changeContact,
    <>
      <BackLink href={peoplePaths.me}>{t.back}</BackLink>
      <Heading>{t.changeContact}</Heading>
      <ContactForm
        locale={locale}
        form={shown.form}
        action={peoplePaths.myContact}
        token={call.formToken()}
        version={shown.version}
        theirs={shown.theirs ?? null}
        submit={t.save}
      />
    </>,
    { status: shown.status ?? 200 },
  )
}

const changeContact = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const version = Number(call.form.text('_version')) || 0
  const parsed = contactSchema(locale).safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, contactLabels(locale), locale)
    return contactPage(call, { form: refusedForm(locale, call.form.values, errors), version, status: 422 })
  }
  const saved = await saveContact(call, call.actor.personId, { draft: parsed.data, version, told: null })
  if (!saved) return notFound()
  if (saved.ok) return redirect(peoplePaths.me, meWords[locale].saved)
  return contactPage(call, {
    form: blankForm(locale, call.form.values),
    version: saved.error.version,
    theirs: typedContact(saved.error),
    status: 409,
  })
}

const consentsPage = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = meWords[locale]
  const form = blankForm(locale, shownConsents(await givenBy(call)))
  return page(
    t.consents,
    <>
      <BackLink href={peoplePaths.me}>{t.back}</BackLink>
      <Heading>{t.consents}</Heading>
      <Lead>{t.consentsLead}</Lead>
      <ConsentForm locale={locale} form={form} action={peoplePaths.myConsents} token={call.formToken()} />
    </>,
  )
}

const changeConsents = async (call: Call): Promise<Reply> => {
  const list = (name: string): string[] => call.form.list(name)
  await sayConsents(call, call.actor.personId, chosenConsents(list), null, consentsShown(list))
  return redirect(peoplePaths.me, meWords[call.reader.locale].saved)
}

const pageSize = 50

const looked = async (call: Call, roleWords: Record<Locale, Record<Role, string>>): Promise<Reply> => {
  const { locale } = call.reader
  const before = Number(call.query.get('before')) || null
  const { programmeId, personId } = call.actor
  const found = await looksAt(call.tx, programmeId, personId, { before, size: pageSize + 1 })
  const looks = found.slice(0, pageSize)
  const older = found.length > pageSize ? (looks.at(-1)?.seq ?? null) : null
  return page(
    meWords[locale].looked,
    <LookedPage locale={locale} zone={call.zone} looks={looks} older={older} roleWords={roleWords[locale]} />,
  )
}

const calendarPage = async (call: Call, address: string | null): Promise<Reply> => {
  const { locale } = call.reader
  const feed = await findFeed(call.tx, call.actor.programmeId, call.actor.personId)
  const tokens = { make: call.formToken(), end: call.formToken() }
  return page(
    meWords[locale].calendar,
    <CalendarPage locale={locale} zone={call.zone} feed={feed} address={address} tokens={tokens} />,
  )
}

/** What a person does with what is kept about themselves; the same for every role. */
export const meRoutes = (parts: {
  roleWords: Record<Locale, Record<Role, string>>
  /** The address under which people reach us, for the calendar. */
  origin: () => string
}): RouteSpec[] => [
  memberRoute({ method: 'GET', path: peoplePaths.me, who: roles, reach: own, handle: me }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.myContact,
    who: roles,
    reach: own,
    handle: async (call) => {
      const person = await findPerson(call.tx, call.actor.programmeId, call.actor.personId)
      if (!person) return notFound()
      return contactPage(call, { form: blankForm(call.reader.locale, typedContact(person)), version: person.version })
    },
  }),
  memberRoute({ method: 'POST', path: peoplePaths.myContact, who: roles, reach: own, handle: changeContact }),
  memberRoute({ method: 'GET', path: peoplePaths.myConsents, who: showingRoles, reach: own, handle: consentsPage }),
  memberRoute({ method: 'POST', path: peoplePaths.myConsents, who: showingRoles, reach: own, handle: changeConsents }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.looked,
    who: roles,
    reach: own,
    handle: (call) => looked(call, parts.roleWords),
  }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.myCalendar,
    who: roles,
    reach: own,
    handle: (call) => calendarPage(call, null),
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.myCalendar,
    who: roles,
    reach: own,
    handle: async (call) => calendarPage(call, parts.origin() + peoplePaths.feed(await makeFeed(call))),
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.endCalendar,
    who: roles,
    reach: own,
    handle: async (call) => {
      await endFeed(call)
      return redirect(peoplePaths.myCalendar, meWords[call.reader.locale].calendarEnded)
    },
  }),
]

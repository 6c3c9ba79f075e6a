import {
  findPerson,
  namesOf,
  type PersonSection,
  peoplePaths,
  ToldFields,
  toldLabels,
  toldSchema,
} from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  blankForm,
  Form,
  type FormState,
  Heading,
  List,
  LinkButton,
  PostButton,
  refusedForm,
  Section,
} from '#ui/index.ts'
import { confirmQualification, nameQualification, setQualificationAside } from '../actions/qualification.ts'
import { credentialState } from '../core/credential.ts'
import { credentialsOf } from '../data/credentials.ts'
import { qualificationsOf } from '../data/qualifications.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { ownPaperWords } from './own-paper-words.ts'
import { paperWords } from './paper-words.ts'
import { QualificationFields, QualificationList, readQualification } from './qualification-form.tsx'

const who = ['coordinator'] as const
const reach = 'the programme'

/** On a person's page: what they completed here, and what elsewhere. */
export const papersSection: PersonSection = {
  who: ['coordinator', 'companion'],
  order: 20,
  load: async (call, personId, seen) => {
    const { tx, actor, reader } = call
    if (!seen.has('logistics') || personId === actor.personId) return null
    const papers = (await credentialsOf(tx, actor.programmeId, personId)).filter(
      (one) => one.kind === 'certificate' && credentialState(one) === 'valid',
    )
    const elsewhere = await qualificationsOf(tx, actor.programmeId, [personId])
    const keeps = actor.role === 'coordinator'
    if (papers.length === 0 && elsewhere.length === 0 && !keeps) return null
    const t = ownPaperWords[reader.locale]
    return (
      <Section title={t.titleOf}>
        {papers.length === 0 && <p>{t.noneOf}</p>}
        <List
          items={[
            ...papers.map((one) => ({
              title: one.runName ?? paperWords[reader.locale].title,
              href: keeps ? paths.paper(one.id) : undefined,
              lines: [formatDayLong(one.issuedOn, reader.locale)],
            })),
            ...elsewhere.map((one) => ({
              title: t.courses[one.course],
              lines: [t.elsewhere, formatDayLong(one.issuedOn, reader.locale)],
            })),
          ]}
        />
        {keeps && <LinkButton href={paths.qualificationsOf(personId)}>{t.elsewhere}</LinkButton>}
      </Section>
    )
  },
}

const elsewherePage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = ownPaperWords[locale]
  const id = call.param('id')
  const called = (await namesOf(tx, actor.programmeId, [id])).get(id)
  if (!called || id === actor.personId) return notFound()
  return page(
    t.elsewhere,
    <>
      <BackLink href={peoplePaths.person(id)}>{paperWords[locale].backToPerson}</BackLink>
      <Heading above={spoken(called)}>{t.elsewhere}</Heading>
      <QualificationList
        locale={locale}
        all={await qualificationsOf(tx, actor.programmeId, [id])}
        action={(one) => (
          <Actions>
            {one.confirmedAt === null && (
              <PostButton action={paths.confirmQualification(one.id)} token={call.formToken()}>
                {t.confirm}
              </PostButton>
            )}
            <PostButton action={paths.setAsideOf(one.id)} token={call.formToken()} kind="quiet">
              {t.aside}
            </PostButton>
          </Actions>
        )}
      />
      <Section title={t.addFor}>
        <Form action={paths.qualificationsOf(id)} token={call.formToken()} form={form} submit={t.save}>
          <QualificationFields locale={locale} form={form} today={call.today} />
          <ToldFields locale={locale} form={form} />
        </Form>
      </Section>
    </>,
    { status },
  )
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  if (id === call.actor.personId || !(await findPerson(call.tx, call.actor.programmeId, id))) return notFound()
  const read = readQualification(call)
  const told = toldSchema(locale, call.today).pick({ via: true }).safeParse(call.form.values)
  if (!read.ok || !told.success) {
    const errors = [
      ...(read.ok ? [] : read.error),
      ...(told.error ? formErrors(told.error, toldLabels(locale), locale) : []),
    ]
    return elsewherePage(call, refusedForm(locale, call.form.values, errors), 422)
  }
  const named = await nameQualification(call, id, read.value, told.data.via)
  return named ? redirect(paths.qualificationsOf(id), ownPaperWords[locale].saved) : notFound()
}

const confirm = async (call: Call): Promise<Reply> => {
  const personId = await confirmQualification(call, call.param('id'))
  const t = ownPaperWords[call.reader.locale]
  return personId ? redirect(paths.qualificationsOf(personId), t.confirmedDone) : notFound()
}

const setAside = async (call: Call): Promise<Reply> => {
  const personId = await setQualificationAside(call, call.param('id'))
  const t = ownPaperWords[call.reader.locale]
  return personId ? redirect(paths.qualificationsOf(personId), t.asideDone) : notFound()
}

/** What people took elsewhere, written down and confirmed by the coordinator. */
export const personPaperRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.qualificationsOf(':id'),
    who,
    reach,
    handle: (call) => elsewherePage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.qualificationsOf(':id'), who, reach, handle: add }),
  memberRoute({ method: 'POST', path: paths.confirmQualification(':id'), who, reach, handle: confirm }),
  memberRoute({ method: 'POST', path: paths.setAsideOf(':id'), who, reach, handle: setAside }),
]

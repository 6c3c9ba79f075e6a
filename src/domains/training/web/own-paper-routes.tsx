import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatSpan } from '#platform/i18n/dates.ts'
import {
  Actions,
  BackLink,
  blankForm,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  PostButton,
  refusedForm,
  Section,
  StatusTag,
} from '#ui/index.ts'
import { answerCeremony } from '../actions/ceremony.ts'
import { nameQualification, setQualificationAside } from '../actions/qualification.ts'
import { credentialState, holderRoles } from '../core/credential.ts'
import { guestAnswers, invitationsTo } from '../data/ceremonies.ts'
import { credentialsOf } from '../data/credentials.ts'
import { qualificationsOf } from '../data/qualifications.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { ownPaperWords } from './own-paper-words.ts'
import { paperWords } from './paper-words.ts'
import { QualificationFields, QualificationList, readQualification } from './qualification-form.tsx'

const who = holderRoles
const reach = 'own'

const mine = async (call: Call): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = ownPaperWords[locale]
  const p = paperWords[locale]
  const papers = (await credentialsOf(tx, actor.programmeId, actor.personId)).filter(
    (one) => one.kind === 'certificate',
  )
  return page(
    p.mine,
    <>
      <Heading>{p.mine}</Heading>
      <Lead>{p.lead}</Lead>
      <Invitations call={call} all={await invitationsTo(tx, actor.programmeId, actor.personId, call.now)} />
      <Section title={t.certificates}>
        {papers.length === 0 && <EmptyState>{p.none}</EmptyState>}
        <List
          items={papers.map((paper) => {
            const state = credentialState(paper)
            return {
              title: paper.runName ?? p.title,
              href: paths.paper(paper.id),
              lines: [formatDayLong(paper.reissuedOn ?? paper.issuedOn, locale)],
              tag: state === 'valid' ? null : <StatusTag tone="ended">{p.states[state]}</StatusTag>,
            }
          })}
        />
      </Section>
      <Section title={t.elsewhere}>
        <p>{t.elsewhereLead}</p>
        <QualificationList
          locale={locale}
          all={await qualificationsOf(tx, actor.programmeId, [actor.personId])}
          action={(one) => (
            <PostButton action={paths.setAside(one.id)} token={call.formToken()} kind="quiet">
              {t.aside}
            </PostButton>
          )}
        />
        <LinkButton href={paths.newQualification}>{t.add}</LinkButton>
      </Section>
    </>,
  )
}

const Invitations = ({ call, all }: { call: Call; all: Awaited<ReturnType<typeof invitationsTo>> }) => {
  const { locale } = call.reader
  const t = ownPaperWords[locale]
  const labels = { comes: t.comes, rather_not: t.ratherNot }
  return all.map((one) => (
    <Section title={t.gathering}>
      <p>
        {formatSpan(one.startsAt, one.endsAt, call.zone, locale)} {one.place}
      </p>
      {one.note && <p>{one.note}</p>}
      <p>{one.answer ? t.yourAnswer[one.answer] : t.noAnswer}</p>
      <Actions>
        {guestAnswers
          .filter((answer) => answer !== one.answer)
          .map((answer) => (
            <PostButton action={paths.myAnswer(one.id)} token={call.formToken()} fields={{ answer }}>
              {labels[answer]}
            </PostButton>
          ))}
      </Actions>
    </Section>
  ))
}

const newPage = (call: Call, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = ownPaperWords[locale]
  return page(
    t.add,
    <>
      <BackLink href={paths.mine}>{paperWords[locale].back}</BackLink>
      <Heading>{t.add}</Heading>
      <Lead>{t.elsewhereLead}</Lead>
      <Form action={paths.newQualification} token={call.formToken()} form={form} submit={t.save}>
        <QualificationFields locale={locale} form={form} today={call.today} />
      </Form>
    </>,
    { status },
  )
}

const add = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const read = readQualification(call)
  if (!read.ok) return newPage(call, refusedForm(locale, call.form.values, read.error), 422)
  await nameQualification(call, call.actor.personId, read.value, null)
  return redirect(paths.mine, ownPaperWords[locale].saved)
}

const setAside = async (call: Call): Promise<Reply> => {
  const personId = await setQualificationAside(call, call.param('id'))
  return personId ? redirect(paths.mine, ownPaperWords[call.reader.locale].asideDone) : notFound()
}

const answer = async (call: Call): Promise<Reply> => {
  const said = guestAnswers.find((one) => one === call.form.text('answer'))
  const { personId } = call.actor
  const done = said && (await answerCeremony(call, call.param('id'), { personId, answer: said, told: null }))
  return done ? redirect(paths.mine, ownPaperWords[call.reader.locale].answered) : notFound()
}

/** One's own certificates, what one took elsewhere, and the ceremony. */
export const ownPaperRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.mine, who, reach, handle: mine }),
  memberRoute({
    method: 'GET',
    path: paths.newQualification,
    who,
    reach,
    handle: async (call) => newPage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.newQualification, who, reach, handle: add }),
  memberRoute({ method: 'POST', path: paths.setAside(':id'), who, reach, handle: setAside }),
  memberRoute({ method: 'POST', path: paths.myAnswer(':id'), who, reach, handle: answer }),
]

import { dayIn } from '#kernel/time.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, page, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatSpan } from '#platform/i18n/dates.ts'
import { BackLink, EmptyState, Heading, Lead, Name, OwnWords, PrintSheet, Table } from '#ui/index.ts'
import { readNeeds } from '../actions/read-needs.ts'
import { showSession } from '../actions/show-session.ts'
import { runStaffRoles } from '../data/reached.ts'
import { findRun } from '../data/runs.ts'
import { signInSheetPdf } from '../documents/sign-in-sheet.ts'
import { attendanceWords } from './attendance-words.ts'
import { sessionWords } from './session-words.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

const who = runStaffRoles
const reach = 'coordinator: the programme; others: runs they are named for'

const asked = async (call: Call) => {
  const shown = await showSession(call, call.param('sessionId'))
  return shown && shown.session.runId === call.param('id') ? shown : null
}

/** One A4 page with names and room to sign. */
const signInSheet = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown) return notFound()
  const { locale } = call.reader
  const t = sessionWords[locale]
  const { session, expected } = shown
  const rows = expected.map(({ enrolment }, at) => ({ ...enrolment, at: at + 1 }))
  return page(
    t.signInTitle,
    <>
      <PrintSheet
        locale={locale}
        title={`${t.signInTitle} ${attendanceWords[locale].no(session.no)} ${session.title}`}
        from={call.programme.shortName}
        foot={t.signInFoot}
      >
        <p>
          {formatDayLong(dayIn(session.startsAt, call.zone), locale)} {session.place}
        </p>
        <Table
          wide
          caption={t.signInTitle}
          captionHidden
          rows={rows}
          columns={[
            { head: t.signInNo, cell: ({ at }) => at, numeric: true },
            { head: t.signInName, rowHead: true, cell: ({ name, kana }) => <Name name={name} kana={kana} /> },
            { head: t.signInSign, cell: () => <div class="line" /> },
          ]}
        />
      </PrintSheet>
    </>,
  )
}

/** The same as a file, with the names that they like to be called among the others. */
const signInPdf = async (call: Call): Promise<Reply | Later> => {
  const shown = await asked(call)
  const run = shown && (await findRun(call.tx, call.actor.programmeId, shown.session.runId))
  if (!shown || !run) return notFound()
  const { session, expected } = shown
  const paper = await signInSheetPdf(call, {
    run: run.name,
    no: session.no,
    title: session.title,
    on: dayIn(session.startsAt, call.zone),
    when: formatSpan(session.startsAt, session.endsAt, call.zone, 'ja'),
    place: session.mode === 'online' ? sessionWords.ja.online : session.place,
    people: expected.map(({ enrolment, nickname }) => nickname || enrolment.name),
    blanks: blankLines,
  })
  return print(`${sessionWords.ja.signInTitle}.pdf`, paper, (then) =>
    then.audit.wrote({ action: 'print', kind: 'training.session', id: session.id }),
  )
}

/** For those who were not expected. */
const blankLines = 3

/** What people need in this session, for those who run it. Reading it is noted. */
const needs = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown) return notFound()
  const { locale } = call.reader
  const t = sessionWords[locale]
  const { session, expected } = shown
  const all = await readNeeds(call, { runId: session.runId })
  const here = all.flatMap((need) => {
    const person = expected.find(({ enrolment }) => enrolment.id === need.enrolmentId)?.enrolment
    return person ? [{ ...need, person }] : []
  })
  return page(
    t.needsTitle,
    <>
      <BackLink href={paths.session(session.runId, session.id)}>{t.backToSession}</BackLink>
      <Heading above={session.title}>{t.needsTitle}</Heading>
      <Lead>{t.needsLead}</Lead>
      {here.length === 0 ? <EmptyState>{t.needsEmpty}</EmptyState> : null}
      {here.map(({ person, asked: words, answer, answered }) => (
        <article class="card">
          <h2>
            <Name name={person.name} kana={person.kana} />
          </h2>
          <OwnWords text={words} />
          {answer ? <p>{t.answers[answer]}</p> : null}
          {answered ? <OwnWords text={answered} /> : null}
        </article>
      ))}
    </>,
  )
}

export const sessionPaperRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.signInSheet(':id', ':sessionId'), who, reach, handle: signInSheet }),
  memberRoute({ method: 'GET', path: paths.signInPdf(':id', ':sessionId'), who, reach, handle: signInPdf }),
  memberRoute({ method: 'GET', path: paths.needs(':id', ':sessionId'), who, reach, handle: needs }),
]

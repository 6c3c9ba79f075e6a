import { folded } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { BackLink, blankForm, Form, Heading, Lead, refusedForm, TextArea } from '#ui/index.ts'
import { type Entering, enterAttendance } from '../actions/enter-attendance.ts'
import { enterHomework } from '../actions/enter-homework.ts'
import { writeNote } from '../actions/session-texts.ts'
import { type ShownSession, showSession } from '../actions/show-session.ts'
import { readOnlineList } from '../core/online-list.ts'
import { matchRoll } from '../core/roll.ts'
import { runStaffRoles } from '../data/reached.ts'
import { enteredValues, staleEntries, typedEntries } from './session-form.ts'
import { MatchedPage, SessionPage, type SessionPageProps } from './session-page.tsx'
import { sessionWords } from './session-words.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

const who = runStaffRoles
const reach = 'coordinator: the programme; others: runs they are named for'

/** The session of the address, with its run; null where they do not belong together or are not the actor's. */
const asked = async (call: Call): Promise<ShownSession | null> => {
  const shown = await showSession(call, call.param('sessionId'))
  return shown && shown.session.runId === call.param('id') ? shown : null
}

type Again = Partial<Pick<SessionPageProps, 'stale'>> & { forms?: Partial<SessionPageProps['forms']>; status?: number }

const sessionPage = (call: Call, shown: ShownSession, again: Again = {}): Reply => {
  const { locale } = call.reader
  const handedIn = shown.expected.filter(({ homeworkIn }) => homeworkIn).map(({ enrolment }) => enrolment.id)
  return page(
    shown.session.title,
    <SessionPage
      locale={locale}
      zone={call.zone}
      shown={shown}
      forms={{
        attendance: blankForm(locale, enteredValues(shown)),
        homework: blankForm(locale, { handed_in: handedIn }, 'homework'),
        note: blankForm(locale, { text: shown.note.text }, 'note'),
        ...again.forms,
      }}
      stale={again.stale ?? { attendance: [], note: [] }}
      token={call.formToken}
    />,
    { status: again.status ?? 200 },
  )
}

const show = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  return shown ? sessionPage(call, shown) : notFound()
}

const versionSeen = (call: Call): number => Number(call.form.text('_version')) || 0

const enter = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown) return notFound()
  const source = call.form.text('source') === 'sheet' ? 'sheet' : 'hand'
  return save(call, shown, typedEntries(call, shown.expected), source)
}

const save = async (
  call: Call,
  shown: ShownSession,
  entries: readonly Entering[],
  source: 'hand' | 'sheet' | 'online_list',
): Promise<Reply> => {
  const { locale } = call.reader
  const t = sessionWords[locale]
  const { session } = shown
  const entered = await enterAttendance(call, session.id, entries, { source, seen: versionSeen(call) })
  if (!entered) return notFound()
  if (entered.ok) return redirect(paths.session(session.runId, session.id), t.saved)
  const errors = entered.error.map(({ kind }) => ({ field: '', message: t.blockers[kind] }))
  const stale = entered.error.some(({ kind }) => kind === 'changed_meanwhile')
  const typed = {
    ...enteredValues(shown),
    ...Object.fromEntries(
      entries.flatMap((one) => [
        [`state-${one.enrolmentId}`, one.state],
        [`note-${one.enrolmentId}`, one.note],
      ]),
    ),
  }
  return sessionPage(call, shown, {
    forms: { attendance: refusedForm(locale, typed, errors) },
    stale: { attendance: stale ? staleEntries(shown.expected, entries, locale) : [], note: [] },
    status: 409,
  })
}

const pastePage = (
  call: Call,
  { session }: ShownSession,
  form = blankForm(call.reader.locale),
  status = 200,
): Reply => {
  const t = sessionWords[call.reader.locale]
  return page(
    t.onlineTitle,
    <>
      <BackLink href={paths.session(session.runId, session.id)}>{t.backToSession}</BackLink>
      <Heading above={session.title}>{t.onlineTitle}</Heading>
      <Lead>{t.onlineLead}</Lead>
      <Form action={paths.onlineList(session.runId, session.id)} token={call.formToken()} form={form} submit={t.read}>
        <TextArea form={form} name="pasted" label={t.pasted} required rows={12} />
      </Form>
    </>,
    { status },
  )
}

const showPaste = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  return shown ? pastePage(call, shown) : notFound()
}

const takePaste = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown) return notFound()
  const { locale } = call.reader
  const rows = Number(call.form.text('rows'))
  if (rows > 0) return save(call, shown, chosenRows(call, shown, rows), 'online_list')
  const read = readOnlineList(call.form.text('pasted'))
  if ('trouble' in read) {
    const message = sessionWords[locale].trouble[read.trouble.kind]
    return pastePage(call, shown, refusedForm(locale, call.form.values, [{ field: 'pasted', message }]), 422)
  }
  const roll = shown.expected.map(({ enrolment: { id, name, kana }, nickname }) => ({ id, name, kana, nickname }))
  const matched = matchRoll(read.rows, roll, folded)
  const values = Object.fromEntries(matched.map(({ personId }, at) => [`row-${at}`, personId ?? '']))
  return page(
    sessionWords[locale].matchedTitle,
    <MatchedPage
      locale={locale}
      shown={shown}
      form={blankForm(locale, values)}
      rows={read.rows}
      token={call.formToken()}
    />,
  )
}

const chosenRows = (call: Call, { expected }: ShownSession, rows: number): Entering[] => {
  const chosen = new Set(Array.from({ length: Math.min(rows, 500) }, (_, at) => call.form.text(`row-${at}`)))
  return expected
    .filter(({ enrolment }) => chosen.has(enrolment.id))
    .map(({ enrolment, last }) => ({ enrolmentId: enrolment.id, state: 'online', note: last?.note ?? '' }))
}

const homework = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown || !(await enterHomework(call, shown.session.id, call.form.list('handed_in')))) return notFound()
  return redirect(paths.session(shown.session.runId, shown.session.id), sessionWords[call.reader.locale].homeworkSaved)
}

const note = async (call: Call): Promise<Reply> => {
  const shown = await asked(call)
  if (!shown) return notFound()
  const { locale } = call.reader
  const t = sessionWords[locale]
  const text = call.form.text('text').slice(0, 4000)
  const written = await writeNote(call, shown.session.id, { text, version: versionSeen(call) })
  if (!written) return notFound()
  if (written.ok) return redirect(paths.session(shown.session.runId, shown.session.id), t.noteSaved)
  return sessionPage(call, shown, {
    forms: { note: refusedForm(locale, { text }, [], 'note') },
    stale: { attendance: [], note: [{ label: t.note, mine: text, theirs: shown.note.text }] },
    status: 409,
  })
}

export const sessionRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.session(':id', ':sessionId'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: paths.attendance(':id', ':sessionId'), who, reach, handle: enter }),
  memberRoute({ method: 'GET', path: paths.onlineList(':id', ':sessionId'), who, reach, handle: showPaste }),
  memberRoute({ method: 'POST', path: paths.onlineList(':id', ':sessionId'), who, reach, handle: takePaste }),
  memberRoute({ method: 'POST', path: paths.homework(':id', ':sessionId'), who, reach, handle: homework }),
  memberRoute({ method: 'POST', path: paths.note(':id', ':sessionId'), who, reach, handle: note }),
]

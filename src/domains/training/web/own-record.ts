import type { OwnPart, OwnTable } from '#domains/people/index.ts'
import type { Call } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { readApplication } from '../actions/read-application.ts'
import { reachablePracticums, showPracticum } from '../actions/see-practicum.ts'
import { ownWord } from '../actions/session-texts.ts'
import { type OwnCourse, showOwnCourse } from '../actions/show-own-course.ts'
import { ownStories } from '../actions/stories.ts'
import { credentialNumber, credentialState } from '../core/credential.ts'
import { ownApplications } from '../data/applications.ts'
import { credentialsOf } from '../data/credentials.ts'
import { qualificationsOf } from '../data/qualifications.ts'
import { ownEnrolments, takerRoles } from '../data/reached.ts'
import { wordingFrom } from '../data/wordings.ts'
import { applicationWords } from './application-words.ts'
import { attendanceWords, stateWord } from './attendance-words.ts'
import { ownCourseWords } from './own-course-words.ts'
import { ownPaperWords } from './own-paper-words.ts'
import { ownRecordWords } from './own-record-words.ts'
import { paperWords } from './paper-words.ts'
import { practicumWords } from './practicum-words.ts'
import { storyWords } from './story-words.ts'

/** Their applications, courses with attendance and what they said, practicum diaries, papers, and stories with every version. */
export const trainingOwnPart: OwnPart = async (call) => {
  if (!takerRoles.some((role) => role === call.actor.role)) return []
  return [
    await applicationTable(call),
    await attendanceTable(call),
    await practicumTable(call),
    await paperTable(call),
    await qualificationTable(call),
    ...(call.actor.role === 'host' ? [] : [await storyTable(call)]),
  ]
}

const applicationTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = applicationWords[locale]
  const rows = []
  for (const { id, personId } of await ownApplications(call.tx, call.actor)) {
    const opened = personId === call.actor.personId ? await readApplication(call, id) : null
    if (!opened) continue
    const { application, run, words, accommodation } = opened
    rows.push([
      run.name,
      instantCell(application.submittedAt, call.zone),
      t.status[application.status],
      words.why,
      words.hopes,
      words.needs,
      accommodation ? [t.answers[accommodation.answer], accommodation.words].filter(Boolean).join(' ') : '',
      words.other,
    ])
  }
  const own = ownRecordWords[locale]
  const { why, hopes, needs, other } = t.labels
  return { title: t.title, head: [t.run, own.on, own.state, why, hopes, needs, t.needsTitle, other], rows }
}

const attendanceTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = ownCourseWords[locale]
  const own = ownRecordWords[locale]
  const rows = []
  for (const { id } of await ownEnrolments(call.tx, call.actor)) {
    const course = await showOwnCourse(call, id)
    if (course) rows.push(...(await sessionRows(call, course)))
  }
  return { title: t.attendance, head: [own.run, own.session, t.when, t.own, t.feeling, t.howWords], rows }
}

const sessionRows = async (call: Call, { run, enrolment, sessions, taking }: OwnCourse) => {
  const { locale } = call.reader
  const t = ownCourseWords[locale]
  return Promise.all(
    sessions.map(async ({ id, no, title, startsAt }) => {
      const said = await ownWord(call, id, enrolment.id)
      const state = taking.sessions.find((one) => one.id === id)?.state ?? null
      return [
        run.name,
        `${attendanceWords[locale].no(no)} ${title}`,
        instantCell(startsAt, call.zone),
        stateWord(state, locale),
        said?.feeling ? t.feelings[said.feeling] : '',
        said?.words ?? '',
      ]
    }),
  )
}

const practicumTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = practicumWords[locale]
  const own = ownRecordWords[locale]
  const rows = []
  for (const { id } of call.actor.role === 'host' ? [] : await reachablePracticums(call)) {
    const practicum = await showPracticum(call, id)
    for (const day of practicum?.seenDays ?? [])
      rows.push([instantCell(day.startsAt, call.zone), practicum?.placeName ?? '', day.diary ?? '', day.placeWords])
  }
  return { title: t.title, head: [own.on, own.place, t.diary, t.placeWords], rows }
}

const paperTable = async (call: Call): Promise<OwnTable> => {
  const { tx, actor, reader } = call
  const t = paperWords[reader.locale]
  const own = ownRecordWords[reader.locale]
  const papers = await credentialsOf(tx, actor.programmeId, actor.personId)
  const rows = await Promise.all(
    papers.map(async (paper) => {
      const wording = await wordingFrom(tx, actor.programmeId, paper)
      const number = credentialNumber({ ...paper, prefix: wording?.prefix ?? '' })
      return [own.kinds[paper.kind], paper.runName ?? '', number, paper.issuedOn, t.states[credentialState(paper)]]
    }),
  )
  return { title: own.papers, head: [own.kind, own.run, t.number, t.issuedOn, own.state], rows }
}

const qualificationTable = async ({ tx, actor, reader }: Call): Promise<OwnTable> => {
  const t = ownPaperWords[reader.locale]
  const own = ownRecordWords[reader.locale]
  const all = await qualificationsOf(tx, actor.programmeId, [actor.personId])
  return {
    title: t.elsewhere,
    head: [own.run, own.issuer, own.on, own.number],
    rows: all.map(({ course, issuer, issuedOn, number }) => [t.courses[course], issuer, issuedOn, number]),
  }
}

const storyTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const own = ownRecordWords[locale]
  const stories = await ownStories(call)
  return {
    title: storyWords[locale].title,
    head: [own.heading, own.on, own.written],
    rows: stories.flatMap(({ title, versions }) =>
      versions.map(({ at, text }) => [title, instantCell(at, call.zone), text]),
    ),
  }
}

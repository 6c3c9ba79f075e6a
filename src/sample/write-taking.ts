import { addDays } from '#kernel/calendar-day.ts'
import { fiscalYear, fiscalYearOf, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import { chance } from './random.ts'
import {
  attendanceOfOneYear,
  basicSessions,
  lastSession,
  secondTerm,
  takerNames,
  visitSessions,
  wentOnAfterwards,
} from './training-content.ts'
import { addPracticums } from './write-practicums.ts'
import { addStory } from './write-story.ts'
import {
  addCourse,
  addEntry,
  addRun,
  addTaker,
  noon,
  type SampleTaker,
  type State,
  type TakingParts,
  weekly,
} from './training-run.ts'

/** Runs of the sample: one that took place last year, one that goes on, and the course of the host places. */
export const addRuns = async (parts: Omit<TakingParts, 'luck'>): Promise<void> => {
  const own = { ...parts, luck: chance(parts.setting.programmeId * 1000 + 8) }
  const people = takerNames.map(([name, kana]) => addTaker(own, `${name}（見本）`, kana))
  await addPastRun(own, people)
  const takers = await addPresentRun(own, people.slice(0, 6))
  await addHostRun(own)
  await addPracticums(own, takers)
  await addStory(own)
}

/** Last year's run, with the attendance of one that really took place; its programme and people are invented. */
const howThere = (at: number, session: number, online: boolean): 'online' | 'late' | 'present' => {
  if (online) return 'online'
  return at % 5 === 4 && session === 1 ? 'late' : 'present'
}

const addPastRun = async (parts: TakingParts, people: readonly string[]): Promise<void> => {
  const { rows, luck, setting, vault } = parts
  const year = fiscalYear(fiscalYearOf(parts.today) - 1)
  const from = addDays(fiscalYearStart(year), 70)
  const extra = [
    ...visitSessions.map((title) => [title, '', 'visit'] as const),
    ...secondTerm.map((title) => [title, '', 'lecture'] as const),
    [lastSession, '', 'review'] as const,
  ]
  const lines = weekly([...basicSessions, ...extra], from).map((line) => ({ ...line, online: line.form === 'visit' }))
  const completion = [{ kind: 'at_least', k: 14 }]
  const { runId, sessionIds } = addRun(parts, {
    name: `${year}年度 養成研修`,
    year,
    course: addCourse(parts, { kind: 'basic', name: '基礎編', completion, lines }),
    status: 'finished',
    completion,
    lines,
    held: lines.length,
  })
  const endedOn = addDays(from, lines.length * 7)
  for (const [at, personId] of people.entries()) {
    const completed = attendanceOfOneYear.every((count) => at < count)
    const enrolmentId = luck.uuid()
    const wentOn = completed ? wentOnAfterwards[at] : undefined
    rows.add('training.enrolment', {
      programme_id: setting.programmeId,
      id: enrolmentId,
      run_id: runId,
      person_id: personId,
      status: completed ? 'completed' : 'not_completed',
      since: addDays(from, -20),
      ended_on: endedOn,
      went_on_sealed: wentOn
        ? await vault.seal(personId, 'training.enrolment.went_on_sealed', enrolmentId, JSON.stringify(wentOn))
        : null,
    })
    for (const [session, count] of attendanceOfOneYear.entries()) {
      const line = lines[session]
      await addEntry(parts, {
        personId,
        enrolmentId,
        sessionId: sessionIds[session] ?? '',
        state: at < count ? howThere(at, session, line?.online ?? false) : 'absent',
        day: line?.day ?? from,
        note: at < count ? '' : 'お休みの連絡あり',
      })
    }
  }
}

/** What was entered of each of them so far, session by session; the first is the one who can sign in. */
const soFar: readonly (readonly State[])[] = [
  ['present', 'present', 'absent', 'present', 'late', 'present', 'present'],
  ['present', 'present', 'present', 'present', 'present', 'present', 'present'],
  ['present', 'online', 'online', 'present', 'absent', 'present', 'late'],
  ['present', 'present', 'present', 'late', 'present', 'not_heard', 'not_heard'],
  ['absent', 'present', 'present', 'present', 'present', 'present', 'online'],
  ['present', 'present', 'present', 'present', 'present', 'absent', 'present'],
  ['late', 'present', 'present', 'present', 'present', 'present', 'present'],
]

/** The run that goes on: seven sessions are over, the eighth is in two days. One of its people has gone quiet. */
const addPresentRun = async (parts: TakingParts, others: readonly string[]): Promise<SampleTaker[]> => {
  const { rows, luck, setting, cast, today } = parts
  const held = 7
  const from = addDays(today, 2 - held * 7)
  const lines = weekly(basicSessions, from)
  const trainee = cast.people.find(({ role }) => role === 'trainee')
  const completion = [
    { kind: 'at_least', k: 8 },
    { kind: 'named', nos: [1, 7] },
    { kind: 'homework', nos: [7] },
    { kind: 'practicum', days: 1 },
  ]
  const { runId, sessionIds } = addRun(parts, {
    name: `${fiscalYearOf(today)}年度 養成研修`,
    year: fiscalYearOf(today),
    course: addCourse(parts, { kind: 'basic', name: '養成研修 基礎編', completion, lines }),
    status: 'running',
    completion,
    lines,
    held,
  })
  const takers: SampleTaker[] = []
  for (const [at, personId] of [...(trainee ? [trainee.id] : []), ...others].entries()) {
    const enrolmentId = luck.uuid()
    takers.push({ enrolmentId, personId })
    rows.add('training.enrolment', {
      programme_id: setting.programmeId,
      id: enrolmentId,
      run_id: runId,
      person_id: personId,
      status: 'taking',
      since: addDays(from, -20),
    })
    const states = soFar[at] ?? []
    for (const [session, state] of states.entries()) {
      const day = lines[session]?.day ?? today
      const note = state === 'absent' ? '体調のため、電話あり' : ''
      await addEntry(parts, { personId, enrolmentId, sessionId: sessionIds[session] ?? '', state, day, note })
    }
    if (states.slice(-2).every((state) => state === 'not_heard')) {
      rows.add('training.kind_call', {
        programme_id: setting.programmeId,
        id: luck.uuid(),
        enrolment_id: enrolmentId,
        due_on: addDays(today, -4),
        noticed_at: instantAt(addDays(today, -5), noon + 140, setting.zone),
      })
    }
  }
  return takers
}

/** The host places meet: people of every place take it. */
const addHostRun = async (parts: TakingParts): Promise<void> => {
  const { rows, luck, setting, cast, today } = parts
  const lines = weekly(
    [
      ['受け入れのはじめかた', 'ピアを迎える準備', 'lecture'],
      ['受け入れ先の交流会', 'こまったこと、うれしかったこと', 'talk'],
    ],
    addDays(today, -10),
  ).map((line, at) => ({ ...line, day: addDays(today, at === 0 ? -10 : 18) }))
  const completion = [{ kind: 'all' }]
  const { runId, sessionIds } = addRun(parts, {
    name: `${fiscalYearOf(today)}年度 受け入れ先の研修と交流会`,
    year: fiscalYearOf(today),
    course: addCourse(parts, { kind: 'host', name: '団体・支援者向け', completion, lines }),
    status: 'running',
    completion,
    lines,
    held: 1,
  })
  for (const host of cast.hosts) {
    const enrolmentId = luck.uuid()
    rows.add('training.enrolment', {
      programme_id: setting.programmeId,
      id: enrolmentId,
      run_id: runId,
      person_id: host.id,
      status: 'taking',
      since: addDays(today, -30),
    })
    await addEntry(parts, {
      personId: host.id,
      enrolmentId,
      sessionId: sessionIds[0] ?? '',
      state: 'present',
      day: addDays(today, -10),
      note: '',
    })
  }
}

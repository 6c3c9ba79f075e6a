import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

/** Somebody of the sample who takes a run. */
export interface SampleTaker {
  enrolmentId: string
  personId: string
}

export interface TakingParts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  vault: Vault
  today: CalendarDay
  places: readonly { id: string }[]
}

export interface SessionLine {
  no: number
  title: string
  topic: string
  form: 'lecture' | 'exercise' | 'both' | 'talk' | 'visit' | 'review'
  online: boolean
  day: CalendarDay
}

export const noon = 14 * 60

/** An invented person who takes a course; nobody signs in as them. */
export const addTaker = ({ rows, luck, setting }: TakingParts, name: string, kana: string): string => {
  const id = luck.uuid()
  const programme_id = setting.programmeId
  const at = instantAt(setting.beganOn, 540, setting.zone)
  rows.add('people.person', { programme_id, id, name, kana, is_sample: true, created_at: at })
  rows.add('platform.membership', {
    programme_id,
    id: luck.uuid(),
    account_id: null,
    person_id: id,
    role: 'trainee',
    starts_at: at,
  })
  return id
}

interface CourseWish {
  kind: 'basic' | 'host'
  name: string
  completion: readonly object[]
  lines: readonly Pick<SessionLine, 'no' | 'title' | 'topic' | 'form'>[]
}

/** A course with its curriculum; gives its id. */
export const addCourse = ({ rows, luck, setting }: TakingParts, wish: CourseWish): string => {
  const { kind, name } = wish
  const id = luck.uuid()
  rows.add('training.course', {
    programme_id: setting.programmeId,
    id,
    kind,
    name,
    name_en: kind === 'basic' ? 'Basic course' : 'Exchange of host places',
    name_easy: name,
    plain: '',
    plain_en: '',
    plain_easy: '',
    completion: JSON.stringify(wish.completion),
    make_up: makeUp,
  })
  for (const { no, title, topic, form } of wish.lines)
    rows.add('training.course_session', {
      programme_id: setting.programmeId,
      id: luck.uuid(),
      course_id: id,
      no,
      title,
      topics: topic ? [topic] : [],
      minutes: 120,
      form,
      taught_by: teachers,
      homework: homeworkOf(no),
    })
  return id
}

const makeUp = JSON.stringify({ most: 1, within_days: 60, ways: ['video', 'talk'] })
const teachers = '事業の職員と先輩ピア'
const homeworkOf = (no: number): string => (no === 7 ? '自分の歩みを、1枚の紙に書いてみる' : '')

interface RunWish {
  name: string
  year: FiscalYear
  course: string
  status: 'running' | 'finished'
  completion: readonly object[]
  lines: readonly SessionLine[]
  held: number
}

/** A run with its timetable; gives the ids of the run and its sessions. */
export const addRun = (
  { rows, luck, setting, cast }: TakingParts,
  wish: RunWish,
): { runId: string; sessionIds: string[] } => {
  const programme_id = setting.programmeId
  const runId = luck.uuid()
  const first = wish.lines[0]?.day ?? fiscalYearStart(wish.year)
  const created_at = instantAt(addDays(first, -90), 600, setting.zone)
  rows.add('training.run', {
    programme_id,
    id: runId,
    course_id: wish.course,
    fiscal_year: wish.year,
    name: wish.name,
    capacity: 15,
    join_until_no: 2,
    apply_from: addDays(first, -80),
    apply_until: addDays(first, -40),
    order_of: 'selection',
    provided: '手話通訳、資料の拡大、休憩の部屋',
    place: '区民センター（架空）',
    completion: JSON.stringify(wish.completion),
    make_up: makeUp,
    status: wish.status,
    created_at,
  })
  const leader = cast.companions[0]
  if (leader && wish.status === 'running')
    rows.add('training.run_staff', { programme_id, run_id: runId, person_id: leader.id, duty: 'leads' })
  const sessionIds = wish.lines.map((line, at) => {
    const id = luck.uuid()
    rows.add('training.run_session', {
      programme_id,
      id,
      run_id: runId,
      no: line.no,
      title: line.title,
      topics: line.topic ? [line.topic] : [],
      form: line.form,
      taught_by: teachers,
      material: at === 0 ? 'ピアサポートのしおり' : '',
      homework: homeworkOf(line.no),
      starts_at: instantAt(line.day, noon, setting.zone),
      ends_at: instantAt(line.day, noon + 120, setting.zone),
      mode: line.online ? 'online' : 'in_person',
      place: line.online ? '' : '区民センター（架空）',
      online_link: line.online ? 'https://meeting.example.test/room' : '',
      status: at < wish.held ? 'held' : 'planned',
      created_at,
    })
    return id
  })
  return { runId, sessionIds }
}

/** The same hour of every week from this day on. */
export const weekly = (
  titles: readonly (readonly [string, string, SessionLine['form']])[],
  from: CalendarDay,
): SessionLine[] =>
  titles.map(([title, topic, form], at) => ({
    no: at + 1,
    title,
    topic,
    form,
    online: false,
    day: addDays(from, at * 7),
  }))

export type State = 'present' | 'late' | 'online' | 'absent' | 'not_heard' | 'made_up'

interface EntryWish {
  personId: string
  enrolmentId: string
  sessionId: string
  state: State
  day: CalendarDay
  note: string
}

/** What was entered about somebody and a session, right after it. */
export const addEntry = async ({ rows, luck, setting, cast, vault }: TakingParts, entry: EntryWish): Promise<void> => {
  const id = luck.uuid()
  rows.add('training.attendance', {
    programme_id: setting.programmeId,
    id,
    enrolment_id: entry.enrolmentId,
    session_id: entry.sessionId,
    state: entry.state,
    source: 'hand',
    at: instantAt(entry.day, noon + 130, setting.zone),
    by_membership: cast.coordinator.membershipId,
    note_sealed: entry.note
      ? await vault.seal(entry.personId, 'training.attendance.note_sealed', id, entry.note)
      : null,
  })
}

import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import { advancedSessions, applicants, questions, tracks } from './call-content.ts'
import { chance } from './random.ts'
import { addApplication, addDraft, addOffice, addPerson, type CallParts } from './write-applications.ts'

/** What is on its way to a run: courses, runs that are prepared, open, being chosen and cancelled, applications in every state, tasters. */
export const addCalls = async (parts: Omit<CallParts, 'luck'>): Promise<void> => {
  const own = { ...parts, luck: chance(parts.setting.programmeId * 1000 + 9) }
  const advanced = addCourse(own, {
    kind: 'advanced',
    name: '専門編',
    nameEn: 'Advanced course',
    nameEasy: 'もっと 学ぶ 研修',
  })
  const followUp = addCourse(own, {
    kind: 'follow_up',
    name: 'フォローアップ研修',
    nameEn: 'Follow-up course',
    nameEasy: 'もう一度 学ぶ 研修',
  })
  const year = fiscalYearOf(parts.today) + 1
  addRun(own, advanced, { name: `${year}年度 専門編`, status: 'draft', firstIn: 150, order: 'selection' })
  const open = addRun(own, advanced, { name: '専門編 春の回', status: 'open', firstIn: 45, order: 'selection' })
  const choosing = addRun(own, followUp, {
    name: 'フォローアップ研修 冬の回',
    status: 'selecting',
    firstIn: 30,
    order: 'lottery',
  })
  const host = addCourse(own, {
    kind: 'host',
    name: 'ピアを迎える場の研修',
    nameEn: 'Course for places that receive peers',
    nameEasy: 'ピアを むかえる 場の 研修',
  })
  addRun(own, host, { name: 'ピアを迎える場の研修 春の回', status: 'open', firstIn: 60, order: 'arrival' })
  addRun(own, followUp, { name: 'フォローアップ研修 秋の回', status: 'cancelled', firstIn: 20, order: 'arrival' })
  const people = applicants.map((one) => addPerson(own, one))
  for (const [at, one] of applicants.entries())
    await addApplication(own, { run: open, person: people[at] ?? '', words: one, status: one.status })
  for (const [at, one] of applicants.slice(0, 3).entries())
    await addApplication(own, { run: choosing, person: people[at] ?? '', words: one, status: 'submitted' })
  await addDraft(own, open)
  await addOffice(own, choosing)
  addTasters(own, people)
}

interface CourseWish {
  kind: 'advanced' | 'follow_up' | 'host'
  name: string
  nameEn: string
  nameEasy: string
}

const rules = {
  completion: JSON.stringify([{ kind: 'at_least', k: 3 }]),
  make_up: JSON.stringify({ most: 1, within_days: 60, ways: ['video', 'talk'] }),
  prerequisites: '[]',
}

const addCourse = ({ rows, luck, setting }: CallParts, wish: CourseWish): SampleCourse => {
  const id = luck.uuid()
  const { kind, name, nameEn, nameEasy } = wish
  rows.add('training.course', {
    programme_id: setting.programmeId,
    id,
    kind,
    name,
    name_en: nameEn,
    name_easy: nameEasy,
    plain: 'これまでの経験をふりかえり、仲間と学びあいます。',
    plain_en: 'Looking back on what one has lived and done, and learning from each other.',
    plain_easy: '自分の けいけんを 思い出して、みんなで 学びます。',
    tracks: kind === 'advanced' ? [...tracks] : [],
    in_pairs: kind === 'host',
    ...rules,
    sort: kind === 'advanced' ? 20 : 30,
  })
  for (const line of linesOf(kind))
    rows.add('training.course_session', {
      programme_id: setting.programmeId,
      id: luck.uuid(),
      course_id: id,
      no: line.no,
      title: line.title,
      topics: [line.topic],
      minutes: 120,
      form: line.form,
      taught_by: '先輩ピア',
      mode: 'either',
      track: line.track,
    })
  return { id, kind }
}

/** Only the advanced course is split. */
const linesOf = (kind: CourseWish['kind']) =>
  kind === 'advanced'
    ? advancedSessions
    : advancedSessions.filter(({ track }) => track === null).map((line, at) => ({ ...line, no: at + 1 }))

interface SampleCourse {
  id: string
  kind: CourseWish['kind']
}

interface RunWish {
  name: string
  status: 'draft' | 'open' | 'selecting' | 'cancelled'
  /** Days until the first session. */
  firstIn: number
  order: 'selection' | 'arrival' | 'lottery'
}

const addRun = (parts: CallParts, course: SampleCourse, wish: RunWish): string => {
  const { rows, luck, setting, cast, today } = parts
  const programme_id = setting.programmeId
  const id = luck.uuid()
  const first = addDays(today, wish.firstIn)
  const isOpen = wish.status === 'open'
  rows.add('training.run', {
    programme_id,
    id,
    course_id: course.id,
    fiscal_year: fiscalYearOf(first),
    name: wish.name,
    intro: 'はじめての人も、ひさしぶりの人も歓迎です。途中で休んでもだいじょうぶです。',
    capacity: 15,
    join_until_no: 2,
    apply_from: addDays(today, -14),
    apply_until: addDays(today, isOpen || wish.status === 'draft' ? 21 : -2),
    order_of: wish.order,
    languages: ['ja', 'easy'],
    provided: '休憩の部屋、資料の拡大、手話通訳、オンラインでの参加',
    fee: '無料',
    place: '区民センター（架空）',
    ...rules,
    status: wish.status,
    created_at: instantAt(addDays(today, -20), 600, setting.zone),
  })
  rows.add('training.run_event', {
    programme_id,
    id: luck.uuid(),
    run_id: id,
    from_status: 'draft',
    to_status: wish.status,
    at: instantAt(addDays(today, -14), 600, setting.zone),
    by_membership: cast.coordinator.membershipId,
    reason: wish.status === 'cancelled' ? '会場が使えなくなりました' : '',
  })
  questions.forEach((question, sort) => {
    rows.add('training.criterion', { programme_id, id: luck.uuid(), run_id: id, sort, question })
  })
  for (const line of linesOf(course.kind))
    addSession(parts, id, { ...line, day: addDays(first, (line.no - 1) * 7), status: wish.status })
  return id
}

type Line = (typeof advancedSessions)[number] & { day: CalendarDay; status: RunWish['status'] }

const addSession = ({ rows, luck, setting, today }: CallParts, run_id: string, line: Line): void =>
  rows.add('training.run_session', {
    programme_id: setting.programmeId,
    id: luck.uuid(),
    run_id,
    no: line.no,
    title: line.title,
    topics: [line.topic],
    form: line.form,
    taught_by: '先輩ピア',
    track: line.track,
    starts_at: instantAt(line.day, 14 * 60, setting.zone),
    ends_at: instantAt(line.day, 16 * 60, setting.zone),
    mode: 'either',
    place: '区民センター（架空）',
    online_link: 'https://meeting.example.test/room',
    status: line.status === 'cancelled' ? 'cancelled' : 'planned',
    created_at: instantAt(addDays(today, -20), 600, setting.zone),
  })

const addTasters = (parts: CallParts, people: readonly string[]): void => {
  const { rows, luck, setting, today, places, cast } = parts
  const programme_id = setting.programmeId
  const add = (title: string, kind: 'hear' | 'watch', inDays: number): string => {
    const id = luck.uuid()
    rows.add('training.taster', {
      programme_id,
      id,
      kind,
      title,
      plain: '聞くだけでもだいじょうぶです。途中で帰ってもかまいません。',
      starts_at: instantAt(addDays(today, inDays), 14 * 60, setting.zone),
      ends_at: instantAt(addDays(today, inDays), 15 * 60 + 30, setting.zone),
      place: '区民センター（架空）',
      capacity: 12,
      for_candidates: true,
      for_places: true,
      created_at: instantAt(addDays(today, -30), 600, setting.zone),
    })
    return id
  }
  const past = add('ピアサポーターの話を聞く会', 'hear', -12)
  const next = add('活動を見てみる会', 'watch', 9)
  const guest = (taster_id: string, who: { person_id: string } | { place_id: string }, came: boolean | null): void =>
    rows.add('training.taster_guest', {
      programme_id,
      id: luck.uuid(),
      taster_id,
      person_id: null,
      place_id: null,
      ...who,
      at: instantAt(addDays(today, -20), 600, setting.zone),
      came,
    })
  people.slice(0, 4).forEach((person_id, at) => guest(past, { person_id }, at !== 3))
  people.slice(4, 6).forEach((person_id) => guest(next, { person_id }, null))
  for (const role of ['trainee', 'seeker'] as const) {
    const one = cast.people.find((person) => person.role === role)
    if (one) guest(next, { person_id: one.id }, null)
  }
  for (const { id } of places.slice(0, 2)) guest(next, { place_id: id }, null)
}

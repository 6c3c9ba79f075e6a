import { randomUUID } from 'node:crypto'
import { addDays, type CalendarDay, day } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import { aMember, aProgramme, type Member } from '#test/builders.ts'

const zone = 'Asia/Tokyo'

/** A Tuesday at noon in Japan; the fifth session was held a week before. */
export const takingNow = new Date('2026-10-27T03:00:00Z')
export const firstDay = day('2026-09-22')

export interface TakingWorld {
  programmeId: number
  runId: string
  /** In the order of their numbers. */
  sessions: string[]
  coordinator: Member
  leader: Member
  trainees: (Member & { enrolmentId: string })[]
}

interface Wish {
  trainees?: number
  sessions?: number
  completion?: object[]
  makeUp?: object
  status?: 'running' | 'finished'
}

/** A run with ten weekly sessions from 22 September 2026 on, its leader, and those who take it. Owner's rights. */
export const aTakingWorld = async (tx: Tx, wish: Wish = {}): Promise<TakingWorld> => {
  const programmeId = await aProgramme(tx)
  const coordinator = await aMember(tx, programmeId, 'coordinator')
  const leader = await aMember(tx, programmeId, 'companion')
  const runId = await aRun(tx, programmeId, wish)
  await tx
    .insertInto('training.run_staff')
    .values({ programme_id: programmeId, run_id: runId, person_id: leader.personId, duty: 'leads' })
    .execute()
  const sessions: string[] = []
  for (let no = 1; no <= (wish.sessions ?? 10); no += 1) {
    sessions.push(await aSession(tx, programmeId, { runId, no, on: addDays(firstDay, (no - 1) * 7) }))
  }
  const trainees = []
  for (let at = 0; at < (wish.trainees ?? 3); at += 1) {
    const member = await aMember(tx, programmeId, 'trainee')
    trainees.push({ ...member, enrolmentId: await anEnrolment(tx, programmeId, { runId, personId: member.personId }) })
  }
  return { programmeId, runId, sessions, coordinator, leader, trainees }
}

export const aRun = async (tx: Tx, programmeId: number, wish: Wish = {}): Promise<string> => {
  const courseId = randomUUID()
  const completion = JSON.stringify(wish.completion ?? [{ kind: 'at_least', k: 4 }])
  const makeUp = JSON.stringify(wish.makeUp ?? { most: 1, within_days: 60, ways: ['video'] })
  const names = {
    name: '基礎編',
    name_en: 'Basic course',
    name_easy: '基礎編',
    plain: '',
    plain_en: '',
    plain_easy: '',
  }
  await tx
    .insertInto('training.course')
    .values({ programme_id: programmeId, id: courseId, kind: 'basic', ...names, completion, make_up: makeUp })
    .execute()
  const runId = randomUUID()
  await tx
    .insertInto('training.run')
    .values({
      programme_id: programmeId,
      id: runId,
      course_id: courseId,
      fiscal_year: 2026,
      name: '令和8年度 養成研修',
      capacity: 15,
      apply_from: '2026-03-01' as CalendarDay,
      apply_until: '2026-04-01' as CalendarDay,
      order_of: 'arrival',
      completion,
      make_up: makeUp,
      status: wish.status ?? 'running',
      created_at: takingNow,
    })
    .execute()
  return runId
}

export const aSession = async (
  tx: Tx,
  programmeId: number,
  wish: { runId: string; no: number; on: CalendarDay; status?: string; track?: string; homework?: string },
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('training.run_session')
    .values({
      programme_id: programmeId,
      id,
      run_id: wish.runId,
      no: wish.no,
      title: `回その${wish.no}`,
      form: 'lecture',
      homework: wish.homework ?? '',
      track: wish.track ?? null,
      starts_at: instantAt(wish.on, 14 * 60, zone),
      ends_at: instantAt(wish.on, 16 * 60, zone),
      mode: 'in_person',
      place: '区民センター',
      status: wish.status ?? 'planned',
      created_at: takingNow,
    })
    .execute()
  return id
}

export const anEnrolment = async (
  tx: Tx,
  programmeId: number,
  one: { runId: string; personId: string },
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('training.enrolment')
    .values({
      programme_id: programmeId,
      id,
      run_id: one.runId,
      person_id: one.personId,
      status: 'taking',
      since: '2026-04-20' as CalendarDay,
    })
    .execute()
  return id
}

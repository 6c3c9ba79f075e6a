import { randomUUID } from 'node:crypto'
import type { Tx } from '#platform/db/index.ts'
import { day } from '#kernel/calendar-day.ts'

const then = new Date('2026-08-25T03:00:00Z')

/** A run of a course; gives its id. Owner's rights. */
export const aRun = async (
  tx: Tx,
  programmeId: number,
  kind: 'basic' | 'advanced' | 'follow_up' | 'host' = 'basic',
): Promise<string> => {
  const courseId = randomUUID()
  const id = randomUUID()
  const rules = { completion: '[]', make_up: '{"most":0,"within_days":null,"ways":[]}' }
  await tx
    .insertInto('training.course')
    .values({
      programme_id: programmeId,
      id: courseId,
      kind,
      name: 'ピアサポーター養成研修',
      name_en: 'Peer supporter course',
      name_easy: '研修',
      plain: '学ぶ',
      plain_en: 'Learn',
      plain_easy: '学ぶ',
      ...rules,
    })
    .execute()
  await tx
    .insertInto('training.run')
    .values({
      programme_id: programmeId,
      id,
      course_id: courseId,
      fiscal_year: 2026,
      name: '秋の養成研修',
      capacity: 15,
      apply_from: day('2026-08-01'),
      apply_until: day('2026-08-31'),
      order_of: 'selection',
      status: 'running',
      created_at: then,
      ...rules,
    })
    .execute()
  return id
}

/** Somebody who took a run. Owner's rights; gives the enrolment's id. */
export const anEnrolment = async (
  tx: Tx,
  programmeId: number,
  runId: string,
  personId: string,
  status: 'taking' | 'completed' = 'completed',
): Promise<string> => {
  const id = randomUUID()
  const endedOn = status === 'completed' ? day('2026-11-20') : null
  await tx
    .insertInto('training.enrolment')
    .values({
      programme_id: programmeId,
      id,
      run_id: runId,
      person_id: personId,
      status,
      since: day('2026-09-01'),
      ended_on: endedOn,
    })
    .execute()
  return id
}

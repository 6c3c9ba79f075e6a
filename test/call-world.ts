import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DB } from '#platform/db/schema.ts'

const then = new Date('2026-08-25T03:00:00Z')

const rules = {
  completion: JSON.stringify([{ kind: 'all' }]),
  make_up: JSON.stringify({ most: 1, within_days: null, ways: ['talk'] }),
}

/** A course with two sessions; gives its id. Owner's rights. */
export const aCourse = async (
  tx: Tx,
  programmeId: number,
  more: Partial<Insertable<DB['training.course']>> = {},
): Promise<string> => {
  const id = randomUUID()
  const texts = { name: '基礎編', name_en: 'Basic course', name_easy: '基礎の 研修' }
  const plain = { plain: '仲間と学びます。', plain_en: 'Learning together.', plain_easy: 'みんなで 学びます。' }
  const row = { programme_id: programmeId, id, kind: 'basic', ...texts, ...plain, ...rules, ...more }
  await tx.insertInto('training.course').values(row).execute()
  for (const no of [1, 2])
    await tx
      .insertInto('training.course_session')
      .values({
        programme_id: programmeId,
        id: randomUUID(),
        course_id: id,
        no,
        title: `${no}回目の内容`,
        minutes: 120,
        form: 'both',
      })
      .execute()
  return id
}

/** An open run of a course, with the given places, from 22 November to 10 December 2026; gives its id. Owner's rights. */
export const aRun = async (
  tx: Tx,
  programmeId: number,
  courseId: string,
  more: Partial<Insertable<DB['training.run']>> = {},
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('training.run')
    .values({
      programme_id: programmeId,
      id,
      course_id: courseId,
      fiscal_year: 2026,
      name: '冬の回',
      capacity: 2,
      apply_from: day('2026-11-01'),
      apply_until: day('2026-12-10'),
      order_of: 'selection',
      place: '見本会館',
      ...rules,
      status: 'open',
      created_at: then,
      ...more,
    })
    .execute()
  return id
}

/** A session of a run, in the afternoon of a day; gives its id. Owner's rights. */
export const aSession = async (
  tx: Tx,
  programmeId: number,
  runId: string,
  on: CalendarDay,
  more: Partial<Insertable<DB['training.run_session']>> = {},
): Promise<string> => {
  const id = randomUUID()
  await tx
    .insertInto('training.run_session')
    .values({
      programme_id: programmeId,
      id,
      run_id: runId,
      no: 1,
      title: 'ピアサポートとは',
      form: 'both',
      starts_at: new Date(`${on}T05:00:00Z`),
      ends_at: new Date(`${on}T07:00:00Z`),
      mode: 'in_person',
      created_at: then,
      ...more,
    })
    .execute()
  return id
}

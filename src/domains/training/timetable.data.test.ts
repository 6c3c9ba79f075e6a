import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aCourse, aRun, aSession } from '#test/call-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { closeWindows } from './actions/move-run.ts'
import { remindSessions } from './actions/remind-sessions.ts'
import { nameStaff } from './actions/run-staff.ts'
import { makeRun } from './actions/save-run.ts'
import { cancelSession, moveSession, planSession } from './actions/timetable.ts'
import { insertEnrolment } from './data/enrolments.ts'
import { sessionsOf } from './data/sessions.ts'

const begin = new Date('2026-11-22T03:00:00Z')
let now = begin

describeEngines('the timetable of a run', (db) => {
  let system: TestSystem
  let programmeId = 0
  let courseId = ''
  let coordinator: Member

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      courseId = await aCourse(tx, programmeId)
      coordinator = await aMember(tx, programmeId, 'coordinator')
    })
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  /** A run with one session on 10 January, somebody who takes it, and somebody who leads it. */
  const running = async () => {
    now = begin
    return db.asPlatform(async (tx) => {
      const runId = await aRun(tx, programmeId, courseId, { status: 'running' })
      const sessionId = await aSession(tx, programmeId, runId, day('2027-01-10'))
      const taker = await aMember(tx, programmeId, 'trainee')
      const leader = await aMember(tx, programmeId, 'companion')
      const enrolment = { id: runId, runId, personId: taker.personId, applicationId: null, trackSealed: null }
      await insertEnrolment(tx, programmeId, { ...enrolment, since: day('2026-11-01') })
      return { runId, sessionId, taker, leader }
    })
  }
  const told = (personId: string) =>
    db.asPlatform(async (tx) =>
      (
        await tx
          .selectFrom('platform.message')
          .select('kind')
          .where('person_id', '=', personId)
          .orderBy('created_at')
          .execute()
      ).map(({ kind }) => kind),
    )
  const timeOf = (personId: string) =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('people.booking')
        .select('ref_id')
        .where('person_id', '=', personId)
        .where('released_at', 'is', null)
        .execute(),
    )
  const elsewhere = (on: string) => ({
    startsAt: new Date(`${on}T01:00:00Z`),
    endsAt: new Date(`${on}T03:00:00Z`),
    mode: 'in_person' as const,
    place: '別の会館',
    onlineLink: '',
  })

  test('a run is made of a course with its rules, and a timetable in one go', async () => {
    now = begin
    const content = {
      name: '春の回',
      intro: '',
      capacity: 15,
      applyFrom: day('2027-01-01'),
      applyUntil: day('2027-02-01'),
      order: 'selection',
      answerDays: 7,
      joinUntil: 2,
      languages: ['ja'],
      provided: '',
      fee: '',
      place: '見本会館',
    } as const
    const rhythm = { firstOn: day('2027-04-06'), everyDays: 14, fromMinute: 600 }
    const runId = await as(coordinator, (ctx) =>
      makeRun(ctx, courseId, { ...content, languages: [...content.languages] }, rhythm),
    )
    const sessions = await db.asPlatform((tx) => sessionsOf(tx, programmeId, runId ?? ''))
    expect(sessions.map(({ startsAt, place }) => [startsAt.toISOString(), place])).toEqual([
      ['2027-04-06T01:00:00.000Z', '見本会館'],
      ['2027-04-20T01:00:00.000Z', '見本会館'],
    ])
    const row = await db.asPlatform((tx) =>
      tx
        .selectFrom('training.run')
        .selectAll()
        .where('id', '=', runId ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ fiscal_year: 2027, status: 'draft', completion: [{ kind: 'all' }] })
  })

  test('another day: the former stays as moved, everybody’s time goes along, and everybody is told', async () => {
    const { runId, sessionId, taker, leader } = await running()
    await as(coordinator, (ctx) => nameStaff(ctx, runId, { personId: leader.personId, duty: 'leads' }))
    const moved = await as(coordinator, (ctx) =>
      moveSession(ctx, sessionId, { ...elsewhere('2027-01-12'), reason: '大雪のため' }),
    )
    if (!moved?.ok) throw new Error('it did not move')
    const sessions = await db.asPlatform((tx) => sessionsOf(tx, programmeId, runId))
    expect(sessions.map(({ id, no, status, movedTo }) => [id, no, status, movedTo])).toEqual([
      [sessionId, 1, 'moved', moved.value.sessionId],
      [moved.value.sessionId, 1, 'planned', null],
    ])
    for (const { personId } of [taker, leader]) {
      expect(await timeOf(personId)).toEqual([{ ref_id: moved.value.sessionId }])
      expect(await told(personId)).toContain('training.session_moved')
    }
    const again = await as(coordinator, (ctx) =>
      moveSession(ctx, sessionId, { ...elsewhere('2027-01-13'), reason: '二度目' }),
    )
    expect(again).toEqual({ ok: false, error: [{ kind: 'not_planned' }] })
  })

  test('a cancelled session gives the time back; without a reason nothing happens', async () => {
    const { runId, sessionId, taker } = await running()
    const planned = await as(coordinator, (ctx) =>
      planSession(ctx, runId, {
        ...elsewhere('2027-01-20'),
        no: 2,
        title: 'つづき',
        topics: [],
        form: 'both',
        taughtBy: '',
        material: '',
        homework: '',
        track: null,
        compulsory: false,
      }),
    )
    if (!planned?.ok) throw new Error('it was not planned')
    expect(await timeOf(taker.personId)).toHaveLength(1)
    expect(await as(coordinator, (ctx) => cancelSession(ctx, planned.value.sessionId, ' '))).toEqual({
      ok: false,
      error: [{ kind: 'reason_missing' }],
    })
    await as(coordinator, (ctx) => cancelSession(ctx, planned.value.sessionId, '講師の都合'))
    expect(await timeOf(taker.personId)).toEqual([])
    expect(await told(taker.personId)).toEqual(['training.session_planned', 'training.session_cancelled'])
    expect(await as(taker, (ctx) => cancelSession(ctx, sessionId, '休みたい'))).toBeNull()
  })

  test('the day before, everybody is reminded, once', async () => {
    const { taker } = await running()
    now = new Date('2027-01-08T01:00:00Z')
    await system.asSystem(programmeId, remindSessions)
    expect(await told(taker.personId)).toEqual([])
    now = new Date('2027-01-09T01:00:00Z')
    await system.asSystem(programmeId, remindSessions)
    await system.asSystem(programmeId, remindSessions)
    expect(await told(taker.personId)).toEqual(['training.session_tomorrow'])
  })

  test('the day after the last day of applying, choosing begins', async () => {
    now = begin
    const [open, over] = await db.asPlatform(async (tx) => [
      await aRun(tx, programmeId, courseId, { apply_until: day('2026-11-22') }),
      await aRun(tx, programmeId, courseId, { apply_until: day('2026-11-21') }),
    ])
    await system.asSystem(programmeId, closeWindows)
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('training.run').select(['id', 'status']).where('id', 'in', [open, over]).execute(),
    )
    expect(new Map(rows.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [open, 'open'],
        [over, 'selecting'],
      ]),
    )
  })
})

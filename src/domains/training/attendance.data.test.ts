import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import type { AttendanceState } from './core/completion.ts'
import { stepEnrolment } from './actions/end-enrolment.ts'
import { enterAttendance, type Entering } from './actions/enter-attendance.ts'
import { makeUpFor } from './actions/make-up-for.ts'
import { showEnrolment } from './actions/show-enrolment.ts'
import { closeKindCall } from './actions/close-kind-call.ts'
import { noticeQuietPeople } from './actions/notice-quiet.ts'
import { noteWentOn } from './actions/went-on.ts'
import { openKindCalls } from './data/kind-calls.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aTakingWorld, firstDay, takingNow, type TakingWorld } from '#test/training/taking-world.ts'

type Enterable = Exclude<AttendanceState, 'made_up'>

describeEngines('attendance', (db) => {
  let system: TestSystem
  let world: TakingWorld
  let enter: ReturnType<typeof entering>
  let show: ReturnType<typeof shown>
  const fresh = async (wish: Parameters<typeof aTakingWorld>[1] = {}) => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, wish))
    enter = entering(system, world)
    show = shown(system, world)
  }
  beforeAll(async () => {
    system = await testSystem(db, () => takingNow)
  })
  const asLeader = <T>(work: Parameters<typeof system.as<T>>[1]) => system.as(world.leader, work)
  const asCoordinator = <T>(work: Parameters<typeof system.as<T>>[1]) => system.as(world.coordinator, work)

  test('is corrected with a trace: the newest entry counts, the earlier one stays', async () => {
    await fresh()
    await enter(1, ['absent', 'present', 'late'])
    await enter(1, ['present', 'present', 'late'], { seen: 3 })
    const first = await show(0)
    expect(first?.taking).toMatchObject({ attended: 1 })
    expect(first?.entries.map(({ state }) => state)).toEqual(['absent', 'present'])
    expect((await show(1))?.entries, 'what did not change is not entered again').toHaveLength(1)
    const [session] = await rowsOf(db, 'training.run_session', world.sessions[0])
    expect(session?.['status'], 'a session with attendance took place').toBe('held')
  })

  test('of two who enter at once, the second is shown what the first did', async () => {
    await fresh()
    await enter(1, ['present', 'present', 'present'])
    expect(await enter(1, ['absent', 'absent', 'absent'])).toEqual({
      ok: false,
      error: [{ kind: 'changed_meanwhile' }],
    })
    expect((await show(0))?.taking.attended).toBe(1)
  })

  test('presence cannot be known beforehand, an absence can', async () => {
    await fresh()
    expect(await enter(10, ['present', 'absent', 'absent'])).toEqual({ ok: false, error: [{ kind: 'not_begun' }] })
    expect(await enter(10, ['absent', 'not_heard', 'absent'])).toMatchObject({ ok: true })
    const [session] = await rowsOf(db, 'training.run_session', world.sessions[9])
    expect(session?.['status']).toBe('planned')
  })

  test('nobody enters a session that was moved, or of a run they are not named for', async () => {
    await fresh()
    await db.asPlatform((tx) =>
      tx
        .updateTable('training.run_session')
        .set({ status: 'moved' })
        .where('id', '=', world.sessions[0] ?? '')
        .execute(),
    )
    expect(await enter(1, ['present', 'present', 'present'])).toEqual({
      ok: false,
      error: [{ kind: 'does_not_stand' }],
    })
    const other = await db.asPlatform((tx) => aTakingWorld(tx))
    const theirs = await system.as({ ...other.leader, programmeId: world.programmeId }, (ctx) =>
      enterAttendance(ctx, world.sessions[1] ?? '', [], { source: 'hand', seen: 0 }),
    )
    expect(theirs).toBeNull()
  })

  describe('a missed session', () => {
    test('is made up for and counts; a second one is not', async () => {
      await fresh({ trainees: 1, completion: [{ kind: 'at_least', k: 3 }] })
      await enter(1, ['present'])
      await enter(2, ['absent'], { note: '電話あり' })
      await enter(3, ['absent'], { note: '電話あり' })
      await enter(4, ['present'])
      expect((await show(0))?.taking).toMatchObject({ attended: 2, canMakeUp: 1 })
      expect(await madeUp(2)).toMatchObject({ ok: true })
      expect((await show(0))?.taking).toMatchObject({ attended: 3, canMakeUp: 0, blockers: [] })
      expect(await madeUp(3)).toEqual({ ok: false, error: [{ kind: 'none_left', most: 1 }] })
    })
  })
  const madeUp = (no: number) =>
    asLeader((ctx) =>
      makeUpFor(ctx, world.trainees[0]?.enrolmentId ?? '', {
        sessionId: world.sessions[no - 1] ?? '',
        on: day('2026-10-26'),
        way: 'video',
      }),
    )

  describe('somebody who has gone quiet', () => {
    test('is called kindly: once, by those who lead, until it is closed with what was done', async () => {
      await fresh()
      await enter(1, ['present', 'not_heard', 'absent'])
      expect(await asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))).toEqual([])
      await enter(2, ['present', 'not_heard', 'present'])
      await enter(3, ['present', 'not_heard', 'present'])
      const calls = await asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))
      expect(calls.map(({ personId }) => personId)).toEqual([world.trainees[1]?.personId])
      const told = await rowsOf(db, 'platform.message')
      const kinds = told.filter(
        ({ kind, person_id }) => kind === 'training.kind_call' && person_id === world.leader.personId,
      )
      expect(kinds).toHaveLength(1)
      const id = calls[0]?.id ?? ''
      expect(await asLeader((ctx) => closeKindCall(ctx, id, '電話で話した。来週は来るとのこと'))).toMatchObject({
        ok: true,
      })
      expect(await asLeader((ctx) => closeKindCall(ctx, id, 'もう一度'))).toEqual({
        ok: false,
        error: 'closed_already',
      })
      const [row] = await rowsOf(db, 'training.kind_call', id)
      expect(String(row?.['done_sealed'])).not.toContain('電話')
    })

    test('is noticed at night where nothing at all was written down about them', async () => {
      await fresh({ trainees: 2 })
      const nightly = () => system.asSystem(world.programmeId, noticeQuietPeople)
      const calls = () => asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))
      await enter(1, ['present', 'present'])
      await enter(2, ['present'])
      await nightly()
      expect(await calls(), 'once is not quiet').toEqual([])
      await enter(3, ['present'])
      await nightly()
      await nightly()
      const [call, ...more] = await calls()
      expect([call?.personId, more]).toEqual([world.trainees[1]?.personId, []])
      await asLeader((ctx) => closeKindCall(ctx, call?.id ?? '', '電話で話した'))
      await nightly()
      expect(await calls(), 'what was called about is not missed again').toEqual([])
    })

    test('at night nobody is missed from before they joined, on the very day, or where nobody was entered', async () => {
      await fresh({ trainees: 2 })
      const later = world.trainees[1]?.enrolmentId ?? ''
      await db.asPlatform((tx) =>
        tx
          .updateTable('training.enrolment')
          .set({ since: addDays(firstDay, 14) })
          .where('id', '=', later)
          .execute(),
      )
      for (const no of [1, 2, 3, 6]) await enter(no, ['present'])
      await system.asSystem(world.programmeId, noticeQuietPeople)
      expect(await asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))).toEqual([])
      await enter(4, ['present'])
      await system.asSystem(world.programmeId, noticeQuietPeople)
      expect(await asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))).toHaveLength(1)
    })

    test('who let us know is not', async () => {
      await fresh({ trainees: 1 })
      await enter(1, ['not_heard'])
      await enter(2, ['absent'], { note: '通院のため' })
      expect(await asLeader((ctx) => openKindCalls(ctx.tx, ctx.actor))).toEqual([])
    })
  })

  describe('the end of a course', () => {
    const end = (to: 'completed' | 'not_completed' | 'left' | 'taking', reason = '') =>
      asCoordinator((ctx) => stepEnrolment(ctx, world.trainees[0]?.enrolmentId ?? '', { to, reason }))

    test('completing waits for what is missing, tells the person, and later slices once', async () => {
      await fresh({ trainees: 1, completion: [{ kind: 'at_least', k: 1 }] })
      expect(await end('completed')).toMatchObject({ ok: false, error: [{ kind: 'not_all_done' }] })
      await enter(1, ['present'])
      expect(await end('completed')).toMatchObject({ ok: true })
      expect(await end('completed')).toMatchObject({ ok: false, error: [{ kind: 'not_from_here' }] })
      const events = (await rowsOf(db, 'platform.event')).filter(
        ({ topic, programme_id }) => topic === 'training.completed' && programme_id === world.programmeId,
      )
      const { enrolmentId, personId } = world.trainees[0] ?? { enrolmentId: '', personId: '' }
      expect(events.map(({ payload }) => payload)).toEqual([{ enrolmentId, personId, runId: world.runId }])
    })

    test('a leader does not end it, and a slip is put right with a reason', async () => {
      await fresh({ trainees: 1 })
      const { enrolmentId } = world.trainees[0] ?? { enrolmentId: '' }
      expect(await asLeader((ctx) => stepEnrolment(ctx, enrolmentId, { to: 'left', reason: '' }))).toBeNull()
      expect(await end('left')).toMatchObject({ ok: true })
      expect(await end('taking')).toMatchObject({ ok: false, error: [{ kind: 'reason_missing' }] })
      expect(await end('taking', 'おしまちがい')).toMatchObject({ ok: true })
      const steps = (await rowsOf(db, 'training.enrolment_event')).filter((row) => row['enrolment_id'] === enrolmentId)
      expect(steps.map(({ to_status }) => to_status).toSorted()).toEqual(['left', 'taking'])
    })

    test('what came afterwards is kept sealed, in their own words', async () => {
      await fresh({ trainees: 1 })
      const { enrolmentId } = world.trainees[0] ?? { enrolmentId: '' }
      const note = (version: number) =>
        asCoordinator((ctx) =>
          noteWentOn(ctx, enrolmentId, { wentOn: { kind: 'work', words: '週3日はたらく' }, version }),
        )
      expect(await note(1)).toEqual({ ok: false, error: 'still_taking' })
      await end('not_completed')
      expect(await note(1)).toEqual({ ok: false, error: 'stale' })
      expect(await note(2)).toMatchObject({ ok: true })
      expect((await show(0))?.wentOn).toEqual({ kind: 'work', words: '週3日はたらく' })
      const [row] = await rowsOf(db, 'training.enrolment', enrolmentId)
      expect(String(row?.['went_on_sealed'])).not.toContain('はたらく')
    })
  })
})

/** Enters the states of all trainees for a session, as the leader. */
const entering =
  (system: TestSystem, world: TakingWorld) =>
  (no: number, states: readonly Enterable[], { seen = 0, note = '' } = {}) =>
    system.as(world.leader, (ctx) => {
      const entries = states.map(
        (state, at): Entering => ({ enrolmentId: world.trainees[at]?.enrolmentId ?? '', state, note }),
      )
      return enterAttendance(ctx, world.sessions[no - 1] ?? '', entries, { source: 'hand', seen })
    })

const shown = (system: TestSystem, world: TakingWorld) => (at: number) =>
  system.as(world.coordinator, (ctx) => showEnrolment(ctx, world.trainees[at]?.enrolmentId ?? ''))

type Read =
  | 'training.run_session'
  | 'training.kind_call'
  | 'training.enrolment'
  | 'training.enrolment_event'
  | 'platform.message'
  | 'platform.event'

const rowsOf = (db: OpenDatabase, table: Read, id?: string): Promise<Record<string, unknown>[]> =>
  db.asPlatform((tx) => {
    const all = tx.selectFrom(table).selectAll()
    return (id ? all.where('id', '=', id) : all).execute() as Promise<Record<string, unknown>[]>
  })

import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { aSession } from '#test/call-world.ts'
import { describeEngines } from '#test/database.ts'
import { applyingWorld } from '#test/training/applying-world.ts'
import { leaveCourse, stepEnrolment } from './actions/end-enrolment.ts'
import { moveRun } from './actions/move-run.ts'
import { remindOffers } from './actions/remind-offers.ts'
import { rewriteRun } from './actions/save-run.ts'
import { applicationsOfRun } from './data/applications.ts'
import { findRun } from './data/runs.ts'

describeEngines('the waiting list', (db) => {
  const world = applyingWorld(db)
  const { as, run, move, applied, statusOf, told } = world
  beforeAll(world.open)

  test('a word before the place goes on: once, the day before, and not to whoever has answered', async () => {
    const runId = await run({ capacity: 2, answer_days: 7 })
    const [a, b] = [await applied(runId), await applied(runId)]
    await move(world.coordinator, a.id, 'offered')
    await move(world.coordinator, b.id, 'offered')
    await move(b.who, b.id, 'accepted')
    const reminded = async (on: string): Promise<string[]> => {
      world.now = new Date(`${on}T01:10:00Z`)
      await world.asSystem(remindOffers)
      const kinds = [...(await told(a.who.personId)), ...(await told(b.who.personId))]
      return kinds.filter((kind) => kind === 'training.offer_ends_soon')
    }
    expect(await reminded('2026-11-27')).toEqual([])
    expect(await reminded('2026-11-28')).toHaveLength(1)
    expect(await reminded('2026-11-29'), 'no second time').toHaveLength(1)
  })

  test('whoever is reached by telephone is called: staff hear of it', async () => {
    const calls = async (): Promise<number> =>
      (await told(world.coordinator.personId)).filter((kind) => kind === 'training.offer_to_call').length
    const runId = await run({ capacity: 2, answer_days: 1 })
    const [a, b] = [await applied(runId), await applied(runId)]
    await db.asPlatform((tx) =>
      tx.updateTable('people.person').set({ channel: 'phone' }).where('id', '=', b.who.personId).execute(),
    )
    await move(world.coordinator, a.id, 'offered')
    await move(world.coordinator, b.id, 'offered')
    const before = await calls()
    await world.asSystem(remindOffers)
    expect(await calls(), 'not on the day it was made').toBe(before)
    world.now = new Date('2026-11-23T01:10:00Z')
    await world.asSystem(remindOffers)
    expect(await calls()).toBe(before + 1)
  })

  test('more places: whoever waits is asked, in their order', async () => {
    const runId = await run({ capacity: 1 })
    const [a, b, c] = [await applied(runId), await applied(runId), await applied(runId)]
    await move(world.coordinator, a.id, 'offered')
    for (const { id } of [b, c]) {
      await move(world.coordinator, id, 'waiting')
      world.now = new Date(world.now.getTime() + 60_000)
    }
    const saved = await db.asPlatform((tx) => findRun(tx, world.programmeId, runId))
    if (!saved) throw new Error('no run')
    const more = { ...saved, capacity: 2 }
    expect(await as(world.coordinator, (ctx) => rewriteRun(ctx, saved, more))).toEqual({ ok: true, value: null })
    expect([await statusOf(b.id), await statusOf(c.id)]).toEqual(['offered', 'waiting'])
  })

  describe('somebody leaves while the run goes on', () => {
    /** One has a seat, two wait; the first of two sessions was last week. */
    const running = async (joinUntil: number | null) => {
      const runId = await run({ capacity: 1, join_until_no: joinUntil })
      await db.asPlatform(async (tx) => {
        await aSession(tx, world.programmeId, runId, day('2026-12-15'))
        await aSession(tx, world.programmeId, runId, day('2026-12-29'), { no: 2 })
      })
      const [a, b, c] = [await applied(runId), await applied(runId), await applied(runId)]
      await move(world.coordinator, a.id, 'offered')
      await move(a.who, a.id, 'accepted')
      for (const { id } of [b, c]) {
        await move(world.coordinator, id, 'waiting')
        world.now = new Date(world.now.getTime() + 60_000)
      }
      await as(world.coordinator, (ctx) => moveRun(ctx, runId, { to: 'selecting', reason: '' }))
      await as(world.coordinator, (ctx) => moveRun(ctx, runId, { to: 'running', reason: '' }))
      world.now = new Date('2026-12-22T03:00:00Z')
      const enrolmentId = await db.asPlatform(
        async (tx) =>
          (
            await tx
              .selectFrom('training.enrolment')
              .select('id')
              .where('application_id', '=', a.id)
              .executeTakeFirstOrThrow()
          ).id,
      )
      return { runId, enrolmentId, a, b, c }
    }
    const backAgain = (enrolmentId: string) =>
      as(world.coordinator, (ctx) => stepEnrolment(ctx, enrolmentId, { to: 'taking', reason: 'おしまちがい' }))

    test('the next is asked as long as the run lets people join, and takes the seat', async () => {
      const { a, b, c, enrolmentId, runId } = await running(2)
      expect(await as(a.who, (ctx) => leaveCourse(ctx, enrolmentId))).toMatchObject({ ok: true })
      expect([await statusOf(b.id), await statusOf(c.id)]).toEqual(['offered', 'waiting'])
      expect(await move(b.who, b.id, 'accepted')).toEqual({ ok: true, value: null })
      expect(await backAgain(enrolmentId)).toEqual({ ok: false, error: [{ kind: 'seat_taken' }] })
      const taking = await db.asPlatform((tx) =>
        tx
          .selectFrom('training.enrolment')
          .select('person_id')
          .where('run_id', '=', runId)
          .where('status', '=', 'taking')
          .execute(),
      )
      expect(taking).toEqual([{ person_id: b.who.personId }])
    })

    test.each([1, null])('nobody is asked once the last session for joining (%s) has begun', async (joinUntil) => {
      const { a, b, enrolmentId } = await running(joinUntil)
      await as(a.who, (ctx) => leaveCourse(ctx, enrolmentId))
      expect(await statusOf(b.id)).toBe('waiting')
      expect(await move(world.coordinator, b.id, 'offered')).toEqual({ ok: false, error: [{ kind: 'may_join' }] })
      expect(await backAgain(enrolmentId)).toMatchObject({ ok: true })
    })

    test('pressed twice at once, leaving frees one seat, once', async () => {
      const { a, b, c, enrolmentId, runId } = await running(2)
      const [first, second] = await Promise.all([1, 2].map(() => as(a.who, (ctx) => leaveCourse(ctx, enrolmentId))))
      expect([first?.ok, second?.ok].filter(Boolean)).toHaveLength(1)
      expect([await statusOf(b.id), await statusOf(c.id)]).toEqual(['offered', 'waiting'])
      expect(await db.asPlatform((tx) => applicationsOfRun(tx, world.programmeId, runId))).toHaveLength(3)
    })
  })
})

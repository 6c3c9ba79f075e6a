import { beforeAll, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aRegistered, aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'
import { agreeAsPlace } from './actions/agree-visit.ts'
import { callOffVisit } from './actions/end-visit.ts'
import { leaveVisit } from './actions/leave-visit.ts'
import { moveRequest } from './actions/move-request.ts'
import { moveVisit } from './actions/move-visit.ts'
import { proposalEvents } from './jobs.ts'

const now = new Date('2026-11-22T03:00:00Z')
const soak = process.env['HITOBA_SOAK'] === '1'

describeEngines('two who change the same at once wait for each other, never for ever', (db) => {
  // In the process there is one connection: nobody waits there.
  const races = db.engine === 'postgres' ? (soak ? 200 : 15) : 1
  let system: TestSystem
  let world: VisitWorld
  let days = 0

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const nextDay = (): Date => {
    days += 1
    return new Date(Date.parse('2026-12-10T01:00:00Z') + days * 86_400_000)
  }
  const aConfirmed = async (supporters: Member[]) => {
    const made = await aVisit(db, world, { startsAt: nextDay(), supporters, agreedAt: now })
    await as(world.host, (ctx) => agreeAsPlace(ctx, made.visitId, { via: 'self' }))
    return made
  }
  const statusOf = async (visitId: string): Promise<string> =>
    (
      await db.asPlatform((tx) =>
        tx.selectFrom('visits.visit').select('status').where('id', '=', visitId).executeTakeFirstOrThrow(),
      )
    ).status

  test('the request is withdrawn while somebody steps back from its visit', async () => {
    for (let race = 0; race < races; race += 1) {
      const who = await aRegistered(db, world)
      const made = await aConfirmed([who])
      const [withdrawn] = await Promise.all([
        as(world.host, (ctx) => moveRequest(ctx, made.requestId, { to: 'withdrawn', reason: '' })),
        as(who, (ctx) => leaveVisit(ctx, made.visitId, who.personId)),
      ])
      expect(withdrawn).toMatchObject({ ok: true })
      expect(await statusOf(made.visitId)).toBe('cancelled')
    }
  })

  test('the visit is called off while the request is withdrawn: it is off once', async () => {
    for (let race = 0; race < races; race += 1) {
      const made = await aConfirmed([await aRegistered(db, world)])
      const off = { to: 'cancelled', side: 'weather', reason: '' } as const
      await Promise.all([
        as(world.coordinator, (ctx) => callOffVisit(ctx, made.visitId, off)),
        as(world.host, (ctx) => moveRequest(ctx, made.requestId, { to: 'withdrawn', reason: '' })),
      ])
      const events = await db.asPlatform((tx) =>
        tx
          .selectFrom('visits.visit_event')
          .select('id')
          .where('visit_id', '=', made.visitId)
          .where('to_status', '=', 'cancelled')
          .execute(),
      )
      expect(events).toHaveLength(1)
    }
  })

  test('a visit moves to another hour while its time is wanted by another: nobody is ended by the database', async () => {
    for (let race = 0; race < races; race += 1) {
      const who = await aRegistered(db, world)
      const made = await aConfirmed([who])
      const from = new Date(Date.parse('2026-12-10T01:00:00Z') + days * 86_400_000)
      const to = new Date(from.getTime() + 3_600_000)
      const [moved, booked] = await Promise.all([
        as(world.coordinator, (ctx) =>
          moveVisit(ctx, made.visitId, {
            startsAt: new Date(+from + 3 * 3_600_000),
            endsAt: new Date(+to + 3 * 3_600_000),
            reason: '',
          }),
        ),
        as(world.coordinator, (ctx) =>
          book(ctx, { refId: ctx.newId(), personId: who.personId, kind: 'session', from, to }),
        ),
      ])
      expect(moved).toMatchObject({ ok: true })
      const taken = await db.asPlatform((tx) =>
        tx
          .selectFrom('people.booking')
          .select('id')
          .where('person_id', '=', who.personId)
          .where('released_at', 'is', null)
          .execute(),
      )
      expect(taken).toHaveLength(booked.ok ? 2 : 1)
    }
  })

  test('two who go to the same visits pause at once', async () => {
    const paused = proposalEvents['registration.paused']
    for (let race = 0; race < races; race += 1) {
      const both = [await aRegistered(db, world), await aRegistered(db, world)]
      const made = [await aConfirmed(both), await aConfirmed(both.toReversed()), await aConfirmed(both)]
      await Promise.all(
        both.map(({ personId }) =>
          system.asSystem(world.programmeId, async (ctx) => paused?.(ctx, { personId, untilDay: null })),
        ),
      )
      expect(await Promise.all(made.map((one) => statusOf(one.visitId)))).toEqual(['planned', 'planned', 'planned'])
    }
  })
})

import { beforeAll, expect, test } from 'vitest'
import { book, bookingsOf } from '#domains/people/index.ts'
import type { Member } from '#test/builders.ts'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aProposal } from '#test/visit-builders.ts'
import { aRegistered, aVisitWorld, saidYes, type VisitWorld } from '#test/visit-world.ts'
import { agreeAsPlace, agreeAsSupporter } from './actions/agree-visit.ts'
import { leaveVisit } from './actions/leave-visit.ts'
import { planMeeting } from './actions/meetings.ts'
import { moveRequest } from './actions/move-request.ts'
import { planVisit } from './actions/plan-visit.ts'
import { getProposal } from './data/proposals.ts'
import { getRequest } from './data/requests.ts'
import { proposalEvents } from './jobs.ts'

const now = new Date('2026-11-22T03:00:00Z')
const startsAt = new Date('2026-12-10T04:00:00Z')

describeEngines('seats of a visit that is planned', (db) => {
  let system: TestSystem
  let world: VisitWorld

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const supporter = (): Promise<Member> => aRegistered(db, world)
  const yesOf = (people: readonly Member[], at: Date) => saidYes(db, world, people, at)
  const bookedAt = async ({ personId }: Member, from: Date): Promise<string[]> =>
    (
      await db.asProgramme(world.programmeId, (tx) =>
        bookingsOf(tx, world.programmeId, [personId], { from, to: new Date(from.getTime() + 1) }),
      )
    ).map((one) => one.kind)
  const later = (days: number): Date => new Date(startsAt.getTime() + days * 86_400_000)

  test('withdrawn afterwards, everybody gets their time back and is told', async () => {
    const going = await supporter()
    const of = await yesOf([going], later(5))
    await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
    )
    await system.as(world.host, (ctx) => moveRequest(ctx, of.requestId, { to: 'withdrawn', reason: '' }))
    const left = await db.asPlatform((tx) =>
      tx
        .selectFrom('people.booking')
        .select('id')
        .where('person_id', '=', going.personId)
        .where('released_at', 'is', null)
        .execute(),
    )
    expect(left).toEqual([])
  })

  test('who steps back gives the seat back; who wished to be called fills it in the same visit', async () => {
    const [goes, waits] = [await supporter(), await supporter()]
    const of = await yesOf([goes], later(7))
    const plan = { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }
    const made = await system.as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    if (!made?.ok) throw new Error('no visit was made')
    await system.as(goes, (ctx) => leaveVisit(ctx, made.value, goes.personId))
    const request = await db.asProgramme(world.programmeId, (tx) => getRequest(tx, of.requestId))
    expect(request.status).toBe('matching')
    const first = await db.asProgramme(world.programmeId, (tx) => getProposal(tx, of.ids[0] ?? ''))
    expect(first.status).toBe('declined')
    await db.asPlatform((tx) =>
      aProposal(
        tx,
        world.programmeId,
        { requestId: of.requestId, slotId: of.slotId, personId: waits.personId },
        { status: 'yes', answered_at: now },
      ),
    )
    const again = await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { ...plan, companionIds: [] }),
    )
    expect(again).toEqual({ ok: true, value: made.value })
    const there = await db.asPlatform((tx) =>
      tx.selectFrom('visits.participant').select(['person_id', 'left_at']).where('visit_id', '=', made.value).execute(),
    )
    expect(
      there
        .filter((one) => one.left_at === null)
        .map((one) => one.person_id)
        .toSorted(),
    ).toEqual([waits.personId, world.companion.personId].toSorted())
  })

  test('who joins a planned visit is expected at the meeting before it too; what collides there is said', async () => {
    const [goes, busy, free] = [await supporter(), await supporter(), await supporter()]
    const of = await yesOf([goes], later(12))
    const plan = { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }
    const made = await system.as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    if (!made?.ok) throw new Error('no visit was made')
    const from = later(10)
    const to = new Date(from.getTime() + 3_600_000)
    await system.as(world.coordinator, (ctx) =>
      planMeeting(ctx, made.value, { startsAt: from, endsAt: to, where: '', online: false }),
    )
    await system.as(goes, (ctx) => leaveVisit(ctx, made.value, goes.personId))
    await system.as(world.coordinator, (ctx) =>
      book(ctx, { refId: ctx.newId(), personId: busy.personId, kind: 'session', from, to }),
    )
    const yes = await db.asPlatform((tx) =>
      aProposal(tx, world.programmeId, { ...of, personId: busy.personId }, { status: 'yes', answered_at: now }),
    )
    const refused = await system.as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    expect(refused).toMatchObject({ ok: false, error: [{ kind: 'meeting_time_is_taken', from }] })
    expect(await bookedAt(busy, later(12))).toEqual([])
    await db.asPlatform((tx) =>
      tx.updateTable('visits.proposal').set({ person_id: free.personId }).where('id', '=', yes).execute(),
    )
    await system.as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    expect(await bookedAt(free, from)).toEqual(['preparatory_meeting'])
    expect(await bookedAt(free, later(12))).toEqual(['visit'])
  })

  test('a pause asks about what was agreed to, once, and the visit is unsure until then', async () => {
    const goes = await supporter()
    const of = await yesOf([goes], later(8))
    const made = await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
    )
    if (!made?.ok) throw new Error('no visit was made')
    await system.as(world.host, (ctx) => agreeAsPlace(ctx, made.value, { via: 'self' }))
    const statusNow = async (): Promise<string> =>
      (
        await db.asPlatform((tx) =>
          tx.selectFrom('visits.visit').select('status').where('id', '=', made.value).executeTakeFirstOrThrow(),
        )
      ).status
    expect(await statusNow()).toBe('confirmed')
    const paused = proposalEvents['registration.paused']
    await system.asSystem(world.programmeId, async (ctx) => paused?.(ctx, { personId: goes.personId, untilDay: null }))
    await system.asSystem(world.programmeId, async (ctx) => paused?.(ctx, { personId: goes.personId, untilDay: null }))
    expect(await statusNow()).toBe('planned')
    const told = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.message')
        .select('id')
        .where('person_id', '=', goes.personId)
        .where('kind', 'like', 'visits.still_wish%')
        .execute(),
    )
    // About the visit, and not about the yes that it was made of once more.
    expect(told).toHaveLength(1)
    await system.as(goes, (ctx) => agreeAsSupporter(ctx, made.value, goes.personId, { via: 'self' }))
    expect(await statusNow()).toBe('confirmed')
  })

  test('a registration that ends opens the seats ahead, frees the time and takes back what was asked', async () => {
    const goes = await supporter()
    const of = await yesOf([goes], later(9))
    const made = await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
    )
    if (!made?.ok) throw new Error('no visit was made')
    const waits = await yesOf([goes], later(11))
    const ended = proposalEvents['registration.ended']
    await system.asSystem(world.programmeId, async (ctx) => ended?.(ctx, { personId: goes.personId }))
    const left = await db.asPlatform(async (tx) => ({
      seats: await tx
        .selectFrom('visits.participant')
        .select('visit_id')
        .where('person_id', '=', goes.personId)
        .where('left_at', 'is', null)
        .execute(),
      bookings: await tx
        .selectFrom('people.booking')
        .select('id')
        .where('person_id', '=', goes.personId)
        .where('released_at', 'is', null)
        .execute(),
      asked: await tx
        .selectFrom('visits.proposal')
        .select('status')
        .where('person_id', '=', goes.personId)
        .where('request_id', '=', waits.requestId)
        .execute(),
    }))
    expect(left).toEqual({ seats: [], bookings: [], asked: [{ status: 'withdrawn' }] })
  })
})

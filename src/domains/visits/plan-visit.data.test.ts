import { beforeAll, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { anActivity, aPlace, aProposal, aRequest } from '#test/visit-builders.ts'
import { agreeAsPlace, agreeAsSupporter } from './actions/agree-visit.ts'
import { leaveVisit } from './actions/leave-visit.ts'
import { moveRequest } from './actions/move-request.ts'
import { planVisit } from './actions/plan-visit.ts'
import { getProposal } from './data/proposals.ts'
import { getRequest } from './data/requests.ts'
import { proposalEvents } from './jobs.ts'

const now = new Date('2026-11-22T03:00:00Z')
const startsAt = new Date('2026-12-10T04:00:00Z')
const asked = process.env['HITOBA_SOAK'] === '1' ? 1000 : Number(process.env['HITOBA_RACES'] ?? '50')

describeEngines('planning a visit', (db) => {
  // In the process there is one connection: nobody is ever quicker there.
  const races = db.engine === 'postgres' ? asked : 3
  let system: TestSystem
  let programmeId = 0
  let placeId = ''
  let activityId = ''
  let coordinator: Member
  let other: Member
  let companion: Member
  let host: Member

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      placeId = await aPlace(tx, programmeId)
      activityId = await anActivity(tx, programmeId)
      coordinator = await aMember(tx, programmeId, 'coordinator')
      other = await aMember(tx, programmeId, 'coordinator')
      companion = await aMember(tx, programmeId, 'companion')
      host = await aMember(tx, programmeId, 'host', { placeId })
    })
  })

  const member = (role: 'supporter' | 'companion'): Promise<Member> =>
    db.asPlatform((tx) => aMember(tx, programmeId, role))
  /** A request for which these people have said yes. */
  const saidYes = (people: readonly Member[], at = startsAt, more: Parameters<typeof aRequest>[3] = {}) =>
    db.asPlatform(async (tx) => {
      const of = await aRequest(
        tx,
        programmeId,
        { placeId, activityId, startsAt: at },
        { supporters_wanted: Math.max(1, people.length), ...more },
      )
      const ids: string[] = []
      for (const { personId } of people)
        ids.push(await aProposal(tx, programmeId, { ...of, personId }, { status: 'yes', answered_at: now }))
      return { ...of, ids }
    })
  const later = (days: number): Date => new Date(startsAt.getTime() + days * 86_400_000)

  test('books everybody, keeps the dated agreements, tells all of them, and confirms the request', async () => {
    const people = [await member('supporter'), await member('supporter')]
    const of = await saidYes(people)
    const made = await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    if (!made?.ok) throw new Error('no visit was made')
    const rows = await db.asPlatform(async (tx) => ({
      visit: await tx.selectFrom('visits.visit').selectAll().where('id', '=', made.value).executeTakeFirstOrThrow(),
      parts: await tx.selectFrom('visits.participant').selectAll().where('visit_id', '=', made.value).execute(),
      booked: await tx.selectFrom('people.booking').selectAll().where('ref_id', '=', made.value).execute(),
      told: await tx
        .selectFrom('platform.message')
        .select(['person_id', 'kind'])
        .where('path', '=', `/visits/${made.value}`)
        .execute(),
    }))
    expect(rows.visit).toMatchObject({ status: 'planned', place_id: placeId, companion_needed: true })
    expect(rows.parts.filter((one) => one.part === 'supporter').every((one) => one.agreed_at !== null)).toBe(true)
    expect(rows.booked).toHaveLength(3)
    expect(new Set(rows.told.map((one) => `${one.person_id} ${one.kind}`))).toEqual(
      new Set([
        ...people.map((one) => `${one.personId} visits.visit_planned`),
        `${companion.personId} visits.visit_to_accompany`,
        `${host.personId} visits.visit_to_agree`,
      ]),
    )
    const request = await db.asProgramme(programmeId, (tx) => getRequest(tx, of.requestId))
    expect(request.status).toBe('confirmed')
  })

  test('those who waited are thanked and asked whether they may be called', async () => {
    const [going, waiting] = [await member('supporter'), await member('supporter')]
    const of = await saidYes([going], later(1))
    const id = await db.asPlatform((tx) => aProposal(tx, programmeId, { ...of, personId: waiting.personId }))
    await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    expect((await db.asProgramme(programmeId, (tx) => getProposal(tx, id))).status).toBe('seat_filled')
  })

  test('what is missing is named, and nothing is written', async () => {
    const of = await saidYes([await member('supporter')], later(2), { supporters_wanted: 2 })
    const plan = { slotId: of.slotId, companionIds: [], withFewer: false }
    const refused = await system.as(coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    expect(refused).toEqual({
      ok: false,
      error: [{ kind: 'seats_open', open: 1 }, { kind: 'companion_missing' }],
    })
    expect(await system.as(host, (ctx) => planVisit(ctx, of.requestId, plan))).toBeNull()
    const visits = await db.asPlatform((tx) =>
      tx.selectFrom('visits.visit').select('id').where('request_id', '=', of.requestId).execute(),
    )
    expect(visits).toEqual([])
  })

  test('somebody whose time is taken is named kindly, and the others stay free', async () => {
    const [busy, free] = [await member('supporter'), await member('supporter')]
    await system.as(coordinator, (ctx) =>
      book(ctx, { personId: busy.personId, kind: 'session', refId: ctx.newId(), from: later(3), to: later(4) }),
    )
    const of = await saidYes([busy, free], later(3))
    const refused = await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    expect(refused).toMatchObject({ ok: false, error: [{ kind: 'time_is_taken' }] })
    const booked = await db.asPlatform((tx) =>
      tx.selectFrom('people.booking').select('id').where('person_id', '=', free.personId).execute(),
    )
    expect(booked).toEqual([])
  })

  test('withdrawn afterwards, everybody gets their time back and is told', async () => {
    const going = await member('supporter')
    const of = await saidYes([going], later(5))
    await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    await system.as(host, (ctx) => moveRequest(ctx, of.requestId, { to: 'withdrawn', reason: '' }))
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
    const [goes, waits] = [await member('supporter'), await member('supporter')]
    const of = await saidYes([goes], later(7))
    const plan = { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }
    const made = await system.as(coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    if (!made?.ok) throw new Error('no visit was made')
    await system.as(goes, (ctx) => leaveVisit(ctx, made.value, goes.personId))
    const request = await db.asProgramme(programmeId, (tx) => getRequest(tx, of.requestId))
    expect(request.status).toBe('matching')
    const first = await db.asProgramme(programmeId, (tx) => getProposal(tx, of.ids[0] ?? ''))
    expect(first.status).toBe('declined')
    await db.asPlatform((tx) =>
      aProposal(
        tx,
        programmeId,
        { requestId: of.requestId, slotId: of.slotId, personId: waits.personId },
        { status: 'yes', answered_at: now },
      ),
    )
    const again = await system.as(coordinator, (ctx) => planVisit(ctx, of.requestId, { ...plan, companionIds: [] }))
    expect(again).toEqual({ ok: true, value: made.value })
    const there = await db.asPlatform((tx) =>
      tx.selectFrom('visits.participant').select(['person_id', 'left_at']).where('visit_id', '=', made.value).execute(),
    )
    expect(
      there
        .filter((one) => one.left_at === null)
        .map((one) => one.person_id)
        .toSorted(),
    ).toEqual([waits.personId, companion.personId].toSorted())
  })

  test('a pause asks about what was agreed to, once, and the visit is unsure until then', async () => {
    const goes = await member('supporter')
    const of = await saidYes([goes], later(8))
    const made = await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    if (!made?.ok) throw new Error('no visit was made')
    await system.as(host, (ctx) => agreeAsPlace(ctx, made.value, { via: 'self' }))
    const statusNow = async (): Promise<string> =>
      (
        await db.asPlatform((tx) =>
          tx.selectFrom('visits.visit').select('status').where('id', '=', made.value).executeTakeFirstOrThrow(),
        )
      ).status
    expect(await statusNow()).toBe('confirmed')
    const paused = proposalEvents['registration.paused']
    await system.asSystem(programmeId, async (ctx) => paused?.(ctx, { personId: goes.personId, untilDay: null }))
    await system.asSystem(programmeId, async (ctx) => paused?.(ctx, { personId: goes.personId, untilDay: null }))
    expect(await statusNow()).toBe('planned')
    const told = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.message')
        .select('id')
        .where('person_id', '=', goes.personId)
        .where('kind', '=', 'visits.still_wish_visit')
        .execute(),
    )
    expect(told).toHaveLength(1)
    await system.as(goes, (ctx) => agreeAsSupporter(ctx, made.value, goes.personId, { via: 'self' }))
    expect(await statusNow()).toBe('confirmed')
  })

  test('a registration that ends opens the seats ahead, frees the time and takes back what was asked', async () => {
    const goes = await member('supporter')
    const of = await saidYes([goes], later(9))
    const made = await system.as(coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [companion.personId], withFewer: false }),
    )
    if (!made?.ok) throw new Error('no visit was made')
    const waits = await saidYes([goes], later(11))
    const ended = proposalEvents['registration.ended']
    await system.asSystem(programmeId, async (ctx) => ended?.(ctx, { personId: goes.personId }))
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

  test(`two coordinators, one supporter, ${races} times: one visit each time, the other reads a kind sentence`, async () => {
    for (let race = 0; race < races; race += 1) {
      const wanted = await member('supporter')
      const [with1, with2] = [await member('companion'), await member('companion')]
      const [one, two] = [await saidYes([wanted], later(10)), await saidYes([wanted], later(10))]
      const results = await Promise.all([
        system.as(coordinator, (ctx) =>
          planVisit(ctx, one.requestId, { slotId: one.slotId, companionIds: [with1.personId], withFewer: false }),
        ),
        system.as(other, (ctx) =>
          planVisit(ctx, two.requestId, { slotId: two.slotId, companionIds: [with2.personId], withFewer: false }),
        ),
      ])
      expect(results.filter((result) => result?.ok)).toHaveLength(1)
      expect(results.find((result) => !result?.ok)).toMatchObject({ error: [{ kind: 'time_is_taken' }] })
      const booked = await db.asPlatform((tx) =>
        tx
          .selectFrom('people.booking')
          .select('id')
          .where('person_id', '=', wanted.personId)
          .where('released_at', 'is', null)
          .execute(),
      )
      expect(booked).toHaveLength(1)
    }
  })

  test('one visit planned twice at once is one visit', async () => {
    for (let race = 0; race < Math.min(races, 20); race += 1) {
      const of = await saidYes([await member('supporter')], later(20))
      const along = await member('companion')
      const plan = { slotId: of.slotId, companionIds: [along.personId], withFewer: false }
      const results = await Promise.all(
        [coordinator, other].map((who) => system.as(who, (ctx) => planVisit(ctx, of.requestId, plan))),
      )
      expect(results.filter((result) => result?.ok)).toHaveLength(1)
      expect(results.find((result) => !result?.ok)).toMatchObject({ error: [{ kind: 'not_looking' }] })
    }
  })
})

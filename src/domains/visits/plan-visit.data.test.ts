import { beforeAll, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aProposal } from '#test/visit-builders.ts'
import { aRegistered, aVisitWorld, saidYes, type VisitWorld } from '#test/visit-world.ts'
import { planVisit } from './actions/plan-visit.ts'
import { getProposal } from './data/proposals.ts'
import { getRequest } from './data/requests.ts'

const now = new Date('2026-11-22T03:00:00Z')
const startsAt = new Date('2026-12-10T04:00:00Z')
const asked = process.env['HITOBA_SOAK'] === '1' ? 1000 : Number(process.env['HITOBA_RACES'] ?? '50')

describeEngines('planning a visit', (db) => {
  // In the process there is one connection: nobody is ever quicker there.
  const races = db.engine === 'postgres' ? asked : 3
  let system: TestSystem
  let world: VisitWorld
  let other: Member

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
    other = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'coordinator'))
  })

  const supporter = (): Promise<Member> => aRegistered(db, world)
  const aCompanion = (): Promise<Member> => db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion'))
  const yesOf = (people: readonly Member[], at = startsAt, more: Parameters<typeof saidYes>[4] = {}) =>
    saidYes(db, world, people, at, more)
  const later = (days: number): Date => new Date(startsAt.getTime() + days * 86_400_000)

  test('books everybody, keeps the dated agreements, tells all of them, and confirms the request', async () => {
    const people = [await supporter(), await supporter()]
    const of = await yesOf(people)
    const made = await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
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
    expect(rows.visit).toMatchObject({ status: 'planned', place_id: world.placeId, companion_needed: true })
    expect(rows.parts.filter((one) => one.part === 'supporter').every((one) => one.agreed_at !== null)).toBe(true)
    expect(rows.booked).toHaveLength(3)
    expect(new Set(rows.told.map((one) => `${one.person_id} ${one.kind}`))).toEqual(
      new Set([
        ...people.map((one) => `${one.personId} visits.visit_planned`),
        `${world.companion.personId} visits.visit_to_accompany`,
        `${world.host.personId} visits.visit_to_agree`,
      ]),
    )
    const request = await db.asProgramme(world.programmeId, (tx) => getRequest(tx, of.requestId))
    expect(request.status).toBe('confirmed')
  })

  test('those who waited are thanked and asked whether they may be called', async () => {
    const [going, waiting] = [await supporter(), await supporter()]
    const of = await yesOf([going], later(1))
    const id = await db.asPlatform((tx) => aProposal(tx, world.programmeId, { ...of, personId: waiting.personId }))
    await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
    )
    expect((await db.asProgramme(world.programmeId, (tx) => getProposal(tx, id))).status).toBe('seat_filled')
  })

  test('what is missing is named, and nothing is written', async () => {
    const of = await yesOf([await supporter()], later(2), { supporters_wanted: 2 })
    const plan = { slotId: of.slotId, companionIds: [], withFewer: false }
    const refused = await system.as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
    expect(refused).toEqual({
      ok: false,
      error: [{ kind: 'seats_open', open: 1 }, { kind: 'companion_missing' }],
    })
    expect(await system.as(world.host, (ctx) => planVisit(ctx, of.requestId, plan))).toBeNull()
    const visits = await db.asPlatform((tx) =>
      tx.selectFrom('visits.visit').select('id').where('request_id', '=', of.requestId).execute(),
    )
    expect(visits).toEqual([])
  })

  test('somebody whose time is taken is named kindly, and the others stay free', async () => {
    const [busy, free] = [await supporter(), await supporter()]
    await system.as(world.coordinator, (ctx) =>
      book(ctx, { personId: busy.personId, kind: 'session', refId: ctx.newId(), from: later(3), to: later(4) }),
    )
    const of = await yesOf([busy, free], later(3))
    const refused = await system.as(world.coordinator, (ctx) =>
      planVisit(ctx, of.requestId, { slotId: of.slotId, companionIds: [world.companion.personId], withFewer: false }),
    )
    expect(refused).toMatchObject({ ok: false, error: [{ kind: 'time_is_taken' }] })
    const booked = await db.asPlatform((tx) =>
      tx.selectFrom('people.booking').select('id').where('person_id', '=', free.personId).execute(),
    )
    expect(booked).toEqual([])
  })

  test(`two coordinators, one supporter, ${races} times: one visit each time, the other reads a kind sentence`, async () => {
    for (let race = 0; race < races; race += 1) {
      const wanted = await supporter()
      const [with1, with2] = [await aCompanion(), await aCompanion()]
      const [one, two] = [await yesOf([wanted], later(10)), await yesOf([wanted], later(10))]
      const results = await Promise.all([
        system.as(world.coordinator, (ctx) =>
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
      const of = await yesOf([await supporter()], later(20))
      const along = await aCompanion()
      const plan = { slotId: of.slotId, companionIds: [along.personId], withFewer: false }
      const results = await Promise.all(
        [world.coordinator, other].map((who) => system.as(who, (ctx) => planVisit(ctx, of.requestId, plan))),
      )
      expect(results.filter((result) => result?.ok)).toHaveLength(1)
      expect(results.find((result) => !result?.ok)).toMatchObject({ error: [{ kind: 'not_looking' }] })
    }
  })
})

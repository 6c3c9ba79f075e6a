import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { aCareWorld, type CareWorld, closing, noon, today } from '#test/care/world.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { answerRest, recordRest } from './actions/answer-rest.ts'
import { closeFollowUp } from './actions/close-follow-up.ts'
import { openByHand } from './actions/open-by-hand.ts'
import { notHeardFrom } from './core/silence.ts'
import { listContacts } from './data/contact-list.ts'

describeEngines('resting, and not being heard from', (db) => {
  let system: TestSystem
  let world: CareWorld
  beforeAll(async () => {
    system = await testSystem(db, () => noon)
  })
  beforeEach(async () => {
    world = await aCareWorld(db, system)
  })

  const register = (personId: string, registeredOn = day('2026-01-10')) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('registration.supporter')
        .values({ programme_id: world.programmeId, person_id: personId, registered_on: registeredOn })
        .execute(),
    )
  const pauses = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('registration.pause')
        .selectAll()
        .where('person_id', '=', world.supporter.personId)
        .orderBy('from_at')
        .execute(),
    )

  const offers = () =>
    db.asPlatform((tx) =>
      tx.selectFrom('care.rest_offer').selectAll().where('programme_id', '=', world.programmeId).execute(),
    )

  test('after a heavy visit a rest is offered, once; one press takes it, and nobody asks them meanwhile', async () => {
    const visitId = randomUUID()
    await world.held({ visitId, heavy: true })
    await world.tell('visits.heavy', { visitId, personId: world.supporter.personId })
    await register(world.supporter.personId)
    const [offer] = await offers()
    expect(await offers()).toHaveLength(1)
    expect(await world.inboxOf(world.supporter)).toEqual(['care.rest_offered'])
    expect(await system.as(world.stranger, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))).toBeNull()
    await system.as(world.supporter, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))
    expect(await offers()).toMatchObject([{ answer: 'rest', rest_until: '2026-09-08', via: 'self' }])
    expect(await pauses()).toMatchObject([{ until_day: '2026-09-08', ended_at: null }])
  })

  test('a longer pause of their own is not cut short by a rest', async () => {
    await register(world.supporter.personId)
    await db.asPlatform((tx) =>
      tx
        .insertInto('registration.pause')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          person_id: world.supporter.personId,
          from_at: noon,
        })
        .execute(),
    )
    await world.held({ heavy: true })
    const [offer] = await offers()
    await system.as(world.supporter, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))
    expect(await pauses()).toMatchObject([{ until_day: null, ended_at: null }])
  })

  test('what a person keeps to themselves offers a rest to them and opens nothing for the staff', async () => {
    await world.tell('visits.heavy', { visitId: randomUUID(), personId: world.supporter.personId, shown: false })
    expect(await offers()).toHaveLength(1)
    expect(await world.open(world.coordinator)).toEqual([])
    expect(await world.inboxOf(world.follower)).toEqual([])
    await world.tell('visits.heavy', { visitId: randomUUID(), personId: world.supporter.personId, shown: true })
    expect((await world.open(world.coordinator)).map((line) => line.dueOn)).toEqual([today])
  })

  test('an answer told by telephone is written down with who and how', async () => {
    await world.held({ heavy: true })
    const told = { answer: 'no_thanks', via: 'phone' } as const
    expect(await system.as(world.stranger, (ctx) => recordRest(ctx, world.supporter.personId, told))).toBeNull()
    await system.as(world.follower, (ctx) => recordRest(ctx, world.supporter.personId, told))
    expect(await offers()).toMatchObject([
      { answer: 'no_thanks', rest_until: null, via: 'phone', recorded_by: world.follower.membershipId },
    ])
  })

  const silent = async () => {
    const asked = { programmeId: world.programmeId, today, zone: 'Asia/Tokyo', personIds: null }
    const contacts = await system.as(world.coordinator, (ctx) => listContacts(ctx.tx, asked))
    return notHeardFrom(contacts, today).map((contact) => contact.personId)
  }

  test('who has not been heard from is listed, until they were spoken with or said that they rest', async () => {
    const [resting, fresh] = await db.asPlatform(async (tx) => [
      await aMember(tx, world.programmeId, 'supporter'),
      await aMember(tx, world.programmeId, 'supporter'),
    ])
    await register(world.supporter.personId)
    await register(resting?.personId ?? '')
    await register(fresh?.personId ?? '', day('2026-08-20'))
    expect((await silent()).toSorted()).toEqual([world.supporter.personId, resting?.personId].toSorted())
    await db.asPlatform((tx) =>
      tx
        .insertInto('registration.pause')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          person_id: resting?.personId ?? '',
          from_at: new Date('2026-02-01T00:00:00Z'),
        })
        .execute(),
    )
    expect(await silent()).toEqual([world.supporter.personId])
    const byHand = { personId: world.supporter.personId, reason: 'silent' as const, dueOn: today }
    const opened = await system.as(world.follower, (ctx) => openByHand(ctx, byHand))
    const id = opened?.ok ? (opened.value ?? '') : ''
    await system.as(world.follower, (ctx) => closeFollowUp(ctx, closing(id)))
    expect(await silent()).toEqual([])
  })
})

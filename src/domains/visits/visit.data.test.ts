import { beforeAll, describe, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'
import { agreeAsPlace, agreeAsSupporter, confirmVisit } from './actions/agree-visit.ts'
import { changeCompanion } from './actions/change-companion.ts'
import { callOffVisit, holdVisit } from './actions/end-visit.ts'
import { leaveVisit } from './actions/leave-visit.ts'
import { cancelMeeting, planMeeting } from './actions/meetings.ts'
import { moveVisit } from './actions/move-visit.ts'

const before = new Date('2026-11-22T03:00:00Z')
let now = before
const self = { via: 'self' }

describeEngines('a visit after planning', (db) => {
  let system: TestSystem
  let world: VisitWorld
  let days = 0

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const member = (role: 'supporter' | 'companion'): Promise<Member> =>
    db.asPlatform((tx) => aMember(tx, world.programmeId, role))
  /** Each visit on a day of its own: the companion is everywhere. */
  const nextDay = (): Date => {
    days += 1
    return new Date(Date.parse('2026-12-10T04:00:00Z') + days * 86_400_000)
  }
  const visit = (of: Partial<Parameters<typeof aVisit>[2]> = {}) => {
    now = before
    return aVisit(db, world, { startsAt: nextDay(), ...of })
  }
  const row = (id: string) =>
    db.asPlatform((tx) => tx.selectFrom('visits.visit').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const seats = (id: string) =>
    db.asPlatform((tx) => tx.selectFrom('visits.participant').selectAll().where('visit_id', '=', id).execute())
  const held = async (refId: string): Promise<string[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('people.booking')
          .select('person_id')
          .where('ref_id', '=', refId)
          .where('released_at', 'is', null)
          .execute(),
      )
    ).map((one) => one.person_id)
  const told = async (kind: string, id: string): Promise<string[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.message')
          .select('person_id')
          .where('kind', '=', kind)
          .where('path', '=', `/visits/${id}`)
          .execute(),
      )
    ).map((one) => one.person_id)
  const meetingsOf = (id: string) =>
    db.asPlatform((tx) => tx.selectFrom('visits.meeting').selectAll().where('visit_id', '=', id).execute())
  const agreed = async (of: Partial<Parameters<typeof aVisit>[2]> = {}) => {
    const made = await visit({ agreedAt: before, ...of })
    await as(world.host, (ctx) => agreeAsPlace(ctx, made.visitId, self))
    return made
  }
  const someone = (made: { supporters: Member[] }, at = 0): Member => {
    const one = made.supporters[at]
    if (!one) throw new Error('no such supporter')
    return one
  }
  const later = (date: Date, hours: number): Date => new Date(date.getTime() + hours * 3_600_000)

  describe('agreeing', () => {
    test('place and supporter have agreed, somebody goes along: confirmed, and everybody is told', async () => {
      const made = await visit()
      const who = someone(made)
      await as(world.host, (ctx) => agreeAsPlace(ctx, made.visitId, self))
      expect((await row(made.visitId)).status).toBe('planned')
      await as(who, (ctx) => agreeAsSupporter(ctx, made.visitId, who.personId, self))
      expect((await row(made.visitId)).status).toBe('confirmed')
      const people = [world.host, world.companion, world.coordinator].map((one) => one.personId)
      expect((await told('visits.visit_confirmed', made.visitId)).toSorted()).toEqual(people.toSorted())
      const agreement = await db.asPlatform((tx) =>
        tx.selectFrom('visits.place_agreement').selectAll().where('visit_id', '=', made.visitId).execute(),
      )
      expect(agreement).toMatchObject([{ by_membership: world.host.membershipId, via: 'self' }])
      expect(await held(made.visitId)).toHaveLength(2)
    })

    test('without a companion it stays planned until somebody goes along', async () => {
      const made = await agreed({ companion: null })
      expect((await row(made.visitId)).status).toBe('planned')
      const along = await member('companion')
      await as(world.coordinator, (ctx) => changeCompanion(ctx, made.visitId, along.personId))
      expect((await row(made.visitId)).status).toBe('confirmed')
    })

    test('nobody agrees for another; other places and supporters find nothing', async () => {
      const made = await visit()
      const other = await member('supporter')
      const personId = someone(made).personId
      expect(await as(other, (ctx) => agreeAsSupporter(ctx, made.visitId, personId, self))).toBeNull()
      expect(await as(world.companion, (ctx) => agreeAsSupporter(ctx, made.visitId, personId, self))).toBeNull()
      expect(await as(other, (ctx) => agreeAsPlace(ctx, made.visitId, self))).toBeNull()
    })

    test('agreements written down after it began are for the record: nobody is told that it will take place', async () => {
      const made = await visit({ agreedAt: before })
      now = later((await row(made.visitId)).starts_at, 1)
      await as(world.coordinator, (ctx) => agreeAsPlace(ctx, made.visitId, { via: 'phone' }))
      expect((await row(made.visitId)).status).toBe('confirmed')
      expect(await told('visits.visit_confirmed', made.visitId)).toEqual([])
    })
  })

  describe('stepping back', () => {
    test('opens the seat, returns it to planned, gives the time back, and leaves no counter', async () => {
      const made = await agreed({ supporters: [await member('supporter'), await member('supporter')] })
      const who = someone(made)
      expect(await as(who, (ctx) => leaveVisit(ctx, made.visitId, who.personId))).toMatchObject({ ok: true })
      expect((await row(made.visitId)).status).toBe('planned')
      expect(await held(made.visitId)).not.toContain(who.personId)
      const seat = (await seats(made.visitId)).find((one) => one.person_id === who.personId)
      expect(seat).toMatchObject({ attended: null })
      expect(seat?.left_at).not.toBeNull()
      expect(await told('visits.seat_open', made.visitId)).toEqual([world.coordinator.personId])
      expect(await as(world.coordinator, (ctx) => confirmVisit(ctx, made.visitId))).toMatchObject({ ok: true })
      expect((await row(made.visitId)).status).toBe('confirmed')
    })

    test('gives back the meeting beforehand too, and takes it again with a new yes', async () => {
      const made = await agreed()
      const who = someone(made)
      const startsAt = later((await row(made.visitId)).starts_at, -50)
      const wanted = { startsAt, endsAt: later(startsAt, 0.5), where: '', online: true }
      await as(world.coordinator, (ctx) => planMeeting(ctx, made.visitId, wanted))
      const [meeting] = await meetingsOf(made.visitId)
      expect(await held(meeting?.id ?? '')).toHaveLength(2)
      await as(who, (ctx) => leaveVisit(ctx, made.visitId, who.personId))
      expect(await held(meeting?.id ?? '')).toEqual([world.companion.personId])
      await as(who, (ctx) => agreeAsSupporter(ctx, made.visitId, who.personId, self))
      expect(await held(meeting?.id ?? '')).toHaveLength(2)
    })
  })

  describe('going along', () => {
    test('another companion takes the place of the first, whose time is free again; supporters are told', async () => {
      const made = await agreed()
      const along = await member('companion')
      await as(world.coordinator, (ctx) => changeCompanion(ctx, made.visitId, along.personId))
      expect((await held(made.visitId)).toSorted()).toEqual([along.personId, someone(made).personId].toSorted())
      expect((await row(made.visitId)).status).toBe('confirmed')
      expect(await told('visits.companion_changed', made.visitId)).toEqual([someone(made).personId])
    })

    test('whoever has something else then is refused kindly, and nothing changes', async () => {
      const made = await agreed()
      const along = await member('companion')
      const { starts_at: from, ends_at: to } = await row(made.visitId)
      await as(world.coordinator, (ctx) =>
        book(ctx, { refId: ctx.newId(), personId: along.personId, kind: 'session', from, to }),
      )
      const refused = await as(world.coordinator, (ctx) => changeCompanion(ctx, made.visitId, along.personId))
      expect(refused).toMatchObject({ ok: false, error: [{ kind: 'time_is_taken' }] })
      expect(await held(made.visitId)).toContain(world.companion.personId)
      const supporter = someone(made).personId
      expect(await as(world.coordinator, (ctx) => changeCompanion(ctx, made.visitId, supporter))).toBeNull()
      expect(await as(world.companion, (ctx) => changeCompanion(ctx, made.visitId, along.personId))).toBeNull()
    })
  })

  describe('another day', () => {
    test('a new visit takes the place of the old, which stays as it was; all are asked anew', async () => {
      const made = await agreed()
      const old = await row(made.visitId)
      const startsAt = nextDay()
      const to = { startsAt, endsAt: later(startsAt, 2), reason: '雪の予報' }
      const moved = await as(world.coordinator, (ctx) => moveVisit(ctx, made.visitId, to))
      if (!moved?.ok) throw new Error('it was not moved')
      expect(await row(made.visitId)).toEqual({ ...old, status: 'superseded', version: old.version + 1 })
      expect(await row(moved.value)).toMatchObject({ status: 'planned', replaces: made.visitId, starts_at: startsAt })
      expect(await held(made.visitId)).toEqual([])
      expect(await held(moved.value)).toHaveLength(2)
      const supporter = (await seats(moved.value)).find((one) => one.part === 'supporter')
      expect(supporter).toMatchObject({ agreed_at: null, person_id: someone(made).personId })
      const again = await db.asPlatform((tx) =>
        tx.selectFrom('visits.place_agreement').select('visit_id').where('visit_id', '=', moved.value).execute(),
      )
      expect(again).toEqual([])
      expect(await told('visits.visit_moved', moved.value)).toHaveLength(3)
    })

    test('a meeting that still lies before it goes with it; a later one is off', async () => {
      const made = await agreed()
      const { starts_at } = await row(made.visitId)
      const meet = (hours: number) => {
        const startsAt = later(starts_at, hours)
        return as(world.coordinator, (ctx) =>
          planMeeting(ctx, made.visitId, { startsAt, endsAt: later(startsAt, 0.5), where: '', online: false }),
        )
      }
      await meet(-6)
      await meet(-2)
      const startsAt = later(starts_at, -4)
      const to = { startsAt, endsAt: later(startsAt, 1), reason: '' }
      const moved = await as(world.coordinator, (ctx) => moveVisit(ctx, made.visitId, to))
      if (!moved?.ok) throw new Error('it was not moved')
      const [kept, off] = [await meetingsOf(moved.value), await meetingsOf(made.visitId)]
      expect(kept.map((one) => one.cancelled_at)).toEqual([null])
      expect(off.map((one) => one.cancelled_at !== null)).toEqual([true])
      expect([await held(kept[0]?.id ?? ''), await held(off[0]?.id ?? '')].map((one) => one.length)).toEqual([2, 0])
    })
  })

  describe('over', () => {
    test('held: who came, how many were met, the request is done, later slices are told', async () => {
      const made = await agreed({ supporters: [await member('supporter'), await member('supporter')] })
      const [came, away] = [someone(made), someone(made, 1)]
      const what = { came: [came.personId], met: 8, reason: '' }
      expect(await as(world.companion, (ctx) => holdVisit(ctx, made.visitId, what))).toMatchObject({ ok: false })
      now = later((await row(made.visitId)).starts_at, 2)
      expect(await as(world.host, (ctx) => holdVisit(ctx, made.visitId, what))).toMatchObject({ ok: false })
      expect(await as(await member('companion'), (ctx) => holdVisit(ctx, made.visitId, what))).toBeNull()
      expect(await as(world.companion, (ctx) => holdVisit(ctx, made.visitId, what))).toMatchObject({ ok: true })
      expect(await row(made.visitId)).toMatchObject({ status: 'held', met_count: 8 })
      const attended = new Map((await seats(made.visitId)).map((one) => [one.person_id, one.attended]))
      expect([attended.get(came.personId), attended.get(away.personId)]).toEqual([true, false])
      const events = await db.asPlatform((tx) =>
        tx.selectFrom('platform.event').selectAll().where('topic', '=', 'visits.held').execute(),
      )
      expect(events.map((one) => one.payload)).toContainEqual(
        expect.objectContaining({
          visitId: made.visitId,
          supporterIds: expect.arrayContaining([came.personId, away.personId]),
          companionIds: [world.companion.personId],
          heavy: false,
        }),
      )
      const request = await db.asPlatform((tx) =>
        tx.selectFrom('visits.request').select('status').where('id', '=', made.requestId).executeTakeFirstOrThrow(),
      )
      expect(request.status).toBe('done')
      // Who did not come is not thanked for coming.
      expect(await told('visits.how_was_it', made.visitId)).toEqual([came.personId])
    })

    test('called off: everybody gets their time back, that of the meeting too, and is told', async () => {
      const made = await agreed()
      const startsAt = later((await row(made.visitId)).starts_at, -3)
      await as(world.coordinator, (ctx) =>
        planMeeting(ctx, made.visitId, { startsAt, endsAt: later(startsAt, 1), where: '見本駅', online: false }),
      )
      const [meeting] = await meetingsOf(made.visitId)
      const off = { to: 'cancelled', side: 'weather', reason: '' } as const
      const unnamed = await as(world.host, (ctx) => callOffVisit(ctx, made.visitId, { ...off, side: '' }))
      expect(unnamed).toMatchObject({ ok: false, error: [{ kind: 'side_named' }] })
      expect(await as(world.host, (ctx) => callOffVisit(ctx, made.visitId, off))).toMatchObject({ ok: true })
      expect(await row(made.visitId)).toMatchObject({ status: 'cancelled', reason: 'weather' })
      expect([await held(made.visitId), await held(meeting?.id ?? '')]).toEqual([[], []])
      expect(await told('visits.visit_cancelled', made.visitId)).toHaveLength(3)
    })

    test('not held on the day: a reason of our own side will do, and the time is free', async () => {
      const made = await agreed()
      now = later((await row(made.visitId)).starts_at, 1)
      const what = { to: 'not_held', side: 'ours', reason: '' } as const
      expect(await as(world.companion, (ctx) => callOffVisit(ctx, made.visitId, what))).toMatchObject({ ok: true })
      expect(await row(made.visitId)).toMatchObject({ status: 'not_held', reason: 'ours' })
      expect(await held(made.visitId)).toEqual([])
    })
  })

  test('a meeting takes everybody’s time, and gives it back when it is off', async () => {
    const made = await agreed()
    const startsAt = later((await row(made.visitId)).starts_at, -26)
    const wanted = { startsAt, endsAt: later(startsAt, 1), where: '見本の家', online: false }
    expect(await as(world.companion, (ctx) => planMeeting(ctx, made.visitId, wanted))).toBeNull()
    await as(world.coordinator, (ctx) => planMeeting(ctx, made.visitId, wanted))
    const [meeting] = await meetingsOf(made.visitId)
    expect(await held(meeting?.id ?? '')).toHaveLength(2)
    const late = { ...wanted, startsAt: later(startsAt, 27), endsAt: later(startsAt, 28) }
    expect(await as(world.coordinator, (ctx) => planMeeting(ctx, made.visitId, late))).toMatchObject({
      error: [{ kind: 'after_the_visit' }],
    })
    await as(world.coordinator, (ctx) => cancelMeeting(ctx, made.visitId, meeting?.id ?? ''))
    expect(await held(meeting?.id ?? '')).toEqual([])
    expect(await as(world.coordinator, (ctx) => cancelMeeting(ctx, made.visitId, meeting?.id ?? ''))).toBeNull()
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import { day } from '#kernel/calendar-day.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aRequest } from '#test/visit-builders.ts'
import { aVisitWorld, type VisitWorld } from '#test/visit-world.ts'
import {
  agreeToSeries,
  answerSeries,
  changeSeries,
  companionForSeries,
  inviteToSeries,
  makeSeries,
} from './actions/series.ts'
import type { Recurrence } from './core/recurrence.ts'
import { daysOfSeries } from './data/series.ts'

const now = new Date('2026-11-22T03:00:00Z')
const none = new Set<never>()

describeEngines('what repeats', (db) => {
  let system: TestSystem
  let world: VisitWorld

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const supporter = (): Promise<Member> => db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
  /** Four Wednesdays from 13:00 to 14:00. */
  const rule = (more: Partial<Recurrence> = {}): Recurrence => ({
    pattern: { kind: 'weeks', every: 1, weekday: 3 },
    fromDay: day('2026-12-02'),
    untilDay: day('2026-12-23'),
    fromMinute: 780,
    minutes: 60,
    skipped: [],
    moved: [],
    withoutHolidays: false,
    ...more,
  })
  const series = async (more: Partial<Recurrence> = {}) => {
    const { requestId } = await db.asPlatform((tx) => aRequest(tx, world.programmeId, world))
    const made = await as(world.coordinator, (ctx) => makeSeries(ctx, requestId, rule(more), none))
    if (!made?.ok) throw new Error('no series was made')
    return { id: made.value, requestId }
  }
  const days = (id: string) => db.asProgramme(world.programmeId, (tx) => daysOfSeries(tx, world.programmeId, id))
  const dates = async (id: string): Promise<string[]> =>
    (await days(id)).map((one) => one.startsAt.toISOString().slice(0, 10))
  const invited = async (id: string): Promise<Member> => {
    const who = await supporter()
    await as(world.coordinator, (ctx) => inviteToSeries(ctx, id, who.personId))
    return who
  }
  const taken = async (personId: string): Promise<string[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('people.booking')
          .select('ref_id')
          .where('person_id', '=', personId)
          .where('released_at', 'is', null)
          .execute(),
      )
    ).map((one) => one.ref_id)
  const told = async (personId: string, kind: string): Promise<string[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.message')
          .select('path')
          .where('person_id', '=', personId)
          .where('kind', '=', kind)
          .execute(),
      )
    ).flatMap((one) => one.path ?? [])

  describe('made', () => {
    test('each day is a planned visit, the request is confirmed, the place is asked', async () => {
      const { id, requestId } = await series()
      expect(await dates(id)).toEqual(['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23'])
      expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['planned']))
      const request = await db.asPlatform((tx) =>
        tx.selectFrom('visits.request').select('status').where('id', '=', requestId).executeTakeFirstOrThrow(),
      )
      expect(request.status).toBe('confirmed')
      expect(await told(world.host.personId, 'visits.series_to_agree')).toContain(`/series/${id}`)
      const again = await as(world.coordinator, (ctx) => makeSeries(ctx, requestId, rule(), none))
      expect(again).toEqual({ ok: false, error: [{ kind: 'not_looking' }, { kind: 'series_there' }] })
      expect(await as(world.host, (ctx) => makeSeries(ctx, requestId, rule(), none))).toBeNull()
    })

    test('a rule without a day ahead is refused', async () => {
      const { requestId } = await db.asPlatform((tx) => aRequest(tx, world.programmeId, world))
      const past = rule({ fromDay: day('2026-10-01'), untilDay: day('2026-10-31') })
      const refused = await as(world.coordinator, (ctx) => makeSeries(ctx, requestId, past, none))
      expect(refused).toEqual({ ok: false, error: [{ kind: 'no_days' }] })
    })
  })

  describe('answered', () => {
    test('yes to single days: only those are booked, the others are left', async () => {
      const { id } = await series()
      const who = await invited(id)
      const [first, second] = (await days(id)).map((one) => one.visitId)
      if (!first || !second) throw new Error('too few days')
      const answer = (yes: string[]) => as(who, (ctx) => answerSeries(ctx, id, who.personId, yes, 'self'))
      expect(await answer([first, second])).toEqual({ ok: true, value: { startsAt: [] } })
      expect((await taken(who.personId)).toSorted()).toEqual([first, second].toSorted())
      const seats = (await days(id)).flatMap((one) => one.supporters)
      expect(seats.map((one) => [one.agreed, one.left])).toEqual([
        [true, false],
        [true, false],
        [false, true],
        [false, true],
      ])
      // Who was only asked held no seat: no seat opened.
      expect((await told(world.coordinator.personId, 'visits.seat_open')).length).toBe(0)
      await answer([second])
      expect(await taken(who.personId)).toEqual([second])
      expect(await told(world.coordinator.personId, 'visits.seat_open')).toEqual([`/visits/${first}`])
    })

    test('a day whose time is taken is told, the others stand', async () => {
      const { id } = await series()
      const who = await invited(id)
      const all = await days(id)
      const [first] = all
      if (!first) throw new Error('no days')
      await as(world.coordinator, (ctx) =>
        book(ctx, {
          refId: ctx.newId(),
          personId: who.personId,
          kind: 'session',
          from: first.startsAt,
          to: first.endsAt,
        }),
      )
      const yes = all.map((one) => one.visitId)
      const answered = await as(who, (ctx) => answerSeries(ctx, id, who.personId, yes, 'self'))
      expect(answered).toEqual({ ok: true, value: { startsAt: [first.startsAt] } })
      expect(await taken(who.personId)).toHaveLength(4)
    })

    test('whoever was not asked finds nothing', async () => {
      const { id } = await series()
      const other = await supporter()
      expect(await as(other, (ctx) => answerSeries(ctx, id, other.personId, [], 'self'))).toBeNull()
    })
  })

  describe('changed', () => {
    test('agreed days stay, free ones go quietly, new ones come, and those who agreed are asked', async () => {
      const { id } = await series()
      const who = await invited(id)
      const [first] = await days(id)
      if (!first) throw new Error('no days')
      await as(who, (ctx) => answerSeries(ctx, id, who.personId, [first.visitId], 'self'))
      const thursdays = rule({ pattern: { kind: 'weeks', every: 1, weekday: 4 }, fromDay: day('2026-12-07') })
      const changed = await as(world.coordinator, (ctx) => changeSeries(ctx, id, thursdays, none))
      if (!changed?.ok) throw new Error('it was not changed')
      const next = changed.value
      expect(await dates(next)).toEqual(['2026-12-02', '2026-12-10', '2026-12-17'])
      expect((await days(id)).map((one) => one.status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
      expect((await days(next))[0]?.supporters).toMatchObject([{ agreed: true, left: false }])
      expect(await taken(who.personId)).toEqual([first.visitId])
      expect((await days(next))[1]?.supporters).toMatchObject([{ personId: who.personId, agreed: false }])
      expect(await told(who.personId, 'visits.series_invited')).toContain(`/series/${next}`)
      expect(await told(world.host.personId, 'visits.series_to_agree')).toContain(`/series/${next}`)
      expect(await told(who.personId, 'visits.visit_cancelled')).toEqual([])
      expect(await as(world.coordinator, (ctx) => changeSeries(ctx, id, rule(), none))).toBeNull()
    })

    test('by two at once, once', async () => {
      const { id } = await series()
      const results = await Promise.all(
        [1, 2].map(() => as(world.coordinator, (ctx) => changeSeries(ctx, id, rule({ minutes: 90 }), none))),
      )
      expect(results.filter((one) => one?.ok)).toHaveLength(1)
      const rows = await db.asPlatform((tx) =>
        tx
          .selectFrom('visits.series')
          .select('id')
          .where('superseded_by', 'is', null)
          .where('request_id', 'in', (is) => is.selectFrom('visits.series').select('request_id').where('id', '=', id))
          .execute(),
      )
      expect(rows).toHaveLength(1)
    })
  })

  test('the place agrees to all days, one companion goes along, and what is complete is confirmed', async () => {
    const { id } = await series({ fromMinute: 600 })
    const who = await invited(id)
    const all = (await days(id)).map((one) => one.visitId)
    await as(who, (ctx) => answerSeries(ctx, id, who.personId, all, 'self'))
    expect(await as(world.host, (ctx) => agreeToSeries(ctx, id, 'self'))).toMatchObject({ ok: true })
    expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['planned']))
    const along = await as(world.coordinator, (ctx) => companionForSeries(ctx, id, world.companion.personId))
    expect(along).toEqual({ ok: true, value: { startsAt: [] } })
    expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['confirmed']))
    expect(await taken(world.companion.personId)).toHaveLength(4)
    expect(await as(who, (ctx) => agreeToSeries(ctx, id, 'self'))).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import { day } from '#kernel/calendar-day.ts'
import { describeEngines } from '#test/database.ts'
import { noHolidays, seriesWorld, wednesdays } from '#test/series-world.ts'
import { companionForSeries } from './actions/answer-series.ts'
import { makeSeries } from './actions/make-series.ts'
import { moveRequest } from './actions/move-request.ts'
import { getRequest } from './data/requests.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what repeats', (db) => {
  const { answered, as, dates, days, invited, placeAgrees, request, series, supporter, taken, told, world } =
    seriesWorld(db, () => now)
  const idsOf = async (id: string): Promise<string[]> => (await days(id)).map((one) => one.visitId)

  describe('made', () => {
    test('each day is a planned visit, the request is confirmed, the place is asked', async () => {
      const { id, requestId } = await series()
      expect(await dates(id)).toEqual(['2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23'])
      expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['planned']))
      const { status } = await db.asProgramme(world().programmeId, (tx) => getRequest(tx, requestId))
      expect(status).toBe('confirmed')
      expect(await told(world().host, 'visits.series_to_agree')).toContain(`/series/${id}`)
      const again = await as(world().coordinator, (ctx) => makeSeries(ctx, requestId, wednesdays(), noHolidays))
      expect(again).toEqual({ ok: false, error: [{ kind: 'not_looking' }, { kind: 'series_there' }] })
      expect(await as(world().host, (ctx) => makeSeries(ctx, requestId, wednesdays(), noHolidays))).toBeNull()
    })

    test('a rule without a day ahead is refused', async () => {
      const { requestId } = await request()
      const past = wednesdays({ fromDay: day('2026-10-01'), untilDay: day('2026-10-31') })
      const refused = await as(world().coordinator, (ctx) => makeSeries(ctx, requestId, past, noHolidays))
      expect(refused).toEqual({ ok: false, error: [{ kind: 'no_days' }] })
    })
  })

  describe('answered', () => {
    test('yes to single days: only those are booked, the others are left', async () => {
      const { id } = await series()
      const who = await invited(id)
      const [first, second] = await idsOf(id)
      if (!first || !second) throw new Error('too few days')
      const answer = (yes: string[]) => answered(id, who, yes)
      expect(await answer([first, second])).toEqual({ ok: true, value: { startsAt: [] } })
      expect((await taken(who)).toSorted()).toEqual([first, second].toSorted())
      const seats = (await days(id)).flatMap((one) => one.supporters)
      expect(seats.map((one) => [one.agreed, one.left])).toEqual([
        [true, false],
        [true, false],
        [false, true],
        [false, true],
      ])
      // Who was only asked held no seat: no seat opened.
      expect(await told(world().coordinator, 'visits.seat_open')).toEqual([])
      await answer([second])
      expect(await taken(who)).toEqual([second])
      expect(await told(world().coordinator, 'visits.seat_open')).toEqual([`/visits/${first}`])
    })

    test('a day whose time is taken is told, the others stand', async () => {
      const { id } = await series()
      const who = await invited(id)
      const [first] = await days(id)
      if (!first) throw new Error('no days')
      const { startsAt: from, endsAt: to } = first
      await as(world().coordinator, (ctx) =>
        book(ctx, { refId: ctx.newId(), personId: who.personId, kind: 'session', from, to }),
      )
      const yes = await idsOf(id)
      const answer = await answered(id, who, yes)
      expect(answer).toEqual({ ok: true, value: { startsAt: [first.startsAt] } })
      expect(await taken(who)).toHaveLength(4)
    })

    test('whoever was not asked finds nothing, and nobody answers for another', async () => {
      const { id } = await series()
      const [who, other] = [await invited(id), await supporter()]
      expect(await answered(id, other, [])).toBeNull()
      const yes = await idsOf(id)
      await invited(id, other)
      expect(await answered(id, other, yes, who)).toBeNull()
      expect(await taken(who)).toEqual([])
    })
  })

  describe('many days, one message', () => {
    test('agreed by all: confirmed once to everybody; one companion asked once', async () => {
      const { id } = await series({ fromMinute: 600 })
      const who = await invited(id)
      const yes = await idsOf(id)
      await answered(id, who, yes)
      expect(await placeAgrees(id, world().host)).toMatchObject({ ok: true })
      expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['planned']))
      const { coordinator, companion, host } = world()
      const along = await as(coordinator, (ctx) => companionForSeries(ctx, id, companion.personId))
      expect(along).toEqual({ ok: true, value: { startsAt: [] } })
      expect(new Set((await days(id)).map((one) => one.status))).toEqual(new Set(['confirmed']))
      expect(await taken(companion)).toHaveLength(4)
      const page = `/series/${id}`
      expect(await told(companion, 'visits.series_to_accompany')).toEqual([page])
      for (const one of [who, host, companion]) {
        expect((await told(one, 'visits.series_confirmed')).filter((path) => path === page)).toHaveLength(1)
        expect(await told(one, 'visits.visit_confirmed')).toEqual([])
      }
      expect(await placeAgrees(id, who)).toBeNull()
      await answered(id, who, [])
      expect(await told(coordinator, 'visits.series_seats_open')).toEqual([page])
    })

    test('one day only is told as that day', async () => {
      const { id } = await series({ fromMinute: 900, untilDay: day('2026-12-05') })
      const [only] = await idsOf(id)
      await as(world().coordinator, (ctx) => companionForSeries(ctx, id, world().companion.personId))
      expect(await told(world().companion, 'visits.visit_to_accompany')).toEqual([`/visits/${only}`])
    })

    test('another companion: each side reads it once', async () => {
      const { id } = await series({ fromMinute: 1000 })
      const who = await invited(id)
      const yes = await idsOf(id)
      await answered(id, who, yes)
      const { coordinator, companion } = world()
      await as(coordinator, (ctx) => companionForSeries(ctx, id, companion.personId))
      await as(coordinator, (ctx) => companionForSeries(ctx, id, coordinator.personId))
      expect(await told(companion, 'visits.companion_changed')).toEqual(['/visits'])
      expect(await told(who, 'visits.companion_changed')).toEqual([`/series/${id}`])
    })

    test('the request is withdrawn: all days go, and everybody reads it once', async () => {
      const { id, requestId } = await series({ fromMinute: 1080 })
      const who = await invited(id)
      const yes = await idsOf(id)
      await answered(id, who, yes)
      await as(world().host, (ctx) => moveRequest(ctx, requestId, { to: 'withdrawn', reason: '' }))
      expect(await taken(who)).toEqual([])
      expect(await told(who, 'visits.series_cancelled')).toEqual([`/series/${id}`])
      expect(await told(who, 'visits.visit_cancelled')).toEqual([])
    })
  })
})

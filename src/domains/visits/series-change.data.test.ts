import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { describeEngines } from '#test/database.ts'
import { noHolidays, seriesWorld, wednesdays } from '#test/series-world.ts'
import { answerSeries, companionForSeries } from './actions/answer-series.ts'
import { changeSeries } from './actions/change-series.ts'
import { callOffVisit } from './actions/end-visit.ts'
import { moveRequest } from './actions/move-request.ts'
import { moveVisit } from './actions/move-visit.ts'
import type { Recurrence } from './core/recurrence.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a series changed', (db) => {
  const { answered, as, dates, days, invited, series, taken, told, world } = seriesWorld(db, () => now)
  const changed = async (id: string, rule: Recurrence): Promise<string> => {
    const result = await as(world().coordinator, (ctx) => changeSeries(ctx, id, rule, noHolidays))
    if (!result?.ok) throw new Error('it was not changed')
    return result.value
  }
  const thursdays = wednesdays({ pattern: { kind: 'weeks', every: 1, weekdays: [4] }, fromDay: day('2026-12-07') })

  test('agreed days stay, free ones go quietly, new ones come, and those who agreed are asked', async () => {
    const { id } = await series()
    const who = await invited(id)
    const [first] = await days(id)
    if (!first) throw new Error('no days')
    await answered(id, who, [first.visitId])
    const next = await changed(id, thursdays)
    expect(await dates(next)).toEqual(['2026-12-02', '2026-12-10', '2026-12-17'])
    expect((await days(id)).map((one) => one.status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    expect((await days(next))[0]?.supporters).toMatchObject([{ agreed: true, left: false }])
    expect(await taken(who)).toEqual([first.visitId])
    expect((await days(next))[1]?.supporters).toMatchObject([{ personId: who.personId, agreed: false }])
    expect(await told(who, 'visits.series_invited')).toEqual([`/series/${id}`, `/series/${next}`])
    expect(await told(world().host, 'visits.series_to_agree')).toContain(`/series/${next}`)
    expect(await told(who, 'visits.visit_cancelled')).toEqual([])
    const late = await as(world().coordinator, (ctx) => changeSeries(ctx, id, wednesdays(), noHolidays))
    expect(late).toEqual({ ok: false, error: [{ kind: 'changed_meanwhile' }] })
  })

  test('an answer given on the page as it was before speaks of the days that stood there, and of no other', async () => {
    const { id } = await series({ fromMinute: 540 })
    const who = await invited(id)
    const shown = (await days(id)).map((one) => one.visitId)
    const next = await changed(id, wednesdays({ fromMinute: 540, untilDay: day('2026-12-30') }))
    const yes = shown.slice(0, 1)
    await as(who, (ctx) => answerSeries(ctx, id, who.personId, { shown, yes, via: 'self' }))
    const seats = (await days(next)).flatMap((one) => one.supporters)
    expect(seats.map((one) => (one.left ? 'left' : one.agreed ? 'yes' : 'asked'))).toEqual([
      'yes',
      'left',
      'left',
      'left',
      'asked',
    ])
  })

  test('whoever has not answered yet is asked about the new days; whoever goes along reads once that days went', async () => {
    const { id } = await series({ fromMinute: 600 })
    const who = await invited(id)
    await as(world().coordinator, (ctx) => companionForSeries(ctx, id, world().companion.personId))
    const next = await changed(id, { ...thursdays, fromMinute: 600 })
    expect(await told(who, 'visits.series_invited')).toEqual([`/series/${id}`, `/series/${next}`])
    expect(await told(world().companion, 'visits.series_days_gone')).toEqual(['/visits'])
    expect(await taken(world().companion)).toEqual([])
  })

  test('what was called off or moved by itself stays so, however often the rule is changed', async () => {
    const { id } = await series({ fromMinute: 660 })
    const who = await invited(id)
    const [off, moved] = (await days(id)).map((one) => one.visitId)
    if (!off || !moved) throw new Error('too few days')
    await answered(id, who, [moved])
    const { coordinator } = world()
    await as(coordinator, (ctx) => callOffVisit(ctx, off, { to: 'cancelled', side: 'place', reason: '' }))
    const friday = { startsAt: new Date('2026-12-11T02:00:00Z'), endsAt: new Date('2026-12-11T03:00:00Z') }
    await as(coordinator, (ctx) => moveVisit(ctx, moved, { ...friday, reason: '' }))
    const longer = wednesdays({ fromMinute: 660, untilDay: day('2026-12-30') })
    const next = await changed(await changed(id, longer), longer)
    expect(await dates(next)).toEqual(['2026-12-11', '2026-12-16', '2026-12-23', '2026-12-30'])
    expect(await taken(who)).toHaveLength(1)
  })

  test('a series whose request is over is not changed', async () => {
    const { id, requestId } = await series({ fromMinute: 1000 })
    await as(world().host, (ctx) => moveRequest(ctx, requestId, { to: 'withdrawn', reason: '' }))
    const refused = await as(world().coordinator, (ctx) => changeSeries(ctx, id, wednesdays(), noHolidays))
    expect(refused).toEqual({ ok: false, error: [{ kind: 'request_over' }] })
  })

  test('by two at once, once: the other reads that it has changed', async () => {
    const { id, requestId } = await series({ fromMinute: 1080 })
    const results = await Promise.all(
      [1, 2].map(() =>
        as(world().coordinator, (ctx) => changeSeries(ctx, id, wednesdays({ minutes: 90 }), noHolidays)),
      ),
    )
    expect(results.filter((one) => one?.ok)).toHaveLength(1)
    expect(results.find((one) => !one?.ok)).toMatchObject({ error: [{ kind: 'changed_meanwhile' }] })
    const rows = await db.asPlatform((tx) =>
      tx
        .selectFrom('visits.series')
        .select('id')
        .where('superseded_by', 'is', null)
        .where('request_id', '=', requestId)
        .execute(),
    )
    expect(rows).toHaveLength(1)
  })
})

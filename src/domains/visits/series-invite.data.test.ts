import { expect, test } from 'vitest'
import { beginPause } from '#domains/registration/index.ts'
import type { Member } from '#test/builders.ts'
import { describeEngines } from '#test/database.ts'
import { avoids } from '#test/registration/avoids.ts'
import { seriesWorld } from '#test/series-world.ts'
import { inviteToSeries } from './actions/invite-to-series.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('somebody is asked about a series as about a single request', (db) => {
  const { answered, as, days, invited, series, supporter, told, world } = seriesWorld(db, () => now)
  const ask = (id: string, who: Member) => as(world().coordinator, (ctx) => inviteToSeries(ctx, id, who.personId))
  const askedDays = async (id: string, who: Member): Promise<string[]> =>
    (await days(id))
      .filter((one) => one.supporters.some((each) => each.personId === who.personId && !each.left))
      .map((one) => one.startsAt.toISOString().slice(0, 10))
  const couldNot = (reason: string) => ({ ok: false, error: [{ kind: 'could_not', reason }] })

  test('a pause, a wish not to, hours that do not fit: nobody is asked, and nothing is sent', async () => {
    const { id } = await series()
    const [pauses, evenings, unwilling] = [await supporter(), await supporter(), await supporter()]
    await as(pauses, (ctx) => beginPause(ctx, pauses.personId, { untilDay: null, told: null }))
    await db.asPlatform(async (tx) => {
      await tx
        .updateTable('registration.weekly_hours')
        .set({ from_minute: 1080 })
        .where('person_id', '=', evenings.personId)
        .execute()
      await tx
        .updateTable('registration.wish')
        .set({ level: 'no' })
        .where('person_id', '=', unwilling.personId)
        .execute()
    })
    expect(await ask(id, pauses)).toEqual(couldNot('pause'))
    expect(await ask(id, evenings)).toEqual(couldNot('hours'))
    expect(await ask(id, unwilling)).toEqual(couldNot('other_circumstances'))
    for (const one of [pauses, evenings, unwilling]) {
      expect(await askedDays(id, one)).toEqual([])
      expect(await told(one, 'visits.series_invited')).toEqual([])
    }
  })

  test('only as many days as their limits leave room for, and which were left out is told', async () => {
    const { id } = await series()
    const who = await supporter({ max_per_month: 2 })
    expect(await ask(id, who)).toEqual({
      ok: true,
      value: { leftOut: [new Date('2026-12-16T04:00:00Z'), new Date('2026-12-23T04:00:00Z')] },
    })
    expect(await askedDays(id, who)).toEqual(['2026-12-02', '2026-12-09'])
    // Asked once more nothing is added, until they have stepped back from one.
    expect(await ask(id, who)).toEqual(couldNot('month_limit'))
    const [first] = await days(id)
    await answered(id, who, [first?.visitId ?? ''])
    expect(await ask(id, who)).toMatchObject({ ok: true })
    expect(await askedDays(id, who)).toEqual(['2026-12-02', '2026-12-16'])
  })

  test('a mere invitation counts for no limit of theirs', async () => {
    const [one, other] = [await series(), await series({ fromMinute: 900 })]
    const who = await supporter({ max_per_month: 4 })
    await invited(one.id, who)
    expect(await ask(other.id, who)).toEqual({ ok: true, value: { leftOut: [] } })
  })

  test('a day on which somebody goes whom they would rather not meet is left out', async () => {
    const { id } = await series()
    const [there, who] = [await supporter(), await supporter()]
    await invited(id, there)
    const [first, ...others] = (await days(id)).map((one) => one.visitId)
    await answered(id, there, [first ?? ''])
    await as(world().coordinator, (ctx) => avoids(ctx, there.personId, 'person', who.personId))
    expect(await ask(id, who)).toMatchObject({ ok: true, value: { leftOut: [expect.any(Date)] } })
    expect(await askedDays(id, who)).toHaveLength(others.length)
  })

  test('asked about everything already; somebody who is no supporter; by whoever may not', async () => {
    const { id } = await series()
    const who = await invited(id)
    expect(await ask(id, who)).toEqual({ ok: false, error: [{ kind: 'nothing_to_ask' }] })
    expect(await told(who, 'visits.series_invited')).toEqual([`/series/${id}`])
    expect(await ask(id, world().companion)).toBeNull()
    expect(await as(world().host, (ctx) => inviteToSeries(ctx, id, who.personId))).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { describeEngines } from '#test/database.ts'
import { seriesPages } from '#test/series-pages.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what repeats: changed, with exceptions, and called off', (db) => {
  const { app, coordinator, dates, daysOf, flash, host, invite, made, rule, seatsOf, shown, supporter } = seriesPages(
    db,
    () => now,
  )

  test('a changed rule never removes what people agreed to; what was called off does not come back', async () => {
    const { path } = await made()
    const { who, client } = await supporter()
    await invite(path, who)
    const [first, second] = await daysOf(path)
    if (!first || !second) throw new Error('too few days')
    await client.post(`${path}/answers/${who.personId}`, { days: [first.id], shown: await shown(path) })
    const off = await host().post(`/visits/${second.id}/calling-off`, { side: 'place' })
    expect(off.status).toBe(303)
    expect((await host().post(`${path}/change`, rule())).status).toBe(404)
    const both = await coordinator().post(`${path}/change`, rule({ weekdays: ['3', '4'], from_day: '2026-12-07' }))
    const next = both.headers.get('location') ?? ''
    expect(flash(both)).toContain('返事のあった日は残しました')
    expect(await dates(next)).toEqual(['12-02', '12-10', '12-16', '12-17', '12-23'])
    expect(await seatsOf(next, who)).toEqual(['yes', 'left', 'asked', 'left', 'asked', 'left'])
    expect((await client.get(path)).headers.get('location')).toBe(next)
    expect(await client.read(`/visits/${first.id}`)).toContain(`href="${next}"`)
  })

  test('of two who change it, the second reads both versions beside each other, and what they typed stays', async () => {
    const { path } = await made()
    const next = (await coordinator().post(`${path}/change`, rule({ until_day: '2026-12-30' }))).headers.get('location')
    const late = await coordinator().post(`${path}/change`, rule({ pattern: 'nth', nth: '2', until_day: '2027-01-31' }))
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('ほかの人が先に決まりを変えました')
    for (const text of ['2026-12-30', '2027-01-31', `action="${next}/change"`]) expect(page).toContain(text)
    const wrong = await coordinator().post(`${next}/change`, { ...rule(), to: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('href="#change-to"')
  })

  test('withdrawn as a whole by the place: every day is off, everybody is free and told once', async () => {
    const { path, requestId } = await made()
    const { who, client } = await supporter()
    await invite(path, who)
    await client.post(`${path}/answers/${who.personId}`, { all: 'yes', shown: await shown(path) })
    expect(await host().read(path)).toContain(`href="/requests/${requestId}"`)
    expect((await host().post(`/requests/${requestId}/status`, { to: 'withdrawn' })).status).toBe(303)
    expect(new Set((await daysOf(path)).map((one) => one.status))).toEqual(new Set(['cancelled']))
    const left = await db.asPlatform(async (tx) => ({
      booked: await tx
        .selectFrom('people.booking')
        .select('id')
        .where('person_id', '=', who.personId)
        .where('released_at', 'is', null)
        .execute(),
      told: await tx
        .selectFrom('platform.message')
        .select('path')
        .where('person_id', '=', who.personId)
        .where('kind', '=', 'visits.series_cancelled')
        .execute(),
    }))
    expect(left).toEqual({ booked: [], told: [{ path }] })
    expect((await client.get(path)).status).toBe(200)
    const over = await coordinator().post(`${path}/change`, rule())
    expect(over.status).toBe(409)
    expect(await over.text()).toContain('もとの依頼が終わっているため')
  })

  test('nothing broke', () => expect(app().bugs).toEqual([]))
})

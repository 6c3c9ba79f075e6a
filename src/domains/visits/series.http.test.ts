import { describe, expect, test } from 'vitest'
import { describeEngines } from '#test/database.ts'
import { seriesPages } from '#test/series-pages.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('the pages of what repeats', (db) => {
  const {
    app,
    companion,
    coordinator,
    dates,
    daysOf,
    flash,
    host,
    invite,
    made,
    request,
    rule,
    seatsOf,
    shown,
    supporter,
    world,
  } = seriesPages(db, () => now)

  describe('made of a request', () => {
    test('several weekdays of the last week of each month, without a holiday and without a day left out', async () => {
      const requestId = await request()
      const form = await coordinator().read(`/requests/${requestId}/series`)
      for (const name of ['pattern', 'weekdays', 'from_3', 'skipped']) expect(form).toContain(`name="${name}"`)
      const months = { from_day: '2026-11-24', until_day: '2027-02-28', from: '10:00', to: '10:45' }
      const reply = await coordinator().post(`/requests/${requestId}/series`, {
        ...rule({ pattern: 'last', weekdays: ['1', '2'], ...months }),
        skipped: '2026-12-28\n2027-01-26',
        without_holidays: 'yes',
      })
      expect(flash(reply)).toContain('くり返しの予定をつくりました')
      const path = reply.headers.get('location') ?? ''
      expect(await dates(path)).toEqual(['11-24', '11-30', '12-29', '01-25', '02-22'])
      expect(await coordinator().read(`/requests/${requestId}`)).toContain(`href="${path}"`)
    })

    test('other hours on each weekday, where they are typed', async () => {
      const evenings = {
        pattern: 'shifts',
        weekdays: ['3', '6'],
        from_3: '18:00',
        to_3: '20:00',
        until_day: '2026-12-06',
      }
      const { path } = await made(evenings)
      expect((await daysOf(path)).map((one) => one.ends_at.getTime() - one.starts_at.getTime())).toEqual([
        120 * 60_000,
        45 * 60_000,
      ])
    })

    test('two shifts on one weekday, and both come back in the form', async () => {
      const twice = { from_3: '10:00', to_3: '12:00', from_3b: '18:00', to_3b: '20:30' }
      const { path } = await made({ pattern: 'shifts', weekdays: ['3', '6'], until_day: '2026-12-06', ...twice })
      expect((await daysOf(path)).map((one) => one.ends_at.getTime() - one.starts_at.getTime())).toEqual([
        120 * 60_000,
        150 * 60_000,
        45 * 60_000,
      ])
      const form = await coordinator().read(path)
      const valueOf = (name: string) => new RegExp(`name="${name}"[^>]*`).exec(form)?.[0].match(/value="([^"]*)"/)?.[1]
      expect(Object.keys(twice).map(valueOf)).toEqual(Object.values(twice))
      expect(form.match(/name="weekdays"[^>]*checked/g) ?? form.match(/checked[^>]*name="weekdays"/g)).toHaveLength(2)
    })

    test('second hours of which one is missing, or that overlap the first, are said; nothing typed is lost', async () => {
      const requestId = await request()
      const first = { pattern: 'shifts', weekdays: ['3'], from_3: '10:00', to_3: '12:00' }
      const half = await coordinator().post(`/requests/${requestId}/series`, rule({ ...first, from_3b: '18:00' }))
      expect(half.status).toBe(422)
      const page = await half.text()
      expect(page).toContain('href="#to_3b"')
      expect(page).toContain('value="18:00"')
      const both = rule({ ...first, from_3b: '11:00', to_3b: '13:00' })
      const overlap = await coordinator().post(`/requests/${requestId}/series`, both)
      expect(overlap.status).toBe(409)
      expect(await overlap.text()).toContain('同じ曜日の時間が重なっています')
    })

    test('what is missing is named at its field, and what was typed stays', async () => {
      const requestId = await request()
      const wrong = { ...rule(), weekdays: [], from: '25 Uhr', skipped: 'Weihnachten', until_day: '2027-03-31' }
      const reply = await coordinator().post(`/requests/${requestId}/series`, wrong)
      expect(reply.status).toBe(422)
      const page = await reply.text()
      for (const field of ['from', 'skipped']) expect(page).toContain(`href="#${field}"`)
      expect(page).toContain('2027-03-31')
      expect(page).toContain('「Weihnachten」は日にちとして読めません')
      const days = await coordinator().post(`/requests/${requestId}/series`, { ...rule(), weekdays: [] })
      expect(await days.text()).toContain('href="#weekdays"')
      const sixth = await coordinator().post(`/requests/${requestId}/series`, rule({ pattern: 'nth', nth: '6' }))
      expect(await sixth.text()).toContain('href="#nth"')
      const past = await coordinator().post(`/requests/${requestId}/series`, rule({ until_day: '2026-12-01' }))
      expect(past.status).toBe(409)
      expect(await past.text()).toContain('「いつまで」は「いつから」より後の日にしてください')
    })

    test('only by the coordinator, and once: sent twice it is one series', async () => {
      const requestId = await request()
      expect((await host().post(`/requests/${requestId}/series`, rule())).status).toBe(404)
      expect((await host().get(`/requests/${requestId}/series`)).status).toBe(404)
      const twice = rule({ _token: '2f0b5cc0-5a4c-4f7f-8a43-0d6f4b2a9c11', from: '08:00', to: '08:45' })
      const [first, second] = [
        await coordinator().post(`/requests/${requestId}/series`, twice),
        await coordinator().post(`/requests/${requestId}/series`, twice),
      ]
      expect(second.headers.get('location')).toBe(first.headers.get('location'))
      const again = await coordinator().post(`/requests/${requestId}/series`, rule())
      expect(again.status).toBe(409)
      expect(await again.text()).toContain('くり返しの予定は、もうあります')
    })
  })

  describe('asked and answered', () => {
    test('nobody is asked against their pause, their wishes or their hours; the reason that is theirs has no name', async () => {
      const { path } = await made()
      const blank = await coordinator().post(`${path}/invitations`)
      expect(blank.status).toBe(422)
      const { who: unwilling } = await supporter()
      await db.asPlatform((tx) =>
        tx.updateTable('registration.wish').set({ level: 'no' }).where('person_id', '=', unwilling.personId).execute(),
      )
      const refused = await invite(path, unwilling)
      expect(refused.status).toBe(409)
      const page = await refused.text()
      expect(page).toContain('この方は、いまは行けそうにありません（ほかのご事情）')
      expect(page).not.toContain('望み')
      const { who: few } = await supporter({ max_per_month: 3 })
      expect(flash(await invite(path, few))).toContain('お誘いしていません：12月23日')
      const again = await invite(path, few)
      expect(again.status).toBe(409)
      expect(await seatsOf(path, few)).toEqual(['asked', 'asked', 'asked', ''])
    })

    test('yes to all days with one press, to chosen days, or not this time; it may be changed', async () => {
      const { path } = await made()
      const { who, client } = await supporter()
      expect((await client.get(path)).status).toBe(404)
      await invite(path, who)
      expect(await client.read('/inbox')).toContain('くり返しの活動のお誘いがあります')
      expect(await client.read(path)).toContain('ぜんぶの日に参加したい')
      const answers = `${path}/answers/${who.personId}`
      const ids = (await daysOf(path)).map((one) => one.id)
      const nothing = await client.post(answers, { shown: await shown(path) })
      expect(nothing.status).toBe(422)
      expect(await nothing.text()).toContain(`href="#answer-${who.personId}-days"`)
      expect(await seatsOf(path, who)).toEqual(['asked', 'asked', 'asked', 'asked'])
      expect(flash(await client.post(answers, { all: 'yes', shown: await shown(path) }))).toContain(
        '返事を受けとりました',
      )
      expect(await seatsOf(path, who)).toEqual(['yes', 'yes', 'yes', 'yes'])
      await client.post(answers, { days: ids.slice(0, 2), shown: await shown(path) })
      expect(await seatsOf(path, who)).toEqual(['yes', 'yes', 'left', 'left'])
      await client.post(answers, { all: 'no', shown: await shown(path) })
      expect(await seatsOf(path, who)).toEqual(['left', 'left', 'left', 'left'])
      const other = await supporter()
      expect((await other.client.post(answers, { all: 'yes', shown: await shown(path) })).status).toBe(404)
      expect((await host().post(answers, { all: 'yes' })).status).toBe(404)
    })

    test('staff record what they were told; a day whose time is taken is named, the others stand', async () => {
      const { path } = await made()
      const { who } = await supporter()
      await invite(path, who)
      const [first] = await daysOf(path)
      if (!first) throw new Error('no days')
      await db.asPlatform((tx) =>
        tx
          .insertInto('people.booking')
          .values({
            programme_id: world().programmeId,
            id: crypto.randomUUID(),
            person_id: who.personId,
            kind: 'session',
            ref_id: crypto.randomUUID(),
            during: `[${first.starts_at.toISOString()},${first.ends_at.toISOString()})`,
            created_at: now,
          })
          .execute(),
      )
      const reply = await coordinator().post(`${path}/answers/${who.personId}`, {
        all: 'yes',
        via: 'paper',
        shown: await shown(path),
      })
      expect(flash(reply)).toContain('ほかの予定が先に入っていました：12月2日')
      expect(await seatsOf(path, who)).toEqual(['asked', 'yes', 'yes', 'yes'])
      const rows = await db.asPlatform((tx) =>
        tx
          .selectFrom('visits.participant')
          .select(['via', 'recorded_by'])
          .where('person_id', '=', who.personId)
          .where('agreed_at', 'is not', null)
          .execute(),
      )
      expect(rows[0]).toEqual({ via: 'paper', recorded_by: world().coordinator.membershipId })
    })

    test('the place agrees to all days, somebody goes along on all of them: confirmed, each told once', async () => {
      const { path } = await made()
      const { who, client } = await supporter()
      const along = await companion()
      await invite(path, who)
      await client.post(`${path}/answers/${who.personId}`, { all: 'yes', shown: await shown(path) })
      expect((await client.post(`${path}/place-agreement`)).status).toBe(404)
      expect(flash(await host().post(`${path}/place-agreement`, { shown: await shown(path) }))).toContain(
        'すべての日の了承を記録しました',
      )
      expect((await coordinator().post(`${path}/companion`)).status).toBe(422)
      expect((await host().post(`${path}/companion`, { person: along.personId })).status).toBe(404)
      expect(flash(await coordinator().post(`${path}/companion`, { person: along.personId }))).toContain(
        '同行スタッフを決めました',
      )
      expect(new Set((await daysOf(path)).map((one) => one.status))).toEqual(new Set(['confirmed']))
      const told = await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.message')
          .select('kind')
          .where('person_id', 'in', [who.personId, along.personId])
          .where('path', '=', path)
          .orderBy('kind')
          .execute(),
      )
      expect(told.map((one) => one.kind)).toEqual([
        'visits.series_confirmed',
        'visits.series_confirmed',
        'visits.series_invited',
        'visits.series_to_accompany',
      ])
      const goesAlong = await app().signedIn(along)
      const page = await goesAlong.read(path)
      for (const { id } of await daysOf(path)) expect(page).toContain(`href="/visits/${id}"`)
      expect(await client.read(path)).toContain('決まりました')
    })

    test('in easy Japanese and in English', async () => {
      const { path } = await made()
      const { who } = await supporter()
      await invite(path, who)
      const easy = await app().signedIn(who, { locale: 'easy' })
      expect(await easy.read(path)).toContain('全部の 日に 行きたい')
      const english = await app().signedIn(who, { locale: 'en' })
      expect(await english.read(path)).toContain('I would like to join on all days')
    })
  })

  test('nothing broke', () => expect(app().bugs).toEqual([]))
})

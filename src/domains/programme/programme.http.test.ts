import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { textOf } from '#test/board-world.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { sendingsIn } from '#test/matrix/sendings.ts'
import { aProposal, aRequest, anActivity, aPlace } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what a programme decides for itself', (db) => {
  let app: TestApp
  let programmeId = 0
  let placeId = ''
  let supporter: Member
  let coordinator: Client
  let officer: Client
  let companion: Client
  let foreign: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const member = (of: number, role: Parameters<typeof aMember>[2]) => db.asPlatform((tx) => aMember(tx, of, role))
    programmeId = await db.asPlatform((tx) => aProgramme(tx))
    placeId = await db.asPlatform((tx) => aPlace(tx, programmeId))
    supporter = await member(programmeId, 'supporter')
    coordinator = await app.signedIn(await member(programmeId, 'coordinator'))
    officer = await app.signedIn(await member(programmeId, 'officer'))
    companion = await app.signedIn(await member(programmeId, 'companion'))
    foreign = await app.signedIn(await member(await db.asPlatform((tx) => aProgramme(tx)), 'coordinator'))
  })

  /** The form of a page as it stands there. */
  const formOn = async (client: Client, path: string) => {
    const form = sendingsIn(await client.read(path), path).find(({ action }) => action === path)
    if (!form) throw new Error(`no form at ${path}`)
    return form.fields
  }
  const plan = (year: number, supporters: string, visits: string, note = '') =>
    coordinator.post('/plan', { year: String(year), supporters, visits, note, _version: '0' })
  const changesOf = async (kind: string, id: string): Promise<string[]> => {
    const entries = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('action')
        .where('programme_id', '=', programmeId)
        .where('object_kind', '=', kind)
        .where('object_id', '=', id)
        .orderBy('seq')
        .execute(),
    )
    return entries.map(({ action }) => action)
  }

  test('a year’s plan comes back as it was typed, and is corrected where a figure was wrong', async () => {
    expect((await plan(2027, '15', '3600', '区の計画')).status).toBe(303)
    expect(await coordinator.read('/plan')).toContain('href="/plan/2027"')
    const typed = await formOn(officer, '/plan/2027')
    expect(typed).toMatchObject({ supporters: ['15'], visits: ['3600'], note: ['区の計画'] })
    expect((await officer.post('/plan/2027', { ...typed, visits: '360' })).status).toBe(303)
    expect(await formOn(coordinator, '/plan/2027')).toMatchObject({ visits: ['360'], note: ['区の計画'] })
    expect(await changesOf('programme.fiscal_year', '2027')).toEqual(['plan', 'change'])
  })

  test('a year that was planned already is not planned over: the page says where it is changed', async () => {
    await plan(2028, '20', '400')
    const again = await plan(2028, '21', '500')
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('上の表から年度を選ぶと、書きなおせます')
    expect(await formOn(coordinator, '/plan/2028')).toMatchObject({ supporters: ['20'], visits: ['400'] })
  })

  test('who changes a plan after somebody else sees both, and the second press is taken', async () => {
    await plan(2029, '10', '100')
    const opened = await formOn(coordinator, '/plan/2029')
    await officer.post('/plan/2029', { ...opened, visits: '240' })
    const stale = await coordinator.post('/plan/2029', { ...opened, visits: '360' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('活動（計画）あなたが書いた内容360いま保存されている内容240')
    const second = sendingsIn(body, '/plan/2029').find(({ action }) => action === '/plan/2029')?.fields ?? {}
    expect(second).toMatchObject({ visits: ['360'] })
    expect((await coordinator.post('/plan/2029', second)).status).toBe(303)
    expect(await formOn(coordinator, '/plan/2029')).toMatchObject({ supporters: ['10'], visits: ['360'] })
  })

  test('what is no number is said beside its field, and stays; the plan stays too', async () => {
    await plan(2030, '10', '100', '前の年と同じ')
    const typed = await formOn(coordinator, '/plan/2030')
    const refused = await coordinator.post('/plan/2030', { ...typed, visits: '百', note: '新しいメモ' })
    expect(refused.status).toBe(422)
    const body = await refused.text()
    expect(body).toContain('error-summary')
    expect(body).toContain('value="新しいメモ"')
    expect(await formOn(coordinator, '/plan/2030')).toMatchObject({ visits: ['100'], note: ['前の年と同じ'] })
  })

  test('a year without a plan, another programme’s and a reader who does not plan find no page', async () => {
    await plan(2031, '10', '100')
    const fields = { supporters: '1', visits: '1', note: '', _version: '1' }
    for (const [client, path] of [
      [coordinator, '/plan/2032'],
      [coordinator, '/plan/next'],
      [foreign, '/plan/2031'],
      [companion, '/plan/2031'],
    ] as const) {
      expect((await client.get(path)).status, path).toBe(404)
      expect((await client.post(path, fields)).status, path).toBe(404)
    }
    expect(await formOn(coordinator, '/plan/2031')).toMatchObject({ visits: ['100'] })
  })

  test('settings come back as typed; who saves after somebody else sees both, rules in words', async () => {
    const opened = await formOn(coordinator, '/settings')
    const theirs = { ...opened, contact_hours: '平日 9時から17時', follow_up_days: '2, 10', flags: [] }
    expect((await coordinator.post('/settings', theirs)).status).toBe(303)
    const saved = await formOn(coordinator, '/settings')
    expect(saved).toMatchObject({ contact_hours: ['平日 9時から17時'], follow_up_days: ['2, 10'] })
    const stale = await coordinator.post('/settings', { ...opened, contact_hours: '平日 10時から16時' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    const text = textOf(body)
    expect(text).toContain('窓口の時間あなたが書いた内容平日 10時から16時いま保存されている内容平日 9時から17時')
    expect(text).toContain('あなたが書いた内容はじめての人は、何度か行ったことのある人と組む')
    expect(text).not.toContain('first_needs_experienced')
    const second = sendingsIn(body, '/settings').find(({ action }) => action === '/settings')?.fields ?? {}
    expect((await coordinator.post('/settings', second)).status).toBe(303)
    expect(await formOn(coordinator, '/settings')).toMatchObject({ contact_hours: ['平日 10時から16時'] })
  })

  const activity = () => db.asPlatform((tx) => anActivity(tx, programmeId))

  test('a menu item comes back as typed; who saves after somebody else sees both, choices in words', async () => {
    const path = `/menu/${await activity()}`
    const opened = await formOn(coordinator, path)
    const theirs = { ...opened, plain_ja: 'お茶を飲んで話します。', recording: 'ask', listeners_max: '12' }
    expect((await coordinator.post(path, theirs)).status).toBe(303)
    expect(await formOn(coordinator, path)).toMatchObject({
      plain_ja: ['お茶を飲んで話します。'],
      recording: ['ask'],
      listeners_max: ['12'],
    })
    const stale = await coordinator.post(path, { ...opened, plain_ja: '庭で話します。', recording: 'no' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    const text = textOf(body)
    expect(text).toContain('あなたが書いた内容庭で話します。いま保存されている内容お茶を飲んで話します。')
    expect(text).toContain('録音・録画あなたが書いた内容しないいま保存されている内容前もって本人に聞く')
    const second = sendingsIn(body, path).find(({ action }) => action === path)?.fields ?? {}
    expect((await coordinator.post(path, second)).status).toBe(303)
    expect(await formOn(coordinator, path)).toMatchObject({ plain_ja: ['庭で話します。'], recording: ['no'] })
  })

  test('an invitation says the honorarium of its day: before a new rate as it was, from its day on the new one', async () => {
    const activityId = await activity()
    const invited = (startsAt: string) =>
      db.asPlatform(async (tx) => {
        const of = await aRequest(tx, programmeId, { placeId, activityId, startsAt: new Date(startsAt) })
        return aProposal(tx, programmeId, { ...of, personId: supporter.personId })
      })
    // 31 March and 1 April in Japan: in UTC the second is still the day before.
    const [march, april] = [await invited('2027-03-31T05:00:00Z'), await invited('2027-03-31T23:00:00Z')]
    const own = await app.signedIn(supporter)
    const said = async (id: string) => /[\d,]+円/.exec(textOf(await own.read(`/proposals/${id}`)))?.[0] ?? null
    expect([await said(march), await said(april)]).toEqual([null, null])
    const rates = `/menu/${activityId}/rates`
    expect((await coordinator.post(rates, { from: '2026-04-01', yen: '5000' })).status).toBe(303)
    expect([await said(march), await said(april)]).toEqual(['5,000円', '5,000円'])
    expect((await coordinator.post(rates, { from: '2027-04-01', yen: '6500' })).status).toBe(303)
    expect([await said(march), await said(april)]).toEqual(['5,000円', '6,500円'])
    const menu = textOf(await coordinator.read(`/menu/${activityId}`))
    expect(menu).toMatch(/令和8年4月1日[^円]*5,000円/)
    expect(menu).toMatch(/令和9年4月1日[^円]*6,500円/)
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})

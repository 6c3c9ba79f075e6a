import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'

describeEngines('records that may be of one person', (db) => {
  let app: TestApp
  let staff: Client
  let programmeId: number
  let one: string
  let other: string

  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    const member = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      one = await aPerson(tx, programmeId, { name: '見本 葵', kana: 'みほん あおい', phone: '03-0000-0001' })
      other = await aPerson(tx, programmeId, { name: '見本　葵', kana: 'ミホン アオイ', email: 'aoi@example.jp' })
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(member)
  })

  const pair = () => `/people/doubles/${one}/${other}`

  test('are found from the list of people, looked at side by side, and made one only when one is chosen', async () => {
    expect(await staff.read('/people')).toContain('/people/doubles')
    const list = await staff.read('/people/doubles')
    expect(list).toContain('同じもの：氏名、よみがな')
    const both = await staff.read(list.match(/\/people\/doubles\/[0-9a-f-]+\/[0-9a-f-]+/)?.[0] ?? '')
    for (const text of ['03-0000-0001', 'aoi@example.jp', '残す記録', 'この2つは別の人です'])
      expect(both).toContain(text)
    const none = await staff.post(`${pair()}/merge`)
    expect(none.status).toBe(422)
    expect(await none.text()).toContain('どちらの記録を残すかを選んでください')
    const merged = await staff.post(`${pair()}/merge`, { keep: one })
    expect(merged.headers.get('location')).toBe(`/people/${one}`)
    expect((await staff.get(`/people/${other}`)).headers.get('location')).toBe(`/people/${one}`)
    expect((await staff.read('/people')).match(/見本[\s　]葵/g)?.length).toBe(1)
    expect(await staff.read('/people/doubles')).toContain('同じ人かもしれない記録はありません')
  })

  test('are two again with one press', async () => {
    const list = await staff.read('/people/doubles')
    await staff.post(list.match(/\/people\/merges\/[0-9a-f-]+\/undo/)?.[0] ?? '')
    expect((await staff.get(`/people/${other}`)).status).toBe(200)
    expect(await staff.read('/people/doubles')).toContain('同じもの：氏名、よみがな')
  })

  test('that somebody called two people are not proposed and not merged, until that is taken back', async () => {
    await staff.post(`${pair()}/not-same`)
    const list = await staff.read('/people/doubles')
    expect(list).toContain('同じ人かもしれない記録はありません')
    expect(list).toContain('別の人とした組')
    expect(await staff.read(pair())).toContain('「別の人」と記録されています')
    expect((await staff.post(`${pair()}/merge`, { keep: one })).status).toBe(409)
    await staff.post(`${pair()}/maybe-same`)
    expect(await staff.read('/people/doubles')).toContain('同じもの：氏名、よみがな')
  })

  test('nobody is merged with themselves or with somebody elsewhere', async () => {
    const stranger = await db.asPlatform(async (tx) => aPerson(tx, await aProgramme(tx)))
    expect((await staff.get(`/people/doubles/${one}/${one}`)).status).toBe(404)
    expect((await staff.post(`/people/doubles/${one}/${one}/not-same`)).status).toBe(404)
    expect((await staff.get(`/people/doubles/${one}/${stranger}`)).status).toBe(404)
    expect((await staff.post(`/people/doubles/${one}/${stranger}/merge`, { keep: one })).status).toBe(404)
  })

  test('whoever looked at either record stands in what the person reads', async () => {
    await staff.post(`${pair()}/merge`, { keep: one })
    const looks = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['action', 'subject_id'])
        .where('programme_id', '=', programmeId)
        .where('action', '=', 'merge')
        .execute(),
    )
    expect(new Set(looks.map((look) => look.subject_id))).toEqual(new Set([one, other]))
  })
})

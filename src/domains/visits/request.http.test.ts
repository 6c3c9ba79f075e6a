import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { anActivity, aPlace } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('requests', (db) => {
  let app: TestApp
  let programmeId = 0
  let placeId = ''
  let activityId = ''
  let hostMember: Member
  let host: Client
  let coordinator: Client
  let supporter: Client
  let otherHost: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      placeId = await aPlace(tx, programmeId)
      activityId = await anActivity(tx, programmeId, { listeners_max: 10 })
    })
    const member = (...args: [Parameters<typeof aMember>[2], Parameters<typeof aMember>[3]?]) =>
      db.asPlatform((tx) => aMember(tx, programmeId, ...args))
    hostMember = await member('host', { placeId })
    host = await app.signedIn(hostMember)
    coordinator = await app.signedIn(await member('coordinator'))
    supporter = await app.signedIn(await member('supporter'))
    const elsewhere = await db.asPlatform((tx) => aPlace(tx, programmeId))
    otherHost = await app.signedIn(await member('host', { placeId: elsewhere }))
  })

  const filled = {
    purpose: 'ゆっくり話せる時間にしたいです',
    supporters: '2',
    online: 'no',
    audience: '通所している人',
    audience_count: '8',
    if_few: 'go_ahead',
    preparation: 'talk',
    themes: '暮らし、仕事',
    for_gender: '',
    language: 'ja',
    rows: '3',
    day1: '2026-12-10',
    from1: '13:00',
    to1: '14:30',
  }
  const made = async (client: Client, fields: Record<string, string> = {}, query = ''): Promise<string> => {
    const answer = await client.post(`/requests/new/${activityId}${query}`, { ...filled, ...fields })
    expect(answer.status).toBe(303)
    return (answer.headers.get('location') ?? '').split('/').at(-1) ?? ''
  }

  test('a place chooses from the menu, sends, and reads where it stands', async () => {
    expect(await host.read('/requests/new')).toContain(`/requests/new/${activityId}`)
    const form = await host.read(`/requests/new/${activityId}`)
    expect(form).toContain('はじめての受け入れですね')
    const id = await made(host)
    const page = await host.read(`/requests/${id}`)
    expect(page).toContain('受付中')
    expect(page).toContain('ゆっくり話せる時間にしたいです')
    expect(await host.read('/requests')).toContain(`/requests/${id}`)
    const told = await db.asPlatform((tx) =>
      tx.selectFrom('platform.message').select('kind').where('path', '=', `/requests/${id}`).execute(),
    )
    expect(told).toEqual([{ kind: 'visits.request_submitted' }])
  })

  test('a draft is saved unfinished, comes back as typed, and is not sent before it is complete', async () => {
    const id = await made(host, { do: 'save', purpose: '', day1: '', from1: '', to1: '' })
    expect(await host.read(`/requests/${id}`)).toContain('下書き')
    const edit = await host.read(`/requests/${id}/edit`)
    expect(edit).toContain('value="通所している人"')
    const version = /name="_version" value="(\d+)"/.exec(edit)?.[1] ?? ''
    const refused = await host.post(`/requests/${id}/edit`, {
      ...filled,
      day1: '',
      from1: '',
      to1: '',
      _version: version,
    })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('候補の日時を1つは書いてください')
    const sent = await host.post(`/requests/${id}/edit`, { ...filled, _version: version })
    expect(sent.status).toBe(303)
    expect(await host.read(`/requests/${id}`)).toContain('受付中')
  })

  test('another row for a time comes without JavaScript, and keeps what was typed', async () => {
    const answer = await host.post(`/requests/new/${activityId}`, { ...filled, do: 'add_slot' })
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).toContain('name="day4"')
    expect(text).toContain('value="2026-12-10"')
  })

  test('what is wrong is said beside the field, and nothing is lost', async () => {
    const answer = await host.post(`/requests/new/${activityId}`, { ...filled, to1: '12:00', audience_count: '多め' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('終わりは始まりより後にしてください')
    expect(text).toContain('人数は数字で書いてください')
    expect(text).toContain('ゆっくり話せる時間にしたいです')
  })

  test('more listeners than the activity bears are refused with both numbers, and no request is left behind', async () => {
    const before = await db.asPlatform((tx) => tx.selectFrom('visits.request').select('id').execute())
    const answer = await host.post(`/requests/new/${activityId}`, { ...filled, audience_count: '11' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('聞く人は10人までの活動です（いまは11人）')
    expect(await db.asPlatform((tx) => tx.selectFrom('visits.request').select('id').execute())).toHaveLength(
      before.length,
    )
  })

  test('the end is worked out from the length of the activity', async () => {
    const id = await made(host, { to1: '' })
    const slot = await db.asPlatform((tx) =>
      tx.selectFrom('visits.request_slot').selectAll().where('request_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(slot.ends_at.getTime() - slot.starts_at.getTime()).toBe(90 * 60_000)
    expect(slot.starts_at.toISOString()).toBe('2026-12-10T04:00:00.000Z')
  })

  test('a stale edit is refused with both versions shown', async () => {
    const id = await made(host)
    const version = /name="_version" value="(\d+)"/.exec(await host.read(`/requests/${id}/edit`))?.[1] ?? ''
    await coordinator.post(`/requests/${id}/edit`, { ...filled, purpose: '職員が直した', _version: version })
    const stale = await host.post(`/requests/${id}/edit`, { ...filled, purpose: '場が直した', _version: version })
    expect(stale.status).toBe(409)
    const text = await stale.text()
    expect(text).toContain('場が直した')
    expect(text).toContain('職員が直した')
  })

  test('staff type what a place said by telephone, and must say how it was confirmed', async () => {
    const query = `?place=${placeId}`
    const refused = await coordinator.post(`/requests/new/${activityId}${query}`, { ...filled, entered_via: 'phone' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('どう確認したか')
    const id = await made(coordinator, { entered_via: 'phone', confirmed_how: '電話で読みあげた' }, query)
    expect(await coordinator.read(`/requests/${id}`)).toContain('電話で読みあげた')
    expect(await host.read(`/requests/${id}`)).toContain('受付中')
  })

  test('a draft that staff still type is not yet the place’s', async () => {
    const id = await made(coordinator, { do: 'save' }, `?place=${placeId}`)
    expect((await host.get(`/requests/${id}`)).status).toBe(404)
    expect(await host.read('/requests')).not.toContain(id)
  })

  test('talked over, agreed with its day, looked for: each step is a row with who and why', async () => {
    const id = await made(host)
    const unsaid = await coordinator.post(`/requests/${id}/status`, { to: 'adjusting', reason: '' })
    expect(unsaid.status).toBe(409)
    expect(await unsaid.text()).toContain('理由を書いてください')
    await coordinator.post(`/requests/${id}/status`, { to: 'adjusting', reason: '時間を30分みじかくできますか' })
    expect(await host.read(`/requests/${id}`)).toContain('時間を30分みじかくできますか')
    await host.post(`/requests/${id}/status`, { to: 'submitted' })
    const wrongDay = await coordinator.post(`/requests/${id}/status`, { to: 'agreed', agreed_on: '2027-01-01' })
    expect(wrongDay.status).toBe(409)
    await coordinator.post(`/requests/${id}/status`, { to: 'agreed', agreed_on: '2026-11-20' })
    const page = await host.read(`/requests/${id}`)
    expect(page).toContain('内容合意')
    expect(page).toContain('令和8年11月20日')
    await coordinator.post(`/requests/${id}/status`, { to: 'matching' })
    const rows = await db.asPlatform((tx) =>
      tx
        .selectFrom('visits.request_event')
        .select(['from_status', 'to_status'])
        .where('request_id', '=', id)
        .orderBy('at')
        .execute(),
    )
    expect(rows.map((row) => row.to_status).toSorted()).toEqual(
      ['draft', 'submitted', 'adjusting', 'submitted', 'agreed', 'matching'].toSorted(),
    )
  })

  test('a host may not do what only staff do, nor see another place’s request', async () => {
    const id = await made(host)
    expect((await host.post(`/requests/${id}/status`, { to: 'agreed' })).status).toBe(409)
    expect((await otherHost.get(`/requests/${id}`)).status).toBe(404)
    expect((await otherHost.post(`/requests/${id}/status`, { to: 'withdrawn' })).status).toBe(404)
    expect((await supporter.get(`/requests/${id}`)).status).toBe(404)
    expect((await host.get(`/requests/${randomUUID()}`)).status).toBe(404)
  })

  test('withdrawing needs no reason', async () => {
    const id = await made(host)
    await host.post(`/requests/${id}/status`, { to: 'withdrawn' })
    expect(await host.read(`/requests/${id}`)).toContain('取り下げ')
    expect(await host.read('/requests')).not.toContain(id)
    expect(await host.read('/requests?show=all')).toContain(id)
  })

  test('a supporter’s own idea looks for a place, and the place agrees', async () => {
    expect(await supporter.read('/requests/new')).toContain('いちばん近いもの')
    const id = await made(supporter, { day1: '2026-12-12', purpose: 'カレーと歌の夜をひらきたい' })
    expect(await supporter.read('/requests')).toContain('場所をさがしています')
    expect((await host.get(`/requests/${id}`)).status).toBe(404)
    const found = await coordinator.read(`/requests/${id}?place_q=${encodeURIComponent('見本')}`)
    expect(found).toContain('この場に提案する')
    await coordinator.post(`/requests/${id}/place`, { place: placeId })
    expect(await host.read(`/requests/${id}`)).toContain('やってみたい')
    await host.post(`/requests/${id}/status`, { to: 'agreed' })
    expect(await supporter.read(`/requests/${id}`)).toContain('内容が決まりました')
  })

  test('an idea may come without a time, and its words are heeded', async () => {
    const answer = await supporter.post(`/requests/new/${activityId}`, {
      ...filled,
      do: 'save',
      day1: '',
      from1: '',
      to1: '',
      purpose: 'もう消えたい気持ちを話す会',
    })
    expect(answer.status).toBe(303)
    expect(await supporter.read(answer.headers.get('location') ?? '')).toContain('ひとりで抱えないでください')
    const events = await db.asPlatform((tx) =>
      tx.selectFrom('platform.event').select('topic').where('topic', '=', 'visits.words_of_risk').execute(),
    )
    expect(events.length).toBeGreaterThan(0)
  })

  test('an idea told by telephone is entered for the supporter, and is theirs', async () => {
    const told = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter', { name: '電話 十郎' }))
    expect(await coordinator.read('/requests/new')).toContain('電話 十郎')
    expect(await coordinator.read(`/requests/new?idea_of=${told.personId}`)).toContain(told.personId)
    const id = await made(
      coordinator,
      { entered_via: 'phone', confirmed_how: '電話で確かめた' },
      `?idea_of=${told.personId}`,
    )
    expect(await (await app.signedIn(told)).read(`/requests/${id}`)).toContain('受付中')
    expect((await supporter.get(`/requests/${id}`)).status).toBe(404)
  })

  test('prints on one page with an answer part', async () => {
    const id = await made(host)
    const page = await host.read(`/requests/${id}/print`)
    expect(page).toContain('返信欄')
    expect(page).toContain('class="sheet"')
    expect((await otherHost.get(`/requests/${id}/print`)).status).toBe(404)
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})

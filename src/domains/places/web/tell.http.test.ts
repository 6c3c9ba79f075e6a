import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

let minutes = 0
const clock = () => new Date(Date.UTC(2026, 10, 22, 3, minutes))

const whole = {
  name: 'あたらしい居場所',
  organisation: '見本の会',
  kind: 'hospital',
  municipality: '見本市',
  contact_name: '担当 花子',
  contact_phone: '000-000-0000',
}

describeEngines('a place tells about itself without an account', (db) => {
  let app: TestApp
  let programmeId: number
  let staff: Client
  let anybody: Client

  beforeAll(async () => {
    app = await testApp(db, clock)
    const coordinator = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx, { name: '見本の事業', contact_phone: '03-0000-0000' })
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(coordinator)
    anybody = app.stranger()
  })

  const places = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('places.place')
        .select(['id', 'name', 'status', 'field'])
        .where('programme_id', '=', programmeId)
        .execute(),
    )

  test('it waits to be confirmed, with whom to ask for, and a coordinator is told', async () => {
    expect(await anybody.read('/')).toContain('href="/for-places"')
    expect(await anybody.read('/for-places')).toContain(`href="/for-places/${programmeId}"`)
    expect(await anybody.read(`/for-places/${programmeId}`)).toContain('費用の心配はいりません')
    const sent = await anybody.post(`/for-places/${programmeId}`, whole)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/for-places/${programmeId}/thanks`])
    expect(await anybody.read(`/for-places/${programmeId}/thanks`)).toContain('03-0000-0000')
    const [place] = await places()
    expect(place).toMatchObject({ name: 'あたらしい居場所', status: 'proposed', field: 'hospital' })
    const body = await staff.read(`/places/${place?.id}`)
    expect(body).toContain('担当 花子')
    expect(body).toContain('000-000-0000')
    expect(await staff.read('/inbox')).toContain('場の登録がありました')
    const entry = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_role', 'actor_person_id'])
        .where('object_id', '=', place?.id ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(entry).toEqual({ actor_role: 'system', actor_person_id: null })
  })

  test('sent twice is told once', async () => {
    const token = randomUUID()
    const send = () => anybody.post(`/for-places/${programmeId}`, { ...whole, name: '二度送った場', _token: token })
    const answers = await Promise.all([send(), send()])
    expect([...answers, await send()].map((answer) => answer.status)).toEqual([303, 303, 303])
    expect((await places()).filter((place) => place.name === '二度送った場').length).toBe(1)
  })

  test('what is missing is asked for, each beside its field, and nothing typed is lost', async () => {
    const refused = await anybody.post(`/for-places/${programmeId}`, {
      ...whole,
      name: '',
      kind: '',
      contact_name: '',
      contact_phone: '',
    })
    expect(refused.status).toBe(422)
    const body = await refused.text()
    for (const id of ['#name', '#kind', '#contact_name']) expect(body).toContain(`href="${id}"`)
    expect(body).toContain('value="見本の会"')
    const unreachable = await anybody.post(`/for-places/${programmeId}`, { ...whole, contact_phone: '' })
    expect(await unreachable.text()).toContain('電話かメールアドレスのどちらかを入力してください')
  })

  test('an unknown programme, a foreign page and a broken token get nowhere', async () => {
    for (const programme of ['0', '999', 'x', `${programmeId}'--`]) {
      const path = `/for-places/${encodeURIComponent(programme)}`
      expect((await anybody.get(path)).status).toBe(404)
      expect((await anybody.post(path, whole)).status).toBe(404)
    }
    expect((await anybody.post(`/for-places/${programmeId}`, { ...whole, _token: 'x' })).status).toBe(404)
    const foreign = await anybody.request(`/for-places/${programmeId}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
  })

  test('twenty in an hour from one address are enough; an hour later it is heard again', async () => {
    let last = 303
    for (let n = 0; n < 22 && last === 303; n++)
      last = (await anybody.post(`/for-places/${programmeId}`, { ...whole, name: `場 ${n}` })).status
    expect(last).toBe(429)
    minutes += 61
    expect((await anybody.post(`/for-places/${programmeId}`, whole)).status).toBe(303)
  })

  test('no page hid a bug', () => {
    expect(app.bugs).toEqual([])
  })
})

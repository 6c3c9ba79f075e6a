import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/places/builders.ts'

const now = new Date('2026-11-22T03:00:00Z')
const idIn = (location: string | null): string => location?.split('/')[2] ?? ''

const whole = {
  name: 'ひだまり',
  kana: 'ひだまり',
  organisation: '見本福祉会',
  kind: 'salon',
  field: 'community',
  municipality: '見本市',
  address: '1丁目1番',
  town: '見本駅',
  phone: '000-000-0000',
  fax: '',
  url: 'https://example.jp/',
  what_we_do: 'お茶の時間です。',
  what_is_found: '',
  access: '',
  who_comes: '',
  typical_day: '',
}

describeEngines('places over HTTP', (db) => {
  let app: TestApp
  let programmeId: number
  let ours: string
  let theirs: string
  let staff: Client
  let host: Client
  let along: Client
  let officer: Client
  let supporter: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      ours = await aPlace(tx, programmeId, { name: 'わたしたちの場' })
      theirs = await aPlace(tx, programmeId, { name: 'となりの場' })
      await tx
        .insertInto('places.contact')
        .values({
          programme_id: programmeId,
          id: theirs,
          place_id: theirs,
          name: '隣 花子',
          phone: '000-999-9999',
          created_at: now,
        })
        .execute()
      return {
        staff: await aMember(tx, programmeId, 'coordinator'),
        host: await aMember(tx, programmeId, 'host', { placeId: ours }),
        along: await aMember(tx, programmeId, 'companion'),
        officer: await aMember(tx, programmeId, 'officer'),
        supporter: await aMember(tx, programmeId, 'supporter'),
      }
    })
    staff = await app.signedIn(made.staff)
    host = await app.signedIn(made.host)
    along = await app.signedIn(made.along)
    officer = await app.signedIn(made.officer)
    supporter = await app.signedIn(made.supporter)
  })

  describe('a coordinator', () => {
    test('registers, adds whom to ask for, and confirms; before that the page says what is missing', async () => {
      const saved = await staff.post('/places/new', whole)
      expect(saved.status).toBe(303)
      const path = saved.headers.get('location') ?? ''
      const id = idIn(path)
      expect(await staff.read(path)).toContain('担当者がまだ登録されていません')
      expect((await staff.post(`/places/${id}/confirm`)).status).toBe(409)
      expect((await staff.post(`/places/${id}/contacts/new`, { name: '担当 太郎' })).status).toBe(303)
      expect((await staff.post(`/places/${id}/confirm`)).status).toBe(303)
      const body = await staff.read(path)
      expect(body).toContain('確認ずみ')
      expect(body).toContain('担当 太郎')
      expect(body).toContain('href="https://example.jp/"')
    })

    test('is told what to look at again, and nothing typed is lost', async () => {
      const refused = await staff.post('/places/new', { ...whole, name: '', url: 'javascript:alert(1)' })
      expect(refused.status).toBe(422)
      const body = await refused.text()
      expect(body).toContain('名前を入力してください')
      expect(body).toContain('value="見本福祉会"')
    })

    test('sees both versions of a stale edit and may save again', async () => {
      const id = idIn((await staff.post('/places/new', { ...whole, name: '二人で直す場' })).headers.get('location'))
      expect((await staff.post(`/places/${id}/edit`, { ...whole, name: 'はじめ', _version: '1' })).status).toBe(303)
      const stale = await staff.post(`/places/${id}/edit`, { ...whole, name: 'あとから', _version: '1' })
      expect(stale.status).toBe(409)
      const body = await stale.text()
      expect(body).toContain('はじめ')
      expect(body).toContain('あとから')
      expect(body).toContain('name="_version" value="2"')
      expect((await staff.post(`/places/${id}/edit`, { ...whole, name: 'あとから', _version: '2' })).status).toBe(303)
    })

    test('closes with a reason, which stays in the history, and takes it in again', async () => {
      const id = await db.asPlatform((tx) => aPlace(tx, programmeId, { name: '閉じる場' }))
      expect((await staff.post(`/places/${id}/close`, { reason: '' })).status).toBe(422)
      expect((await staff.post(`/places/${id}/close`, { reason: '事業所の移転' })).status).toBe(303)
      expect(await staff.read(`/places/${id}`)).toContain('事業所の移転')
      expect(await staff.read('/places')).not.toContain('閉じる場')
      expect(await staff.read('/places?status=closed')).toContain('閉じる場')
      expect((await staff.post(`/places/${id}/relist`)).status).toBe(303)
    })

    test('finds places by word, kind and field', async () => {
      await db.asPlatform((tx) => aPlace(tx, programmeId, { name: '100%の場', kind: 'hospital', field: 'hospital' }))
      const find = (query: Record<string, string>) => staff.read(`/places?${new URLSearchParams(query)}`)
      expect(await find({ q: '0%の' })).toContain('100%の場')
      expect(await find({ q: '%x' })).not.toContain('100%の場')
      expect(await find({ kind: 'hospital' })).toContain('100%の場')
      expect(await find({ field: 'employment' })).not.toContain('100%の場')
      expect(await find({ kind: "x' or 1=1", page: '99' })).not.toContain('100%の場')
    })

    test('corrects an organisation', async () => {
      const { id } = await db.asPlatform((tx) =>
        tx
          .selectFrom('places.organisation')
          .select('id')
          .where('programme_id', '=', programmeId)
          .limit(1)
          .executeTakeFirstOrThrow(),
      )
      const fields = { name: '見本福祉会', corporate_number: '1234567890123', _version: '1' }
      expect((await staff.post(`/organisations/${id}`, fields)).status).toBe(303)
      expect((await staff.post(`/organisations/${id}`, fields)).status).toBe(409)
    })
  })

  describe('a host', () => {
    test('sees and describes the own place, and no other', async () => {
      expect((await host.get('/my-place')).headers.get('location')).toBe(`/places/${ours}`)
      expect(await host.read(`/places/${ours}`)).toContain('わたしたちの場')
      const change = { ...whole, name: 'わたしたちの場', kind: 'company', _version: '1' }
      expect((await host.post(`/places/${ours}/edit`, change)).status).toBe(303)
      const { kind } = await db.asPlatform((tx) =>
        tx.selectFrom('places.place').select('kind').where('id', '=', ours).executeTakeFirstOrThrow(),
      )
      expect(kind).toBe('salon')
      const paths = [
        `/places/${theirs}`,
        `/places/${theirs}/edit`,
        `/contacts/${theirs}`,
        `/places/${theirs}/sheets`,
        '/places',
      ]
      for (const path of paths) expect([path, (await host.get(path)).status]).toEqual([path, 404])
      expect((await host.post(`/places/${theirs}/edit`, change)).status).toBe(404)
      expect((await host.post(`/contacts/${theirs}`, { name: 'x', _version: '1' })).status).toBe(404)
      expect((await host.post(`/places/${ours}/confirm`)).status).toBe(404)
    })

    test('is told when the place takes part again', async () => {
      expect((await staff.post(`/places/${ours}/close`, { reason: '改修のため' })).status).toBe(303)
      await staff.post(`/places/${ours}/contacts/new`, { name: '担当 太郎' })
      expect((await staff.post(`/places/${ours}/confirm`)).status).toBe(303)
      expect(await host.read('/inbox')).toContain('登録が確認されました')
    })
  })

  describe('the others', () => {
    test('a companion sees whom to ring up, an officer does not, a supporter sees no list', async () => {
      expect(await along.read(`/places/${theirs}`)).toContain('000-999-9999')
      const seen = await officer.read(`/places/${theirs}`)
      expect(seen).toContain('となりの場')
      expect(seen).not.toContain('000-999-9999')
      expect((await supporter.get('/places')).status).toBe(404)
      expect((await supporter.get(`/places/${theirs}`)).status).toBe(404)
      expect((await along.get(`/places/${theirs}/edit`)).status).toBe(404)
    })

    test('another programme has none of it', async () => {
      const other = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
      const stranger = await app.signedIn(other)
      expect(await stranger.read('/places')).not.toContain('となりの場')
      expect((await stranger.get(`/places/${theirs}`)).status).toBe(404)
      expect((await stranger.post(`/places/${theirs}/close`, { reason: 'x' })).status).toBe(404)
    })
  })

  test('the sheet for the place’s own users says what a peer supporter is, in each language', async () => {
    const activity = await db.asPlatform(async (tx) => {
      const row = {
        name: '散歩',
        name_en: 'A walk',
        name_easy: '散歩',
        plain: '歩きます',
        plain_en: 'We walk',
        plain_easy: '歩きます',
      }
      await tx
        .insertInto('programme.activity')
        .values({ programme_id: programmeId, id: ours, kind: 'walk', minutes: 60, never_asked: '薬の名前', ...row })
        .execute()
      return ours
    })
    expect(await host.read(`/places/${ours}/sheets`)).toContain('散歩')
    const sheet = await host.read(`/places/${ours}/sheets/${activity}`)
    for (const text of [
      'ピアサポーターって、どんな人？',
      '職員とのちがい',
      'こころの病気',
      '薬の名前',
      'class="sheet"',
    ])
      expect(sheet).toContain(text)
    const member = await db.asPlatform((tx) => aMember(tx, programmeId, 'host', { placeId: ours }))
    const english = await app.signedIn(member, { locale: 'en' })
    expect(await english.read(`/places/${ours}/sheets/${activity}`)).toContain('Who is a peer supporter?')
  })

  test('no page hid a bug', () => {
    expect(app.bugs).toEqual([])
  })
})

import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '#platform/db/index.ts'
import { type Client, testApp, type TestApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { aSetting } from '#test/registration/setting.ts'
import { stepNames } from '../core/sheet-steps.ts'
import { lifePaths } from './life-paths.ts'
import { registrationPaths as paths } from './paths.ts'

const now = new Date('2026-11-22T03:00:00Z')
const told = { via: 'phone', told_on: '2026-11-21' }

describeEngines('registration over HTTP', (db) => {
  let app: TestApp
  let programmeId: number
  let activityId: string
  let supporter: Member
  let companion: Member
  let own: Client
  let english: Client
  let staff: Client
  let along: Client
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.asPlatform(work)
  const bodyOf = async (response: Response | Promise<Response>): Promise<string> => (await response).text()

  const registered = async (name: string): Promise<Member> =>
    asOwner(async (tx) => {
      const member = await aMember(tx, programmeId, 'supporter', { name })
      await tx
        .insertInto('registration.supporter')
        .values({ programme_id: programmeId, person_id: member.personId, registered_on: '2026-04-01' as never })
        .execute()
      return member
    })

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const members = await asOwner(async (tx) => {
      programmeId = await aProgramme(tx, { crisis_card: 'よりそいの電話 0120-000-000' })
      ;({ activityId } = await aSetting(tx, programmeId))
      return {
        coordinator: await aMember(tx, programmeId, 'coordinator'),
        companion: await aMember(tx, programmeId, 'companion'),
      }
    })
    supporter = await registered('見本 春子')
    own = await app.signedIn(supporter)
    english = await app.signedIn(supporter, { locale: 'en' })
    staff = await app.signedIn(members.coordinator)
    along = await app.signedIn(members.companion)
    companion = members.companion
  })

  test('every page of one’s own sheet opens, in three languages', async () => {
    const easy = await app.signedIn(supporter, { locale: 'easy', furigana: true })
    for (const client of [own, english, easy]) {
      for (const path of [paths.mine, paths.pause, paths.myVersions, ...stepNames.map((step) => paths.myStep(step))]) {
        expect((await client.get(path)).status, path).toBe(200)
      }
    }
    expect((await own.get('/sheet/nonsense')).status).toBe(404)
    expect((await own.get('/sheet-versions/99')).status).toBe(404)
    expect((await own.get('/sheet-versions/abc')).status).toBe(404)
  })

  test('a page is saved, shown again as it was typed, and leads on where asked', async () => {
    const saved = await own.post(paths.myStep('wishes'), {
      _version: '1',
      [`wish_${activityId}`]: 'want',
      go: 'next',
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, paths.myStep('themes')])
    expect(await own.read(paths.mine)).toContain('散歩')
    const hours = await own.post(paths.myStep('hours'), {
      _version: '2',
      parts_1: ['morning', 'afternoon'],
      times_3: '10:30〜12:00',
    })
    expect([hours.status, hours.headers.get('location')]).toEqual([303, paths.mine])
    const page = await own.read(paths.myStep('hours'))
    expect(page).toMatch(/value="morning"[^>]*checked/)
    expect(page).toContain('value="10:30-12:00"')
    expect(await own.read(paths.mine)).toContain('午前10時30分〜午後0時')
  })

  test('times that cannot be read are asked about again, and nothing typed is lost', async () => {
    const refused = await own.post(paths.myStep('hours'), { _version: '3', times_2: 'ごご' })
    const body = await bodyOf(refused)
    expect(refused.status).toBe(422)
    expect(body).toContain('火曜日：時間は「10:00-12:30」のように書いてください')
    expect(body).toContain('value="ごご"')
    const night = await own.post(paths.myStep('hours'), { _version: '3', times_2: '22:00-2:00' })
    expect(night.status).toBe(422)
  })

  test('days off are added and taken away again', async () => {
    const added = await own.post(paths.myStep('days'), {
      _version: '3',
      new_day: '2026-12-29',
      new_until: '2027-01-03',
      new_kind: 'off',
    })
    expect(added.status).toBe(303)
    const page = await own.read(paths.myStep('days'))
    expect(page).toContain('value="2026-12-29"')
    expect(page).toContain('value="2027-01-03"')
    const wrong = await own.post(paths.myStep('days'), { _version: '4', new_day: '2026-11-01', new_kind: 'off' })
    expect(wrong.status).toBe(422)
    expect((await own.post(paths.myStep('days'), { _version: '4', keep: '2026-12-31' })).status).toBe(303)
    expect(await own.read(paths.mine)).not.toContain('12月29日')
  })

  test('a stale page shows both, side by side, and the next press saves', async () => {
    const version = 5
    const form = { _version: String(version), travel: '45', how: 'in_person' }
    expect((await own.post(paths.myStep('travel'), { ...form, town: '見本町' })).status).toBe(303)
    const stale = await own.post(paths.myStep('travel'), { ...form, town: '経堂' })
    const body = await bodyOf(stale)
    expect(stale.status).toBe(409)
    expect(body).toContain('見本町')
    expect(body).toContain('経堂')
    expect(body).toContain(`name="_version" value="${version + 1}"`)
    const again = await own.post(paths.myStep('travel'), { ...form, town: '経堂', _version: String(version + 1) })
    expect(again.status).toBe(303)
  })

  test('pages that ask for free text show whom to call', async () => {
    for (const step of ['help', 'avoid'] as const) {
      expect(await own.read(paths.myStep(step))).toContain('tel:0120000000')
    }
  })

  test('a break begins with one press and is seen at once; coming back as well', async () => {
    expect(await own.read('/today')).toContain(`action="${paths.pause}"`)
    const begun = await own.post(paths.pause)
    expect([begun.status, begun.headers.get('location')]).toEqual([303, paths.pause])
    expect(await own.read(paths.mine)).toContain('お休み中です')
    expect(await staff.read(paths.list)).toContain('お休み中')
    expect((await own.post(paths.pause, { until: '2026-11-01' })).status).toBe(422)
    expect((await own.post(paths.pause, { until: 'いつか' })).status).toBe(422)
    expect((await own.post(paths.resume)).headers.get('location')).toBe(paths.mine)
    expect(await own.read(paths.mine)).not.toContain('お休み中です')
  })

  test('staff write down what they were told, saying how they heard it', async () => {
    const id = supporter.personId
    const path = paths.step(id, 'limits')
    const form = { _version: '7', wished: '3', per_week: '1', per_month: '4', rest: '2' }
    const refused = await staff.post(path, form)
    expect(refused.status).toBe(422)
    expect((await staff.post(path, { ...form, ...told })).headers.get('location')).toBe(paths.supporter(id))
    const versions = await own.read(paths.myVersions)
    expect(versions).toContain('さんが聞いて書きました')
    expect((await own.get(paths.myVersion(8))).status).toBe(200)
    expect((await staff.post(paths.pauseOf(id), { until: '' })).status).toBe(422)
    expect((await staff.post(paths.pauseOf(id), { until: '', via: 'phone' })).status).toBe(303)
    expect((await staff.post(paths.resumeOf(id))).status).toBe(422)
    expect((await staff.post(paths.resumeOf(id), { via: 'phone' })).status).toBe(303)
  })

  test('what is avoided is read by the coordinator and nobody else', async () => {
    const id = supporter.personId
    expect((await own.post(paths.myStep('avoid'), { _version: '8', person: '背の高い人' })).status).toBe(303)
    expect(await staff.read(paths.supporter(id))).toContain('背の高い人')
    expect(await staff.read(paths.links(id))).toContain('背の高い人')
    const others = await along.read(paths.supporter(id))
    expect(others).toContain('見本 春子')
    expect(others).not.toContain('背の高い人')
    expect((await along.get(paths.step(id, 'avoid'))).status).toBe(404)
    expect((await along.get(paths.links(id))).status).toBe(404)
    expect((await along.post(paths.step(id, 'wishes'), { _version: '9', ...told })).status).toBe(404)
    expect(await own.read(`/me/looked`)).toContain('登録')
  })

  test('somebody is registered from the list of people, and the registration ended with a reason', async () => {
    const personId = await asOwner((tx) => aPerson(tx, programmeId, { name: '見本 夏子', kana: 'みほん なつこ' }))
    expect(await staff.read(paths.newSupporterSearch('なつこ'))).toContain('見本 夏子')
    const add = (fields: Record<string, string>) => staff.post(paths.newSupporter, fields)
    expect((await add({ on: '2026-11-22' })).status).toBe(422)
    const early = await add({ person: personId, on: '2026-11-22' })
    const says = await early.text()
    expect(early.status).toBe(409)
    for (const text of ['まだ登録の申込がありません', '見本 夏子', lifePaths.of(personId)]) expect(says).toContain(text)
    const heard = { via: 'phone', told_on: '2026-11-22' }
    await staff.post(lifePaths.applyFor(personId), { ...heard, words: '', consent: 'yes' })
    const talk = { day: '2026-11-25', time: '10:00', place: '事務所', with: companion.personId }
    await staff.post(lifePaths.talk(personId), talk)
    expect(await (await add({ person: personId, on: '2026-11-22' })).text()).toContain('先に、登録シートを一緒に書いて')
    const limits = { _version: '1', wished: '3', per_week: '1', per_month: '4', rest: '2' }
    await staff.post(paths.step(personId, 'limits'), { ...limits, ...heard })
    expect((await add({ person: personId, on: '2026-12-01' })).status).toBe(409)
    expect((await add({ person: personId, on: '2026-11-22' })).headers.get('location')).toBe(paths.supporter(personId))
    expect((await add({ person: personId, on: '2026-11-22' })).status).toBe(409)
    expect(await staff.read(`/people/${personId}`)).toContain(paths.supporter(personId))
    expect((await staff.post(paths.end(personId))).status).toBe(409)
    expect((await staff.post(paths.end(personId), { reason: 'moved' })).status).toBe(303)
    expect(await staff.read(paths.supporter(personId))).toContain('登録を終えた日')
    expect((await along.get(paths.newSupporter)).status).toBe(404)
  })

  test('nothing went wrong behind the pages', () => {
    expect(app.bugs).toEqual([])
  })
})

import { beforeAll, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type Client, testApp, type TestApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import { anEnrolment, aRun } from '#test/training/papers.ts'
import { lifePaths as paths } from './life-paths.ts'
import { registrationPaths } from './paths.ts'

let now = new Date('2026-11-22T03:00:00Z')

const pdfOf = async (client: Client, path: string): Promise<string> => {
  const answer = await client.get(path)
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/pdf'])
  return (await readPdf(new Uint8Array(await answer.arrayBuffer()))).text
}

describeEngines('the life of a registration over HTTP', (db) => {
  let app: TestApp
  let programmeId: number
  let hanako: Member
  let companion: Member
  let staff: Client
  let trainee: Client

  beforeAll(async () => {
    now = new Date('2026-11-22T03:00:00Z')
    app = await testApp(db, () => now)
    const coordinator = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx, { crisis_card: 'よりそいの電話 0120-000-000' })
      hanako = await aMember(tx, programmeId, 'trainee', { name: '見本 花子' })
      companion = await aMember(tx, programmeId, 'companion')
      await anEnrolment(tx, programmeId, await aRun(tx, programmeId), hanako.personId)
      return aMember(tx, programmeId, 'coordinator')
    })
    staff = await app.signedIn(coordinator)
    trainee = await app.signedIn(hanako)
  })

  const asSupporter = async (): Promise<Client> => {
    const row = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.membership')
        .select(['id', 'account_id'])
        .where('person_id', '=', hanako.personId)
        .where('role', '=', 'supporter')
        .executeTakeFirstOrThrow(),
    )
    return app.signedIn({ programmeId, membershipId: row.id, accountId: row.account_id ?? '' })
  }

  test('applying: in one’s own words, with consent, and nothing typed is lost', async () => {
    expect(await trainee.read(paths.mine)).toContain('まだ登録していません')
    const page = await trainee.read(paths.apply)
    expect(page).toContain('tel:0120000000')
    const refused = await trainee.post(paths.apply, { words: '料理をしてみたい' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('料理をしてみたい')
    const said = { words: '料理をしてみたい', consent: 'yes', place: 'name', staff: ['care', 'nonsense'] }
    expect((await trainee.post(paths.apply, said)).status).toBe(303)
    expect((await trainee.post(paths.apply, { consent: 'yes' })).status).toBe(409)
    expect(await trainee.read('/today')).toContain('登録を申し込んでいます')
  })

  test('consents are given purpose by purpose in the application, and stand on form 1', async () => {
    const said = await db.asPlatform((tx) =>
      tx
        .selectFrom('people.consent')
        .select(['recipient', 'item', 'given'])
        .where('person_id', '=', hanako.personId)
        .orderBy('recipient')
        .execute(),
    )
    expect(said).toEqual([
      { recipient: 'place', item: 'name', given: true },
      { recipient: 'staff', item: 'care', given: true },
    ])
    const form = await pdfOf(trainee, paths.application)
    for (const text of ['様式第1号', '見本花子', '料理をしてみたい', '同意します', 'あとで決めます'])
      expect(form).toContain(text)
    expect(await pdfOf(staff, paths.applicationOf(hanako.personId))).toContain('料理をしてみたい')
  })

  test('staff write down the consents of an application that was told, with how and when', async () => {
    const told = await db.asPlatform((tx) => aMember(tx, programmeId, 'trainee', { name: '見本 次郎' }))
    const heard = { words: '電話で聞いた', companion: 'contact', via: 'phone', told_on: '2026-11-20' }
    const unasked = await staff.post(paths.applyFor(told.personId), heard)
    expect(unasked.status, 'an application goes with a consent').toBe(422)
    expect(await unasked.text()).toContain('電話で聞いた')
    const form = { ...heard, consent: 'yes' }
    expect((await staff.post(paths.applyFor(told.personId), form)).status).toBe(303)
    const said = await db.asPlatform((tx) =>
      tx
        .selectFrom('people.consent')
        .select(['recipient', 'item', 'via'])
        .where('person_id', '=', told.personId)
        .execute(),
    )
    expect(said).toEqual([{ recipient: 'companion', item: 'contact', via: 'phone' }])
    expect((await staff.post(paths.withdrawFor(told.personId))).status).toBe(422)
    expect((await staff.post(paths.withdrawFor(told.personId), { via: 'letter' })).status).toBe(422)
    expect((await staff.post(paths.withdrawFor(told.personId), { via: 'fax' })).status).toBe(303)
    const heardBy = await db.asPlatform((tx) =>
      tx
        .selectFrom('registration.change')
        .select('via')
        .where('person_id', '=', told.personId)
        .where('to_status', '=', 'ended')
        .execute(),
    )
    expect(heardBy).toEqual([{ via: 'fax' }])
  })

  test('the talk, the sheet filled in together, then registered with a card', async () => {
    const id = hanako.personId
    expect(await staff.read('/today')).toContain('登録の申込が1件あります')
    expect(await staff.read(paths.of(id))).toContain('料理をしてみたい')
    const early = await staff.post(paths.register(id))
    expect([early.status, await early.text()]).toEqual([409, expect.stringContaining('先に、お話の日を決めてください')])
    const talk = { day: '2026-12-01', time: '10:00', place: '事務所', with: companion.personId }
    expect((await staff.post(paths.talk(id), { ...talk, place: '' })).status).toBe(422)
    expect((await staff.post(paths.talk(id), talk)).status).toBe(303)
    expect(await trainee.read(paths.mine)).toContain('事務所')
    expect((await staff.post(paths.register(id))).status).toBe(409)
    const told = { via: 'in_person', told_on: '2026-11-22' }
    const limits = { _version: '1', wished: '3', per_week: '1', per_month: '4', rest: '2' }
    expect(await trainee.read(registrationPaths.mine)).toContain('登録の前の登録シートです')
    expect((await staff.post(registrationPaths.step(id, 'limits'), { ...limits, ...told })).status).toBe(303)
    const sheet = await trainee.read(registrationPaths.mine)
    expect(sheet).toContain('2日')
    expect(sheet).not.toContain(registrationPaths.myStep('limits'))
    expect((await trainee.get(registrationPaths.myStep('limits'))).status).toBe(404)
    expect(await trainee.read(registrationPaths.myVersions)).toContain('さんと一緒に書きました')
    expect((await staff.post(paths.register(id))).status).toBe(303)
    const own = await asSupporter()
    expect(await own.read(paths.mine)).toContain('2026-001')
    const card = await own.get(paths.card)
    expect([card.status, card.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await staff.get(paths.cardOf(id))).status).toBe(200)
  })

  test('a lost card is printed anew: same number, another code, and a trace of when and why', async () => {
    const id = hanako.personId
    const own = await asSupporter()
    const code = /<code>([^<]+)</.exec(await own.read(paths.mine))?.[1] ?? ''
    expect((await staff.post(paths.reissue(id), {})).status).toBe(409)
    expect((await staff.post(paths.reissue(id), { reason: 'lost' })).status).toBe(303)
    const trace = await staff.read(paths.cards(id))
    expect(trace).toContain('なくした・見つからない')
    expect(trace).toContain('新しいものに替わりました')
    const after = await own.read(paths.mine)
    expect(after).toContain('2026-001')
    expect(after).not.toContain(code)
    expect(await pdfOf(own, paths.card)).toContain('再交付1回目')
    expect(await own.read('/inbox')).toContain('登録票を新しくしました')
    const follower = await app.signedIn(companion)
    expect((await follower.get(paths.cards(id))).status).toBe(404)
  })

  test('the register is a list by reading, and a file', async () => {
    expect(await staff.read(paths.roll)).toContain('見本 花子')
    expect(await staff.read(`${paths.roll}?as=csv`)).toContain('2027-03-31')
    const register = await pdfOf(staff, paths.rollPdf)
    for (const text of ['様式第2号', '見本花子', '2026-001', '登録票交付']) expect(register).toContain(text)
  })

  test('a break is known to the coordinator and to those who follow, and on no list to others', async () => {
    const own = await asSupporter()
    const follower = await app.signedIn(companion)
    expect((await own.post(registrationPaths.pause)).status).toBe(303)
    expect(await staff.read(`${registrationPaths.list}?state=paused`)).toContain('見本 花子')
    expect(await staff.read(`${registrationPaths.list}?as=csv`)).toContain('お休み中')
    expect(await follower.read(registrationPaths.list)).toContain('見本 花子')
    expect(await follower.read(`${registrationPaths.list}?state=paused`)).not.toContain('見本 花子')
    expect(await follower.read(`${registrationPaths.list}?as=csv`)).not.toContain('お休み中')
    expect(await follower.read(registrationPaths.supporter(hanako.personId))).not.toContain('お休み中です')
    expect(await staff.read(registrationPaths.supporter(hanako.personId))).toContain('お休み中です')
    expect((await own.post(registrationPaths.resume)).status).toBe(303)
  })

  test('whoever leaves gets a letter of thanks and is told what is kept; who stays does not', async () => {
    const own = await asSupporter()
    expect((await own.get(paths.thanks)).status).toBe(404)
    expect((await own.post(paths.leave, { last_day: '2027-03-31' })).status).toBe(303)
    const page = await own.read(paths.mine)
    for (const text of ['/me/record', paths.thanks, '何が、いつまで残るか', '市区町村の決まりの年数'])
      expect(page).toContain(text)
    const letter = await pdfOf(own, paths.thanks)
    for (const text of ['これまでのお礼', '見本花子様', '令和9年3月31日', 'あなたが書いたもの'])
      expect(letter).toContain(text)
    expect(await pdfOf(staff, paths.thanksFor(hanako.personId))).toBe(letter)
    expect((await own.post(paths.stay)).status).toBe(303)
    expect((await own.get(paths.thanks)).status).toBe(404)
    expect((await own.post(paths.leave, { last_day: '2027-03-31' })).status).toBe(303)
    expect(await staff.read(paths.of(hanako.personId))).toContain('どのように聞いたか')
    expect((await staff.post(paths.stayFor(hanako.personId))).status).toBe(422)
    expect((await staff.post(paths.stayFor(hanako.personId), { via: 'paper' })).status).toBe(303)
  })

  test('in February: asked, hesitating, staying; staff see who was not heard from', async () => {
    const id = hanako.personId
    expect((await staff.post(paths.ask)).headers.get('location')).toBe(paths.renewals)
    expect(await staff.read(paths.renewals)).toContain('まだうかがっていません')
    now = new Date('2027-02-03T03:00:00Z')
    staff = await app.signedIn(await db.asPlatform((tx) => aMember(tx, programmeId, 'coordinator')))
    expect((await staff.post(paths.ask)).status).toBe(303)
    const own = await asSupporter()
    expect(await own.read('/today')).toContain('4月からも続けますか')
    expect((await own.post(paths.answer, { answer: 'nonsense' })).status).toBe(409)
    expect((await own.post(paths.answer, { answer: 'hesitate', with: companion.personId })).status).toBe(303)
    expect(await own.read(paths.mine)).toContain('迷っている、とうかがっています')
    expect((await staff.post(paths.answerFor(id), { answer: 'stay' })).status).toBe(422)
    expect((await staff.post(paths.answerFor(id), { answer: 'stay', via: 'phone' })).status).toBe(303)
    expect(await own.read(paths.mine)).toContain('令和10年3月31日')
    expect(await own.read(paths.mine)).toContain(paths.nextCard)
    expect(await pdfOf(own, paths.card)).toContain('令和9年3月31日')
    expect(await pdfOf(own, paths.nextCard)).toContain('令和9年4月1日〜令和10年3月31日')
  })

  test('silent after April: on the list, tried in another way, decided by staff with a reason', async () => {
    now = new Date('2028-02-03T03:00:00Z')
    const fresh = await db.asPlatform((tx) => aMember(tx, programmeId, 'coordinator'))
    staff = await app.signedIn(fresh)
    await staff.post(paths.ask)
    now = new Date('2028-04-05T03:00:00Z')
    await app.jobs.runJob('registration.terms')
    staff = await app.signedIn(fresh)
    const renewal = /\/renewals\/([0-9a-f-]{36})/.exec(await staff.read(paths.renewals))?.[1] ?? ''
    expect((await staff.post(paths.endSilent(renewal), { reason: '返事がない' })).status).toBe(409)
    expect((await staff.post(paths.attempt(renewal), { channel: 'phone' })).status).toBe(422)
    const tried = { channel: 'phone', on: '2028-04-05', words: 'ご家族と話した' }
    expect((await staff.post(paths.attempt(renewal), tried)).status).toBe(303)
    expect(await staff.read(paths.renewal(renewal))).toContain('ご家族と話した')
    expect((await staff.post(paths.endSilent(renewal), { reason: '施設に移られた' })).status).toBe(303)
    expect(await staff.read(paths.of(hanako.personId))).toContain('登録を終えています')
    now = new Date('2028-04-06T03:00:00Z')
    staff = await app.signedIn(fresh)
    expect(await staff.read(paths.roll)).not.toContain('見本 花子')
  })

  test('nothing went wrong behind the pages', () => {
    expect(app.bugs).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Member } from '#test/builders.ts'
import { namesOnly } from '#platform/i18n/spoken.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { anActivity, aPlace, aRequest, aSupporter } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('from matching to a visit', (db) => {
  let app: TestApp
  let programmeId = 0
  let placeId = ''
  let activityId = ''
  let coordinator: Client
  let host: Client
  let companion: Member
  let admin: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      placeId = await aPlace(tx, programmeId, { name: '見本の家' })
      activityId = await anActivity(tx, programmeId)
      companion = await aMember(tx, programmeId, 'companion', { name: '同行 花子' })
    })
    const member = (...args: [Parameters<typeof aMember>[2], Parameters<typeof aMember>[3]?]) =>
      db.asPlatform((tx) => aMember(tx, programmeId, ...args))
    coordinator = await app.signedIn(await member('coordinator'))
    host = await app.signedIn(await member('host', { placeId }))
    admin = await app.signedIn(await member('admin'))
  })

  const supporter = async (
    name: string,
    more: Parameters<typeof aSupporter>[4] = {},
    level = 'want',
  ): Promise<{ member: Member; client: Client }> => {
    const member = await db.asPlatform(async (tx) => {
      const made = await aMember(tx, programmeId, 'supporter', { name })
      await aSupporter(tx, programmeId, made.personId, { activityId, level }, more)
      return made
    })
    return { member, client: await app.signedIn(member) }
  }
  // Each on a day of its own: the one companion goes along with one at a time.
  let days = 0
  const request = (more: Parameters<typeof aRequest>[3] = {}) => {
    days += 1
    const startsAt = new Date(Date.UTC(2026, 11, 9 + days, 4))
    return db.asPlatform((tx) => aRequest(tx, programmeId, { placeId, activityId, startsAt }, more))
  }
  const proposalIdOf = async (client: Client): Promise<string> =>
    /\/proposals\/([0-9a-f-]{36})/.exec(await client.read('/proposals'))?.[1] ?? ''

  test('who could come stands with reasons in words, who could not by reason, private ones merged', async () => {
    await supporter('行ける 一郎')
    await supporter('望まない 次郎', {}, 'no')
    await supporter('オンラインのみ 三郎', { in_person: false, online: true })
    const of = await request()
    const page = await coordinator.read(`/requests/${of.requestId}/matching`)
    expect(page).toContain('行ける 一郎')
    expect(page).toContain('この活動を「したい」と書いています')
    expect(page).toContain('ほかのご事情')
    expect(page).toContain('対面かオンラインかが、希望と合いません')
    expect(page).not.toContain('望みません')
    for (const client of [host, admin])
      expect((await client.get(`/requests/${of.requestId}/matching`)).status).toBe(404)
  })

  test('the whole way: invited, asked back, replied, yes, visit; and the page of the person shows everything needed', async () => {
    const { member, client } = await supporter('全部 四郎')
    const of = await request({
      status: 'agreed',
      content_agreed_on: '2026-11-20' as never,
      purpose: 'お茶を飲みながら',
    })
    const sent = await coordinator.post(`/requests/${of.requestId}/proposals`, {
      slot: of.slotId,
      people: member.personId,
      answer_by: '2026-12-01',
    })
    expect(sent.status).toBe(303)
    const id = await proposalIdOf(client)
    const page = await client.read(`/proposals/${id}`)
    for (const text of [
      '見本の家',
      'お茶を飲みながら',
      '参加したい',
      '今回は見送ります',
      '聞いてから決めたい',
      '12月11日',
    ])
      expect(page).toContain(text)
    const asked = await client.post(`/proposals/${id}/question`, { question: '何を持っていけばいいですか' })
    expect(asked.status).toBe(303)
    expect(await coordinator.read(`/proposals/${id}`)).toContain('何を持っていけばいいですか')
    await coordinator.post(`/proposals/${id}/reply`, { reply: '手ぶらでだいじょうぶです' })
    expect(await client.read(`/proposals/${id}`)).toContain('手ぶらでだいじょうぶです')
    expect((await client.post(`/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(303)
    const plan = await coordinator.read(`/requests/${of.requestId}/matching`)
    expect(plan).toContain('活動をつくる')
    expect(plan).toContain('同行 花子')
    const refused = await coordinator.post(`/requests/${of.requestId}/visits`, { slot: of.slotId })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('同行する職員を選んでください')
    const made = await coordinator.post(`/requests/${of.requestId}/visits`, {
      slot: of.slotId,
      companions: companion.personId,
    })
    expect(made.status).toBe(303)
    expect(made.headers.get('location')).toMatch(/^\/visits\//)
    expect(await client.read(`/proposals/${id}`)).toContain('活動の日が決まっています')
    expect(await host.read(`/requests/${of.requestId}`)).toContain('活動が決まりました')
    const asked_on = await db.asPlatform((tx) =>
      tx
        .selectFrom('registration.supporter')
        .select('last_asked_on')
        .where('person_id', '=', member.personId)
        .executeTakeFirstOrThrow(),
    )
    expect(asked_on.last_asked_on).toBe('2026-11-22')
  })

  test('what has come since the yes is said kindly, and nothing is half done', async () => {
    const { member, client } = await supporter('休む 十郎')
    const of = await request()
    await coordinator.post(`/requests/${of.requestId}/proposals`, { slot: of.slotId, people: member.personId })
    await client.post(`/proposals/${await proposalIdOf(client)}/answer`, { answer: 'yes' })
    const plan = { slot: of.slotId, companions: companion.personId }
    await client.post('/pause')
    const refused = await coordinator.post(`/requests/${of.requestId}/visits`, plan)
    expect(refused.status).toBe(409)
    expect(namesOnly(await refused.text())).toContain(
      '休む 十郎さんは、返事のあとで事情が変わったようです（お休み中です）',
    )
    const left = await db.asPlatform(async (tx) => ({
      booked: await tx.selectFrom('people.booking').select('id').where('person_id', '=', member.personId).execute(),
      visits: await tx.selectFrom('visits.visit').select('id').where('request_id', '=', of.requestId).execute(),
    }))
    expect(left).toEqual({ booked: [], visits: [] })
  })

  test('whoever could not come is not invited, and is named kindly', async () => {
    const { member } = await supporter('お休み 五郎', { max_per_month: 0 })
    const of = await request()
    const refused = await coordinator.post(`/requests/${of.requestId}/proposals`, {
      slot: of.slotId,
      people: member.personId,
    })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('お休み 五郎さんは、いまは行けそうにありません')
  })

  test('two coordinators invite the same person: one invitation, the other reads that somebody was quicker', async () => {
    const { member, client } = await supporter('同時 六郎')
    const other = await app.signedIn(await db.asPlatform((tx) => aMember(tx, programmeId, 'coordinator')))
    const of = await request()
    const answers = await Promise.all(
      [coordinator, other].map((one) =>
        one.post(`/requests/${of.requestId}/proposals`, { slot: of.slotId, people: member.personId }),
      ),
    )
    expect(answers.map((one) => one.status).toSorted()).toEqual([303, 409])
    const loser = answers.find((one) => one.status === 409)
    expect(await loser?.text()).toContain('もう声をかけています')
    expect(await proposalIdOf(client)).not.toBe('')
  })

  test('nobody chosen, or too many, or a day that is gone, is said', async () => {
    const of = await request()
    const empty = await coordinator.post(`/requests/${of.requestId}/proposals`, { slot: of.slotId })
    expect(empty.status).toBe(409)
    expect(await empty.text()).toContain('お誘いする人を選んでください')
    const late = await coordinator.post(`/requests/${of.requestId}/proposals`, {
      slot: of.slotId,
      answer_by: '2027-01-01',
    })
    expect(await late.text()).toContain('返事の目安は、今日より後')
  })

  test('an invitation is its person’s alone', async () => {
    const [one, two] = [await supporter('ひとり 七郎'), await supporter('べつの 八郎')]
    const of = await request()
    await coordinator.post(`/requests/${of.requestId}/proposals`, { slot: of.slotId, people: one.member.personId })
    const id = await proposalIdOf(one.client)
    expect((await two.client.get(`/proposals/${id}`)).status).toBe(404)
    expect((await two.client.post(`/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(404)
    expect((await host.get(`/proposals/${id}`)).status).toBe(404)
  })

  test('who is accompanied as a person must have agreed, with a day', async () => {
    const along = await db.asPlatform((tx) => anActivity(tx, programmeId, { accompanies_person: true }))
    const of = await db.asPlatform((tx) =>
      aRequest(tx, programmeId, { placeId, activityId: along }, { status: 'agreed' }),
    )
    const refused = await coordinator.post(`/requests/${of.requestId}/status`, { to: 'matching' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('付き添われる方ご本人の同意の日')
    const wrong = await coordinator.post(`/requests/${of.requestId}/person-consent`, { on: '2030-01-01' })
    expect(wrong.status).toBe(422)
    await coordinator.post(`/requests/${of.requestId}/person-consent`, { on: '2026-11-20' })
    expect((await coordinator.post(`/requests/${of.requestId}/status`, { to: 'matching' })).status).toBe(303)
  })

  test('in English and in easy Japanese the person reads the same', async () => {
    const { member, client } = await supporter('ことば 九郎')
    const of = await request()
    await coordinator.post(`/requests/${of.requestId}/proposals`, { slot: of.slotId, people: member.personId })
    const id = await proposalIdOf(client)
    const english = await app.signedIn(member, { locale: 'en' })
    const easy = await app.signedIn(member, { locale: 'easy' })
    expect(await english.read(`/proposals/${id}`)).toContain('Not this time')
    expect(await easy.read(`/proposals/${id}`)).toContain('今回は 行かない')
  })

  test('a day behind the registration can be asked about: it stands if they stay on', async () => {
    const { member, client } = await supporter('更新 五月')
    const of = await db.asPlatform(async (tx) => {
      const { personId } = member
      const term = { programme_id: programmeId, person_id: personId, kind: 'registered', at: now }
      const year = { id: randomUUID(), from_day: day('2026-04-01'), to_day: day('2027-03-31') }
      await tx
        .insertInto('registration.term')
        .values({ ...term, ...year })
        .execute()
      const startsAt = new Date('2027-04-07T04:00:00Z')
      const agreed = { status: 'agreed', content_agreed_on: day('2026-11-20') }
      return aRequest(tx, programmeId, { placeId, activityId, startsAt }, agreed)
    })
    const page = await coordinator.read(`/requests/${of.requestId}/matching`)
    expect(page).toContain('登録の期間より後の日です。')
    expect(page).toContain('来年度も続けるときに行う活動です。')
    const sent = { slot: of.slotId, people: member.personId, answer_by: '2026-12-01' }
    expect((await coordinator.post(`/requests/${of.requestId}/proposals`, sent)).status).toBe(303)
    const id = await proposalIdOf(client)
    expect((await client.post(`/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(303)
    const made = await coordinator.post(`/requests/${of.requestId}/visits`, {
      slot: of.slotId,
      companions: companion.personId,
    })
    expect(made.status).toBe(303)
    expect(await client.read(made.headers.get('location') ?? '')).toContain('来年度も続けるときに行う活動として')
    const near = await request()
    expect(await coordinator.read(`/requests/${near.requestId}/matching`)).not.toContain('登録の期間より後の日です。')
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})

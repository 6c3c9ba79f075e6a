import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { openAudit } from '#platform/audit/audit.ts'
import { flushAudit } from '#platform/audit/chain.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { aSupporter, anActivity } from '#test/visit-builders.ts'

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
    expect((await staff.get(`/people/doubles/${one}/nobody`)).status).toBe(404)
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

describeEngines('a record of somebody who signs in, and another that may be theirs', (db) => {
  let app: TestApp
  let staff: Client
  let colleague: Client
  let holder: Client
  let programmeId: number
  let own: string
  let other: string
  let signIn: () => Promise<void>
  let today = new Date('2026-11-22T03:00:00Z')

  beforeAll(async () => {
    app = await testApp(db, () => today)
  })

  beforeEach(async () => {
    today = new Date('2026-11-22T03:00:00Z')
    const members = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      const trainee = await aMember(tx, programmeId, 'trainee', { name: '見本 葵' })
      own = trainee.personId
      other = await aPerson(tx, programmeId, { name: '見本 葵', kana: 'みほん あおい', phone: '03-9999-9999' })
      await aSupporter(tx, programmeId, other, { activityId: await anActivity(tx, programmeId) })
      return [
        trainee,
        await aMember(tx, programmeId, 'coordinator'),
        await aMember(tx, programmeId, 'coordinator'),
      ] as const
    })
    signIn = async () => {
      holder = await app.signedIn(members[0])
      staff = await app.signedIn(members[1])
      colleague = await app.signedIn(members[2])
    }
    await signIn()
  })

  // Nobody stays signed in for days.
  const later = (at: string): Promise<void> => {
    today = new Date(at)
    return signIn()
  }

  const pair = () => `/people/doubles/${own}/${other}`
  const merge = (client: Client) => client.post(`${pair()}/merge`, { keep: own })
  const question = async () => (await holder.read('/me/merges')).match(/\/me\/merges\/[0-9a-f-]+/)?.[0] ?? ''
  const told = async (): Promise<string[]> => {
    const rows = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.message as m')
        .innerJoin('platform.delivery as d', (on) =>
          on.onRef('d.programme_id', '=', 'm.programme_id').onRef('d.message_id', '=', 'm.id'),
        )
        .select(['m.kind', 'd.status'])
        .where('m.person_id', '=', own)
        .orderBy('m.created_at')
        .orderBy('m.kind')
        .execute(),
    )
    return rows.map(({ kind, status }) => `${kind} ${status}`)
  }

  test('they are asked before, told after, and told again when it is undone', async () => {
    expect((await merge(staff)).status).toBe(409)
    expect(await staff.read(pair())).toContain('サインインしている本人に、まだたずねていません')
    await staff.post(`${pair()}/ask`)
    expect(await staff.read(pair())).toContain('令和8年12月6日')
    expect((await merge(colleague)).status, 'there is time to answer').toBe(409)
    expect(await holder.read('/me')).toContain('/me/merges')
    await holder.post(await question(), { answer: 'same' })
    expect(await staff.read('/people/doubles')).toContain('本人は「わたしの記録です」と答えました')
    expect((await merge(staff)).status, 'whoever asked leaves the last look to another').toBe(409)
    expect((await merge(colleague)).headers.get('location')).toBe(`/people/${own}`)
    const list = await colleague.read('/people/doubles')
    await colleague.post(list.match(/\/people\/merges\/[0-9a-f-]+\/undo/)?.[0] ?? '')
    expect(new Set(await told())).toEqual(
      new Set(['people.merge_asked waiting', 'people.merged waiting', 'people.merge_undone waiting']),
    )
    expect((await merge(colleague)).status, 'what was undone is asked anew').toBe(409)
  })

  test('they read of the other record only that it is there, and its kinds of things once they say that it is theirs', async () => {
    await db.asPlatform((tx) =>
      tx
        .updateTable('programme.programme')
        .set({ contact_phone: '03-1234-5678', contact_hours: '平日 9時〜17時' })
        .where('programme_id', '=', programmeId)
        .execute(),
    )
    await signIn()
    await staff.post(`${pair()}/ask`)
    const secret = ['03-9999-9999', 'みほん あおい', other]
    const asked = await holder.read('/me/merges')
    for (const text of ['名前などがあなたと同じか、よく似た記録です。令和8年から', '03-1234-5678', '平日 9時〜17時'])
      expect(asked).toContain(text)
    for (const text of [...secret, '登録の記録', 'その記録にあるもの']) expect(asked).not.toContain(text)
    await holder.post(await question(), { answer: 'same' })
    const agreed = await holder.read('/me/merges')
    expect(agreed).toContain('登録の記録')
    for (const text of secret) expect(agreed).not.toContain(text)
    expect((await holder.get(`/people/${other}`)).status).toBe(404)
    await holder.post(await question(), { answer: 'not_me' })
    expect(await holder.read('/me/merges')).not.toContain('登録の記録')
  })

  test.each(['same', 'not_me'])('whoever the other record is of does not learn who answered: %s', async (answer) => {
    await staff.post(`${pair()}/ask`)
    await holder.post(await question(), { answer })
    // As answers were written before: under both records.
    await db.asProgramme(programmeId, (tx) => {
      const log = openAudit()
      log.wrote({ action: `say_${answer}`, kind: 'people.person', id: other, subject: other })
      const stamp = { programmeId, personId: own, role: 'trainee', requestId: null, now: today }
      return flushAudit(tx, log, stamp, Buffer.alloc(32, 7))
    })
    const namesake = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter', { personId: other }))
    const theirs = await app.signedIn(namesake)
    for (const path of ['/me/looked', '/me/record']) {
      const looked = (await theirs.read(path)).match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
      expect(looked).toContain('コーディネーター')
      expect(looked).not.toContain('受講者')
    }
  })

  test('an answer is kept with whoever gave it, and they read who wrote it down', async () => {
    await staff.post(`${pair()}/ask`)
    await staff.post(`${pair()}/told`, { answer: 'not_me', via: 'phone' })
    const kept = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('subject_id')
        .where('programme_id', '=', programmeId)
        .where('action', '=', 'say_not_me')
        .execute(),
    )
    expect(kept).toEqual([{ subject_id: own }])
    const looked = (await holder.read('/me/looked')).match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
    // Asked, and written down.
    expect(looked.match(/コーディネーター/g)?.length).toBe(2)
  })

  test('who says that it is somebody else ends it, and no silence goes against that', async () => {
    await staff.post(`${pair()}/ask`)
    const asked = await question()
    await holder.post(asked, { answer: 'not_me' })
    expect((await holder.post(asked, { answer: 'same' })).status).toBe(404)
    expect(await staff.read('/people/doubles')).toContain('別の人とした組')
    expect((await merge(colleague)).status).toBe(409)
    await staff.post(`${pair()}/maybe-same`)
    expect((await merge(colleague)).status).toBe(409)
    await staff.post(`${pair()}/ask`)
    await later('2027-01-22T03:00:00Z')
    expect((await merge(colleague)).status).toBe(409)
    expect(await colleague.read(pair())).toContain('自分の記録ではないと答えています')
  })

  test('silence is enough when the time is over; what they said by telephone is written down', async () => {
    await db.asPlatform((tx) =>
      tx
        .updateTable('programme.programme')
        .set({ merge_answer_days: 3 })
        .where('programme_id', '=', programmeId)
        .execute(),
    )
    await staff.post(`${pair()}/ask`)
    await later('2026-11-25T03:00:00Z')
    expect((await merge(colleague)).status).toBe(409)
    const nothing = await staff.post(`${pair()}/told`, {})
    expect(nothing.status).toBe(422)
    expect(await nothing.text()).toContain('聞いた返事を選んでください')
    await staff.post(`${pair()}/told`, { answer: 'same', via: 'phone' })
    expect(await staff.read(pair())).toContain('「わたしの記録です」と答えました')
    expect((await merge(staff)).status, 'nobody both writes down the yes and acts on it').toBe(409)
    await staff.post(`${pair()}/ask`)
    await later('2026-11-29T03:00:00Z')
    expect((await merge(colleague)).status).toBe(303)
  })

  test('what they did themselves under the record that went is no look of somebody else', async () => {
    await holder.post('/me/erasure')
    await holder.post('/me/erasure/taken-back')
    const looked = async (): Promise<string> =>
      (await holder.read('/me/looked')).match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
    expect(await looked()).toContain('まだ、だれも見ていません')
    await staff.post(`${pair()}/ask`)
    await holder.post(await question(), { answer: 'same' })
    await colleague.post(`${pair()}/merge`, { keep: other })
    await signIn()
    const after = await looked()
    expect(after).toContain('コーディネーター')
    expect(after).not.toContain('受講者')
  })

  test('two records without an account are made one as before', async () => {
    const third = await db.asPlatform((tx) => aPerson(tx, programmeId))
    const merged = await staff.post(`/people/doubles/${third}/${other}/merge`, { keep: third })
    expect(merged.status).toBe(303)
    expect(await told()).toEqual([])
  })
})

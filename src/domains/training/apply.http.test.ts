import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { sendSignInMails } from '#platform/messages/sign-in-mails.ts'
import type { Mail } from '#platform/messages/transport.ts'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aCourse, aRun, aSession } from '#test/call-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import { comeInBy } from '#test/training/come-in.ts'
import { aPlace } from '#test/visit-builders.ts'

let now = new Date('2026-11-22T03:00:00Z')

describeEngines('the public call', (db) => {
  let app: TestApp
  let programmeId = 0
  let runId = ''
  let anybody: Client
  let coordinator: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const staff = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx, { contact_phone: '03-0000-0000' })
      const courseId = await aCourse(tx, programmeId)
      runId = await aRun(tx, programmeId, courseId, { capacity: 1, provided: '休憩の部屋' })
      await aSession(tx, programmeId, runId, day('2027-01-10'), { online_link: 'https://meeting.example.test/secret' })
      await aRun(tx, programmeId, courseId, { name: 'まだ準備中の回', status: 'draft' })
      return aMember(tx, programmeId, 'coordinator')
    })
    coordinator = await app.signedIn(staff)
    anybody = app.stranger()
  })

  const pdfOf = async (client: Client, of: string): Promise<string> =>
    (await readPdf(new Uint8Array(await (await client.get(of)).arrayBuffer()))).text
  const asker = { name: '川上 ひろ', kana: 'かわかみ ひろ', email: 'hiro@example.jp' }
  const path = () => `/courses/${programmeId}/${runId}`
  const mails = async (): Promise<Mail[]> => {
    const sent: Mail[] = []
    const transport = { send: async (mail: Mail) => void sent.push(mail) } as never
    await sendSignInMails({ db, transport, clock: () => now, vault: app.services.vault })
    return sent
  }
  const linkIn = (mail: Mail | undefined): string =>
    (/http\S+/.exec(mail?.body ?? '')?.[0] ?? '').slice(testOrigin.length)
  const comeIn = (link: string) => comeInBy(anybody, link)

  test('what is open stands there for anybody; what is prepared, and links, do not', async () => {
    const list = await anybody.read(`/courses/${programmeId}`)
    expect(list).toContain('冬の回')
    expect(list).not.toContain('まだ準備中の回')
    const page = await anybody.read(path())
    expect(page).toContain('休憩の部屋')
    expect(page).toContain('03-0000-0000')
    expect(page).not.toContain('meeting.example.test')
  })

  test('a mail to anybody says the same, makes nothing, and looking at its link changes nothing', async () => {
    const people = () => db.asPlatform((tx) => tx.selectFrom('people.person').select('id').execute())
    const before = await people()
    const known = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))
    const answers = []
    for (const email of ['nobody@example.jp', known.email]) {
      const answer = await anybody.post(path(), { ...asker, email })
      answers.push([answer.status, answer.headers.get('location'), await answer.text()])
    }
    expect(answers[0]).toEqual(answers[1])
    expect(await people()).toHaveLength(before.length + 1)
    const sent = await mails()
    expect(sent.map(({ to }) => to).toSorted()).toEqual(['nobody@example.jp', known.email].toSorted())
    for (const mail of sent) {
      expect(await anybody.read(linkIn(mail))).toContain('続ける')
      expect(await anybody.read(linkIn(mail))).toContain('続ける')
    }
    expect(await people()).toHaveLength(before.length + 1)
  })

  test('from the mailed link to a place: written in one’s own words, saved, sent, offered, accepted', async () => {
    await anybody.post(path(), asker)
    const link = linkIn((await mails())[0])
    const { client, to } = await comeIn(link)
    expect(to).toMatch(/^\/my-applications\//)
    expect((await anybody.post(link)).status, 'the link is spent').toBe(410)
    const draft = await client.read(`${to}/edit`)
    expect(draft).toContain('病名を書く必要はありません')
    const version = () => /name="_version" value="(\d+)"/.exec(draft)?.[1] ?? ''
    const saved = await client.post(`${to}/edit`, {
      why: '仲間のそばにいたいです',
      needs: '静かな席がよいです',
      do: 'save',
      _version: version(),
    })
    expect(saved.status).toBe(303)
    expect(await coordinator.read(`/training/runs/${runId}/selection`)).not.toContain('川上 ひろ')
    const later = await client.read(`${to}/edit`)
    expect(later).toContain('仲間のそばにいたいです')
    const now_ = /name="_version" value="(\d+)"/.exec(later)?.[1] ?? ''
    const fields = { why: '仲間のそばにいたいです', needs: '静かな席がよいです', _version: now_ }
    const refused = await client.post(`${to}/edit`, fields)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('href="#consent"')
    expect((await client.post(`${to}/edit`, { ...fields, consent: 'yes' })).status).toBe(303)

    const id = to.split('/').at(-1) ?? ''
    expect(await coordinator.read(`/training/runs/${runId}/selection`)).toContain('川上 ひろ')
    const seen = await coordinator.read(`/training/applications/${id}`)
    expect(seen).toContain('静かな席がよいです')
    const partly = { answer: 'partly', words: '前の席を用意します', reason: '' }
    expect((await coordinator.post(`/training/applications/${id}/needs`, partly)).status).toBe(422)
    await coordinator.post(`/training/applications/${id}/needs`, { ...partly, reason: '部屋が1つのため' })
    expect(await client.read(to)).toContain('前の席を用意します')
    await coordinator.post(`/training/applications/${id}/status`, { to: 'offered', reason: '3人で話しました' })
    const offered = await client.read(to)
    expect(offered).toContain('参加します')
    expect(offered).not.toContain('3人で話しました')
    expect(await client.read(`${to}/letter`)).toContain('席のご案内')
    expect((await client.post(`${to}/status`, { to: 'accepted' })).status).toBe(303)
    expect(await client.read(to)).toContain('参加が決まりました')
    expect(await client.read('/me/looked')).toContain('見ました：経験の話')
    const form = await pdfOf(client, `${to}/pdf`)
    for (const text of ['川上ひろ', '仲間のそばにいたいです', '静かな席がよいです', asker.email])
      expect(form).toContain(text)
    expect(await pdfOf(coordinator, `/training/applications/${id}/pdf`)).toBe(form)
  })

  test('an office reads and prints nothing of what its people wrote, nor how to reach them at home', async () => {
    const { host, id } = await db.asPlatform(async (tx) => {
      const placeId = await aPlace(tx, programmeId)
      const { id: applied } = await tx
        .updateTable('training.application')
        .set({ place_id: placeId })
        .where('run_id', '=', runId)
        .returning('id')
        .executeTakeFirstOrThrow()
      return { host: await aMember(tx, programmeId, 'host', { placeId }), id: applied }
    })
    const office = await app.signedIn(host)
    const page = await office.read(`/my-applications/${id}`)
    expect(page).toContain('川上 ひろ')
    for (const theirs of ['仲間のそばにいたいです', '静かな席がよいです', '前の席を用意します', asker.email])
      expect(page).not.toContain(theirs)
    for (const way of ['print', 'pdf', 'letter'])
      expect((await office.get(`/my-applications/${id}/${way}`)).status, way).toBe(404)
  })

  test('whoever has another name on the same mailbox is another person, and sees nothing of the first', async () => {
    await anybody.post(path(), { ...asker, name: '川上 はな', kana: 'かわかみ はな' })
    const { client, to } = await comeIn(linkIn((await mails())[0]))
    expect(await client.read(`${to}/edit`)).not.toContain('仲間のそばにいたいです')
    const mine = await client.read('/my-applications')
    expect(mine.match(/href="\/my-applications\/[0-9a-f-]{36}"/g) ?? []).toHaveLength(1)
  })

  test('the sixth mail of a day to one mailbox is not sent, and nobody is told', async () => {
    const answers = []
    for (let n = 0; n < 6; n++)
      answers.push((await anybody.post(path(), { ...asker, email: 'many@example.jp' })).status)
    expect(answers).toEqual([303, 303, 303, 303, 303, 303])
    expect(await mails()).toHaveLength(5)
  })

  test('what is missing is asked for beside its field, and what was typed stays', async () => {
    const answer = await anybody.post(path(), { ...asker, kana: '', email: 'hiro' })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('href="#kana"')
    expect(text).toContain('value="川上 ひろ"')
  })

  test('after the last day the page says so, and nothing is sent', async () => {
    const then = now
    now = new Date('2026-12-11T03:00:00Z')
    expect(await anybody.read(path())).toContain('申込の期間は終わりました')
    expect((await anybody.post(path(), asker)).status).toBe(409)
    expect(await mails()).toEqual([])
    now = then
  })

  test('no page hid a bug', () => {
    expect(app.bugs).toEqual([])
  })
})

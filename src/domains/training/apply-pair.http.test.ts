import { beforeAll, expect, test } from 'vitest'
import { sendSignInMails } from '#platform/messages/sign-in-mails.ts'
import type { Mail } from '#platform/messages/transport.ts'
import { type Client, type TestApp, testApp, testOrigin } from '#test/client.ts'
import { aCourse, aRun } from '#test/call-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/visit-builders.ts'
import { comeInBy } from '#test/training/come-in.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('an office that sends two of its people', (db) => {
  let app: TestApp
  let host: Client
  let coordinator: Client
  let runId = ''
  let contactEmail = ''

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      runId = await aRun(tx, programmeId, await aCourse(tx, programmeId, { kind: 'host', in_pairs: true }))
      const placeId = await aPlace(tx, programmeId)
      return {
        host: await aMember(tx, programmeId, 'host', { placeId, name: '担当 はな' }),
        coordinator: await aMember(tx, programmeId, 'coordinator'),
      }
    })
    host = await app.signedIn(made.host)
    contactEmail = made.host.email
    coordinator = await app.signedIn(made.coordinator)
  })

  const applications = (id?: string) =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('training.application')
        .select(['id', 'person_id', 'status', 'via', 'consent_via', 'consent_by', 'needs_sealed'])
        .where('run_id', '=', runId)
        .$if(id !== undefined, (all) => all.where('id', '=', id ?? ''))
        .execute(),
    )
  const mails = async (): Promise<Mail[]> => {
    const sent: Mail[] = []
    const transport = { send: async (mail: Mail) => void sent.push(mail) } as never
    await sendSignInMails({ db, transport, clock: () => now, vault: app.services.vault })
    return sent
  }
  const linkIn = (mail: Mail | undefined): string =>
    (/http\S+/.exec(mail?.body ?? '')?.[0] ?? '').slice(testOrigin.length)
  const addressOf = (answer: Response): string => (answer.headers.get('location') ?? '').split('?')[0] ?? ''

  const people = {
    name: '担当 はな',
    kana: 'たんとう はな',
    colleague_name: '同僚 さん',
    colleague_kana: 'どうりょう さん',
  }

  test('is not lent the contact’s own mailbox for the colleague', async () => {
    const refused = await host.post(`/my-applications/new/${runId}`, {
      ...people,
      colleague_email: contactEmail.toUpperCase(),
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('ご本人が読むアドレスを書いてください')
    expect(await applications()).toEqual([])
  })

  test('names the colleague, who writes and consents by a link of their own; then both are sent', async () => {
    const begun = await host.post(`/my-applications/new/${runId}`, {
      ...people,
      colleague_email: 'colleague@example.jp',
    })
    const own = addressOf(begun)
    expect(own).toMatch(/^\/my-applications\/[0-9a-f-]{36}\/edit$/)
    const ownId = own.split('/')[2] ?? ''
    const theirs = (await applications()).find(({ id }) => id !== ownId)
    expect(theirs).toMatchObject({ via: 'office', consent_via: null })
    const theirId = theirs?.id ?? ''

    const sent = await host.post(own, { why: '迎える準備を学びたい', consent: 'yes', _version: '1' })
    expect(sent.status).toBe(303)
    expect((await applications()).map(({ status }) => status)).toEqual(['draft', 'draft'])

    const seen = await (await host.get(`/my-applications/${theirId}`)).text()
    expect(seen).toContain('同僚 さん')
    expect(seen).not.toContain('/edit')
    for (const way of ['edit', 'print', 'pdf'])
      expect((await host.get(`/my-applications/${theirId}/${way}`)).status, way).toBe(404)
    const forOther = await host.post(`/my-applications/${theirId}/edit`, { why: 'x', consent: 'yes', _version: '1' })
    expect(forOther.status).toBe(404)

    const link = linkIn((await mails()).find(({ to }) => to === 'colleague@example.jp'))
    expect(await (await app.stranger().get(link)).text()).toContain('お名前をいただきました')
    const { client: colleague, to } = await comeInBy(app.stranger(), link)
    expect(to).toContain(`/my-applications/${theirId}`)
    const written = { why: '一緒に学びたい', needs: '静かな席', consent: 'yes', _version: '1' }
    expect((await colleague.post(`/my-applications/${theirId}/edit`, written)).status).toBe(303)
    expect(await applications()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: ownId, status: 'submitted', via: 'self', consent_via: 'self' }),
        expect.objectContaining({ id: theirId, status: 'submitted', via: 'office', consent_via: 'self' }),
      ]),
    )
    const by = (await applications()).map(({ consent_by }) => consent_by)
    expect(new Set(by).size, 'each ticked their own').toBe(2)

    for (const way of ['', '/print', '/pdf']) {
      const answer = await host.get(`/my-applications/${theirId}${way}`)
      expect(await answer.text(), 'what the colleague needs is not the contact’s to read').not.toContain('静かな席')
    }
    expect(await (await colleague.get(`/my-applications/${theirId}`)).text()).toContain('静かな席')
    expect(await (await coordinator.get(`/training/applications/${theirId}`)).text()).toContain(
      'ご本人がしるしをつけました',
    )
    await coordinator.post(`/training/applications/${theirId}/needs`, {
      answer: 'yes',
      words: '用意します',
      reason: '',
    })
    const answered = await db.asPlatform((tx) =>
      tx.selectFrom('platform.message').select('person_id').where('kind', '=', 'training.needs_answered').execute(),
    )
    expect(answered.map(({ person_id }) => person_id)).toEqual([theirs?.person_id])
    expect((await app.stranger().post(link)).status, 'a link works once').toBe(410)

    const confirming = { via: 'in_person', told_on: '2026-11-22' }
    const confirm = () => coordinator.post(`/training/applications/${theirId}/consent`, confirming)
    expect((await confirm()).status, 'they ticked it themselves').toBe(409)
    await db.asPlatform((tx) =>
      tx.updateTable('training.application').set({ consent_via: 'office' }).where('id', '=', theirId).execute(),
    )
    expect(await coordinator.read(`/training/applications/${theirId}`)).toContain('まだ確かめていません')
    expect((await confirm()).status).toBe(303)
    expect(await coordinator.read(`/training/applications/${theirId}`)).toContain('ご本人に窓口で確かめました')
    expect(app.bugs).toEqual([])
  })
})

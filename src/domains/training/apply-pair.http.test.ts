import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aCourse, aRun } from '#test/call-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('an office that sends two of its people', (db) => {
  let app: TestApp
  let host: Client
  let runId = ''

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      runId = await aRun(tx, programmeId, await aCourse(tx, programmeId, { kind: 'host', in_pairs: true }))
      return aMember(tx, programmeId, 'host', { placeId: await aPlace(tx, programmeId) })
    })
    host = await app.signedIn(made)
  })

  const applications = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('training.application')
        .select(['id', 'status', 'consent_version'])
        .where('run_id', '=', runId)
        .execute(),
    )

  test('is led from the first, once it is written, to the second; then both are sent', async () => {
    const people = {
      name: '担当 はな',
      kana: 'たんとう はな',
      colleague_name: '同僚 さん',
      colleague_kana: 'どうりょう さん',
    }
    const first = (await host.post(`/my-applications/new/${runId}`, people)).headers.get('location') ?? ''
    const unsigned = await host.post(first, { why: '迎える準備を学びたい', _version: '1' })
    expect(unsigned.status, 'their own consent is asked for first').toBe(409)
    const answer = await host.post(first, { why: '迎える準備を学びたい', consent: 'yes', _version: '1' })
    expect(answer.status).toBe(303)
    const second = answer.headers.get('location') ?? ''
    expect(second).toMatch(/^\/my-applications\/[0-9a-f-]{36}\/edit/)
    expect(second.split('?')[0]).not.toBe(first)
    expect((await applications()).map(({ status, consent_version }) => [status, consent_version !== null])).toEqual(
      expect.arrayContaining([
        ['draft', true],
        ['draft', false],
      ]),
    )
    const sent = await host.post(second.split('?')[0] ?? '', { why: '一緒に学びたい', consent: 'yes', _version: '1' })
    expect(sent.status).toBe(303)
    expect((await applications()).map(({ status }) => status)).toEqual(['submitted', 'submitted'])
    expect(app.bugs).toEqual([])
  })
})

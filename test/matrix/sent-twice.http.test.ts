import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import type { Client } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestApp, testApp } from '#test/client.ts'

const now = new Date('2026-11-24T03:00:00Z')
const submits = Number(process.env['HITOBA_SUBMITS'] ?? 50)

const anActivity = (name: string): Record<string, string> => ({
  ...Object.fromEntries(
    ['name_ja', 'name_en', 'name_easy', 'plain_ja', 'plain_en', 'plain_easy'].map((key) => [key, name]),
  ),
  kind: 'walk',
  minutes: '60',
  recording: 'no',
  sort: '1',
})

describeEngines('a form that is sent more than once', (db) => {
  let app: TestApp
  let coordinator: Client
  beforeAll(async () => {
    app = await testApp(db, () => now)
    const member = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    coordinator = await app.signedIn(member)
  })
  const namesLike = (prefix: string) =>
    db.asPlatform((tx) =>
      tx.selectFrom('programme.activity').select('name').where('name', 'like', `${prefix}%`).orderBy('name').execute(),
    )

  test(`${submits} forms, each sent three times at once, have ${submits} effects`, async () => {
    for (let at = 0; at < submits; at += 1) {
      const fields = { ...anActivity(`同時 ${at}`), _token: randomUUID() }
      const answers = await Promise.all([1, 2, 3].map(() => coordinator.post('/menu/new', fields)))
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
      expect(new Set(answers.map(({ headers }) => headers.get('location'))).size, 'all are led to the same page').toBe(
        1,
      )
    }
    expect(await namesLike('同時')).toHaveLength(submits)
    expect(app.bugs).toEqual([])
  })

  test('a refused form may be sent again with the same token, corrected', async () => {
    const token = randomUUID()
    const wrong = await coordinator.post('/menu/new', { ...anActivity('直した'), minutes: '1', _token: token })
    expect(wrong.status).toBe(422)
    expect(await wrong.text(), 'what was typed is kept').toContain('直した')
    const right = await coordinator.post('/menu/new', { ...anActivity('直した'), _token: token })
    expect(right.status).toBe(303)
    expect(await namesLike('直した')).toHaveLength(1)
  })

  test('a form without a token, or with a made-up one, does nothing', async () => {
    for (const token of ['', 'x', "'; drop table"]) {
      expect((await coordinator.post('/menu/new', { ...anActivity('証なし'), _token: token })).status).toBe(404)
    }
    expect(await namesLike('証なし')).toHaveLength(0)
  })

  describe('from elsewhere', () => {
    const from = (headers: Record<string, string>) =>
      coordinator.request('/menu/new', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ ...anActivity('よそから'), _token: randomUUID() }).toString(),
      })
    test.each([
      ['another origin', { origin: 'https://evil.example' }],
      ['no origin at all', {}],
      ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site', origin: 'http://hitoba.test' }],
      ['a neighbour under the same site', { 'sec-fetch-site': 'same-site' }],
      ['an origin that only begins like ours', { origin: 'http://hitoba.test.evil.example' }],
      ['another origin with JSON', { origin: 'https://evil.example', 'content-type': 'application/json' }],
    ])('%s is refused', async (_, headers) => {
      expect((await from(headers)).status).toBe(403)
      expect(await namesLike('よそから')).toHaveLength(0)
    })
  })
})

describeEngines('pages made at the same time', (db) => {
  test('never mix two readers', async () => {
    const app = await testApp(db, () => now)
    const rounds = process.env['HITOBA_SOAK'] === '1' ? 2_000 : 20
    const people = await db.asPlatform(async (tx) => {
      const programmes = [await aProgramme(tx), await aProgramme(tx)]
      const made = []
      for (const programme of programmes) {
        for (const role of roles) {
          const name = `名札${randomUUID().slice(0, 8)}終`
          made.push({ ...(await aMember(tx, programme, role, { name })), name })
        }
      }
      return made
    })
    const readers = await Promise.all(people.map(async (person) => ({ person, client: await app.signedIn(person) })))
    const tags = people.map(({ name }) => name)
    const mixed: string[] = []
    for (let round = 0; round < rounds; round += 1) {
      const bodies = await Promise.all(readers.map(({ client }) => client.read(round % 2 === 0 ? '/me' : '/today')))
      bodies.forEach((body, at) => {
        const own = readers[at]?.person.name ?? ''
        if (!body.includes(own)) mixed.push(`${own} is missing`)
        for (const tag of tags) if (tag !== own && body.includes(tag)) mixed.push(`${tag} on the page of ${own}`)
      })
    }
    expect(mixed).toEqual([])
    expect(app.bugs).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Member } from '#test/builders.ts'
import type { Client } from '#test/client.ts'
import { type Answer, type Relation, relations } from './cells.ts'
import { describeMainEngine } from './engine.ts'
import { expectations } from './expectations.ts'
import { findRecord, type PathParams, type RecordKind } from './records.ts'
import { undoing } from './undone.ts'
import { cellsWithoutRecord, withoutRecord } from './without-record.ts'
import { openWorld, type World } from './world.ts'

const askers = ['stranger', ...roles] as const
type Asker = (typeof askers)[number]

describeMainEngine('the matrix', (db) => {
  let world: World
  let clients: Record<Asker, Client>
  beforeAll(async () => {
    const opened = await openWorld(db, undoing(db))
    const entries = roles.map(async (role) => [role, await opened.app.signedIn(opened.here[role])])
    clients = { ...Object.fromEntries(await Promise.all(entries)), stranger: opened.app.stranger() }
    world = opened
  })

  test('every route has a row, and every row a route', () => {
    const running = world.app.routes.map(({ method, path }) => `${method} ${path}`)
    expect(running.filter((name) => !(name in expectations))).toEqual([])
    expect(Object.keys(expectations).filter((name) => !running.includes(name))).toEqual([])
  })

  test('what the sample does not have is known one by one, and becomes less', async () => {
    const missing: string[] = []
    for (const kind of new Set(Object.values(expectations).flatMap(({ of }) => of ?? [])))
      for (const who of askers)
        for (const relation of relations)
          if ((await paramsFor(db, world, kind, who, relation)) === null) missing.push(`${kind}: ${who}, ${relation}`)
    expect(missing).toEqual(withoutRecord)
    const unasked = Object.values(expectations).flatMap(({ of, answer }) =>
      askers.flatMap((who) =>
        relations.filter((one) => withoutRecord.includes(`${of}: ${who}, ${one}`) && answer(who, one) !== 'in'),
      ),
    )
    expect(unasked).toHaveLength(cellsWithoutRecord)
  })

  test.each(Object.keys(expectations))('%s', async (name) => {
    const expected = expectations[name]
    if (!expected) return
    const wrong: string[] = []
    for (const who of askers) {
      for (const relation of expected.of === null ? [null] : relations) {
        const wanted = expected.answer(who, relation)
        const params = expected.of === null ? {} : await paramsFor(db, world, expected.of, who, relation)
        // Without a record of one's own the cell does not exist, unless somebody should reach it.
        if (params === null && wanted !== 'in') continue
        const given =
          params === null
            ? 'no sample record'
            : await answerOf(clients[who], name, { ...expected.fixed, ...params }, world, expected.outside)
        if (given !== wanted) wrong.push(`${who}, ${relation ?? 'page'}: expected ${wanted}, got ${given}`)
      }
    }
    expect(wrong.join('\n')).toBe('')
  })
})

const paramsFor = async (
  db: OpenDatabase,
  world: World,
  kind: RecordKind,
  who: Asker,
  relation: Relation | null,
): Promise<PathParams | null> => {
  const role: Role = who === 'stranger' ? 'coordinator' : who
  const find = (actor: Member, wanted: 'own' | 'other') => db.asPlatform((tx) => findRecord(tx, kind, actor, wanted))
  if (relation === 'own' || relation === 'other') return find(world.here[role], relation)
  const foreign = (await find(world.there[role], 'own')) ?? (await find(world.there[role], 'other'))
  if (relation === 'foreign' || foreign === null) return foreign
  const made = Object.keys(foreign).map((name) => [name, /[Ii]d$/.test(name) ? randomUUID() : foreign[name]])
  return Object.fromEntries(made)
}

const answerOf = async (
  client: Client,
  name: string,
  params: PathParams,
  world: World,
  outside: boolean,
): Promise<string> => {
  const [method = '', pattern = ''] = name.split(' ')
  const path = pattern.replaceAll(/:(\w+)/g, (_, param: string) => params[param] ?? randomUUID())
  const address = params['query'] ? `${path}?${params['query']}` : path
  const fields = Object.fromEntries(new URLSearchParams(params['body'] ?? ''))
  const answer = await (method === 'GET' ? client.get(address) : client.post(address, fields))
  const body = await answer.text()
  if (!outside && body.includes(world.foreignMark)) return 'WORDS OF ANOTHER PROGRAMME'
  return kindOf(answer, method) ?? `${answer.status} ${String(world.app.bugs.at(-1))}`
}

const kindOf = ({ status, headers }: Response, method: string): Answer | null => {
  if (status === 404) return 'nothing'
  if (status === 410) return 'spent'
  if (status === 303) {
    if (/^\/sign-in(\?|$)/.test(headers.get('location') ?? '')) return 'door'
    return method === 'GET' ? 'elsewhere' : 'in'
  }
  // A page is read or it is not. A form that was refused for what it said was reached; `forms.http.test.ts` sends it filled in.
  return status === 200 || (method !== 'GET' && [400, 409, 422].includes(status)) ? 'in' : null
}

import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { type Strangers, strangersOf, swaps } from './counterparts.ts'
import { type Form, formsIn, leadsToFile, linksIn, pagesOf, uuidsIn } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { type AnswerKind, readAnswer } from './read-answer.ts'
import { undoing } from './undone.ts'
import { now, openWorld, type World } from './world.ts'

/** Where an identifier or a name of the other programme was put, and what was looked into. */
type Tried = 'path' | 'query' | 'action' | 'asked field' | 'sent field' | 'search' | AnswerKind | 'refusal'

/** So many at least, for each role: written by hand, so that a crawl which finds nothing is no success. */
const least: Record<Role, Partial<Record<Tried, number>>> = {
  seeker: { path: 2, query: 2, 'sent field': 2, page: 15, workbook: 1, calendar: 1, refusal: 2 },
  trainee: {
    path: 30,
    query: 10,
    action: 10,
    'sent field': 15,
    page: 90,
    workbook: 1,
    paper: 3,
    calendar: 1,
    refusal: 50,
  },
  supporter: {
    path: 50,
    query: 20,
    action: 20,
    'sent field': 25,
    page: 150,
    workbook: 1,
    paper: 3,
    calendar: 1,
    refusal: 85,
  },
  companion: {
    path: 160,
    query: 30,
    action: 20,
    'sent field': 40,
    search: 60,
    page: 330,
    table: 10,
    workbook: 11,
    paper: 4,
    calendar: 1,
    refusal: 200,
  },
  coordinator: {
    path: 400,
    query: 100,
    action: 180,
    'asked field': 10,
    'sent field': 230,
    search: 100,
    page: 1000,
    table: 28,
    workbook: 28,
    paper: 12,
    calendar: 1,
    refusal: 740,
  },
  supervisor: {
    path: 80,
    query: 15,
    action: 10,
    'sent field': 20,
    search: 45,
    page: 190,
    table: 6,
    workbook: 7,
    paper: 1,
    calendar: 1,
    refusal: 100,
  },
  host: {
    path: 85,
    query: 25,
    action: 20,
    'sent field': 25,
    page: 180,
    workbook: 1,
    paper: 3,
    calendar: 1,
    refusal: 110,
  },
  group: { path: 1, query: 1, 'sent field': 1, page: 10, workbook: 1, calendar: 1, refusal: 1 },
  officer: {
    path: 12,
    query: 3,
    'sent field': 3,
    search: 30,
    page: 60,
    table: 4,
    workbook: 5,
    calendar: 1,
    refusal: 12,
  },
  admin: {
    path: 24,
    query: 4,
    action: 40,
    'sent field': 3,
    page: 85,
    table: 4,
    workbook: 5,
    paper: 7,
    calendar: 1,
    refusal: 65,
  },
}

describeMainEngine('identifiers of the other programme in addresses, questions and forms', (db) => {
  let world: World
  let strangers: Strangers
  beforeAll(async () => {
    world = await openWorld(db, undoing(db))
    strangers = await strangersOf(db, world)
  })

  test.each(roles)('bring nothing foreign to the %s', async (role) => {
    const seen = newlySeen(world, strangers)
    const client = await world.app.signedIn(world.here[role])
    const asked = new Set<string>()
    const once = (key: string) => !asked.has(key) && asked.add(key).size > 0
    const read = async (path: string) => (once(path) ? seen.judge(path, await client.get(path)) : '')

    await read(await feedOf(db, world, role))
    for (const page of await pagesOf(db, world.here[role])) {
      const html = await read(page)
      for (const link of linksIn(html)) {
        if (leadsToFile(link)) await read(link)
        for (const swapped of swaps(link, strangers)) {
          if (!once(swapped)) continue
          seen.count(uuidsIn(swapped.split('?')[0] ?? '').some((id) => strangers.all.has(id)) ? 'path' : 'query')
          await seen.judge(swapped, await client.get(swapped), swapped)
        }
      }
      for (const form of formsIn(html, page)) {
        for (const { tried, action, fields } of foreignSendings(form, strangers)) {
          const body = new URLSearchParams(fields).toString()
          if (!once(`${tried} ${action} ${form.method === 'get' ? body : JSON.stringify(changedFrom(form, fields))}`))
            continue
          seen.count(tried)
          const answer = form.method === 'get' ? client.get(`${action}?${body}`) : client.post(action, fields)
          await seen.judge(`${form.method} ${action} ${body.slice(0, 200)}`, await answer, `${action} ${body}`)
        }
      }
    }
    expect(seen.wrong.join('\n')).toBe('')
    expect(tooFew(seen.counts, least[role])).toEqual([])
  })
})

const tooFew = (counts: Partial<Record<Tried, number>>, wanted: Partial<Record<Tried, number>>): string[] =>
  Object.entries(wanted)
    .filter(([tried, count]) => (counts[tried as Tried] ?? 0) < count)
    .map(([tried, count]) => `${tried}: ${counts[tried as Tried] ?? 0} of ${count}`)

const newlySeen = (world: World, strangers: Strangers) => {
  const counts: Partial<Record<Tried, number>> = {}
  const wrong: string[] = []
  const count = (tried: Tried) => {
    counts[tried] = (counts[tried] ?? 0) + 1
  }
  /** `said`: what was asked with; an answer may say that again. */
  const judge = async (what: string, answer: Response, said = ''): Promise<string> => {
    const { kind, words } = await readAnswer(answer)
    count(kind)
    if (answer.status >= 400) count('refusal')
    if (answer.status >= 500) wrong.push(`${what}: ${answer.status} ${String(world.app.bugs.at(-1))}`)
    const told = `${words}\n${answer.headers.get('location') ?? ''}\n${answer.headers.get('content-disposition') ?? ''}`
    if (told.includes(world.foreignMark)) wrong.push(`${what}: words of the other programme`)
    const ids = uuidsIn(told).filter((id) => strangers.all.has(id) && !said.includes(id))
    if (ids.length > 0) wrong.push(`${what}: identifiers of the other programme ${ids.join(' ')}`)
    return words
  }
  return { counts, wrong, count, judge }
}

interface Sending {
  tried: Tried
  action: string
  fields: Record<string, string>
}

/** The form as it stands, once for each identifier in it and each word that may be sought, with something of there instead. */
const foreignSendings = (form: Form, strangers: Strangers): Sending[] => {
  const own = form.fields.filter(([name]) => name !== '_token')
  const fields = Object.fromEntries(own)
  const inAction = swaps(form.action, strangers).map((action): Sending => ({ tried: 'action', action, fields }))
  const inFields = own.flatMap(([name, value]) => {
    const tried: Tried = form.method === 'get' ? 'asked field' : 'sent field'
    return swaps(value, strangers).map(
      (swapped): Sending => ({ tried, action: form.action, fields: { ...fields, [name]: swapped } }),
    )
  })
  const sought = form.method === 'get' ? own.filter(([name, value]) => name !== '' && value === '') : []
  const searches = sought.flatMap(([name]) =>
    strangers.names.map((word): Sending => ({ tried: 'search', action: form.action, fields: { [name]: word } })),
  )
  return [...inAction, ...inFields, ...searches]
}

const changedFrom = (form: Form, fields: Record<string, string>): [string, string][] => {
  const before = new Map(form.fields)
  return Object.entries(fields).filter(([name, value]) => before.get(name) !== value)
}

/** The address of the person's own calendar. */
const feedOf = async (db: OpenDatabase, world: World, role: Role): Promise<string> => {
  const { programmeId, personId } = world.here[role]
  const token = role.padEnd(43, '-')
  await db.asPlatform((tx) =>
    tx
      .insertInto('people.calendar_feed')
      .values({
        programme_id: programmeId,
        person_id: personId,
        token_hash: createHash('sha256').update(token).digest('hex'),
        created_at: now,
      })
      .execute(),
  )
  return `/feed/${programmeId}-${token}.ics`
}

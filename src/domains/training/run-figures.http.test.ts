import { beforeAll, expect, test } from 'vitest'
import { Parser } from 'htmlparser2'
import type { Role } from '#kernel/role.ts'
import { writeDemo } from '#src/sample/index.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'

const now = new Date('2026-11-24T03:00:00Z')

/** The run that really took place: ten sessions, two visits held online, three, and the last. */
const edogawa = [13, 12, 11, 11, 11, 10, 10, 9, 9, 9, 9, 9, 6, 6, 6, 6]

/** The figures in the cells of every table of a page. */
const tablesIn = (html: string): string[][] => {
  const tables: string[][] = []
  let inside = false
  const parser = new Parser({
    onopentag: (tag, { class: kind }) => {
      if (tag === 'table') tables.push([])
      if (tag === 'td' && kind === 'num') {
        inside = true
        tables.at(-1)?.push('')
      }
    },
    ontext: (text) => {
      const cells = tables.at(-1)
      if (inside && cells) cells[cells.length - 1] += text
    },
    onclosetag: (tag) => {
      if (tag === 'td') inside = false
    },
  })
  parser.end(html)
  return tables
}

const people = (counts: readonly number[]): string[] => counts.map((count) => `${count}人`)

describeEngines('the figures of a run', (db) => {
  let app: TestApp
  let runId: string
  const pageFor = async (role: Role): Promise<string> => {
    const member = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.membership')
        .select(['id as membershipId', 'account_id', 'programme_id as programmeId'])
        .where('role', '=', role)
        .where('account_id', 'is not', null)
        .orderBy('programme_id')
        .executeTakeFirstOrThrow(),
    )
    const client = await app.signedIn({ ...member, accountId: member.account_id ?? '' })
    return client.read(`/training/runs/${runId}/figures`)
  }

  beforeAll(async () => {
    app = await testApp(db, () => now)
    runId = await db.asPlatform(async (tx) => {
      await writeDemo(tx, app.services.vault, now)
      const run = await tx
        .selectFrom('training.run')
        .select('id')
        .where('status', '=', 'finished')
        .where('name', 'like', '%養成研修')
        .orderBy('programme_id')
        .executeTakeFirstOrThrow()
      return run.id
    })
  })

  test('its table and its chart say who was there, session by session', async () => {
    const html = await pageFor('coordinator')
    const [sessions, endings, afterwards] = tablesIn(html)
    expect(sessions).toEqual(people(edogawa))
    expect(endings, 'thirteen began, six completed').toEqual(people([13, 0, 6, 7, 0]))
    expect(afterwards, 'active, work, study, rest, not asked').toEqual(people([0, 3, 2, 0, 1]))
    const drawn = [...html.matchAll(/<rect class="bar"[^>]*width="([\d.]+)%"/g)].map(([, width]) => Number(width))
    expect(drawn).toEqual(edogawa.map((count) => Math.round((count / 13) * 9900) / 100))
  })

  test('an officer sees attendance and how many were certified, not what few people went on to', async () => {
    const html = await pageFor('officer')
    const [sessions, endings, afterwards] = tablesIn(html)
    expect(sessions).toEqual(people(edogawa))
    expect(endings).toEqual(people([13, 6]))
    expect(afterwards).toBeUndefined()
    expect(html).toContain('10人より少ない欄がある')
    expect(html).not.toContain('仕事についた')
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

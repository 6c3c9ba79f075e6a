import { beforeAll, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { menuGroups, pagesOf } from './menu.ts'

const linksIn = (html: string): string[] => [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href)

describeEngines('the menu of each role', (db) => {
  let app: TestApp
  let programmeId: number
  const met = new Set<string>()
  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
    programmeId = await db.asPlatform((tx) => aProgramme(tx))
  })

  test.each(roles)('%s: one line of few entries, and short lists under its headings', async (role) => {
    const client = await app.signedIn(await db.asPlatform((tx) => aMember(tx, programmeId, role)))
    const nav = (await client.read('/me')).match(/<nav class="site-nav[\s\S]*?<\/nav>/)?.[0] ?? ''
    for (const href of linksIn(nav)) met.add(href)
    const groups = nav.match(/<details class="nav-group"[\s\S]*?<\/details>/g) ?? []
    const beside = linksIn(groups.reduce((left, group) => left.replace(group, ''), nav))
    expect(beside.length + groups.length).toBeLessThanOrEqual(10)
    for (const group of groups) expect(linksIn(group).length).toBeLessThanOrEqual(9)
    expect(nav.match(/aria-current="page"/g)).toHaveLength(1)
    expect(nav).toMatch(/href="\/me" aria-current="page"/)
  })

  test('every page that has a place in the menu is there for somebody', () => {
    expect(menuGroups.flatMap((group) => pagesOf[group]).filter((href) => !met.has(href))).toEqual([])
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchFallbacks } from '#platform/i18n/words.ts'
import { followLinks, pagesOf } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { expectations } from './expectations.ts'
import { openWorld, type World } from './world.ts'

/** Pages that only those who look after the program itself read. */
const ours = /gallery|demo|healthz|readyz/

/** Pages that supporters, trainees, seekers and the public read are whole in easy Japanese. */
describeMainEngine('easy Japanese', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
  })
  afterAll(() => watchFallbacks(null))

  const fallbacksOn = async (pages: readonly string[], read: (page: string) => Promise<string>): Promise<string[]> => {
    const found = new Set<string>()
    for (const page of pages) {
      watchFallbacks((key) => found.add(`${page}: ${key}`))
      await read(page)
    }
    watchFallbacks(null)
    return [...found]
  }

  test.each(['supporter', 'trainee', 'seeker'] as const)(
    'no word of the %s falls back to ordinary Japanese',
    async (role) => {
      const client = await world.app.signedIn(world.here[role], { locale: 'easy' })
      const pages = await pagesOf(db, world.here[role])
      expect(pages.length).toBeGreaterThan(3)
      expect(await fallbacksOn(pages, client.read)).toEqual([])
    },
  )

  test('nor on the pages of the public and of signing in', async () => {
    const stranger = world.app.stranger({ locale: 'easy' })
    const pages = Object.entries(expectations)
      .filter(([name, { outside }]) => outside && name.startsWith('GET ') && !ours.test(name))
      .map(([name]) => (name.split(' ')[1] ?? '').replaceAll(/:\w+/g, 'x'))
    expect(await fallbacksOn([...pages, '/nowhere'], stranger.read)).toEqual([])
    const linked = [...(await followLinks(stranger, ['/'])).pages.keys()].filter((page) => !ours.test(page))
    expect(linked.filter((page) => /^\/courses\/\d+\/[0-9a-f-]{36}$/.test(page))).not.toEqual([])
    expect(await fallbacksOn(linked, stranger.read)).toEqual([])
  })
})

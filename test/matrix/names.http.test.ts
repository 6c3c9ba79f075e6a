import { Parser } from 'htmlparser2'
import { beforeAll, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { pagesOf } from './crawl.ts'
import { describeMainEngine } from './engine.ts'
import { openWorld, type World } from './world.ts'

/** Names that the dictionary would read by itself, and readings that it would never give them. */
const person = { name: '彗星 疾風', kana: 'ほしの かける', nickname: '陽炎' }
const contact = '朧月 流星'
const written = /彗星|疾風|陽炎|朧月|流星/
const stored = ['ほしの', 'かける', person.kana]

/** Ruby outside of what people wrote themselves, as [written, reading]. */
const rubyIn = (html: string): [string, string][] => {
  const found: [string, string][] = []
  const open: { tag: string; own: boolean }[] = []
  let inside: 'ruby' | 'rt' | null = null
  const parser = new Parser({
    onopentag: (tag, at) => {
      open.push({ tag, own: 'data-own-words' in at || open.at(-1)?.own === true })
      if (tag === 'ruby' && !open.at(-1)?.own) found.push(['', ''])
      inside = tag === 'ruby' || tag === 'rt' ? tag : null
    },
    ontext: (text) => {
      const last = found.at(-1)
      if (!last || open.at(-1)?.own) return
      if (inside === 'ruby') last[0] += text
      if (inside === 'rt') last[1] += text
    },
    onclosetag: () => {
      open.pop()
      inside = null
    },
  })
  parser.end(html)
  return found
}

/** Nobody's name is read from a dictionary: the stored reading stands above it, or none. */
describeMainEngine('readings of names', (db) => {
  let world: World
  beforeAll(async () => {
    world = await openWorld(db)
    await db.asPlatform(async (tx) => {
      await tx.updateTable('people.person').set(person).execute()
      await tx.updateTable('places.contact').set({ name: contact }).execute()
    })
  })

  test.each(roles)('no page of the %s guesses one', async (role) => {
    const client = await world.app.signedIn(world.here[role], { furigana: true })
    const guessed: string[] = []
    let read = 0
    for (const page of await pagesOf(db, world.here[role])) {
      for (const [name, reading] of rubyIn(await client.read(page))) {
        if (!written.test(name)) continue
        if (stored.includes(reading)) read += 1
        else guessed.push(`${page}: ${name} ${reading}`)
      }
    }
    expect([...new Set(guessed)]).toEqual([])
    expect(read).toBeGreaterThan(0)
  })

  test('nothing broke', () => expect(world.app.bugs).toEqual([]))
})

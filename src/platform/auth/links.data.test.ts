import type { KyselyPlugin, RootOperationNode } from 'kysely'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { testSystem } from '#test/system.ts'
import { askLink } from './links.ts'

/** Notes what is asked of the database, without the values. */
const noting = (notes: string[]): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    notes.push(shapeOf(node))
    return node
  },
  transformResult: async ({ result }) => result,
})

const shapeOf = (node: RootOperationNode): string =>
  JSON.stringify(node, (name, value) => (name === 'value' || name === 'values' ? undefined : value))

describeEngines('Asking for a link', (db) => {
  const now = new Date('2026-11-22T01:00:00Z')

  test('asks the same of the database for somebody, for nobody, and when no more mail is due', async () => {
    const { vault } = await testSystem(db, () => now)
    const services = {
      vault,
      newId: () => randomUUID(),
      origin: () => 'http://hitoba.test',
      senderName: 'hitoba',
    }
    const { email } = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'supporter'))
    const ask = async (address: string): Promise<string[]> => {
      const notes: string[] = []
      await db.asPlatform((tx) =>
        askLink(tx.withPlugin(noting(notes)), services, { email: address, next: null, locale: 'ja' }, now),
      )
      return notes
    }
    const known = await ask(email)
    expect(known.length).toBe(5)
    expect(await ask('nobody@example.jp')).toEqual(known)
    await ask(email)
    await ask(email)
    expect(await ask(email)).toEqual(known)
    const mailed = await db.asPlatform((tx) =>
      tx.selectFrom('platform.sign_in_link').select('account_id').where('account_id', 'is not', null).execute(),
    )
    expect(mailed.length).toBe(3)
  })
})

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMember, aPerson, aProgramme, testDatabase, testEngines } from '#test/database.ts'
import { inKeyOrder } from './catalog.ts'
import { DataDirectoryBusy, type OpenDatabase, openDatabase } from './index.ts'
import { migrate } from './migrate.ts'
import { MoveRefused, move } from './move.ts'

const then = new Date('2026-08-25T03:04:05.678Z')

const fill = (db: OpenDatabase) =>
  db.asPlatform(async (tx) => {
    const programme = await aProgramme(tx)
    const { personId, membershipId } = await aMember(tx, programme, 'supporter')
    for (let n = 0; n < 450; n++) await aPerson(tx, programme, { name: `人 ${n} 「"'\\` })
    await tx
      .insertInto('platform.file')
      .values({
        programme_id: programme,
        id: randomUUID(),
        kind: 'test',
        name: 'x',
        media_type: 'a/b',
        bytes: new Uint8Array([0, 255, 7]),
        created_at: then,
        membership_id: membershipId,
      })
      .execute()
    for (let n = 0; n < 3; n++) {
      const id = randomUUID()
      await tx
        .insertInto('platform.message')
        .values({
          programme_id: programme,
          id,
          person_id: personId,
          kind: 'k',
          params: '{"n": 12345678901234567890.5}',
          created_at: then,
        })
        .execute()
      await tx
        .insertInto('platform.delivery')
        .values({ programme_id: programme, message_id: id, person_id: personId, status: 'waiting', next_at: then })
        .execute()
    }
    return { programme, personId }
  })

for (const engine of testEngines()) {
  describe(`hitoba move, into ${engine}`, () => {
    const dir = mkdtempSync(join(tmpdir(), 'hitoba-move-'))
    let source: OpenDatabase
    let made: { programme: number; personId: string }
    beforeAll(async () => {
      source = await openDatabase({ dir })
      await migrate(source)
      made = await fill(source)
    })
    afterAll(async () => {
      await source.close()
      rmSync(dir, { recursive: true })
    })

    test('every row arrives as it was, numbering goes on, and a second move is refused', async () => {
      const { db: target, close } = await testDatabase(engine, { empty: true })
      try {
        const counts = await move(source, target)
        expect(counts['people.person']).toBe(451)
        expect(await contents(target)).toEqual(await contents(source))
        await target.asPlatform(async (tx) => {
          const message = await tx.selectFrom('platform.message').select('id').executeTakeFirstOrThrow()
          await tx.deleteFrom('platform.delivery').where('message_id', '=', message.id).execute()
          const next = await tx
            .insertInto('platform.delivery')
            .values({
              programme_id: made.programme,
              message_id: message.id,
              person_id: made.personId,
              status: 'sent',
              next_at: then,
            })
            .returning('order_no')
            .executeTakeFirstOrThrow()
          expect(next.order_no).toBe(4)
        })
        await expect(move(source, target)).rejects.toThrow(MoveRefused)
      } finally {
        await close()
      }
    })

    test('rows that point at their own table may be copied before what they point at', async () => {
      const { rows } = await source.asPlatform((tx) =>
        sql<{ name: string }>`select conname as name from pg_constraint
          where contype = 'f' and conrelid = confrelid and not condeferrable`.execute(tx),
      )
      expect(rows).toEqual([])
    })

    test('a running embedded programme is refused', async () => {
      await expect(openDatabase({ dir })).rejects.toThrow(DataDirectoryBusy)
    })
  })
}

test('tables that point at each other in a circle are told', () => {
  const table = (name: string, ...pointsAt: string[]) => ({ name, pointsAt, columns: [], counted: [] })
  expect(inKeyOrder([table('b', 'a'), table('a')]).map((one) => one.name)).toEqual(['a', 'b'])
  expect(() => inKeyOrder([table('a', 'b'), table('b', 'a')])).toThrow(/circle/)
})

const contents = (db: OpenDatabase) =>
  db.asPlatform(async (tx) => {
    const tables = [
      'people.person',
      'platform.membership',
      'platform.file',
      'platform.message',
      'platform.delivery',
      'platform.account',
    ]
    const all: Record<string, unknown> = {}
    for (const table of tables) {
      const { rows } = await sql<{
        row: string
      }>`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(tx)
      all[table] = rows.map(({ row }) => row)
    }
    return all
  })

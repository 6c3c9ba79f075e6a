import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { named } from './index.ts'

describeEngines('the database', (db) => {
  test('every column type comes back as the same JavaScript value on both engines', async () => {
    const row = await db.asPlatform(async (tx) => {
      const { rows } = await sql<Record<string, unknown>>`
        select 9007199254740991::int8 as big, 1.50::numeric as num, '2026-04-01'::date as day, '2026-04-01 09:00+09'::timestamptz as at,
          '\\x00ff'::bytea as bytes, array[1,2]::int[] as ints, array['a','b,"c'] as texts, array[3]::int8[] as bigs,
          array['2026-04-01']::date[] as days, '{"a":[1]}'::jsonb as json, count(*) as n, true as yes,
          tstzrange('2026-04-01 09:00+09', '2026-04-01 10:00+09') as during, '00000000-0000-0000-0000-000000000000'::uuid as id`.execute(
        tx,
      )
      return rows[0] ?? {}
    })
    expect({ ...row, bytes: [...(row['bytes'] as Uint8Array)] }).toEqual({
      big: 9007199254740991,
      num: '1.50',
      day: '2026-04-01',
      at: new Date('2026-04-01T00:00:00Z'),
      bytes: [0, 255],
      ints: [1, 2],
      texts: ['a', 'b,"c'],
      bigs: [3],
      days: ['2026-04-01'],
      json: { a: [1] },
      n: 1,
      yes: true,
      during: '["2026-04-01 00:00:00+00","2026-04-01 01:00:00+00")',
      id: '00000000-0000-0000-0000-000000000000',
    })
  })

  test('values go in as they come out', async () => {
    const bytes = new Uint8Array([0, 1, 255])
    const at = new Date('2026-04-01T00:00:00.123Z')
    const { rows } = await db.asPlatform((tx) =>
      sql<
        Record<string, unknown>
      >`select ${bytes}::bytea as bytes, ${at}::timestamptz as at, ${['a', 'b,"c']}::text[] as texts,
        ${JSON.stringify([{ a: 1 }])}::jsonb as json, ${'2026-04-01'}::date as day, ${null}::int as none, ${[1, 2]}::int[] as ints`.execute(
        tx,
      ),
    )
    const row = rows[0] ?? {}
    expect([...(row['bytes'] as Uint8Array)]).toEqual([0, 1, 255])
    expect(row).toMatchObject({
      at,
      texts: ['a', 'b,"c'],
      json: [{ a: 1 }],
      day: '2026-04-01',
      none: null,
      ints: [1, 2],
    })
  })

  test('behind the wall only rows of the own programme exist, for reading and for writing', async () => {
    const [mine, theirs] = await db.asPlatform(async (tx) => [await aProgramme(tx), await aProgramme(tx)] as const)
    const foreign = await db.asProgramme(theirs, (tx) => aPerson(tx, theirs))
    await db.asProgramme(mine, async (tx) => {
      await aPerson(tx, mine, { name: 'わたし' })
      expect(await tx.selectFrom('people.person').select('name').execute()).toEqual([{ name: 'わたし' }])
      const touched = await tx
        .updateTable('people.person')
        .set({ name: 'x' })
        .where('id', '=', foreign)
        .executeTakeFirst()
      expect(touched.numUpdatedRows).toBe(0n)
    })
    await expect(db.asProgramme(mine, (tx) => aPerson(tx, theirs))).rejects.toThrow(/row-level security/)
    await expect(
      db.asProgramme(mine, (tx) => tx.selectFrom('platform.account').select('email').execute()),
    ).rejects.toThrow(/permission denied/)
  })

  test('what throws is rolled back, and a failed statement cannot be committed', async () => {
    const programme = await db.asPlatform((tx) => aProgramme(tx))
    await expect(
      db.asProgramme(programme, async (tx) => {
        await aPerson(tx, programme)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    await expect(
      db.asProgramme(programme, async (tx) => {
        await aPerson(tx, programme)
        await sql`select 1 / 0`.execute(tx).catch(() => {})
      }),
    ).rejects.toThrow(/aborted|had failed/)
    const rows = await db.asProgramme(programme, (tx) => tx.selectFrom('people.person').select('id').execute())
    expect(rows).toEqual([])
  })

  test('the database used inside a transaction is told as a mistake instead of waiting for ever', async () => {
    await expect(db.asPlatform(() => db.asPlatform(async () => 1))).rejects.toThrow(/inside a transaction/)
    const request = await db.beginRequest()
    await expect(db.guarded(() => db.asPlatform(async () => 1))).rejects.toThrow(/inside a transaction/)
    await request.rollback()
    expect(await db.asPlatform(async () => 1)).toBe(1)
  })

  test('a request looks up its session as owner, enters one programme, and may take back an action', async () => {
    const { programme, member } = await db.asPlatform(async (tx) => {
      const id = await aProgramme(tx)
      return { programme: id, member: await aMember(tx, id, 'coordinator') }
    })
    const request = await db.beginRequest()
    const account = await request.tx
      .selectFrom('platform.account')
      .select('id')
      .where('email', '=', member.email)
      .execute()
    expect(account).toEqual([{ id: member.accountId }])
    await request.enter(programme)
    await request.savepoint()
    await aPerson(request.tx, programme, { name: '取り消される人' })
    await request.rollbackToSavepoint()
    await aPerson(request.tx, programme, { name: '残る人' })
    await request.leave()
    await request.tx
      .insertInto('platform.setup_link')
      .values({ token_hash: 'x', created_at: new Date(0), expires_at: new Date(0) })
      .execute()
    await request.commit()
    await expect(request.tx.selectFrom('people.person').select('id').execute()).rejects.toThrow(/over/)
    const names = await db.asProgramme(programme, (tx) => tx.selectFrom('people.person').select('name').execute())
    expect(names.map((row) => row.name)).toContain('残る人')
    expect(names.map((row) => row.name)).not.toContain('取り消される人')
  })

  test('a wall that was left behind a savepoint is there again when it is taken back', async () => {
    const [here, there] = await db.asPlatform(async (tx) => [await aProgramme(tx), await aProgramme(tx)])
    const request = await db.beginRequest()
    const seen = async () =>
      (await request.tx.selectFrom('programme.programme').select('programme_id').execute()).map(
        (row) => row.programme_id,
      )
    await request.enter(here ?? 0)
    await request.savepoint()
    await request.leave()
    expect(await seen()).toEqual(expect.arrayContaining([here, there]))
    await request.enter(there ?? 0)
    expect(await seen()).toEqual([there])
    await request.rollbackToSavepoint()
    expect(await seen()).toEqual([here])
    await expect(request.tx.selectFrom('platform.account').select('id').execute()).rejects.toThrow('permission denied')
    await request.rollback()
  })

  test('a named read gives the same rows each time', async () => {
    const programme = await db.asPlatform((tx) => aProgramme(tx))
    const read = () =>
      db.asProgramme(programme, (tx) =>
        named<{ id: number }>(
          tx,
          'test_programme',
          'select programme_id as id from programme.programme where programme_id = $1',
          [programme],
        ),
      )
    expect(await read()).toEqual([{ id: programme }])
    expect(await read()).toEqual([{ id: programme }])
  })

  test('many transactions at once all come through', async () => {
    const programme = await db.asPlatform((tx) => aProgramme(tx))
    await Promise.all(Array.from({ length: 40 }, () => db.asProgramme(programme, (tx) => aPerson(tx, programme))))
    const { n } = await db.asProgramme(programme, (tx) =>
      tx
        .selectFrom('people.person')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow(),
    )
    expect(n).toBe(40)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/http/call.ts'
import { runWork } from '#platform/jobs/work.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/places/builders.ts'
import { editionFile, officeCells, type SyntheticOffice } from '#test/places/wam-edition.ts'
import { testSystem, type TestSystem } from '#test/system.ts'
import { compareWith, findEdition, type Heap, heaps, keepEdition, orderImport } from './actions/import-edition.ts'
import type { Choice } from './core/wam-edition.ts'
import { placeWorks } from './works.ts'

const now = new Date('2026-11-22T03:00:00Z')
const everything: Choice = { municipalities: [], services: [] }

describeEngines('the import of the national list', (db) => {
  let system: TestSystem
  let actor: Actor
  const as = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(actor, work)

  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  beforeEach(async () => {
    actor = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
  })

  const upload = async (offices: readonly SyntheticOffice[], more: readonly (readonly string[])[] = []) => {
    const bytes = editionFile([...offices.map(officeCells), ...more])
    const kept = await as((ctx) => keepEdition(ctx, { name: 'x.csv', bytes }))
    if (!kept.ok) throw new Error('not kept')
    return kept.value
  }
  const run = async (fileId: string, take: readonly Heap[] = heaps, choice = everything) => {
    const id = await as((ctx) => orderImport(ctx, { fileId, choice, take: [...take] }))
    const errors: unknown[] = []
    await runWork({ ...system, db, works: placeWorks, onError: (error) => errors.push(error) }, () => false)
    expect(errors).toEqual([])
    const work = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.work')
        .select(['status', 'result', 'done_count', 'total_count'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect(work.status).toBe('done')
    expect(work.done_count).toBe(work.total_count ?? 0)
    return (work.result as { counts: Record<string, number> }).counts
  }
  const places = () =>
    as((ctx) =>
      ctx.tx
        .selectFrom('places.place')
        .select(['name', 'status', 'phone', 'kind', 'address'])
        .orderBy('name')
        .execute(),
    )
  const previewOf = (fileId: string, choice = everything) =>
    as(async (ctx) => {
      const kept = await findEdition(ctx, fileId)
      if (!kept) throw new Error('gone')
      return { ...(await compareWith(ctx, kept.edition, choice)), broken: kept.edition.broken }
    })

  test('new offices become places that nobody has spoken with yet, one organisation for several', async () => {
    const offices = Array.from({ length: 250 }, (_, no) => ({ no, name: `見本${no}` }))
    expect(await run(await upload(offices))).toEqual({ fresh: 250, alike: 0, changed: 0, gone: 0 })
    const all = await places()
    expect(all.length).toBe(250)
    expect(new Set(all.map((place) => place.status))).toEqual(new Set(['listed']))
    const organisations = await as((ctx) => ctx.tx.selectFrom('places.organisation').select('id').execute())
    expect(organisations.length).toBe(40)
    const again = await previewOf(await upload(offices))
    expect([again.same.length, again.fresh.length, again.changed.length, again.gone.length]).toEqual([250, 0, 0, 0])
  })

  test('the next edition: new, changed, gone, twice and broken rows; what staff wrote since stays', async () => {
    await run(
      await upload([
        { no: 1, name: '見本1' },
        { no: 2, name: '見本2' },
        { no: 3, name: '見本3' },
        { no: 4, name: '見本4' },
      ]),
    )
    await as(async (ctx) => {
      await ctx.tx.updateTable('places.place').set({ phone: '職員が聞いた番号' }).where('name', '=', '見本2').execute()
      await ctx.tx.updateTable('places.place').set({ status: 'confirmed' }).where('name', '=', '見本4').execute()
    })
    const second = await upload(
      [
        { no: 1, name: '見本1', phone: '000-111-1111' },
        { no: 2, name: '見本2', phone: '000-222-2222' },
        { no: 5, name: '見本5' },
      ],
      [officeCells({ no: 5, name: '二度目' }), ['途中で切れた行'], officeCells({ no: 6, name: '' })],
    )
    const preview = await previewOf(second)
    expect(preview.fresh.map((row) => row.facts.name)).toEqual(['見本5'])
    expect(preview.changed.map((change) => change.row.facts.name)).toEqual(['見本1', '見本2'])
    expect(preview.gone.map((entry) => entry.facts.name)).toEqual(['見本3', '見本4'])
    expect(preview.broken.map((row) => row.trouble.kind)).toEqual(['twice', 'columns', 'missing'])
    expect(await run(second)).toEqual({ fresh: 1, alike: 0, changed: 2, gone: 2 })
    expect((await places()).map(({ name, status, phone }) => [name, status, phone])).toEqual([
      ['見本1', 'listed', '000-111-1111'],
      ['見本2', 'listed', '職員が聞いた番号'],
      ['見本3', 'closed', '000-000-0003'],
      ['見本4', 'confirmed', '000-000-0004'],
      ['見本5', 'listed', '000-000-0005'],
    ])
    expect(await run(await upload([{ no: 3, name: '見本3' }]))).toMatchObject({ changed: 1 })
    expect((await places()).find((place) => place.name === '見本3')?.status).toBe('listed')
  })

  test('a place that staff entered is joined: only its empty fields are filled', async () => {
    const id = await db.asPlatform((tx) =>
      aPlace(tx, actor.programmeId, { name: '見本　相談室', municipality: 'ひばり市', address: '職員の書いた住所' }),
    )
    const offices = [{ no: 1, name: '見本相談室', municipality: '見本県ひばり市' }]
    expect(await run(await upload(offices))).toMatchObject({ fresh: 0, alike: 1 })
    expect(await places()).toEqual([
      { name: '見本　相談室', status: 'confirmed', phone: '000-000-0001', kind: 'salon', address: '職員の書いた住所' },
    ])
    const entry = await as((ctx) => ctx.tx.selectFrom('places.wam_entry').select('place_id').executeTakeFirstOrThrow())
    expect(entry.place_id).toBe(id)
  })

  test('only what was chosen is taken, and nothing outside the chosen town is gone', async () => {
    const offices = [
      { no: 1, name: 'あ', municipality: '見本県ひばり市' },
      { no: 2, name: 'い', municipality: '見本県みなも市' },
    ]
    await run(await upload(offices))
    const choice: Choice = { municipalities: ['見本県みなも市'], services: [] }
    expect(await run(await upload([]), heaps, choice)).toMatchObject({ gone: 1 })
    expect((await places()).map(({ name, status }) => [name, status])).toEqual([
      ['あ', 'listed'],
      ['い', 'closed'],
    ])
    expect(await run(await upload([{ no: 3, name: 'う' }]), ['gone'])).toMatchObject({ fresh: 0, gone: 1 })
  })

  test('begun again after a crash, nothing is there twice', async () => {
    const fileId = await upload(Array.from({ length: 120 }, (_, no) => ({ no, name: `見本${no}` })))
    const id = await as((ctx) => orderImport(ctx, { fileId, choice: everything, take: [...heaps] }))
    let steps = 0
    const falling: TestSystem = {
      ...system,
      begin: () => {
        steps += 1
        return steps > 2 ? Promise.reject(new Error('the power went')) : system.begin()
      },
    }
    await runWork({ ...falling, db, works: placeWorks, onError: () => {} }, () => false)
    expect((await places()).length).toBe(100)
    await db.asPlatform((tx) =>
      tx.updateTable('platform.work').set({ status: 'waiting' }).where('id', '=', id).execute(),
    )
    await runWork({ ...system, db, works: placeWorks, onError: () => {} }, () => false)
    expect((await places()).length).toBe(120)
  })

  test('a file that is something else is refused', async () => {
    const keep = (text: string) =>
      as((ctx) => keepEdition(ctx, { name: 'x.csv', bytes: new TextEncoder().encode(text) }))
    expect(await keep('名前,電話\nx,1')).toEqual({ ok: false, error: [{ kind: 'not_wam' }] })
    expect(await keep('"never closed')).toEqual({ ok: false, error: [{ kind: 'not_csv' }] })
    expect(await keep('')).toEqual({ ok: false, error: [{ kind: 'not_wam' }] })
  })

  test('another programme reads neither the file nor what came of it', async () => {
    const fileId = await upload([{ no: 1 }])
    await run(fileId)
    const other = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    expect(await system.as(other, (ctx) => findEdition(ctx, fileId))).toBe(null)
    expect(await system.as(other, (ctx) => ctx.tx.selectFrom('places.place').select('id').execute())).toEqual([])
    expect(await system.as(other, (ctx) => findEdition(ctx, randomUUID()))).toBe(null)
  })

  describe('3,680 offices', () => {
    test('are read and compared with as many that are there', async () => {
      const offices = Array.from({ length: 3680 }, (_, no) => ({ no, name: `見本${no}` }))
      await run(await upload(offices))
      const next = await upload(
        offices.map((office) => (office.no % 50 === 0 ? { ...office, phone: '000-1' } : office)),
      )
      const preview = await previewOf(next)
      expect(preview.changed.length).toBe(74)
    })
  })
})

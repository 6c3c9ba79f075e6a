import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aTakingWorld, takingNow, type TakingWorld } from '#test/training/taking-world.ts'
import { stepEnrolment } from './actions/end-enrolment.ts'
import { enterAttendance } from './actions/enter-attendance.ts'
import { sealOldWords } from './actions/seal-old-words.ts'
import { showEnrolment } from './actions/show-enrolment.ts'
import { forgetTaker } from './data/forget.ts'
import { openWords, putSealed, wordColumns } from './data/old-words.ts'

const word = '服薬が変わって'

describeEngines('words about people in a course', (db) => {
  let system: TestSystem
  let world: TakingWorld
  const taker = () => world.trainees[0] ?? { enrolmentId: '', personId: '' }
  beforeAll(async () => {
    system = await testSystem(db, () => takingNow)
  })

  /** Where a word stands in the open, in any table of the slice or in the trail. */
  const inTheOpen = async (text: string): Promise<string[]> =>
    db.asPlatform(async (tx) => {
      const found: string[] = []
      for (const table of ['attendance', 'enrolment_event', 'practicum_event', 'practicum_day'])
        if ((await seen(tx, `training.${table}`, text)) > 0) found.push(table)
      if ((await seen(tx, 'platform.audit_entry', text)) > 0) found.push('audit_entry')
      return found
    })
  const seen = async (tx: Parameters<Parameters<typeof db.asPlatform>[0]>[0], table: string, text: string) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} t where to_jsonb(t)::text like ${`%${text}%`}`.execute(tx)
    return rows[0]?.n ?? 0
  }
  const noteOf = async (): Promise<string | undefined> =>
    (await system.as(world.leader, (ctx) => showEnrolment(ctx, taker().enrolmentId)))?.entries.at(-1)?.note

  test('stand nowhere in the open, and staff of the run read them; that they looked is noted', async () => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 1 }))
    const entering = { enrolmentId: taker().enrolmentId, state: 'absent', note: word } as const
    const sessionId = world.sessions[0] ?? ''
    await system.as(world.leader, (ctx) => enterAttendance(ctx, sessionId, [entering], { source: 'hand', seen: 0 }))
    expect(await noteOf()).toBe(word)
    const again = await system.as(world.leader, (ctx) =>
      enterAttendance(ctx, sessionId, [entering], { source: 'hand', seen: 1 }),
    )
    expect(again).toMatchObject({ ok: true })
    expect(await system.as(world.leader, (ctx) => showEnrolment(ctx, taker().enrolmentId))).toMatchObject({
      entries: [{ note: word }],
    })
    const end = (to: 'left' | 'taking', reason: string) =>
      system.as(world.coordinator, (ctx) => stepEnrolment(ctx, taker().enrolmentId, { to, reason }))
    await end('left', '')
    expect(await end('taking', word)).toMatchObject({ ok: true })
    expect(await inTheOpen(word)).toEqual([])
    const { rows } = await db.asPlatform((tx) =>
      sql<{ n: number }>`select count(*)::int as n from platform.audit_entry
        where subject_id = ${taker().personId} and object_kind = 'training.attendance'`.execute(tx),
    )
    expect(rows[0]?.n).toBeGreaterThan(0)
  })

  test('from before they were sealed are read, are sealed at night, and are gone with the record', async () => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 1 }))
    const { enrolmentId, personId } = taker()
    const old = '家の事情で'
    await db.asPlatform(async (tx) => {
      await sql`insert into training.attendance (programme_id, id, enrolment_id, session_id, state, source, at, note)
        values (${world.programmeId}, gen_random_uuid(), ${enrolmentId}, ${world.sessions[0]}, 'absent', 'hand', ${takingNow}, ${old})`.execute(
        tx,
      )
      await sql`insert into training.enrolment_event (programme_id, id, enrolment_id, to_status, at, reason)
        values (${world.programmeId}, gen_random_uuid(), ${enrolmentId}, 'taking', ${takingNow}, ${old})`.execute(tx)
    })
    expect(await noteOf()).toBe(old)
    await system.asSystem(world.programmeId, sealOldWords)
    expect(await inTheOpen(old)).toEqual([])
    expect(await noteOf()).toBe(old)
    await db.asPlatform((tx) => forgetTaker(tx, world.programmeId, personId))
    expect(await noteOf()).toBe('')
  })

  const aNote = async (note: string): Promise<string> => {
    const id = randomUUID()
    await db.asPlatform((tx) =>
      sql`insert into training.attendance (programme_id, id, enrolment_id, session_id, state, source, at, note)
        values (${world.programmeId}, ${id}, ${taker().enrolmentId}, ${world.sessions[0]}, 'absent', 'hand', ${takingNow}, ${note})`.execute(
        tx,
      ),
    )
    return id
  }
  const [notes] = wordColumns

  test('that changed or were sealed meanwhile are not written over', async () => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 1 }))
    const { programmeId } = world
    const changed = await aNote('新しい言葉')
    const sealedAlready = await aNote('古い言葉')
    await db.asPlatform(async (tx) => {
      await tx.updateTable('training.attendance').set({ note_sealed: 'y' }).where('id', '=', sealedAlready).execute()
      for (const id of [changed, sealedAlready])
        await putSealed(tx, programmeId, notes, { id, text: '古い言葉', sealed: 'x' })
    })
    const rows = await db.asPlatform((tx) =>
      tx
        .selectFrom('training.attendance')
        .select(['id', 'note', 'note_sealed'])
        .where('id', 'in', [changed, sealedAlready])
        .execute(),
    )
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual({ id: changed, note: '新しい言葉', note_sealed: null })
    expect(rows).toContainEqual({ id: sealedAlready, note: '', note_sealed: 'y' })
  })

  test('are sealed so many at a time, until none is left', async () => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 1 }))
    await db.asPlatform((tx) =>
      sql`insert into training.attendance (programme_id, id, enrolment_id, session_id, state, source, at, note)
        select ${world.programmeId}, gen_random_uuid(), ${taker().enrolmentId}, ${world.sessions[0]}, 'absent', 'hand', ${takingNow}, 'ある日'
        from generate_series(1, 210)`.execute(tx),
    )
    const run = () => system.asSystem(world.programmeId, sealOldWords)
    expect([await run(), await inTheOpen('ある日'), await run()]).toEqual(['more', ['attendance'], 'done'])
    expect(await inTheOpen('ある日')).toEqual([])
  })

  test.runIf(db.engine === 'postgres')('wait, while they are sealed, for whoever would change them', async () => {
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 1 }))
    const id = await aNote('ある言葉')
    await system.asSystem(world.programmeId, async ({ tx }) => {
      expect(await openWords(tx, world.programmeId, notes, 1)).toMatchObject([{ id }])
      const meanwhile = db.asPlatform(async (other) => {
        await sql`set local lock_timeout = '100ms'`.execute(other)
        await other.updateTable('training.attendance').set({ note: '' }).where('id', '=', id).execute()
      })
      await expect(meanwhile).rejects.toThrow('lock timeout')
    })
  })
})

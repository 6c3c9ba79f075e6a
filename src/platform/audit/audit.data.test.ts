import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database, Tx } from '#platform/db/index.ts'
import { aProgramme, describeEngines } from '#test/database.ts'
import { anchorAudit, readAnchors } from './anchor.ts'
import { openAudit } from './audit.ts'
import { flushAudit } from './chain.ts'
import { programmesWithChain, verifyChain } from './verify.ts'

const key = Buffer.alloc(32, 7)
const start = Date.parse('2026-11-22T03:00:00.123Z')
let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hitoba-audit-'))
})
afterAll(() => rmSync(dir, { recursive: true }))

const note = (tx: Tx, programmeId: number, count: number, at = start): Promise<void> => {
  const audit = openAudit()
  const subject = randomUUID()
  for (let i = 0; i < count; i++) {
    audit.read({ kind: 'reflection', id: randomUUID(), subject, classes: ['care', 'lived'], reason: '引継ぎ' })
    audit.wrote({ action: 'visit.cancel', kind: 'visit', id: `${i}`, subject: null })
  }
  const stamp = { programmeId, personId: randomUUID(), role: 'coordinator', requestId: null, now: new Date(at) }
  return flushAudit(tx, audit, stamp, key)
}

/** Ten entries in a programme of their own. */
const aChain = async (db: Database): Promise<number> => {
  const id = await db.asPlatform((tx) => aProgramme(tx))
  for (let i = 0; i < 5; i++) await db.asProgramme(id, (tx) => note(tx, id, 1, start + i * 1000))
  return id
}

const faultOf = async (db: Database, programmeId: number, anchors = '') =>
  (await db.asPlatform((tx) => verifyChain(tx, programmeId, key, anchors ? readAnchors(anchors, key) : []))).fault

describeEngines('the audit chain', (db) => {
  let id = 0
  let anchors = ''
  beforeEach(async () => {
    id = await aChain(db)
    anchors = join(dir, `${randomUUID()}.jsonl`)
    await db.asPlatform((tx) => anchorAudit(tx, anchors, key, new Date(start)))
  })
  const tamper = (text: string): Promise<unknown> => db.asPlatform((tx) => sql.raw(text).execute(tx))

  test('is as it was written when nobody touched it', async () => {
    const report = await db.asPlatform((tx) => verifyChain(tx, id, key, readAnchors(anchors, key)))
    expect(report).toEqual({ programmeId: id, entries: 10, fault: null })
  })

  test('keeps what it was told', async () => {
    const [row] = await db.asProgramme(id, (tx) =>
      tx.selectFrom('platform.audit_entry').selectAll().where('seq', '=', 1).execute(),
    )
    expect(row).toMatchObject({
      seq: 1,
      action: 'read',
      classes: ['care', 'lived'],
      reason: '引継ぎ',
      at: new Date(start),
    })
  })

  test('tells that an entry was edited', async () => {
    await tamper(`update platform.audit_entry set actor_role = 'admin' where programme_id = ${id} and seq = 4`)
    expect(await faultOf(db, id)).toEqual({ kind: 'changed', seq: 4 })
  })

  test('tells that an entry was tied to another one than it was written after', async () => {
    await tamper(`update platform.audit_entry set prev_hash = hash where programme_id = ${id} and seq = 4`)
    expect(await faultOf(db, id)).toEqual({ kind: 'changed', seq: 4 })
  })

  test('tells that an entry was taken from the middle', async () => {
    await tamper(`delete from platform.audit_entry where programme_id = ${id} and seq = 5`)
    expect(await faultOf(db, id)).toEqual({ kind: 'gap', seq: 5 })
  })

  test('tells that the tail was taken off, even with its head set back', async () => {
    await tamper(`delete from platform.audit_entry where programme_id = ${id} and seq > 7`)
    expect(await faultOf(db, id)).toEqual({ kind: 'head', seq: 7 })
    await tamper(`update platform.audit_head h set seq = 7, hash = e.hash from platform.audit_entry e
      where h.programme_id = ${id} and e.programme_id = ${id} and e.seq = 7`)
    expect(await faultOf(db, id)).toEqual({ kind: 'head', seq: 7 })
    expect(await faultOf(db, id, anchors)).toMatchObject({ kind: 'anchor', seq: 10 })
  })

  test('tells that an old head was put back with an old backup, by the anchor', async () => {
    const head = await db.asPlatform((tx) =>
      tx.selectFrom('platform.audit_head').selectAll().where('programme_id', '=', id).executeTakeFirstOrThrow(),
    )
    await db.asProgramme(id, (tx) => note(tx, id, 1))
    await db.asPlatform((tx) => anchorAudit(tx, anchors, key, new Date(start)))
    await tamper(`delete from platform.audit_entry where programme_id = ${id} and seq > 10`)
    await db.asPlatform((tx) =>
      tx
        .updateTable('platform.audit_head')
        .set({ ...head })
        .where('programme_id', '=', id)
        .execute(),
    )
    expect(await faultOf(db, id)).toBeNull()
    expect(await faultOf(db, id, anchors)).toMatchObject({ kind: 'anchor', seq: 12 })
  })

  test('tells that somebody without the key wrote everything anew', async () => {
    await tamper(`delete from platform.audit_entry where programme_id = ${id}`)
    await tamper(`delete from platform.audit_head where programme_id = ${id}`)
    const audit = openAudit()
    for (let i = 0; i < 10; i++) audit.wrote({ action: 'forged', kind: 'visit' })
    const stamp = { programmeId: id, personId: null, role: 'coordinator', requestId: null, now: new Date(start) }
    await db.asProgramme(id, (tx) => flushAudit(tx, audit, stamp, Buffer.alloc(32, 8)))
    expect(await faultOf(db, id)).toEqual({ kind: 'changed', seq: 1 })
  })

  test('tells that two entries changed places', async () => {
    await tamper(
      `update platform.audit_entry set seq = case seq when 3 then 1004 else 1003 end where programme_id = ${id} and seq in (3, 4)`,
    )
    await tamper(`update platform.audit_entry set seq = seq - 1000 where programme_id = ${id} and seq > 1000`)
    expect(await faultOf(db, id)).toEqual({ kind: 'changed', seq: 3 })
  })

  test('tells that an entry was copied', async () => {
    await tamper(`insert into platform.audit_entry select programme_id, 11, at, actor_person_id, actor_role, action, object_kind, object_id,
      subject_id, classes, reason, request_id, prev_hash, hash from platform.audit_entry where programme_id = ${id} and seq = 10`)
    expect(await faultOf(db, id)).toEqual({ kind: 'changed', seq: 11 })
  })

  test('a programme that was emptied is still asked for by its anchor', async () => {
    await tamper(`delete from platform.audit_entry where programme_id = ${id}`)
    await tamper(`delete from platform.audit_head where programme_id = ${id}`)
    const known = readAnchors(anchors, key)
    expect(await db.asPlatform((tx) => programmesWithChain(tx, known))).toContain(id)
    expect(await faultOf(db, id, anchors)).toMatchObject({ kind: 'anchor', seq: 10 })
  })

  test('an anchor that was edited is not believed', async () => {
    writeFileSync(anchors, readFileSync(anchors, 'utf8').replace('"seq":10', '"seq":8'))
    expect(() => readAnchors(anchors, key)).toThrow('was not written with this key')
  })

  test('an anchor is written only where the chain moved', async () => {
    expect(await db.asPlatform((tx) => anchorAudit(tx, anchors, key, new Date(start)))).toBe(0)
    await db.asProgramme(id, (tx) => note(tx, id, 1))
    expect(await db.asPlatform((tx) => anchorAudit(tx, anchors, key, new Date(start)))).toBe(1)
  })

  test('a programme may add to its own chain and read it, and nothing else', async () => {
    const other = await aChain(db)
    const asApp = (text: string) => db.asProgramme(id, (tx) => sql.raw(text).execute(tx))
    await expect(asApp(`update platform.audit_entry set reason = '' where programme_id = ${id}`)).rejects.toThrow(
      'permission denied',
    )
    await expect(asApp(`delete from platform.audit_entry where programme_id = ${id}`)).rejects.toThrow(
      'permission denied',
    )
    await expect(asApp(`delete from platform.audit_head where programme_id = ${id}`)).rejects.toThrow(
      'permission denied',
    )
    await expect(db.asProgramme(id, (tx) => note(tx, other, 1))).rejects.toThrow('another programme')
    const seen = await db.asProgramme(id, (tx) =>
      tx.selectFrom('platform.audit_entry').select('programme_id').distinct().execute(),
    )
    expect(seen).toEqual([{ programme_id: id }])
  })

  test('a transaction that is rolled back leaves no entry and no gap', async () => {
    const gone = db.asProgramme(id, async (tx) => {
      await note(tx, id, 3)
      throw new Error('taken back')
    })
    await expect(gone).rejects.toThrow('taken back')
    await db.asProgramme(id, (tx) => note(tx, id, 1))
    expect((await db.asPlatform((tx) => verifyChain(tx, id, key))).entries).toBe(12)
  })

  test('many who write at once leave one chain without a fork', async () => {
    const writers = Array.from({ length: 10 }, () =>
      Promise.all(Array.from({ length: 10 }, () => db.asProgramme(id, (tx) => note(tx, id, 1)))),
    )
    await Promise.all(writers)
    expect(await db.asPlatform((tx) => verifyChain(tx, id, key))).toEqual({
      programmeId: id,
      entries: 210,
      fault: null,
    })
  })
})

import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Anchor } from './anchor.ts'
import { type AuditRow, firstHash, hashOf, headSeal } from './chain.ts'

export type AuditFault =
  | { kind: 'gap'; seq: number }
  | { kind: 'changed'; seq: number }
  | { kind: 'head'; seq: number }
  | { kind: 'anchor'; seq: number; anchoredAt: string }

export interface AuditReport {
  programmeId: number
  entries: number
  fault: AuditFault | null
}

type StoredRow = AuditRow & { prev_hash: Uint8Array; hash: Uint8Array }
interface Head {
  seq: number
  hash: Uint8Array
  seal: Uint8Array
}

const pageSize = 5000

/** Walks one programme's chain from its first entry and stops at the first thing that is not as it was written. */
export const verifyChain = async (
  tx: Tx,
  programmeId: number,
  key: Uint8Array,
  anchors: readonly Anchor[] = [],
): Promise<AuditReport> => {
  const head = await headOf(tx, programmeId)
  const own = anchors.filter((anchor) => anchor.programmeId === programmeId)
  let seq = 0
  let prev: Uint8Array = firstHash
  for (;;) {
    const rows = await pageAfter(tx, programmeId, seq)
    for (const row of rows) {
      const fault = faultOf(row, seq + 1, prev, key) ?? anchorFault(own, row)
      if (fault) return { programmeId, entries: seq, fault }
      seq = row.seq
      prev = row.hash
    }
    if (rows.length < pageSize) break
  }
  return { programmeId, entries: seq, fault: endFault(head, own, seq, prev, key) }
}

/** Every programme that has a chain, or that an anchor says had one. */
export const programmesWithChain = async (tx: Tx, anchors: readonly Anchor[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select programme_id as id from platform.audit_head union select programme_id from platform.audit_entry`.execute(tx)
  return [...new Set([...rows.map((row) => row.id), ...anchors.map((anchor) => anchor.programmeId)])].sort(
    (a, b) => a - b,
  )
}

const faultOf = (row: StoredRow, seq: number, prev: Uint8Array, key: Uint8Array): AuditFault | null => {
  if (row.seq !== seq) return { kind: 'gap', seq }
  return same(row.prev_hash, prev) && same(row.hash, hashOf(row, prev, key)) ? null : { kind: 'changed', seq }
}

const anchorFault = (anchors: readonly Anchor[], row: StoredRow): AuditFault | null => {
  const wrong = anchors.find(
    (anchor) => anchor.seq === row.seq && anchor.hash !== Buffer.from(row.hash).toString('hex'),
  )
  return wrong ? { kind: 'anchor', seq: row.seq, anchoredAt: wrong.at } : null
}

const endFault = (
  head: Head | undefined,
  anchors: readonly Anchor[],
  seq: number,
  last: Uint8Array,
  key: Uint8Array,
): AuditFault | null => {
  const beyond = anchors.find((anchor) => anchor.seq > seq)
  if (beyond) return { kind: 'anchor', seq: beyond.seq, anchoredAt: beyond.at }
  if (!head) return seq === 0 ? null : { kind: 'head', seq }
  return head.seq === seq && same(head.hash, last) && same(head.seal, headSeal(last, key))
    ? null
    : { kind: 'head', seq }
}

const headOf = async (tx: Tx, programmeId: number): Promise<Head | undefined> => {
  const { rows } = await sql<Head>`
    select seq::float8 as seq, hash, seal from platform.audit_head where programme_id = ${programmeId}`.execute(tx)
  return rows[0]
}

const pageAfter = async (tx: Tx, programmeId: number, seq: number): Promise<StoredRow[]> => {
  const { rows } = await sql<StoredRow>`
    select programme_id, seq::float8 as seq, at, actor_person_id, actor_role, action, object_kind, object_id, subject_id, classes,
      reason, request_id, prev_hash, hash
    from platform.audit_entry where programme_id = ${programmeId} and seq > ${seq}
    order by seq limit ${pageSize}`.execute(tx)
  return rows
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b)

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { AuditLog } from './audit.ts'

/** Who and when, for every line of one transaction. `personId` is null for the machine itself. */
export interface AuditStamp {
  programmeId: number
  personId: string | null
  role: string
  requestId: string | null
  now: Date
}

export const firstHash = Buffer.alloc(32)

/** Writes what was collected into the programme's chain: the last statement before commit, one round trip. */
export const flushAudit = async (tx: Tx, log: Pick<AuditLog, 'lines'>, stamp: AuditStamp, key: Uint8Array) => {
  const lines = log.lines()
  if (lines.length === 0) return
  const who = { at: stamp.now.toISOString(), person: stamp.personId, role: stamp.role, request: stamp.requestId }
  await sql`select platform.audit_append(
    ${stamp.programmeId}::int, ${JSON.stringify(who)}::text::jsonb, ${JSON.stringify(lines)}::text::jsonb,
    ${padded(key, 0x36)}::bytea, ${padded(key, 0x5c)}::bytea)`.execute(tx)
}

/** RFC 2104: the database gets the padded key with each call and so can make the HMAC without keeping the key. */
const padded = (key: Uint8Array, pad: number): Buffer => {
  if (key.length > 64) throw new Error('the audit key is longer than a block of SHA-256')
  const block = Buffer.alloc(64)
  block.set(key)
  return block.map((byte) => byte ^ pad) as Buffer
}

export interface AuditRow {
  programme_id: number
  seq: number
  at: Date
  actor_person_id: string | null
  actor_role: string
  action: string
  object_kind: string
  object_id: string | null
  subject_id: string | null
  classes: readonly string[]
  reason: string | null
  request_id: string | null
}

/** The hash that the row must carry; the same bytes as platform.audit_append makes them, written a second time so that verifying trusts nothing in the database. */
export const hashOf = (row: AuditRow, prev: Uint8Array, key: Uint8Array): Buffer =>
  createHmac('sha256', key).update(prev).update(canonical(row)).digest()

export const headSeal = (hash: Uint8Array, key: Uint8Array): Buffer =>
  createHmac('sha256', key).update('head').update(hash).digest()

export const canonical = (row: AuditRow): string =>
  [
    String(row.programme_id),
    String(row.seq),
    row.at.toISOString(),
    row.actor_person_id,
    row.actor_role,
    row.action,
    row.object_kind,
    row.object_id,
    row.subject_id,
    String(row.classes.length),
    ...row.classes,
    row.reason,
    row.request_id,
  ]
    .map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`))
    .join('')

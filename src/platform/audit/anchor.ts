import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db/index.ts'

/** Where a chain stood at a time, kept outside the database: against a deleted tail and a chain written anew. */
export interface Anchor {
  programmeId: number
  seq: number
  hash: string
  at: string
}

export const anchorsFile = (config: { dataDir: string }): string => join(config.dataDir, 'audit-anchors.jsonl')

const line = z.object({ programmeId: z.int(), seq: z.int(), hash: z.string(), at: z.string(), mac: z.string() })

/** Notes the head of every chain that moved since the last anchor. Called by a job every 15 minutes and when the server stops. */
export const anchorAudit = async (tx: Tx, file: string, key: Uint8Array, now: Date): Promise<number> => {
  const known = new Map(readAnchors(file, key).map((anchor) => [anchor.programmeId, anchor.hash]))
  const { rows } = await sql<{ programmeId: number; seq: number; hash: string }>`
    select programme_id as "programmeId", seq::float8 as seq, encode(hash, 'hex') as hash
    from platform.audit_head order by programme_id`.execute(tx)
  const moved = rows.filter((row) => known.get(row.programmeId) !== row.hash)
  const text = moved.map((row) => lineOf({ ...row, at: now.toISOString() }, key)).join('')
  if (text) appendFileSync(file, text, { mode: 0o600, flush: true })
  return moved.length
}

/** Throws where a line is not one that this key wrote. */
export const readAnchors = (file: string, key: Uint8Array): Anchor[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((text) => text !== '')
        .map((text, index) => parsed(text, index + 1, key))
    : []

const parsed = (text: string, number: number, key: Uint8Array): Anchor => {
  const { mac, ...anchor } = line.parse(JSON.parse(text))
  if (!sameText(mac, macOf(anchor, key)))
    throw new Error(`line ${number} of the audit anchors was not written with this key`)
  return anchor
}

const lineOf = (anchor: Anchor, key: Uint8Array): string =>
  `${JSON.stringify({ ...anchor, mac: macOf(anchor, key) })}\n`

const macOf = (anchor: Anchor, key: Uint8Array): string =>
  createHmac('sha256', key)
    .update(`anchor|${anchor.programmeId}|${anchor.seq}|${anchor.hash}|${anchor.at}`)
    .digest('hex')

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

import type { Ctx } from '#platform/http/call.ts'
import { NotCsv, readCsv } from '#platform/documents/csv.ts'
import { findFile, keepFile } from '#platform/documents/files.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { startWork } from '#platform/jobs/work.ts'
import {
  type Choice,
  compareEdition,
  type Comparison,
  type Edition,
  isWamHeader,
  readEdition,
} from '../core/wam-edition.ts'
import { listEntries, listUnlinked } from '../data/wam-entries.ts'

const fileKind = 'places.wam'
export const wamWork = 'places.wam_import'

export type FileBlocker = { kind: 'not_csv' } | { kind: 'not_wam' }

/** Keeps an uploaded edition; refused where it is another file. */
export const keepEdition = async (
  ctx: Ctx,
  file: { name: string; bytes: Uint8Array },
): Promise<Result<string, FileBlocker[]>> => {
  const read = readRows(file.bytes)
  if (!read.ok) return read
  return ok(await keepFile(ctx, fileKind, { name: file.name, mediaType: 'text/csv', bytes: file.bytes }))
}

const readRows = (bytes: Uint8Array): Result<string[][], FileBlocker[]> => {
  try {
    const rows = readCsv(bytes)
    return isWamHeader(rows[0] ?? []) ? ok(rows) : no([{ kind: 'not_wam' }])
  } catch (error) {
    if (error instanceof NotCsv) return no([{ kind: 'not_csv' }])
    throw error
  }
}

export interface KeptEdition {
  name: string
  edition: Edition
}

/** A kept edition, read again. */
export const findEdition = async (ctx: Ctx, fileId: string): Promise<KeptEdition | null> => {
  const file = await findFile(ctx.tx, ctx.actor.programmeId, fileKind, fileId)
  const rows = file && readRows(file.bytes)
  return file && rows?.ok ? { name: file.name, edition: readEdition(rows.value) } : null
}

/** The chosen part of an edition beside what the programme has. */
export const compareWith = async (ctx: Ctx, edition: Edition, choice: Choice): Promise<Comparison> => {
  const entries = await listEntries(ctx.tx, ctx.actor.programmeId)
  const places = await listUnlinked(ctx.tx, ctx.actor.programmeId)
  return compareEdition(edition.rows, { entries, places }, choice)
}

export const heaps = ['fresh', 'alike', 'changed', 'gone'] as const
export type Heap = (typeof heaps)[number]

/** What one import was told to do; kept with the work. */
export interface ImportOrder {
  fileId: string
  choice: Choice
  take: Heap[]
}

/** Takes over what was chosen, as long work with a page of its own. */
export const orderImport = (ctx: Ctx, order: ImportOrder): Promise<string> => startWork(ctx, wamWork, { ...order })

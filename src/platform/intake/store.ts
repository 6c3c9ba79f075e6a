import { z } from 'zod'
import type { TableSheet } from '#platform/documents/table-file.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Mapping } from './columns.ts'

/** What was decided of each line: the id of somebody who is here, 'new' or 'leave'; 'taken' once it was taken over. */
export type Decisions = Record<string, string>

export interface Intake {
  id: string
  kind: string
  name: string
  createdAt: Date
  sheet: number
  mapping: Mapping
  decisions: Decisions
  /** null: it was forgotten. */
  sheets: TableSheet[] | null
}

const field = 'platform.intake.table_sealed'
const mappingShape = z.record(z.string(), z.number().int().nullable())
const decisionsShape = z.record(z.string(), z.string())
// Tables that were kept before lines were counted hold none.
const sheetsShape = z.array(
  z
    .object({ name: z.string(), rows: z.array(z.array(z.string())), lines: z.array(z.number()).optional() })
    .transform(({ name, rows, lines }) => ({ name, rows, lines: lines ?? rows.map((_, at) => at + 1) })),
)

/** Keeps a table, sealed. */
export const keepIntake = async (
  ctx: Ctx,
  intake: { kind: string; name: string; sheets: readonly TableSheet[] },
): Promise<string> => {
  const id = ctx.newId()
  const { programmeSubject } = ctx.vault
  await ctx.tx
    .insertInto('platform.intake')
    .values({
      programme_id: ctx.actor.programmeId,
      id,
      kind: intake.kind,
      name: intake.name,
      membership_id: ctx.actor.membershipId,
      created_at: ctx.now,
      table_sealed: await ctx.vault.seal(programmeSubject, field, id, JSON.stringify(intake.sheets)),
    })
    .execute()
  ctx.audit.wrote({ action: 'keep_table', kind: 'intake', id, reason: intake.kind })
  return id
}

/** An intake with its table, for whoever may take tables in; the look is noted. */
export const findIntake = async (ctx: Ctx, id: string): Promise<Intake | null> => {
  const row = await ctx.tx
    .selectFrom('platform.intake')
    .selectAll()
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const opened = row.table_sealed && (await ctx.vault.open(ctx.vault.programmeSubject, field, id, row.table_sealed))
  if (opened) ctx.audit.read({ kind: 'intake', id, subject: ctx.vault.programmeSubject, classes: ['staff'] })
  return {
    id,
    kind: row.kind,
    name: row.name,
    createdAt: row.created_at,
    sheet: row.sheet,
    mapping: mappingShape.parse(row.mapping),
    decisions: decisionsShape.parse(row.decisions),
    sheets: opened ? sheetsShape.parse(JSON.parse(opened)) : null,
  }
}

/** The decisions as they stand now; the row is held until the transaction ends. */
export const decisionsOf = async (ctx: Ctx, id: string): Promise<Decisions> => {
  const row = await ctx.tx
    .selectFrom('platform.intake')
    .select('decisions')
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return decisionsShape.parse(row?.decisions ?? {})
}

export interface ListedIntake {
  id: string
  kind: string
  name: string
  createdAt: Date
}

/** Tables that are still kept, the newest first. */
export const listIntakes = async (ctx: Ctx): Promise<ListedIntake[]> =>
  ctx.tx
    .selectFrom('platform.intake')
    .select(['id', 'kind', 'name', 'created_at as createdAt'])
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('table_sealed', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()

interface Change {
  sheet?: number
  mapping?: Mapping
  decisions?: Decisions
}

export const changeIntake = async (ctx: Ctx, id: string, change: Change): Promise<void> => {
  await ctx.tx
    .updateTable('platform.intake')
    .set({
      ...(change.sheet !== undefined && { sheet: change.sheet }),
      ...(change.mapping && { mapping: JSON.stringify(change.mapping) }),
      ...(change.decisions && { decisions: JSON.stringify(change.decisions) }),
    })
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .execute()
  ctx.audit.wrote({ action: 'change_table', kind: 'intake', id })
}

/** Forgets what stood in a table; that it was there stays. */
export const forgetIntake = async (ctx: Ctx, id: string): Promise<void> => {
  await ctx.tx
    .updateTable('platform.intake')
    .set({ table_sealed: null, decisions: '{}' })
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('id', '=', id)
    .execute()
  ctx.audit.wrote({ action: 'forget_table', kind: 'intake', id })
}

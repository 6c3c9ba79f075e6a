import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type KeptFile, keepFile } from './files.ts'
import type { Template } from './templates.ts'

const fileKind = 'template'

/** A version that was uploaded on the page of documents. */
export interface UploadedVersion {
  from: CalendarDay
  at: Date
  /** What the files were called by whoever sent them. */
  file: string
  picture: string | null
}

const standing = (tx: Tx, programmeId: number, kind: string) =>
  tx
    .selectFrom('platform.template as t')
    .innerJoin('platform.file as f', (on) =>
      on.onRef('f.programme_id', '=', 't.programme_id').onRef('f.id', '=', 't.file_id'),
    )
    .leftJoin('platform.file as p', (on) =>
      on.onRef('p.programme_id', '=', 't.programme_id').onRef('p.id', '=', 't.picture_id'),
    )
    .select(['t.from_day as from', 't.at', 'f.name as file', 'p.name as picture'])
    .where('t.programme_id', '=', programmeId)
    .where('t.kind', '=', kind)
    .where('t.removed_at', 'is', null)
    .orderBy('t.from_day', 'desc')

/** All that stand, the newest day first. */
export const uploadedVersions = (tx: Tx, programmeId: number, kind: string): Promise<UploadedVersion[]> =>
  standing(tx, programmeId, kind).execute()

/** What the file of a day is called: as all templates are. */
export const fileOfDay = (kind: string, from: CalendarDay): string => `${kind}@${from}.typ`

/** The uploaded template that counts on a day: the newest that is not later. Null: none was uploaded. */
export const uploadedTemplate = async (
  tx: Tx,
  programmeId: number,
  kind: string,
  on: CalendarDay,
): Promise<Template | null> => {
  const row = await standing(tx, programmeId, kind)
    .select(['f.bytes', 'p.bytes as pictureBytes'])
    .where('t.from_day', '<=', on)
    .executeTakeFirst()
  if (!row) return null
  const file = fileOfDay(kind, row.from)
  const pictures = row.picture !== null && row.pictureBytes ? { [row.picture]: row.pictureBytes } : {}
  return { own: true, file, files: { [file]: row.bytes, ...pictures } }
}

/** Keeps a template that was tried out. One of the same day no longer counts, and stays. */
export const keepTemplate = async (
  ctx: Ctx,
  kind: string,
  sent: { from: CalendarDay; file: KeptFile; picture: KeptFile | null },
): Promise<void> => {
  const { tx, actor, now } = ctx
  await removeTemplate(ctx, kind, sent.from)
  const id = ctx.newId()
  await tx
    .insertInto('platform.template')
    .values({
      programme_id: actor.programmeId,
      id,
      kind,
      from_day: sent.from,
      file_id: await keepFile(ctx, fileKind, sent.file),
      picture_id: sent.picture && (await keepFile(ctx, fileKind, sent.picture)),
      at: now,
      membership_id: actor.membershipId,
    })
    .execute()
  ctx.audit.wrote({ action: 'replace', kind: 'platform.template', id, reason: fileOfDay(kind, sent.from) })
}

/** From now on it is not used. Pressed twice, it is gone all the same. */
export const removeTemplate = async (ctx: Ctx, kind: string, from: CalendarDay): Promise<void> => {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('platform.template')
    .set({ removed_at: ctx.now })
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('kind', '=', kind)
    .where('from_day', '=', from)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n)
    ctx.audit.wrote({ action: 'remove', kind: 'platform.template', reason: fileOfDay(kind, from) })
}

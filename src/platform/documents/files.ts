import type { Ctx } from '#platform/http/call.ts'
import type { Tx } from '#platform/db/index.ts'

export interface KeptFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Keeps a file in the database, so that it moves and is backed up with it. `kind` says what it is for. */
export const keepFile = async (ctx: Ctx, kind: string, file: KeptFile): Promise<string> => {
  const id = ctx.newId()
  await ctx.tx
    .insertInto('platform.file')
    .values({
      programme_id: ctx.actor.programmeId,
      id,
      kind,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      created_at: ctx.now,
      membership_id: ctx.actor.membershipId,
    })
    .execute()
  ctx.audit.wrote({ action: 'keep', kind: 'file', id, reason: kind })
  return id
}

/** A kept file of this kind; null where there is none. */
export const findFile = async (tx: Tx, programmeId: number, kind: string, id: string): Promise<KeptFile | null> =>
  (await tx
    .selectFrom('platform.file')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

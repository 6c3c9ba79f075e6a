import type { Ctx } from '#platform/http/call.ts'
import { writeAvoidances } from '#domains/registration/data/sealed-parts.ts'

/** Somebody says whom or which place they would rather not meet, as their sheet keeps it. */
export const avoids = (ctx: Ctx, personId: string, kind: 'person' | 'place', targetId: string): Promise<void> =>
  writeAvoidances(
    { tx: ctx.tx, vault: ctx.vault, programmeId: ctx.actor.programmeId, personId },
    [{ id: null, kind, targetId, text: '' }],
    ctx,
  )

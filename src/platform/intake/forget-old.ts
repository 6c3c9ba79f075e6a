import type { Ctx } from '#platform/http/call.ts'
import { forgetIntake } from './store.ts'

const keptDays = 30

/** Erases what stood in tables that were read more than thirty days ago. */
export const forgetOld = async (ctx: Ctx): Promise<void> => {
  const old = await ctx.tx
    .selectFrom('platform.intake')
    .select('id')
    .where('programme_id', '=', ctx.actor.programmeId)
    .where('table_sealed', 'is not', null)
    .where('created_at', '<', new Date(ctx.now.getTime() - keptDays * 86_400_000))
    .execute()
  for (const { id } of old) await forgetIntake(ctx, id)
}

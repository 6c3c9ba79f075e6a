import type { Ctx } from '#platform/http/call.ts'
import { emptySheet } from '../core/sheet.ts'
import { keepVersion } from '../data/sheet-versions.ts'
import { doorTo } from './show-sheet.ts'

/** A sheet begins empty: that is its first version. */
export const keepFirstVersion = (ctx: Ctx, personId: string): Promise<void> =>
  keepVersion(doorTo(ctx, personId), {
    version: 1,
    sheet: emptySheet,
    at: ctx.now,
    byMembership: ctx.actor.membershipId,
    via: 'before',
  })

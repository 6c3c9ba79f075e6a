import type { Ctx } from '#platform/http/call.ts'
import { emptySheet } from '../core/sheet.ts'
import { keepFirstVersions, keepVersion } from '../data/sheet-versions.ts'
import { doorTo } from './show-sheet.ts'

const first = ({ now: at, actor }: Ctx) => ({
  sheet: emptySheet,
  at,
  byMembership: actor.membershipId,
  via: 'before',
})

/** The same for many at once. */
export const keepEmptySheets = (ctx: Ctx, personIds: readonly string[]): Promise<void> =>
  keepFirstVersions({ tx: ctx.tx, vault: ctx.vault, programmeId: ctx.actor.programmeId }, personIds, first(ctx))

/** A sheet begins empty: that is its first version. */
export const keepFirstVersion = (ctx: Ctx, personId: string): Promise<void> =>
  keepVersion(doorTo(ctx, personId), { version: 1, ...first(ctx) })

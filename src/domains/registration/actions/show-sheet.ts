import type { Ctx } from '#platform/http/call.ts'
import { currentPause, type Pause } from '../core/pause.ts'
import type { Sheet } from '../core/sheet.ts'
import { type Looker, sheetSeen, stepsSeen } from '../core/sheet-seen.ts'
import type { StepName } from '../core/sheet-steps.ts'
import { pausesOf } from '../data/pauses.ts'
import type { SheetDoor } from '../data/sheet-door.ts'
import { readSheet } from '../data/sheets.ts'
import { findSupporter, type Supporter } from '../data/supporters.ts'
import { lookerAt } from './reach.ts'

/** A sheet as far as the actor may see it. */
export interface ShownSheet {
  supporter: Supporter
  sheet: Sheet
  steps: readonly StepName[]
  pause: Pause | null
  looker: Looker
}

/** Null: nobody is registered there, or it is not the actor's to see. A sensitive look at somebody else is noted. */
export const showSheet = async (ctx: Ctx, personId: string): Promise<ShownSheet | null> => {
  const looker = await lookerAt(ctx, personId)
  const supporter = looker && (await findSupporter(ctx.tx, ctx.actor.programmeId, personId))
  const sheet = supporter && (await readSheet(doorTo(ctx, personId)))
  if (!looker || !supporter || !sheet) return null
  const steps = stepsSeen(looker)
  if (!looker.self && steps.some((step) => sensitiveSteps.has(step))) {
    ctx.audit.read({ kind: 'registration.sheet', id: personId, subject: personId, classes: ['care'] })
  }
  const pauses = await pausesOf(ctx.tx, ctx.actor.programmeId, personId)
  return {
    supporter,
    sheet: sheetSeen(sheet, looker),
    steps,
    pause: currentPause(pauses, { now: ctx.now.getTime(), today: ctx.today }),
    looker,
  }
}

const sensitiveSteps: ReadonlySet<StepName> = new Set(['company', 'avoid', 'help'])

export const doorTo = (ctx: Ctx, personId: string): SheetDoor => ({
  tx: ctx.tx,
  vault: ctx.vault,
  programmeId: ctx.actor.programmeId,
  personId,
})

import type { Telling } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Sheet } from '../core/sheet.ts'
import { stepsSeen } from '../core/sheet-seen.ts'
import { openApplication } from '../data/applications.ts'
import type { StepName } from '../core/sheet-steps.ts'
import { keepVersion, listVersions } from '../data/sheet-versions.ts'
import { readSheet } from '../data/sheets.ts'
import { lockSupporter, type Supporter } from '../data/supporters.ts'
import { writeSheet } from '../data/write-sheet.ts'
import { registrationPaths } from '../web/paths.ts'
import { withLinks } from './link-words.ts'
import { lookerAt } from './reach.ts'
import { doorTo } from './show-sheet.ts'

export interface SheetChange {
  step: StepName
  /** The version that was read. */
  version: number
  change: (sheet: Sheet) => Sheet
  /** How staff heard it; null: the person wrote it themselves. */
  told: { via: Telling; at: Date } | null
}

/** Somebody changed the sheet meanwhile: what stands there now. */
export interface StaleSheet {
  kind: 'stale'
  sheet: Sheet
  version: number
}

export type SaveRefusal = StaleSheet | { kind: 'ended' }

/** Saves one page of a sheet as a new version. Null: no such sheet, or not the actor's to change. */
export const saveSheet = async (
  ctx: Ctx,
  personId: string,
  asked: SheetChange,
): Promise<Result<Sheet, SaveRefusal> | null> => {
  const looker = await lookerAt(ctx, personId)
  if (!looker?.mayRecord || !stepsSeen(looker).includes(asked.step)) return null
  const supporter = await lockSupporter(ctx.tx, ctx.actor.programmeId, personId)
  const before = supporter && (await readSheet(doorTo(ctx, personId)))
  if (!supporter || !before) return null
  const isOver = supporter.endedOn !== null && supporter.endedOn < ctx.today
  if (isOver && !(await comesBack(ctx, personId))) return no({ kind: 'ended' })
  if (supporter.version !== asked.version) return no({ kind: 'stale', sheet: before, version: supporter.version })
  const changed = asked.change(before)
  if (JSON.stringify(changed) === JSON.stringify(before)) return ok(before)
  const after = await withLinks(ctx, personId, before, changed)
  await keepFirst(ctx, supporter, before)
  await writeSheet(doorTo(ctx, personId), { before, after, version: supporter.version + 1 }, ctx)
  await keepWritten(ctx, personId, supporter.version + 1, asked)
  await tellOfChange(ctx, personId, asked, after)
  return ok(after)
}

// Whoever applies again goes through the sheet anew in the talk.
const comesBack = async ({ tx, actor }: Ctx, personId: string): Promise<boolean> =>
  (await openApplication(tx, actor.programmeId, personId))?.status === 'talking'

// A sheet that came from elsewhere (sample, import) has no kept version yet: what stood there is kept before it changes.
const keepFirst = async (ctx: Ctx, supporter: Supporter, sheet: Sheet): Promise<void> => {
  const door = doorTo(ctx, supporter.personId)
  if ((await listVersions(door)).length > 0) return
  const byMembership = ctx.actor.membershipId
  await keepVersion(door, { version: supporter.version, sheet, at: ctx.now, byMembership, via: 'before' })
}

const keepWritten = async (ctx: Ctx, personId: string, version: number, { told }: SheetChange): Promise<void> => {
  const door = doorTo(ctx, personId)
  const sheet = await readSheet(door)
  if (!sheet) return
  const byMembership = ctx.actor.membershipId
  await keepVersion(door, { version, sheet, at: told?.at ?? ctx.now, byMembership, via: told?.via ?? 'self' })
}

const tellOfChange = async (ctx: Ctx, personId: string, asked: SheetChange, after: Sheet): Promise<void> => {
  const { step, told } = asked
  ctx.audit.wrote({
    action: `change_${step}`,
    kind: 'registration.sheet',
    id: personId,
    subject: personId,
    reason: told && `told: ${told.via}`,
  })
  if (told) await ctx.outbox.tell(personId, 'registration.recorded', {}, registrationPaths.mine)
  if (step === 'help' && hasWordsOfRisk(...Object.values(after.carePlan))) {
    await ctx.outbox.emit('registration.words_of_risk', { personId })
  }
}

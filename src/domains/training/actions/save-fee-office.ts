import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { ensureOffice, type FeeOffice, findOffice, type OfficeDescription, updateOffice } from '../data/fee-offices.ts'

/** What the host says of the own office, over the version that was read. An error is what somebody else saved meanwhile. */
export const saveFeeOffice = async (
  ctx: Ctx,
  version: number,
  said: OfficeDescription,
): Promise<Result<null, FeeOffice> | null> => {
  const { tx, actor, now } = ctx
  const { programmeId, placeId } = actor
  if (!placeId) return null
  await ensureOffice(tx, programmeId, placeId, now)
  if (!(await updateOffice(tx, programmeId, { placeId, version }, { ...said, now }))) {
    const theirs = await findOffice(tx, programmeId, placeId)
    return theirs && no(theirs)
  }
  ctx.audit.wrote({ action: 'save', kind: 'training.fee_office', id: placeId })
  return ok(null)
}

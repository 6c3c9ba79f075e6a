import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  findOrganisation,
  type Organisation,
  type OrganisationDraft,
  updateOrganisation,
} from '../data/organisations.ts'

/** Saves over the version that was read. Where somebody else saved first: what stands there now. */
export const changeOrganisation = async (
  ctx: Ctx,
  id: string,
  version: number,
  draft: OrganisationDraft,
): Promise<Result<null, Organisation> | null> => {
  const { programmeId } = ctx.actor
  if (!(await updateOrganisation(ctx.tx, programmeId, id, version, draft))) {
    const theirs = await findOrganisation(ctx.tx, programmeId, id)
    return theirs ? no(theirs) : null
  }
  ctx.audit.wrote({ action: 'change', kind: 'places.organisation', id })
  return ok(null)
}

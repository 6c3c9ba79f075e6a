import type { SeenClass } from '#domains/people/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Experience } from '../core/sheet.ts'
import { readConsiderations } from '../data/sealed-parts.ts'
import { experienceOf } from '../data/sheets.ts'
import { doorTo } from './show-sheet.ts'

/** What a place reads of somebody's sheet before they come. */
export interface ShownToPlace {
  /** In their own words; '' where there are none, or they are not shown. */
  considerations: string
  experience: Experience | null
}

/** As much of it as the policy shows. What is sealed and was opened for somebody else is noted. */
export const shownToPlace = async (ctx: Ctx, personId: string, seen: ReadonlySet<SeenClass>): Promise<ShownToPlace> => {
  const door = doorTo(ctx, personId)
  const considerations = seen.has('considerations') ? await readConsiderations(door) : ''
  if (considerations && personId !== ctx.actor.personId)
    ctx.audit.read({ kind: 'registration.sheet', id: personId, subject: personId, classes: ['considerations'] })
  return { considerations, experience: seen.has('experience') ? await experienceOf(door) : null }
}

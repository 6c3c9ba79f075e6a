import type { Ctx } from '#platform/http/call.ts'
import { systemPerson } from '#platform/jobs/system.ts'

/** The membership that stands in a row as its author; null: the programme's own doing. */
export const byOf = (ctx: Ctx): string | null =>
  ctx.actor.membershipId === systemPerson ? null : ctx.actor.membershipId

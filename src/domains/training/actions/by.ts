import { systemPerson } from '#platform/jobs/system.ts'
import type { Ctx } from '#platform/http/call.ts'

/** The membership that acts, or null where the machine does it by itself. */
export const byOf = ({ actor }: Ctx): string | null => (actor.membershipId === systemPerson ? null : actor.membershipId)

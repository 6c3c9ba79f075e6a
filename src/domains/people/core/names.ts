import type { Role } from '#kernel/role.ts'
import { type ConsentKey, nameForPlace } from './consents.ts'

/** Staff of the programme know everybody by name, as they would in one office. */
export const knowsNames = (role: Role): boolean =>
  role === 'coordinator' || role === 'companion' || role === 'supervisor'

/**
 * What somebody of this role calls a person whom they may see at all: by name, by the name the person chose, or (null) by no name.
 */
export const calledBy = (
  role: Role,
  person: { name: string; nickname: string },
  given: ReadonlySet<ConsentKey>,
): string | null => {
  if (knowsNames(role)) return person.name
  if (role === 'host') return nameForPlace(person, given) || null
  return role === 'supporter' ? person.nickname || null : null
}

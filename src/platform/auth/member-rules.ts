import { type Role, roles } from '#kernel/role.ts'

/**
 * Which roles somebody gives and ends. The administrator keeps the staff's keys and sees no other people; the coordinator
 * keeps everybody's but the administrator's.
 */
const keeps: Partial<Record<Role, readonly Role[]>> = {
  admin: ['companion', 'coordinator', 'supervisor', 'officer', 'admin'],
  coordinator: roles.filter((role) => role !== 'admin'),
}

export const rolesKeptBy = (role: Role): readonly Role[] => keeps[role] ?? []

/** Lists of people, each a tab. */
export const memberGroups = {
  staff: ['coordinator', 'companion', 'supervisor', 'officer', 'admin'],
  places: ['host', 'group'],
  people: ['supporter', 'trainee', 'seeker'],
} as const satisfies Record<string, readonly Role[]>

export type MemberGroup = keyof typeof memberGroups

export const isMemberGroup = (text: string): text is MemberGroup => text in memberGroups

export const groupsKeptBy = (role: Role): MemberGroup[] =>
  (Object.keys(memberGroups) as MemberGroup[]).filter((group) =>
    memberGroups[group].some((each) => rolesKeptBy(role).includes(each)),
  )

export type MemberBlocker =
  | { code: 'not-yours' }
  | { code: 'own-role' }
  | { code: 'last-one'; role: Role }
  | { code: 'place-missing' }
  | { code: 'already-held' }
  | { code: 'no-address' }

export interface GrantFacts {
  actorRole: Role
  role: Role
  hasPlace: boolean
  alreadyHeld: boolean
}

export const grantBlockers = ({ actorRole, role, hasPlace, alreadyHeld }: GrantFacts): MemberBlocker[] => [
  ...(rolesKeptBy(actorRole).includes(role) ? [] : [{ code: 'not-yours' } as const]),
  ...(role === 'host' && !hasPlace ? [{ code: 'place-missing' } as const] : []),
  ...(alreadyHeld ? [{ code: 'already-held' } as const] : []),
]

export interface EndFacts {
  actorRole: Role
  role: Role
  isOwn: boolean
  /** Others who hold the same role now. */
  others: number
}

// Without them nobody could let anybody in any more.
const neverWithout: readonly Role[] = ['admin', 'coordinator']

export const endRoleBlockers = ({ actorRole, role, isOwn, others }: EndFacts): MemberBlocker[] => [
  ...(rolesKeptBy(actorRole).includes(role) ? [] : [{ code: 'not-yours' } as const]),
  ...(isOwn ? [{ code: 'own-role' } as const] : []),
  ...(neverWithout.includes(role) && others === 0 ? [{ code: 'last-one', role } as const] : []),
]

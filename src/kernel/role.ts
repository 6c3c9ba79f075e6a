/** The roles of the programme (docs/glossary.md). A person may hold several; a session acts in one. */
export const roles = [
  'seeker',
  'trainee',
  'supporter',
  'companion',
  'coordinator',
  'supervisor',
  'host',
  'group',
  'officer',
  'admin',
] as const

export type Role = (typeof roles)[number]

/** Roles that come in with a second factor. */
export const staffRoles: readonly Role[] = ['companion', 'coordinator', 'supervisor', 'officer', 'admin']

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

export const isStaff = (role: Role): boolean => staffRoles.includes(role)

const withNext = (path: string, next: string | null): string => {
  const local = localPath(next)
  return local === null || local === '/' ? path : `${path}?next=${encodeURIComponent(local)}`
}

// One slash, then anything but a slash or a backslash: browsers read '/\evil.example' as another host.
const localShape = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,500}$/

/** Where to go after signing in: a path of our own, or null. Never another host, never back into the sign-in. */
export const localPath = (text: string | null): string | null =>
  text !== null && localShape.test(text) && !/^\/(sign-|role\b|invite\/|set-up\/)/.test(text) ? text : null

export const authPaths = {
  signIn: (next: string | null = null): string => withNext('/sign-in', next),
  sent: '/sign-in/sent',
  askLink: '/sign-in/link',
  link: (token: string): string => `/sign-in/link/${token}`,
  password: '/sign-in/password',
  code: (next: string | null = null): string => withNext('/sign-in/code', next),
  setUpCode: (next: string | null = null): string => withNext('/sign-in/set-up-code', next),
  offerCode: '/sign-in/set-up-code/offer',
  demo: '/sign-in/demo',
  changeCode: '/account/second-factor',
  recoveryCodes: '/account/recovery-codes',
  choose: (next: string | null = null): string => withNext('/sign-in/choose', next),
  signOut: '/sign-out',
  role: '/role',
  account: '/account',
  endSession: '/account/session-end',
  endOtherSessions: '/account/other-sessions-end',
  ownPassword: '/account/password',
  proveAgain: '/account/prove',
  invite: (token: string): string => `/invite/${token}`,
  setUp: (token: string): string => `/set-up/${token}`,
  members: '/members',
  memberGroup: (group: string, page = 1): string => `/members?group=${group}${page > 1 ? `&page=${page}` : ''}`,
  inviteMember: '/members/new',
  inviteFurther: (id: string): string => `/members/new?of=${id}`,
  member: (id: string): string => `/members/${id}`,
  endRole: (id: string): string => `/members/${id}/end`,
  resendInvite: (id: string): string => `/members/${id}/invitation`,
  resetSecondFactor: (id: string): string => `/members/${id}/second-factor-reset`,
}

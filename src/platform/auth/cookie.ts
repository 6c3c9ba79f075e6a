import { isToken } from './token.ts'

/** `secure` is false only on plain http (the demo on localhost), where browsers refuse the __Host- prefix. */
export const sessionCookieName = (secure: boolean): string => (secure ? '__Host-hitoba' : 'hitoba')

export const setSessionCookie = (token: string, expiresAt: Date, secure: boolean): string =>
  `${sessionCookieName(secure)}=${token}; Path=/; Expires=${expiresAt.toUTCString()}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export const clearSessionCookie = (secure: boolean): string =>
  `${sessionCookieName(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The session token of a Cookie header, or null. Of two cookies with the name neither counts: one of them was planted. */
export const sessionTokenOf = (header: string | null | undefined, secure: boolean): string | null => {
  if (!header) return null
  const name = `${sessionCookieName(secure)}=`
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(name))
  const token = found.length === 1 ? (found[0]?.slice(name.length) ?? '') : ''
  return isToken(token) ? token : null
}

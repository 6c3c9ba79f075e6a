/** One sentence from a redirect to the page it leads to, in a cookie that lives a minute. */
export const flashCookie = (text: string): string =>
  `hitoba-flash=${encodeURIComponent(text.slice(0, 600))}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`

export const spentFlashCookie = 'hitoba-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'

export const flashOf = (cookie: string | undefined): string | null => {
  const found = /(?:^|;\s*)hitoba-flash=([^;]+)/.exec(cookie ?? '')
  try {
    return found?.[1] ? decodeURIComponent(found[1]) : null
  } catch {
    return null
  }
}

import type { Context, MiddlewareHandler } from 'hono'

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The full set of headers on every answer. A page of a signed-in person is never stored; assets say so themselves. */
export const securityHeaders =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const set = (name: string, value: string) => c.res.headers.set(name, value)
    set('Content-Security-Policy', contentSecurityPolicy)
    set('X-Content-Type-Options', 'nosniff')
    set('X-Frame-Options', 'DENY')
    // Not no-referrer: browsers would then send 'Origin: null' with our own forms.
    set('Referrer-Policy', 'same-origin')
    set('Cross-Origin-Opener-Policy', 'same-origin')
    set('Cross-Origin-Resource-Policy', 'same-origin')
    set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
    if (origin.startsWith('https:')) set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!c.res.headers.has('Cache-Control')) set('Cache-Control', 'no-store')
  }

/**
 * True where an unsafe request comes from our own pages: the browser says same-origin, or the Origin is exactly ours.
 * Whatever the content type; a request that says neither is refused.
 */
export const comesFromOurPages = (c: Context, origin: string): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin'
  const from = c.req.header('origin')
  return from !== undefined && (from === origin || from === new URL(c.req.url).origin)
}

import { expect } from 'vitest'
import { newTotpSecret, sealedTotp, totpCode, totpStep } from '#platform/auth/totp.ts'
import { hashPassword } from '#platform/auth/password-hash.ts'
import { type TestApp, testOrigin } from './client.ts'

/** A browser with a jar of cookies of its own, somewhere on the net. */
export interface Visitor {
  get(path: string): Promise<Response>
  head(path: string): Promise<Response>
  post(path: string, fields?: Record<string, string>): Promise<Response>
  cookies: Map<string, string>
  /** Another browser with the same cookies: what a thief or a double click has. */
  copy(): Visitor
}

export const visitor = (
  { app }: TestApp,
  from: { address?: string; forwardedFor?: () => string } = {},
  cookies = new Map<string, string>(),
): Visitor => {
  const request = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (from.forwardedFor) headers.set('x-forwarded-for', from.forwardedFor())
    const env = { socketAddress: from.address ?? '192.0.2.1' }
    const response = await app.request(new URL(path, testOrigin), { ...init, headers }, env)
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
  return {
    cookies,
    get: (path) => request(path, {}),
    head: (path) => request(path, { method: 'HEAD' }),
    post: (path, fields = {}) =>
      request(path, {
        method: 'POST',
        headers: { origin: testOrigin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    copy: () => visitor({ app } as TestApp, from, new Map(cookies)),
  }
}

const keep = (cookies: Map<string, string>, text: string): void => {
  const [pair = '', ...rest] = text.split(';')
  const at = pair.indexOf('=')
  if (rest.some((part) => part.trim() === 'Max-Age=0')) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

export interface WaitingMail {
  to: string | null
  url: string
  purpose: string
}

/** The sign-in mails that wait to be sent, oldest first. */
export const waitingMails = async ({ services }: TestApp): Promise<WaitingMail[]> => {
  const rows = await services.db.asPlatform((tx) =>
    tx.selectFrom('platform.sign_in_mail').select(['id', 'sealed']).orderBy('next_at').execute(),
  )
  return rows.map(({ id, sealed }) =>
    JSON.parse(services.vault.openPlatform('platform.sign_in_mail.sealed', id, sealed)),
  )
}

/** Asks for a link and gives its path. */
export const askedLink = async (app: TestApp, who: Visitor, email: string): Promise<string> => {
  const known = new Set((await waitingMails(app)).map(({ url }) => url))
  expect((await who.post('/sign-in/link', { email })).status).toBe(303)
  const mail = (await waitingMails(app)).find(({ to, url }) => to === email && !known.has(url))
  if (!mail) throw new Error(`no mail for ${email}`)
  return new URL(mail.url).pathname
}

export const givePassword = async ({ services }: TestApp, accountId: string, password: string): Promise<void> => {
  const hash = await hashPassword(password)
  await services.db.asPlatform((tx) =>
    tx.updateTable('platform.account').set({ password_hash: hash }).where('id', '=', accountId).execute(),
  )
}

/** Sets up a second factor; gives what the telephone shows now. */
export const giveSecondFactor = async (app: TestApp, accountId: string): Promise<(steps?: number) => string> => {
  const { services } = app
  const secret = newTotpSecret()
  await services.db.asPlatform((tx) =>
    tx
      .updateTable('platform.account')
      .set({
        totp_sealed: sealedTotp(services.vault, accountId, secret),
        totp_confirmed_at: services.clock(),
        totp_last_step: null,
      })
      .where('id', '=', accountId)
      .execute(),
  )
  return (steps = 0) => totpCode(secret, totpStep(services.clock()) + steps)
}

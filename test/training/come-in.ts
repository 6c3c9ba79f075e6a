import { type Client, testOrigin } from '#test/client.ts'

/** Follows a mailed link, and goes on with the cookies that it gave. */
export const comeInBy = async (anybody: Client, link: string): Promise<{ client: Client; to: string }> => {
  const answer = await anybody.post(link)
  if (answer.status !== 303) throw new Error(`the link led nowhere: ${answer.status}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const request = (to: string, init: RequestInit = {}) =>
    anybody.request(to, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } })
  const client: Client = {
    cookie,
    request,
    get: (to) => request(to),
    read: async (to) => (await request(to)).text(),
    post: (to, fields = {}) =>
      request(to, {
        method: 'POST',
        headers: { origin: testOrigin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _token: crypto.randomUUID(), ...(fields as Record<string, string>) }).toString(),
      }),
  }
  return { client, to: answer.headers.get('location') ?? '' }
}

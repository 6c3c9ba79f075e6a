import type { Browser, Page } from 'playwright-core'
import type { Role } from '#kernel/role.ts'
import { readerCookie } from '#platform/i18n/reader-cookie.ts'
import { openWindow, type Visitor } from './browser.ts'
import type { DemoServer } from './server.ts'

export interface SamplePerson {
  membershipId: string
  personId: string
  placeId: string | null
  name: string
}

/** A role stands for the first of the sample who has it; whoever came later is known by their mailbox. */
export type Who = Role | SamplePerson | { email: string }

/** The sample people of this role, those of the large programme first; the sign-in page lists the first of each. */
export const samplePeople = async ({ services }: DemoServer, role: Role): Promise<SamplePerson[]> => {
  const rows = await services.db.asPlatform((tx) =>
    tx
      .selectFrom('platform.membership as m')
      .innerJoin('people.person as p', (on) =>
        on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id'),
      )
      .select(['m.id', 'm.person_id', 'm.place_id', 'p.name'])
      .where('m.role', '=', role)
      .where('m.account_id', 'is not', null)
      .where('m.ended_at', 'is', null)
      .orderBy('m.programme_id')
      .orderBy('p.email')
      .execute(),
  )
  return rows.map((row) => ({ membershipId: row.id, personId: row.person_id, placeId: row.place_id, name: row.name }))
}

/** The first of the sample in this role. */
export const firstOf = async (server: DemoServer, role: Role): Promise<SamplePerson> => {
  const [person] = await samplePeople(server, role)
  if (!person) throw new Error(`the sample has nobody who is ${role}`)
  return person
}

/** Opens a window and signs in: a sample person by one press, and for staff the code that the page shows; others by a mailed link. */
export const signInAs = async (
  browser: Browser,
  server: DemoServer,
  who: Who,
  visitor: Visitor = {},
): Promise<Page> => {
  const page = await openPage(browser, server, visitor)
  await page.goto('/sign-in')
  if (typeof who === 'object' && 'email' in who) await followMail(page, server, who.email)
  else await pressSample(page, server, who)
  await page.waitForURL(({ pathname }) => pathname === '/sign-in/choose' || !pathname.startsWith('/sign-in'))
  return page
}

/** A window of somebody who has not signed in, as they like to read. */
export const openPage = async (browser: Browser, server: DemoServer, visitor: Visitor = {}): Promise<Page> => {
  const window = await openWindow(browser, server.address, visitor)
  if (visitor.reader) await window.addCookies([readingCookie(server.address, visitor.reader)])
  return window.newPage()
}

const pressSample = async (page: Page, server: DemoServer, who: Role | SamplePerson): Promise<void> => {
  const person = typeof who === 'string' ? await firstOf(server, who) : who
  await page.locator(`form:has(input[value="${person.membershipId}"]) button`).click()
  if (new URL(page.url()).pathname === '/sign-in/code') await typeShownCode(page, server)
}

const followMail = async (page: Page, server: DemoServer, email: string): Promise<void> => {
  const asked = server.services.clock()
  await page.locator('main [name="email"]').fill(email)
  await page.locator('form[action="/sign-in/link"] button').click()
  await page.goto(await mailedPath(server, email, /\/sign-in\/link\/[\w-]+/, asked))
  await page.locator('main form button').first().click()
}

/** The address of this shape in the newest mail to a mailbox. Waits for it: mails leave after the answer. */
export const mailedPath = async (server: DemoServer, email: string, shape: RegExp, since: Date): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    await server.jobs.drainNow()
    const mails = await server.services.db.asPlatform((tx) =>
      tx
        .selectFrom('platform.demo_mail')
        .select('body')
        .where('to_address', '=', email)
        .where('at', '>=', since)
        .orderBy('at', 'desc')
        .execute(),
    )
    const found = mails.map(({ body }) => shape.exec(body)?.[0]).find((path) => path !== undefined)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no mail of this shape came to ${email}`)
}

const typeShownCode = async (page: Page, server: DemoServer): Promise<void> => {
  const shown = async () => /\b\d{6}\b/.exec(await page.locator('main').innerText())?.[0]
  let code = await shown()
  if (!code) {
    // Each code once: the next comes with the next half minute.
    server.passTime(30_000)
    await page.reload()
    code = await shown()
  }
  if (!code) throw new Error('the page shows no code')
  await page.locator('input[name="code"]').fill(code)
  await page.locator('main form button[type="submit"], main form button:not([type])').first().click()
}

const readingCookie = (address: string, reader: NonNullable<Visitor['reader']>) => {
  const [name = '', value = ''] =
    readerCookie({ furigana: false, large: false, calm: false, ...reader })
      .split(';')[0]
      ?.split('=') ?? []
  return { name, value, url: address }
}

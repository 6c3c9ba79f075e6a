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

/** Opens a window and signs in through the demo's own pages: one press, and for staff the code that the page shows. */
export const signInAs = async (
  browser: Browser,
  server: DemoServer,
  who: Role | SamplePerson,
  visitor: Visitor = {},
): Promise<Page> => {
  const person = typeof who === 'string' ? (await samplePeople(server, who))[0] : who
  if (!person) throw new Error(`the sample has nobody who is ${String(who)}`)
  const window = await openWindow(browser, server.address, visitor)
  if (visitor.reader) await window.addCookies([readingCookie(server.address, visitor.reader)])
  const page = await window.newPage()
  await page.goto('/sign-in')
  await page.locator(`form:has(input[value="${person.membershipId}"]) button`).click()
  if (new URL(page.url()).pathname === '/sign-in/code') await typeShownCode(page, server)
  return page
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

export const readingCookie = (address: string, reader: NonNullable<Visitor['reader']>) => {
  const [name = '', value = ''] =
    readerCookie({ furigana: false, large: false, calm: false, ...reader })
      .split(';')[0]
      ?.split('=') ?? []
  return { name, value, url: address }
}

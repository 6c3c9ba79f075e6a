import type { Browser, Page } from 'playwright-core'
import type { Role } from '#kernel/role.ts'
import { accessBarriers } from './axe.ts'
import type { Visitor } from './browser.ts'
import { type SamplePerson, signInAs } from './people.ts'
import type { DemoServer } from './server.ts'

/** One person's way through the pages. Every page it comes to is looked at for barriers. */
export interface Walk {
  page: Page
  /** What stood in the way of reading, on any page so far. */
  barriers: string[]
  goTo(path: string): Promise<void>
  /** Presses the button of the form that posts to this address, of several the one that holds `having`. */
  send(action: string, having?: string): Promise<void>
  /** Opens the folded part that holds this. */
  unfold(inside: string): Promise<void>
  text(): Promise<string>
  path(): string
  leave(): Promise<void>
}

export const walkAs = async (
  browser: Browser,
  server: DemoServer,
  who: Role | SamplePerson,
  visitor: Visitor,
): Promise<Walk> => walkOn(await signInAs(browser, server, who, visitor))

/** The way of somebody who has a page open already. */
export const walkOn = async (page: Page): Promise<Walk> => {
  const barriers: string[] = []
  const look = async (status: number): Promise<void> => {
    // What is refused comes back as the same page, with what was typed.
    if (status >= 400 && status !== 409 && status !== 422)
      throw new Error(`${page.url()} answered ${status}: ${await page.locator('main').innerText()}`)
    barriers.push(...(await accessBarriers(page)))
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) {
      barriers.push(`${new URL(page.url()).pathname} scrolls sideways`)
    }
  }
  await look(200)
  return {
    page,
    barriers,
    goTo: async (path) => look((await page.goto(path))?.status() ?? 0),
    send: async (action, having) => {
      const form = page.locator(`form[action="${action}"]${having ? `:has(${having})` : ''}`).first()
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().isNavigationRequest()),
        form.locator('button:not([name="do"])').first().click(),
      ])
      await page.waitForLoadState()
      await look(answer.status())
    },
    unfold: async (inside) => {
      const folded = page.locator(`main details:not([open]):has(${inside})`)
      while ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
    },
    text: () => page.locator('main').innerText(),
    path: () => new URL(page.url()).pathname,
    leave: () => page.context().close(),
  }
}

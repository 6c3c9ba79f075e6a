import type { Browser, Page, Response } from 'playwright-core'
import { accessBarriers } from './axe.ts'
import type { Visitor } from './browser.ts'
import { signInAs, type Who } from './people.ts'
import type { DemoServer } from './server.ts'

const pictures = process.env['HITOBA_PICTURES']

/** One person's way through the pages. Every page it comes to is looked at for barriers. */
export interface Walk {
  page: Page
  /** What stood in the way of reading, on any page so far. */
  barriers: string[]
  goTo(path: string): Promise<void>
  /** Follows the first link of the page that leads to an address like this. */
  follow(selector: string): Promise<void>
  /** Presses the button of the form that posts to this address, of several the one that holds `having`. */
  send(action: string, having?: string): Promise<void>
  /** Writes into the fields of these names. */
  fill(values: Record<string, string>): Promise<void>
  /** Opens the folded part that holds this. */
  unfold(inside: string): Promise<void>
  text(): Promise<string>
  /** The words of the page as they are written, without the readings above them. */
  written(): Promise<string>
  /** How many summaries say what is to be looked at again. */
  refusals(): Promise<number>
  path(): string
  /** A picture of the page, where HITOBA_PICTURES names a folder. */
  picture(name: string): Promise<void>
  leave(): Promise<void>
}

export const walkAs = async (browser: Browser, server: DemoServer, who: Who, visitor: Visitor): Promise<Walk> =>
  walkOn(await signInAs(browser, server, who, visitor))

/** The way of somebody who has a page open already. */
export const walkOn = async (page: Page): Promise<Walk> => {
  const barriers: string[] = []
  const look = async (status: number): Promise<void> => {
    // What is refused comes back as the same page, with what was typed.
    if (status >= 400 && status !== 409 && status !== 422)
      throw new Error(`${page.url()} answered ${status}: ${await page.locator('main').innerText()}`)
    barriers.push(...(await barriersOf(page)))
  }
  const pressing = async (press: () => Promise<void>): Promise<void> => {
    // The page that a form leads to, not the answer that sends there: and not before it is there.
    const [answer] = await Promise.all([page.waitForResponse(isPage), page.waitForEvent('load'), press()])
    await look(answer.status())
  }
  await look(200)
  return {
    page,
    barriers,
    goTo: async (path) => look((await page.goto(path))?.status() ?? 0),
    follow: (selector) => pressing(() => page.locator(`main ${selector}`).first().click()),
    send: (action, having) => {
      const form = page.locator(`form[action="${action}"]${having ? `:has(${having})` : ''}`).first()
      return pressing(() => form.locator('button:not([name="do"])').first().click())
    },
    fill: async (values) => {
      for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).fill(value)
    },
    unfold: async (inside) => {
      const folded = page.locator(`main details:not([open]):has(${inside})`)
      while ((await folded.count()) > 0) await folded.first().locator('summary').first().click()
    },
    text: () => page.locator('main').innerText(),
    written: () => page.evaluate(withoutReadings),
    refusals: () => page.locator('.error-summary').count(),
    path: () => new URL(page.url()).pathname,
    picture: async (name) => {
      const width = page.viewportSize()?.width ?? 0
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
    },
    leave: () => page.context().close(),
  }
}

const withoutReadings = `(() => {
  const copy = document.querySelector('main').cloneNode(true)
  copy.querySelectorAll('rt').forEach((reading) => reading.remove())
  return copy.textContent
})()`

const isPage = (answer: Response): boolean =>
  answer.request().isNavigationRequest() && (answer.status() < 300 || answer.status() >= 400)

/** What stands in the way of reading a page, wherever its window is too narrow for it too. */
export const barriersOf = async (page: Page): Promise<string[]> => {
  const barriers = await accessBarriers(page)
  const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  return wider ? [...barriers, `${new URL(page.url()).pathname} scrolls sideways`] : barriers
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; html: string; failureSummary?: string }[]
}

// The same page in a window as wide has the same barriers: it is examined once, and what was found is said each time.
const examined = new Map<string, Promise<string[]>>()

/** What stands in the way of reading this page (WCAG 2.2 A and AA), as sentences; empty is good. */
export const accessBarriers = async (page: Page): Promise<string[]> => {
  const html = await page.content()
  const key = createHash('sha256')
    .update(`${page.viewportSize()?.width} ${html.replaceAll(formToken, '')}`)
    .digest('hex')
  const known = examined.get(key)
  if (known) return known
  const found = look(page, html)
  examined.set(key, found)
  return found
}

// Each rendering of a form has a token of its own.
const formToken = /(?<=name="_token" value=")[^"]*/g

const look = async (page: Page, html: string): Promise<string[]> => {
  const browser = page.context().browser()
  const hasScript = await page.evaluate(() => matchMedia('(scripting: enabled)').matches)
  // A script element is refused by our own policy; the debugger's evaluation is not.
  if (hasScript || browser === null) return page.evaluate(axe).then(() => examine(page))
  return examineCopy(page, browser, html)
}

// One window for copies in each browser, with axe in every page from its beginning.
const copies = new WeakMap<Browser, Promise<BrowserContext>>()

const openCopies = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce' })
  await context.addInitScript(axe)
  return context
}

// Where scripts are off axe does not run either: the same HTML is looked at where they are on.
const examineCopy = async (page: Page, browser: Browser, html: string): Promise<string[]> => {
  const opening = copies.get(browser) ?? openCopies(browser)
  copies.set(browser, opening)
  const copy = await (await opening).newPage()
  try {
    const body = html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    await copy.setViewportSize(page.viewportSize() ?? { width: 1280, height: 900 })
    await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
    await copy.goto(page.url())
    return await examine(copy)
  } finally {
    await copy.close()
  }
}

// Sound and films are loaded beforehand for the rules about them; style sheets have none that we ask for.
const how = { runOnly: rules, resultTypes: ['violations'], preload: { assets: ['media'] } }

const examine = async (page: Page): Promise<string[]> => {
  const violations = await page.evaluate(async (options) => {
    const window = globalThis as unknown as { axe: { run(how: object): Promise<{ violations: Violation[] }> } }
    return (await window.axe.run(options)).violations
  }, how)
  const where = new URL(page.url()).pathname
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
  )
}

import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; html: string; failureSummary?: string }[]
}

/** What stands in the way of reading this page (WCAG 2.2 A and AA), as sentences; empty is good. */
export const accessBarriers = async (page: Page): Promise<string[]> => {
  const browser = page.context().browser()
  const hasScript = await page.evaluate(() => matchMedia('(scripting: enabled)').matches)
  return hasScript || browser === null ? examine(page) : examineCopy(page, browser)
}

// Where scripts are off axe does not run either: the same HTML is looked at in a window of its own.
const examineCopy = async (page: Page, browser: Browser): Promise<string[]> => {
  const size = page.viewportSize() ?? { width: 1280, height: 900 }
  const context = await browser.newContext({ viewport: size, locale: 'ja-JP', reducedMotion: 'reduce' })
  try {
    const copy = await context.newPage()
    const body = (await page.content()).replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
    await copy.goto(page.url())
    return await examine(copy)
  } finally {
    await context.close()
  }
}

const examine = async (page: Page): Promise<string[]> => {
  // A script element is refused by our own policy; the debugger's evaluation is not.
  await page.evaluate(axe)
  const violations = await page.evaluate(async (only) => {
    const window = globalThis as unknown as { axe: { run(how: object): Promise<{ violations: Violation[] }> } }
    return (await window.axe.run({ runOnly: only })).violations
  }, rules)
  const where = new URL(page.url()).pathname
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(' ')}: ${node.html.slice(0, 160)}`),
  )
}

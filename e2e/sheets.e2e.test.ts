import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { samplePeople, signInAs } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'

const steps = ['wishes', 'themes', 'hours', 'days', 'limits', 'travel', 'company', 'avoid', 'help']

describe('a supporter’s sheet and their breaks', () => {
  let stage: Stage
  let server: DemoServer
  let browser: Browser
  beforeAll(async () => {
    stage = await openStage()
    ;({ server, browser } = stage)
  })
  afterAll(() => stage?.close())

  const expectToFit = async (page: Page): Promise<void> => {
    expect(await barriersOf(page)).toEqual([])
    if (process.env['HITOBA_SHOTS']) {
      const name = new URL(page.url()).pathname.replaceAll('/', '-')
      await page.screenshot({
        path: `${process.env['HITOBA_SHOTS']}/${page.viewportSize()?.width}${name}.png`,
        fullPage: true,
      })
    }
  }

  test.each(['ja', 'easy', 'en'] as const)(
    'every page of it fits a phone and can be read by all, in %s',
    async (locale) => {
      const page = await signInAs(browser, server, 'supporter', { width: 375, reader: { locale, furigana: true } })
      for (const path of ['/sheet', '/pause', '/sheet-versions', ...steps.map((step) => `/sheet/${step}`)]) {
        await page.goto(path)
        await expectToFit(page)
      }
      await page.context().close()
    },
  )

  test('without scripts: written page by page, a break begun on the start page and ended', async () => {
    const page = await signInAs(browser, server, 'supporter', { width: 375, javaScript: false })
    await page.goto('/sheet/hours')
    await page.locator('input[name="times_1"]').fill('夕方')
    await page.locator('main form button').first().click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await expectToFit(page)
    await page.locator('input[name="times_1"]').fill('17時半〜19時')
    await page.locator('button[name="go"]').click()
    expect(new URL(page.url()).pathname).toBe('/sheet/days')
    await page.goto('/sheet')
    expect(await page.locator('main').innerText()).toContain('午後5時30分〜午後7時')
    await page.goto('/today')
    await page.locator('form[action="/pause"] button').click()
    expect(await page.locator('main').innerText()).toContain('お休み中です')
    await expectToFit(page)
    await page.goto('/today')
    await page.locator('form[action="/pause/end"] button').click()
    expect(await page.locator('main').innerText()).not.toContain('お休み中です')
    await page.context().close()
  })

  test('a coordinator writes down what they were told, links words, registers and ends', async () => {
    const [someone] = (await samplePeople(server, 'supporter')).slice(1)
    const base = `/supporters/${someone?.personId}`
    const page = await signInAs(browser, server, 'coordinator')
    const paths = ['/supporters', '/supporters/new', base, `${base}/pause`, `${base}/links`, `${base}/end`]
    for (const path of [...paths, ...steps.slice(0, 8).map((step) => `${base}/sheet/${step}`)]) {
      await page.goto(path)
      await expectToFit(page)
    }
    await page.goto(`${base}/sheet/limits`)
    await page.locator('select[name="wished"]').selectOption('3')
    await page.locator('input[name="via"]').first().check()
    await page.locator('main form button').first().click()
    expect(new URL(page.url()).pathname).toBe(base)
    await page.context().close()
  })

  test('nothing went wrong behind the pages', () => {
    expect(server.bugs).toEqual([])
  })
})

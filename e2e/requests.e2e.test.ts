import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'

describe('requests and invitations of the sample programme', () => {
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
  }
  const firstOf = async (page: Page, pattern: RegExp): Promise<string | null> => {
    const hrefs = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    return hrefs.find((href) => pattern.test(href)) ?? null
  }

  test('a place reads its requests and fills in a new one without scripts', async () => {
    const page = await signInAs(browser, server, 'host', { javaScript: false })
    for (const path of ['/requests', '/requests?show=all', '/requests/new']) {
      await page.goto(path)
      await expectToFit(page)
    }
    const form = await firstOf(page, /^\/requests\/new\/[0-9a-f-]+$/)
    await page.goto(form ?? '')
    await page.locator('button[value="add_slot"]').click()
    expect(await page.locator('input[name="day4"]').count()).toBe(1)
    await expectToFit(page)
    await page.locator('textarea[name="purpose"]').fill('ゆっくり話せる時間にしたいです')
    await page.locator('form.form button.primary').click()
    await expectToFit(page)
    await page.locator('input[name="day1"]').fill('2026-12-20')
    await page.locator('input[name="from1"]').fill('13:00')
    await page.locator('form.form button.primary').click()
    await expectToFit(page)
    await page.goto(`${new URL(page.url()).pathname}/print`)
    await expectToFit(page)
    await page.context().close()
  })

  test('a coordinator goes through requests, and looks whom to ask', async () => {
    const page = await signInAs(browser, server, 'coordinator')
    await page.goto('/requests/new')
    await expectToFit(page)
    await page.goto('/requests?show=all')
    await expectToFit(page)
    const all = await page
      .locator('main .list a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const seen = new Set<string>()
    for (const href of all.slice(0, 20)) {
      await page.goto(href ?? '')
      const tag = await page.locator('.heading .tag').first().innerText()
      if (seen.has(tag)) continue
      seen.add(tag)
      await expectToFit(page)
      const matching = await firstOf(page, /\/matching$/)
      if (!matching) continue
      await page.goto(matching)
      await expectToFit(page)
      const proposal = await firstOf(page, /^\/proposals\//)
      if (!proposal) continue
      await page.goto(proposal)
      await expectToFit(page)
    }
    expect(seen.size).toBeGreaterThan(2)
    await page.context().close()
  })

  test.each(['ja', 'easy', 'en'] as const)('a supporter reads their invitations on a phone in %s', async (locale) => {
    const page = await signInAs(browser, server, 'supporter', { width: 375, reader: { locale, furigana: true } })
    for (const path of ['/proposals', '/requests', '/requests/new']) {
      await page.goto(path)
      await expectToFit(page)
    }
    await page.goto('/proposals')
    const proposal = await firstOf(page, /^\/proposals\//)
    expect(proposal).not.toBeNull()
    await page.goto(proposal ?? '')
    await expectToFit(page)
    await page.context().close()
  })

  test('no page hid an error of ours', () => expect(server.bugs).toEqual([]))
})

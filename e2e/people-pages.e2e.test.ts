import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessBarriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { migratedCopy } from './migrated-copy.ts'
import { samplePeople, signInAs } from './people.ts'
import { type DemoServer, startDemo } from './server.ts'

describe('what a person does with their own record', () => {
  let server: DemoServer
  let browser: Browser
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo({ copy: await migratedCopy() }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const expectToFit = async (page: Page): Promise<void> => {
    expect(await accessBarriers(page)).toEqual([])
    const widerThanScreen = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(widerThanScreen, `${page.url()} scrolls sideways`).toBe(false)
  }
  const own = ['/me', '/me/contact', '/me/consents', '/me/looked', '/me/erasure', '/me/calendar', '/account']

  test.each(['ja', 'easy', 'en'] as const)('a supporter on a phone reads it all in %s', async (locale) => {
    const page = await signInAs(browser, server, 'supporter', { width: 375, reader: { locale, furigana: true } })
    for (const path of own) {
      await page.goto(path)
      await expectToFit(page)
    }
    await page.context().close()
  })

  test('a supporter without scripts takes back a consent and gets an address for their calendar', async () => {
    const page = await signInAs(browser, server, 'supporter', { width: 375, javaScript: false })
    await page.goto('/me/consents')
    const ticked = page.locator('input[type="checkbox"]:checked')
    while ((await ticked.count()) > 0) await ticked.first().uncheck()
    await page.locator('main form button').click()
    expect(new URL(page.url()).pathname).toBe('/me')
    await expectToFit(page)
    await page.goto('/me/calendar')
    await page.locator('main form button').first().click()
    const address = await page.locator('.own-words').innerText()
    await expectToFit(page)
    const feed = await page.request.get(address)
    expect(await feed.text()).toContain('SUMMARY:予定')
    await page.context().close()
  })

  test('a coordinator finds a person, writes down what they told, and gives a reason in an emergency', async () => {
    const [someone] = (await samplePeople(server, 'supporter')).slice(1)
    const page = await signInAs(browser, server, 'coordinator')
    await page.goto(`/people?q=${encodeURIComponent(someone?.name ?? '')}`)
    await expectToFit(page)
    await page.locator('main .list a').first().click()
    await expectToFit(page)
    for (const form of ['erasure', 'contact', 'consents']) {
      await page.goto(`/people/${someone?.personId}/${form}`)
      await expectToFit(page)
    }
    await page.locator('main form button').click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await expectToFit(page)
    await page.goto('/people/new')
    await expectToFit(page)
    await page.context().close()
  })

  test('an administrator on a phone reads what was done, without anybody’s record', async () => {
    const page = await signInAs(browser, server, 'admin', { width: 375 })
    for (const path of ['/audit', '/audit?show=accounts']) {
      await page.goto(path)
      await expectToFit(page)
    }
    await page.context().close()
  })

  test('a person asks without scripts to have their record erased, and keeps it after all', async () => {
    const page = await signInAs(browser, server, 'supporter', { width: 375, javaScript: false })
    await page.goto('/me/erasure')
    for (const kept of [/お願いを受け取って/, /消してほしいと伝える/]) {
      await page.locator('main form button').click()
      expect(await page.locator('main').innerText()).toMatch(kept)
      await expectToFit(page)
    }
    await page.context().close()
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

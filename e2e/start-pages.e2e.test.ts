import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { accessBarriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { signInAs } from './people.ts'
import { type DemoServer, startDemo } from './server.ts'
import { migratedCopy } from './migrated-copy.ts'

describe('every role comes in and finds its start page', () => {
  let server: DemoServer
  let browser: Browser
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo({ copy: await migratedCopy() }), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test.each(roles)('%s, on a phone, in Japanese with furigana', async (role) => {
    const page = await signInAs(browser, server, role, { width: 375, reader: { locale: 'ja', furigana: true } })
    expect(new URL(page.url()).pathname).toBe('/today')
    expect(await page.locator('h1').count()).toBe(1)
    expect(await accessBarriers(page)).toEqual([])
    const widerThanScreen = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(widerThanScreen, 'the page scrolls sideways').toBe(false)
    await page.context().close()
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { signInAs } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'

describe('every role comes in and finds its start page, and from there its guide', () => {
  let stage: Stage
  let server: DemoServer
  let browser: Browser
  beforeAll(async () => {
    stage = await openStage()
    ;({ server, browser } = stage)
  })
  afterAll(() => stage?.close())

  test.each(roles)('%s, on a phone, in Japanese with furigana', async (role) => {
    const page = await signInAs(browser, server, role, { width: 375, reader: { locale: 'ja', furigana: true } })
    expect(new URL(page.url()).pathname).toBe('/today')
    expect(await page.locator('h1').count()).toBe(1)
    expect(await barriersOf(page)).toEqual([])
    await page.locator(`main a[href="/guide/${role}"]`).click()
    await page.waitForURL(`**/guide/${role}`)
    expect(await page.locator('.guide-steps > li').count()).toBeGreaterThan(1)
    expect(await page.locator('.guide-steps > li:not(:has(svg))').count()).toBe(0)
    expect(await barriersOf(page)).toEqual([])
    await page.context().close()
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

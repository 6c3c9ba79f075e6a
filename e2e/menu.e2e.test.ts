import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from './people.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'
import { bothWays } from './ways.ts'

describe('the menu of a coordinator', () => {
  let stage: Stage
  let browser: Browser
  beforeAll(async () => {
    stage = await openStage()
    ;({ browser } = stage)
  })
  afterAll(() => stage?.close())

  describe.each(bothWays)('%s', (_, visitor) => {
    test.each([375, 1280] as const)('opens at %i px and leads to a page that is marked', async (width) => {
      const page = await signInAs(browser, stage.server, 'coordinator', { ...visitor, width })
      const settings = page.locator('.site-nav a[href="/settings"]')
      const group = page.locator('.nav-group', { has: page.locator('a[href="/settings"]') })
      const openAll = async (): Promise<void> => {
        if (width === 375) await page.locator('.nav-fold > summary').click()
        await group.locator('summary').click()
      }
      expect(await settings.isVisible()).toBe(false)
      await openAll()
      expect(await barriersOf(page)).toEqual([])
      await settings.click()
      expect(new URL(page.url()).pathname).toBe('/settings')
      expect(await group.locator('summary').getAttribute('class')).toBe('here')
      await openAll()
      expect(await page.locator('.site-nav [aria-current="page"]').getAttribute('href')).toBe('/settings')
      await page.context().close()
    })

    test('opens and is left with keys', async () => {
      const page = await signInAs(browser, stage.server, 'coordinator', { ...visitor, width: 1280 })
      const summary = page.locator('.nav-group > summary').first()
      const first = page.locator('.nav-group').first()
      const isOpen = async (): Promise<boolean> => (await first.getAttribute('open')) !== null
      await summary.focus()
      await page.keyboard.press('Enter')
      expect(await isOpen()).toBe(true)
      await page.keyboard.press('Tab')
      expect(await first.locator('a:focus').count()).toBe(1)
      await page.keyboard.press(visitor.javaScript ? 'Escape' : 'Shift+Tab')
      expect(await first.locator('summary:focus').count()).toBe(1)
      if (!visitor.javaScript) await page.keyboard.press('Enter')
      expect(await isOpen()).toBe(false)
      await page.context().close()
    })
  })

  test('no page hid a bug', () => expect(stage.server.bugs).toEqual([]))
})

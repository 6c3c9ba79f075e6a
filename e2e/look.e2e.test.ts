import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bothWays } from './ways.ts'
import { openPage } from './people.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf, type Walk, walkOn } from './walk.ts'

describe('how pages look to whoever reads them', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  test.each([375, 1280] as const)('the gallery of all parts has no barriers, %i px wide', async (width) => {
    const page = await openPage(stage.browser, stage.server, { width, reader: { locale: 'ja', furigana: true } })
    expect((await page.goto('/gallery'))?.status()).toBe(200)
    expect(await barriersOf(page)).toEqual([])
    await page.context().close()
  })

  describe.each(bothWays)('settings of the reader, %s', (_, visitor) => {
    let walk: Walk
    beforeAll(async () => {
      const page = await openPage(stage.browser, stage.server, { ...visitor, width: 375 })
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      await page.goto('/gallery')
      walk = await walkOn(page)
    })
    afterAll(() => walk?.leave())

    const wish = async (marks: readonly string[]): Promise<void> => {
      await walk.goTo('/reading?back=/gallery')
      for (const box of await walk.page.locator('input[name="marks"]').all())
        await box.setChecked(marks.includes((await box.getAttribute('value')) ?? ''))
      await walk.page.locator('main form button').first().click()
      await walk.page.waitForURL('**/gallery')
    }

    test('larger text is larger, on this page and the next', async () => {
      await wish([])
      const before = await textSizes(walk.page)
      await wish(['large'])
      const larger = await textSizes(walk.page)
      expect(larger.map((size, at) => size / (before[at] ?? size)).every((ratio) => ratio > 1.2)).toBe(true)
      await walk.goTo('/sign-in')
      expect((await textSizes(walk.page))[0]).toBe(larger[0])
      expect(walk.barriers).toEqual([])
    })

    test('in calm mode nothing moves', async () => {
      await wish([])
      expect(await moving(walk.page), 'something moves otherwise, or this could not be seen').not.toBe(0)
      await wish(['calm'])
      expect(await moving(walk.page)).toBe(0)
    })

    test('whoever asks their device for less motion need not ask again', async () => {
      await wish([])
      await walk.page.emulateMedia({ reducedMotion: 'reduce' })
      expect(await moving(walk.page)).toBe(0)
      await walk.page.emulateMedia({ reducedMotion: 'no-preference' })
    })
  })
})

/** Pixels of running text, headings and buttons. */
const textSizes = (page: Page): Promise<number[]> =>
  page.evaluate(`['body', 'h1', 'main p', 'button']
    .map((one) => parseFloat(getComputedStyle(document.querySelector(one)).fontSize))`)

/** How many parts of the page change little by little, move by themselves or scroll smoothly. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(`[...document.querySelectorAll('*')].flatMap((one) =>
    ['', '::before', '::after'].map((part) => getComputedStyle(one, part || undefined))
  ).filter((style) =>
    style.transitionDuration.split(', ').some((long) => parseFloat(long) > 0)
    || style.animationName !== 'none' || style.scrollBehavior === 'smooth'
  ).length`)

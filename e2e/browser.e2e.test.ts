import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessBarriers } from './axe.ts'
import { openBrowser, openWindow } from './browser.ts'

// The checker itself is checked: a page with barriers must not look clean, whether scripts run or not.
const bad = '<html><body><img src=x><p>ひとば</p></body></html>'
const good =
  '<html lang="ja"><head><title>ひとば</title></head><body><main><h1>ひとば</h1><p>ようこそ</p></main></body></html>'

describe.each([true, false])('with scripts %s', (javaScript) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const barriersOf = async (body: string) => {
    const page = await (await openWindow(browser, 'http://hitoba.invalid', { javaScript })).newPage()
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
    await page.goto('/page')
    return accessBarriers(page)
  }
  test('barriers are found', async () => {
    const found = (await barriersOf(bad)).join('\n')
    expect(found).toContain('image-alt')
    expect(found).toContain('html-has-lang')
  })
  test('a sound page has none', async () => expect(await barriersOf(good)).toEqual([]))
})

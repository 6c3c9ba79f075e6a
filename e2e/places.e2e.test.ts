import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editionFile, officeCells } from '#test/places/wam-edition.ts'
import { signInAs } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'

const pictures = process.env['HITOBA_PICTURES']

describe('places', () => {
  let stage: Stage
  let server: DemoServer
  let browser: Browser
  beforeAll(async () => {
    stage = await openStage()
    ;({ server, browser } = stage)
  })
  afterAll(() => stage?.close())

  const expectToFit = async (page: Page, name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
    expect(await barriersOf(page)).toEqual([])
  }

  test('a coordinator without scripts finds a place, reads it, and corrects it', async () => {
    const page = await signInAs(browser, server, 'coordinator', {
      javaScript: false,
      reader: { locale: 'ja', furigana: true },
    })
    await page.goto('/places')
    await expectToFit(page, 'list')
    await page.locator('input[name="q"]').fill('ひだまり')
    await page.locator('form.filter button').click()
    await page.locator('main table a').first().click()
    await expectToFit(page, 'place')
    await page.goto(`${page.url()}/edit`)
    await expectToFit(page, 'edit')
    await page.locator('input[name="name"]').fill('')
    await page.locator('main form.form button[type="submit"]').click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await expectToFit(page, 'edit-refused')
    await page.goto('/places/new')
    await expectToFit(page, 'new')
    await page.context().close()
  })

  test('a coordinator imports an edition of the national list', async () => {
    const page = await signInAs(browser, server, 'coordinator')
    await page.goto('/places/import')
    await expectToFit(page, 'import')
    const rows = [1, 2, 3, 4, 5, 6].map((no) => officeCells({ no }))
    const buffer = Buffer.from(editionFile([...rows, officeCells({ no: 3 }), ['切れた行']]))
    await page.locator('input[type="file"]').setInputFiles({ name: 'csvdownload053.csv', mimeType: 'text/csv', buffer })
    await page.locator('main form button').click()
    await expectToFit(page, 'preview')
    const path = new URL(page.url()).pathname
    await page.goto(`${path}?show=broken`)
    await expectToFit(page, 'preview-broken')
    await page.goto(path)
    await page.locator(`form[action="${path}/run"] button`).click()
    expect(new URL(page.url()).pathname).toMatch(/^\/work\//)
    await page.getByText('加えた 6件').waitFor()
    await expectToFit(page, 'imported')
    await page.goto('/places?status=listed')
    await expectToFit(page, 'listed')
    await page.context().close()
  })

  test.each(['ja', 'easy', 'en'] as const)(
    'a host on a phone reads and describes the own place in %s',
    async (locale) => {
      const page = await signInAs(browser, server, 'host', { width: 375, reader: { locale, furigana: true } })
      await page.goto('/my-place')
      await expectToFit(page, `mine-${locale}`)
      const place = new URL(page.url()).pathname
      for (const [name, path] of [
        ['mine-edit', '/edit'],
        ['contact', '/contacts/new'],
        ['sheets', '/sheets'],
      ] as const) {
        await page.goto(`${place}${path}`)
        await expectToFit(page, `${name}-${locale}`)
      }
      await page.locator('main .list a').first().click()
      await expectToFit(page, `sheet-${locale}`)
      expect(pagesOf(await page.pdf({ format: 'A4' })), 'the sheet is one page of paper').toBe(1)
      if (pictures) {
        await page.emulateMedia({ media: 'print' })
        await page.setViewportSize({ width: 700, height: 1000 })
        await page.screenshot({ path: `${pictures}/paper-${locale}.png`, fullPage: true })
      }
      await page.context().close()
    },
  )

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { castOf } from './cast.ts'
import { firstOf, samplePeople, signInAs } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { barriersOf } from './walk.ts'

describe('what a person does with their own record', () => {
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
  const own = [
    '/me',
    '/me/contact',
    '/me/consents',
    '/me/looked',
    '/me/erasure',
    '/me/merges',
    '/me/calendar',
    '/account',
  ]

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

  test('a trainee’s own story, written without scripts, is read by the one whom they chose, and by nobody else', async () => {
    const { as, onPhone } = castOf(stage, { javaScript: false, reader: { locale: 'ja', furigana: true } })
    const leader = await firstOf(server, 'companion')
    let story = ''
    await onPhone('trainee', async (walk) => {
      await walk.goTo('/story-drafts/new')
      await walk.fill({ title: 'はじめの一歩', text: '外に出られるようになるまで' })
      await walk.send('/story-drafts/new')
      story = walk.path()
      await walk.page.locator('select[name="reader_id"]').selectOption(leader.personId)
      await walk.send(`${story}/reader`)
    })
    await onPhone(leader, async (walk) => {
      await walk.goTo(story)
      await walk.fill({ comment: '読ませてくださってありがとうございます' })
      await walk.send(`${story}/comments`)
    })
    await as('coordinator', async (walk) => {
      expect((await walk.page.goto(story))?.status()).toBe(404)
    })
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openWindow, type Visitor } from './browser.ts'
import { migratedCopy } from './migrated-copy.ts'
import { readingCookie } from './people.ts'
import { type DemoServer, startDemo } from './server.ts'
import { type Walk, walkAs, walkOn } from './walk.ts'

const pictures = process.env['HITOBA_PICTURES']

const ways: [string, Visitor][] = [
  ['with JavaScript, in Japanese with furigana', { javaScript: true, reader: { locale: 'ja', furigana: true } }],
  ['without JavaScript, in easy Japanese', { javaScript: false, reader: { locale: 'easy' } }],
]

describe.each(ways)('from the public call to a place in a run, %s', (_, visitor) => {
  let server: DemoServer
  let browser: Browser
  let phone: Walk
  let runId = ''
  let mine = ''
  let theirs = ''

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo({ copy: await migratedCopy() }), openBrowser()])
    const window = await openWindow(browser, server.address, { ...visitor, width: 375 })
    if (visitor.reader) await window.addCookies([readingCookie(server.address, visitor.reader)])
    const page = await window.newPage()
    await page.goto('/')
    phone = await walkOn(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const picture = async ({ page }: Walk, name: string): Promise<void> => {
    const width = page.viewportSize()?.width ?? 0
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
  const asCoordinator = async (work: (walk: Walk) => Promise<void>): Promise<void> => {
    const walk = await walkAs(browser, server, 'coordinator', { ...visitor, width: 1280 })
    try {
      await work(walk)
      expect(walk.barriers).toEqual([])
    } catch (error) {
      throw new Error(`${walk.path()}\n${await walk.text().catch(() => '')}`, { cause: error })
    } finally {
      await walk.leave()
    }
  }
  const fill = async (walk: Walk, values: Record<string, string>): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await walk.page.locator(`main [name="${name}"]`).fill(value)
  }

  const advancedCourse = (): Promise<string> =>
    server.services.db.asPlatform(async (tx) => {
      const course = tx.selectFrom('training.course').select('id').where('kind', '=', 'advanced')
      return (await course.orderBy('programme_id').executeTakeFirstOrThrow()).id
    })

  const lastMail = (): Promise<string> =>
    server.services.db.asPlatform(async (tx) => {
      const mails = tx.selectFrom('platform.demo_mail').select('body').where('to_address', '=', 'hiro@example.test')
      return (await mails.executeTakeFirstOrThrow()).body
    })
  const withoutFurigana = ({ page }: Walk): Promise<string> =>
    page.evaluate(`(() => {
      const copy = document.querySelector('main').cloneNode(true)
      copy.querySelectorAll('rt').forEach((reading) => reading.remove())
      return copy.textContent
    })()`)

  test('the coordinator makes a run with one place and opens it', () =>
    asCoordinator(async (walk) => {
      await walk.goTo('/training/courses')
      await picture(walk, 'courses')
      const course = `/training/courses/${await advancedCourse()}`
      await walk.goTo(course)
      await picture(walk, 'course')
      await walk.goTo(`${course}/edit`)
      await walk.goTo(`${course}/runs/new`)
      await fill(walk, {
        name: '一席だけの回',
        apply_from: '2026-11-01',
        apply_until: '2026-12-20',
        capacity: '1',
        place: '見本会館',
        first_on: '2027-01-12',
        from: '14:00',
      })
      await walk.send(`${course}/runs/new`)
      runId = walk.path().split('/').at(-1) ?? ''
      await walk.page.locator('form#status [name="to"]').selectOption('open')
      await walk.send(`/training/runs/${runId}/status`)
      expect(await walk.page.locator('.error-summary').count()).toBe(0)
      await picture(walk, 'run')
      await walk.goTo('/training')
      await picture(walk, 'runs')
    }))

  test('somebody reads the call on a phone and asks by mail', async () => {
    await phone.goTo('/courses')
    await phone.page.locator('main .list a').first().click()
    await phone.page.waitForLoadState()
    await picture(phone, 'call')
    const place = phone.path()
    await phone.goTo(`${place}/${runId}`)
    await picture(phone, 'call-run')
    await phone.send(`${place}/${runId}`)
    expect(await phone.page.locator('.error-summary').count(), 'what is missing is said').toBe(1)
    await fill(phone, { name: '川上 ひろ', kana: 'かわかみ ひろ', email: 'hiro@example.test' })
    await phone.send(`${place}/${runId}`)
    expect(phone.path()).toBe(`${place}/sent`)
    await server.jobs.drainNow()
    const link = /https?:\/\/\S+\/come-in\/[\w-]+/.exec(await lastMail())?.[0] ?? ''
    await phone.goTo(new URL(link).pathname)
    await phone.send(phone.path())
    mine = phone.path()
    expect(mine).toMatch(/^\/my-applications\//)
    expect(phone.barriers).toEqual([])
  })

  test('they write in their own words, what they need too, save, come back, and send', async () => {
    await phone.goTo(`${mine}/edit`)
    await fill(phone, { why: '仲間のそばにいたいです', needs: '静かな席がよいです' })
    await phone.page.locator('main button[name="do"][value="save"]').click()
    await phone.page.waitForLoadState()
    await phone.goTo('/my-applications')
    await picture(phone, 'my-applications')
    await phone.goTo(`${mine}/edit`)
    expect(await phone.page.locator('[name="why"]').inputValue()).toBe('仲間のそばにいたいです')
    await phone.send(`${mine}/edit`)
    expect(await phone.page.locator('.error-summary').count(), 'consent is asked for').toBe(1)
    await picture(phone, 'application-form')
    await phone.page.locator('[name="consent"]').check()
    await phone.send(`${mine}/edit`)
    expect(phone.path()).toBe(mine)
    await phone.goTo(`${mine}/print`)
    await picture(phone, 'application-paper')
    expect(phone.barriers).toEqual([])
  })

  test('staff write down a second one by telephone; the one place is offered, the other waits', () =>
    asCoordinator(async (walk) => {
      await walk.goTo(`/training/runs/${runId}/applications/new`)
      await walk.page.locator('[name="via"][value="phone"]').check()
      await fill(walk, { told_on: '2026-11-23', name: '佐野 まこと', kana: 'さの まこと' })
      await walk.send(`/training/runs/${runId}/applications/new`)
      theirs = walk.path().replace(/\/edit$/, '')
      await fill(walk, { why: '電話で聞きました。前から参加したかったそうです' })
      await walk.page.locator('[name="consent"]').check()
      await walk.send(`${theirs}/edit`)
      await walk.goTo(`/training/runs/${runId}/selection`)
      await picture(walk, 'selection')
      const hers = mine.replace('/my-applications/', '/training/applications/')
      await decide(walk, theirs, 'offered')
      await walk.goTo(hers)
      await walk.page.locator('form#needs [name="answer"][value="yes"]').check()
      await walk.page.locator('form#needs [name="words"]').fill('前のほうの静かな席を用意します')
      await walk.send(`${hers}/needs`)
      await picture(walk, 'staff-application')
      await decide(walk, hers, 'offered')
      expect(await walk.page.locator('.error-summary').count(), 'no second place').toBe(1)
      await decide(walk, hers, 'waiting')
      await walk.goTo(`${hers}/letter`)
      await picture(walk, 'letter-waiting')
    }))

  const decide = async (walk: Walk, at: string, to: string, via?: string): Promise<void> => {
    await walk.goTo(at)
    await walk.page.locator(`form#decide [name="to"][value="${to}"]`).check()
    await walk.page.locator('form#decide [name="reason"]').fill('3人で話し合いました')
    if (via) await walk.page.locator('form#decide [name="via"]').selectOption(via)
    await walk.send(`${at}/status`)
  }

  test('the first gives the place back by telephone; the other is asked at once and says yes with one press', async () => {
    await asCoordinator((walk) => decide(walk, theirs, 'declined', 'phone'))
    await phone.goTo('/inbox')
    await phone.goTo(mine)
    await picture(phone, 'offered')
    await phone.send(`${mine}/status`, 'input[name="to"][value="accepted"]')
    await picture(phone, 'accepted')
    expect(await withoutFurigana(phone)).toContain('前のほうの静かな席を用意します')
    await phone.goTo('/today')
    await picture(phone, 'today')
    await phone.goTo('/tasters')
    await picture(phone, 'tasters')
    expect(phone.barriers).toEqual([])
    expect(server.bugs).toEqual([])
  })

  test('an office names two, and tasters are planned and counted', async () => {
    await asCoordinator(async (walk) => {
      await walk.goTo('/training/tasters')
      await walk.page.locator('main .list a').last().click()
      await walk.page.waitForLoadState()
      await picture(walk, 'taster-past')
      await walk.goTo('/training/tasters/new')
      await walk.goTo('/today')
      await picture(walk, 'today-coordinator')
    })
    const host = await walkAs(browser, server, 'host', { ...visitor, width: 375 })
    await host.goTo('/my-applications')
    await host.page.locator('main a[href^="/my-applications/new/"]').first().click()
    await host.page.waitForLoadState()
    await fill(host, { colleague_name: '同僚 さくら', colleague_kana: 'どうりょう さくら' })
    await picture(host, 'office')
    await host.send(host.path())
    expect(host.path()).toMatch(/\/edit$/)
    expect(host.barriers).toEqual([])
    await host.leave()
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '#test/documents/read-pdf.ts'
import { openBrowser, type Visitor } from './browser.ts'
import { migratedCopy } from './migrated-copy.ts'
import { samplePeople, type SamplePerson } from './people.ts'
import { type DemoServer, startDemo } from './server.ts'
import { type Walk, walkAs } from './walk.ts'

const ways: [string, Visitor][] = [
  ['with JavaScript, in Japanese with furigana', { javaScript: true, reader: { locale: 'ja', furigana: true } }],
  ['without JavaScript, in easy Japanese', { javaScript: false, reader: { locale: 'easy' } }],
]

describe.each(ways)('from a completed course to the next year, %s', (_, visitor) => {
  let server: DemoServer
  let browser: Browser
  let trainee: SamplePerson
  let supporter: SamplePerson
  let certificateId = ''
  let code = ''

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo({ copy: await migratedCopy() }), openBrowser()])
    trainee = await first('trainee')
    supporter = await first('supporter')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const first = async (role: 'trainee' | 'supporter'): Promise<SamplePerson> => {
    const [person] = await samplePeople(server, role)
    if (!person) throw new Error(`nobody is ${role}`)
    return person
  }
  const as = async (
    who: Parameters<typeof walkAs>[2],
    walk: (walk: Walk) => Promise<void>,
    width: 375 | 1280 = 1280,
  ) => {
    const walker = await walkAs(browser, server, who, { ...visitor, width })
    try {
      await walk(walker)
      expect(walker.barriers).toEqual([])
    } catch (error) {
      throw new Error(`${walker.path()}\n${await walker.text().catch(() => '')}`, { cause: error })
    } finally {
      await walker.leave()
    }
  }
  const statusOf = async (person: SamplePerson): Promise<string | undefined> =>
    server.services.db.asPlatform(async (tx) => {
      const query = tx.selectFrom('registration.change').select('to_status').where('person_id', '=', person.personId)
      return (await query.orderBy('at', 'desc').executeTakeFirst())?.to_status
    })

  test('the certificate, on a phone, and as a file that says the name', () =>
    as(
      trainee,
      async (walk) => {
        await walk.goTo('/certificates')
        certificateId = (await walk.page.locator('main a[href^="/certificates/"]').first().getAttribute('href')) ?? ''
        await walk.goTo(certificateId)
        code = await walk.page.locator('main code').first().innerText()
        const file = await walk.page.request.get(`${certificateId}/pdf`)
        const printed = await readPdf(new Uint8Array(await file.body()))
        expect(printed.marked).toBe(true)
        expect(printed.text).toContain(trainee.name.replaceAll(/\s/g, ''))
      },
      375,
    ))

  test('whoever is shown it learns that it matches, and nothing where the name is another', () =>
    as('officer', async (walk) => {
      for (const [name, notice] of [
        [trainee.name, '.notice.good'],
        ['見本 別人', '.notice.attention'],
      ] as const) {
        await walk.goTo(`/verify/${code.replaceAll('-', '')}`)
        await walk.page.locator('[name="name"]').fill(name)
        await walk.send('/verify')
        expect(await walk.page.locator(notice).count()).toBe(1)
      }
    }))

  test('the trainee applies in their own words, on a phone', () =>
    as(
      trainee,
      async (walk) => {
        await walk.goTo('/registration/apply')
        await walk.page.locator('[name="words"]').fill('料理と散歩が好きです')
        await walk.send('/registration/apply')
        expect(await walk.page.locator('.error-summary').count(), 'consent is asked for').toBe(1)
        await walk.page.locator('[name="consent"]').check()
        await walk.send('/registration/apply')
        expect(await statusOf(trainee)).toBe('applied')
      },
      375,
    ))

  test('the talk is arranged, the sheet filled in together, and they are registered', () =>
    as('coordinator', async (walk) => {
      const own = `/registrations/${trainee.personId}`
      await walk.goTo('/registrations')
      await walk.goTo(own)
      const talk = walk.page.locator(`form[action="${own}/talk"]`)
      await talk.locator('[name="day"]').fill('2026-12-01')
      await talk.locator('[name="time"]').fill('10:00')
      await talk.locator('[name="place"]').fill('事務所')
      await talk.locator('[name="with"]').selectOption({ index: 1 })
      await walk.send(`${own}/talk`)
      await walk.goTo(`/supporters/${trainee.personId}`)
      const step = `/supporters/${trainee.personId}/sheet/limits`
      await walk.goTo(step)
      await walk.page.locator('[name="wished"]').selectOption('2')
      await walk.page.locator('[name="via"][value="in_person"]').check()
      await walk.send(step)
      await walk.goTo(own)
      await walk.send(`${own}/registered`)
      expect(await statusOf(trainee)).toBe('registered')
      await walk.goTo('/register')
    }))

  test('in February people are asked', async () => {
    server.passTime(Date.parse('2027-02-03T01:00:00Z') - server.services.clock().getTime())
    await as('coordinator', async (walk) => {
      await walk.goTo('/renewals')
      await walk.send('/renewals/asked')
    })
    expect(await statusOf(supporter)).toBe('renewal_asked')
  })

  test('and one press is enough to stay, on a phone', () =>
    as(
      supporter,
      async (walk) => {
        await walk.goTo('/today')
        await walk.goTo('/registration')
        await walk.send('/registration/renewal', 'input[value="stay"]')
        expect(await statusOf(supporter)).toBe('registered')
        const file = await walk.page.request.get('/registration/card.pdf')
        const card = await readPdf(new Uint8Array(await file.body()))
        expect(card.text).toContain('令和10年3月31日')
      },
      375,
    ))

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

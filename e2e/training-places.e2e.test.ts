import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '#platform/documents/csv.ts'
import { type Cast, castOf } from './cast.ts'
import { firstOf, type SamplePerson } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { bothWays } from './ways.ts'

describe.each(bothWays)('host places learn and meet, %s', (_, visitor) => {
  let stage: Stage
  let server: DemoServer
  let as: Cast['as']
  let onPhone: Cast['onPhone']
  let host: SamplePerson
  let openRun = ''
  let colleague = ''
  let run: { id: string; enrolmentId: string; exchange: string }

  beforeAll(async () => {
    stage = await openStage()
    ;({ server } = stage)
    ;({ as, onPhone } = castOf(stage, visitor))
    host = await firstOf(server, 'host')
    run = await exchangeOf(server, host.personId)
  })
  afterAll(() => stage?.close())

  test('an office names two for the course for places; its contact writes their own part, and no other', () =>
    onPhone(host, async (walk) => {
      await walk.goTo('/my-applications')
      await walk.follow('a[href^="/my-applications/new/"]')
      openRun = walk.path().split('/').at(-1) ?? ''
      await walk.fill({ colleague_name: '同僚 さくら', colleague_kana: 'どうりょう さくら' })
      await walk.picture('office')
      await walk.send(walk.path())
      expect(walk.path()).toMatch(/\/edit$/)
      await walk.fill({ why: '迎える準備を学びたい' })
      await walk.page.locator('[name="consent"]').check()
      await walk.send(walk.path())
      expect(await walk.refusals()).toBe(0)
      expect(walk.path()).toMatch(/^\/my-applications\/[0-9a-f-]{36}$/)
      await walk.picture('office-waits')
      colleague = await namedIn(server, openRun)
      await walk.goTo(`/my-applications/${colleague}`)
      await walk.picture('office-colleague')
      expect(await walk.page.locator('a[href$="/edit"], a[href$="/print"]').count()).toBe(0)
    }))

  test('the colleague has no mail: the coordinator asks them, says how they agreed, and both are sent', async () => {
    await as('coordinator', async (walk) => {
      await walk.goTo(`/training/runs/${openRun}/selection`)
      await walk.follow(`a[href="/training/applications/${colleague}"]`)
      await walk.picture('named-colleague')
      await walk.page.locator('input[name="via"][value="phone"]').check()
      await walk.send(`/training/applications/${colleague}/told`)
      const edit = `/training/applications/${colleague}/edit`
      expect(walk.path()).toBe(edit)
      await walk.fill({ why: '一緒に学びたい' })
      await walk.page.locator('[name="consent"]').check()
      await walk.send(edit)
      expect(await walk.refusals(), 'how they agreed is asked for').toBe(1)
      await walk.page.locator('[name="consent_via"]').selectOption('phone')
      await walk.send(edit)
      expect(walk.path()).toBe(`/training/applications/${colleague}`)
      await walk.picture('told-colleague')
    })
    expect(await statusesIn(server, colleague)).toEqual(['submitted', 'submitted'])
  })

  test('the places’ run goes on: the next is an exchange meeting', () =>
    onPhone(host, async (walk) => {
      await walk.goTo('/my-course')
      await walk.goTo(`/my-course/${run.enrolmentId}`)
      await walk.picture('exchange-course')
      await walk.goTo(`/my-course/sessions/${run.exchange}`)
      expect(await walk.written()).toContain('こまったこと、うれしかったこと')
    }))

  test('they met: the sheet with the signatures is entered on a phone, and a place says how it was', async () => {
    server.passTime(Date.parse('2026-12-12T08:00:00Z') - server.services.clock().getTime())
    const session = `/training/runs/${run.id}/sessions/${run.exchange}`
    await onPhone('companion', async (walk) => {
      await walk.goTo(`${session}/sheet`)
      await walk.goTo(session)
      await walk.page.locator('input[name="source"][value="sheet"]').check()
      for (const box of await walk.page.locator('input[name^="state-"][value="present"]').all()) await box.check()
      await walk.send(`${session}/attendance`)
      await walk.goTo(`/training/runs/${run.id}/attendance`)
    })
    await onPhone(host, async (walk) => {
      await walk.goTo(`/my-course/sessions/${run.exchange}`)
      await walk.page.locator('[name="words"]').fill('ほかの場の工夫を聞けた')
      await walk.send(`/my-course/sessions/${run.exchange}`)
    })
  })

  test('those who came to both have completed it, and the place stands there as one that learnt', async () => {
    await as('coordinator', async (walk) => {
      await walk.goTo(`/training/runs/${run.id}/completion`)
      for (const box of await walk.page.locator('input[name="complete"]').all()) await box.check()
      await walk.send(`/training/runs/${run.id}/completion`)
      await walk.goTo(`/training/runs/${run.id}/certificates`)
      await walk.send(`/training/runs/${run.id}/certificates`)
      await walk.goTo(`/places/${host.placeId}/readiness`)
      await walk.page.locator('select[name="activity"]').selectOption({ index: 1 })
      await walk.fill({ until: '2027-12-31' })
      await walk.send(`/places/${host.placeId}/readiness`, 'select[name="activity"]')
      await walk.goTo('/training/readiness')
    })
    await onPhone(host, async (walk) => {
      await walk.goTo(`/my-course/${run.enrolmentId}`)
      expect(await walk.page.locator('main .notice.good').count()).toBe(1)
      await walk.goTo('/certificates')
      await walk.goTo('/my-place')
      await walk.picture('place-ready')
      expect(await walk.written()).toContain('受け入れ先の研修と交流会')
    })
  })

  test('tasters are planned and counted', () =>
    as('coordinator', async (walk) => {
      await walk.goTo('/training/tasters')
      await walk.page.locator('main .list a').last().click()
      await walk.page.waitForLoadState()
      await walk.picture('taster-past')
      await walk.goTo('/training/tasters/new')
    }))

  test('a place checks its fee supplements, and prints the evidence', async () => {
    await onPhone(host, async (walk) => {
      await walk.goTo('/today')
      await walk.picture('fee-today')
      await walk.goTo('/fee-office')
      await walk.picture('fee-office')
      const person = (await walk.page.locator('main a[href^="/fee-office/staff/"]').nth(0).getAttribute('href')) ?? ''
      const training = await walk.page.locator('main a[href^="/fee-office/trainings/"]').first().getAttribute('href')
      const forms = ['/fee-office/facts', '/fee-office/staff/new', '/fee-office/trainings/new']
      for (const path of [...forms, person, `${person}/hours`, training ?? '']) await walk.goTo(path)
      for (const supplement of ['peer_system', 'peer_practice', 'peer_after_leaving'])
        await walk.goTo(`/fee-office/results/${supplement}`)
      await walk.goTo('/fee-office/results/peer_system')
      await walk.picture('fee-result')
      await walk.goTo('/fee-office/results/peer_system/print')
      await walk.picture('fee-evidence')
    })
    await as('coordinator', async (walk) => {
      await walk.goTo('/fee-offices')
      await walk.follow('.list a')
      await walk.picture('fee-shown')
    })
  })

  test('a list of people is brought in: columns, every row, decisions', () =>
    as('coordinator', async (walk) => {
      await walk.goTo('/intake')
      await walk.picture('intake')
      await walk.goTo('/intake/new/people')
      await walk.send('/intake/new/people')
      expect(await walk.refusals(), 'a file is asked for').toBe(1)
      const buffer = Buffer.from(
        writeCsv([
          ['番号', '名前', 'フリガナ', 'メール'],
          ['1', '例 空', 'レイ ソラ', 'sora@example.test'],
          ['2', host.name, 'レイ ウミ', ''],
          ['3', '', 'ナナシ', ''],
        ]),
      )
      await walk.page.locator('input[type="file"]').setInputFiles({ name: '名簿.csv', mimeType: 'text/csv', buffer })
      await walk.send('/intake/new/people')
      const intake = walk.path()
      await walk.picture('intake-columns')
      await walk.send(intake)
      expect(walk.path()).toBe(`${intake}/preview`)
      for (const tab of ['alike', 'failed', 'fresh']) {
        await walk.goTo(`${intake}/preview?show=${tab}`)
        await walk.picture(`intake-${tab}`)
      }
      await walk.send(`${intake}/take`)
      expect(walk.path()).toMatch(/^\/work\//)
      await walk.goTo('/intake')
    }))

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

const exchangeOf = (
  server: DemoServer,
  personId: string,
): Promise<{ id: string; enrolmentId: string; exchange: string }> =>
  server.services.db.asPlatform(async (tx) => {
    const { id, run_id, session } = await tx
      .selectFrom('training.enrolment as e')
      .innerJoin('training.run_session as s', 's.run_id', 'e.run_id')
      .select(['e.id', 'e.run_id', 's.id as session'])
      .where('e.person_id', '=', personId)
      .where('e.status', '=', 'taking')
      .where('s.status', '=', 'planned')
      .orderBy('s.starts_at')
      .executeTakeFirstOrThrow()
    return { id: run_id, enrolmentId: id, exchange: session }
  })

/** Whom an office has named for a run, and who has still to write. */
const namedIn = async ({ services }: DemoServer, runId: string): Promise<string> => {
  const { id } = await services.db.asPlatform((tx) =>
    tx
      .selectFrom('training.application')
      .select('id')
      .where('run_id', '=', runId)
      .where('via', '=', 'office')
      .where('status', '=', 'draft')
      .executeTakeFirstOrThrow(),
  )
  return id
}

const statusesIn = async ({ services }: DemoServer, id: string): Promise<string[]> =>
  services.db.asPlatform(async (tx) => {
    const pair = tx.selectFrom('training.application').select('pair_id').where('id', '=', id)
    const rows = await tx.selectFrom('training.application').select('status').where('pair_id', '=', pair).execute()
    return rows.map(({ status }) => status)
  })

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from './browser.ts'
import { type Cast, castOf } from './cast.ts'
import { openStage, type Stage } from './stage.ts'
import type { Walk } from './walk.ts'

const ways: [string, Visitor][] = [
  ['with JavaScript, in Japanese', { javaScript: true, reader: { locale: 'ja' } }],
  ['without JavaScript, in English', { javaScript: false, reader: { locale: 'en' } }],
]

describe.each(ways)('a month’s draft, %s', (_, visitor) => {
  let stage: Stage
  let as: Cast['as']
  let onPhone: Cast['onPhone']
  let draft = ''
  let requestId = ''
  let others: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    ;({ as, onPhone } = castOf(stage, visitor))
  })
  afterAll(() => stage?.close())

  const seats = async (id: string): Promise<string[]> => {
    const rows = await stage.server.services.db.asPlatform((tx) =>
      tx
        .selectFrom('visits.draft_seat as s')
        .innerJoin('visits.draft_visit as v', 'v.id', 's.draft_visit_id')
        .select(['v.request_id', 's.person_id', 's.part'])
        .where('v.draft_id', '=', id)
        .where('v.ended_at', 'is', null)
        .where('s.part', '<>', 'stand_in')
        .orderBy('v.request_id')
        .orderBy('s.person_id')
        .execute(),
    )
    return rows.map((row) => `${row.request_id} ${row.part} ${row.person_id}`)
  }
  const invited = (id: string) =>
    stage.server.services.db.asPlatform((tx) =>
      tx
        .selectFrom('visits.proposal')
        .select(['id', 'person_id', 'status'])
        .where('request_id', '=', id)
        .where('status', 'in', ['sent', 'declined'])
        .execute(),
    )
  // The page of what goes on renews itself: it is looked at once it is done.
  const planned = async (walk: Walk, path: string): Promise<void> => {
    await stage.server.jobs.drainNow()
    await walk.goTo(path)
  }

  test('is made from the requests list, and says why', () =>
    as('coordinator', async (walk) => {
      await walk.goTo('/requests')
      await walk.follow('a[href="/board"]')
      await walk.page.locator('form[action="/board"] button').click()
      await walk.page.waitForURL(/\/board\/[0-9a-f-]{36}/)
      draft = walk.path()
      await planned(walk, draft)
      await walk.picture('board')
      for (const by of ['place', 'supporter', 'companion']) await walk.goTo(`${draft}?by=${by}`)
      const all = await seats(draft.split('/').at(-1) ?? '')
      expect(all.length).toBeGreaterThan(4)
    }))

  test('one visit is asked about, taken out, put in again by hand, and left as it is; nothing else moves', () =>
    as('coordinator', async (walk) => {
      const id = draft.split('/').at(-1) ?? ''
      await walk.goTo(draft)
      const form = walk.page.locator('form[action$="/frozen"]').first()
      requestId = (await form.getAttribute('action'))?.split('/').at(-2) ?? ''
      const one = `${draft}/requests/${requestId}`
      others = (await seats(id)).filter((seat) => !seat.startsWith(requestId))
      await walk.goTo(one)
      await walk.picture('board-visit')
      const chosen = await walk.page.locator('[name="people"]:checked').evaluateAll(valuesOf)
      const companion = await walk.page.locator('[name="companion"]:checked').evaluateAll(valuesOf)
      await Promise.all([walk.page.waitForEvent('load'), walk.page.locator('button[name="check"]').click()])
      expect(await walk.page.locator('.notice.good').count()).toBe(1)
      if (visitor.javaScript) {
        const [seat = ''] = chosen
        await walk.page.locator(`input[value="${seat}"]`).first().uncheck()
        await walk.page.waitForSelector('[data-answer] .notice.attention')
        await walk.page.locator(`input[value="${seat}"]`).first().check()
        await walk.page.waitForSelector('[data-answer] .notice.good')
      }
      await walk.send(`${one}/out`)
      expect((await seats(id)).filter((seat) => seat.startsWith(requestId))).toEqual([])
      await walk.goTo(one)
      for (const value of [...chosen, ...companion]) await walk.page.locator(`input[value="${value}"]`).first().check()
      await walk.send(one)
      expect(walk.path()).toBe(draft)
      await walk.send(`${one}/frozen`)
      await walk.send(`${one}/frozen`)
      await walk.page.locator(`form[action="${draft}/again"] button`).click()
      await walk.page.waitForLoadState()
      await planned(walk, draft)
      expect((await seats(id)).filter((seat) => seat.startsWith(requestId)).length).toBe(
        chosen.length + companion.length,
      )
    }))

  test('reads on a phone too', () =>
    onPhone('coordinator', async (walk) => {
      await walk.goTo(draft)
      await walk.picture('board')
      await walk.goTo(`${draft}/requests/${requestId}`)
      await walk.picture('board-visit')
      await walk.goTo(`${draft}/send`)
      await walk.picture('board-send')
    }))

  test('is sent after a look at each', () =>
    as('coordinator', async (walk) => {
      others = (await seats(draft.split('/').at(-1) ?? '')).filter((seat) => !seat.startsWith(requestId))
      await walk.goTo(`${draft}/send`)
      await walk.picture('board-send')
      const boxes = walk.page.locator('[name="visits"]')
      for (const box of await boxes.all()) await box.uncheck()
      await walk.page.locator(`[name="visits"][value="${requestId}"]`).check()
      await walk.page.locator(`form[action="${draft}/send"] button`).click()
      await walk.page.waitForURL(/\/work\//)
      await planned(walk, walk.path())
      expect((await invited(requestId)).map((one) => one.status)).toContain('sent')
      await walk.follow(`a[href="${draft}"]`)
    }))

  test('somebody declines: the seat opens, somebody else is named, and nothing else moves', async () => {
    const [first] = await invited(requestId)
    await stage.server.services.db.asPlatform((tx) =>
      tx
        .updateTable('visits.proposal')
        .set({ status: 'declined' })
        .where('id', '=', first?.id ?? '')
        .execute(),
    )
    await as('coordinator', async (walk) => {
      await walk.goTo(draft)
      await walk.picture('board-declined')
      const repair = walk.page.locator(`form[action="${draft}/requests/${requestId}/repair"]`)
      if ((await repair.count()) > 0) await walk.send(`${draft}/requests/${requestId}/repair`)
      const now = await seats(draft.split('/').at(-1) ?? '')
      expect(now.filter((seat) => !seat.startsWith(requestId))).toEqual(others)
      if ((await repair.count()) === 0) return
      expect(now).not.toContain(`${requestId} supporter ${first?.person_id}`)
    })
  })
})

const valuesOf = (all: (HTMLElement | SVGElement)[]): string[] => all.map((one) => one.getAttribute('value') ?? '')

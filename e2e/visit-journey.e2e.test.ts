import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, weekdayOf } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import type { Visitor } from './browser.ts'
import { type Cast, castOf } from './cast.ts'
import { firstOf, mailedPath, openPage, type SamplePerson } from './people.ts'
import type { DemoServer } from './server.ts'
import { openStage, type Stage } from './stage.ts'
import { type Walk, walkOn } from './walk.ts'

const day = 86_400_000

const ways: [string, Visitor][] = [
  ['with JavaScript, in Japanese with furigana', { javaScript: true, reader: { locale: 'ja', furigana: true } }],
  ['without JavaScript, in English', { javaScript: false, reader: { locale: 'en' } }],
]

describe.each(ways)('from a place that asks to the year’s figures, %s', (_, visitor) => {
  let stage: Stage
  let server: DemoServer
  let as: Cast['as']
  let onPhone: Cast['onPhone']
  let supporter: SamplePerson
  let companion: SamplePerson
  let activityId: string
  let on: CalendarDay
  let requestId = ''
  let visitId = ''
  let proposalId = ''
  let invitedAt: Date
  let held = 0

  beforeAll(async () => {
    stage = await openStage()
    ;({ server } = stage)
    ;({ as, onPhone } = castOf(stage, visitor))
    supporter = await firstOf(server, 'supporter')
    companion = await firstOf(server, 'companion')
    ;({ activityId, on } = await somethingTheyWant(server, supporter))
  })
  afterAll(() => stage?.close())

  test('the officer looks at the figures before', () =>
    as('officer', async (walk) => {
      await walk.goTo('/figures')
      held = await heldVisits(walk)
      expect(held).toBeGreaterThan(0)
    }))

  test('the place asks for something on the menu', () =>
    as('host', async (walk) => {
      await walk.goTo('/requests/new')
      await walk.goTo(`/requests/new/${activityId}`)
      await walk.send(`/requests/new/${activityId}`)
      expect(
        await walk.page.locator('[role="alert"], .error-summary').count(),
        'what is missing is said',
      ).toBeGreaterThan(0)
      await walk.page.locator('[name="purpose"]').fill('ゆっくり話しながら過ごしたい')
      await walk.page.locator('[name="audience_count"]').fill('5')
      await walk.page.locator('[name="day1"]').fill(on)
      await walk.page.locator('[name="from1"]').fill('14:00')
      await walk.send(`/requests/new/${activityId}`)
      requestId = walk.path().split('/').at(-1) ?? ''
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
      await walk.goTo(`/requests/${requestId}/print`)
    }))

  test('the coordinator agrees on the content, looks who could come, and invites', () =>
    as('coordinator', async (walk) => {
      await walk.goTo('/requests')
      await walk.goTo(`/requests/${requestId}`)
      await walk.send(`/requests/${requestId}/status`, 'input[value="agreed"]')
      await walk.send(`/requests/${requestId}/status`, 'input[value="matching"]')
      await walk.goTo(`/requests/${requestId}/matching`)
      await walk.page.locator(`input[name="people"][value="${supporter.personId}"]`).check()
      invitedAt = server.services.clock()
      await walk.send(`/requests/${requestId}/proposals`, 'input[name="people"]')
    }))

  test('the supporter, on a phone, finds the invitation and asks something', () =>
    onPhone(supporter, async (walk) => {
      await walk.goTo('/inbox')
      await walk.goTo('/proposals')
      proposalId = await newestProposal(server, requestId)
      await walk.goTo(`/proposals/${proposalId}`)
      await walk.unfold('[name="question"]')
      await walk.page.locator('[name="question"]').fill('どこで待ち合わせですか')
      await walk.send(`/proposals/${proposalId}/question`)
    }))

  test('the mail’s link leads to it after signing in, and one press says yes', async () => {
    const email = await mailboxOf(server, supporter)
    const notice = await mailedPath(server, email, /\/m\/[\w-]+/, invitedAt)
    const page = await openPage(stage.browser, server, { ...visitor, width: 375 })
    await page.goto('/demo/mails')
    const walk = await walkOn(page)
    await walk.follow(`a[href="${notice}"]`)
    expect(walk.path()).toBe('/sign-in')
    const asked = server.services.clock()
    await walk.fill({ email })
    await walk.send('/sign-in/link')
    await walk.goTo(await mailedPath(server, email, /\/sign-in\/link\/\S+/, asked))
    await walk.page.locator('main form button').first().click()
    await walk.page.waitForURL(({ pathname }) => pathname === `/proposals/${proposalId}`)
    await walk.send(`/proposals/${proposalId}/answer`, 'input[value="yes"]')
    expect(await statusOf(server, 'visits.proposal', proposalId)).toBe('yes')
    expect(walk.barriers).toEqual([])
    await walk.leave()
  })

  test('the coordinator makes a visit of it, with a companion and a meeting beforehand', () =>
    as('coordinator', async (walk) => {
      await walk.goTo(`/requests/${requestId}/matching`)
      await walk.page.locator(`input[name="companions"][value="${companion.personId}"]`).check()
      await walk.send(`/requests/${requestId}/visits`)
      visitId = walk.path().split('/').at(-1) ?? ''
      expect(await statusOf(server, 'visits.visit', visitId)).toBe('planned')
      await walk.unfold('[name="where"]')
      const meeting = walk.page.locator(`form[action="/visits/${visitId}/meetings"]`)
      await meeting.locator('[name="day"]').fill(addDays(on, -4))
      await meeting.locator('[name="where"]').fill('駅の改札の前')
      await walk.send(`/visits/${visitId}/meetings`)
    }))

  test('the place agrees, and sees what the supporter agreed to show', () =>
    as('host', async (walk) => {
      await walk.goTo('/visits')
      await walk.goTo(`/visits/${visitId}`)
      await walk.send(`/visits/${visitId}/place-agreement`)
      expect(await statusOf(server, 'visits.visit', visitId)).toBe('confirmed')
    }))

  test('on the day before, the supporter says how they feel, on a phone', async () => {
    server.passTime(Date.parse(`${on}T00:00:00Z`) - day - server.services.clock().getTime())
    await onPhone(supporter, async (walk) => {
      await walk.goTo('/calendar')
      await walk.goTo(`/visits/${visitId}`)
      await walk.goTo(`/visits/${visitId}/feelings/${supporter.personId}/before`)
      await walk.page.locator('[name="feeling"]').first().check()
      await walk.send(`/visits/${visitId}/feelings/${supporter.personId}/before`)
    })
  })

  test('afterwards the companion notes that it was held, and their own few words', async () => {
    server.passTime(day + 8 * 3_600_000)
    await as(companion, async (walk) => {
      await walk.goTo(`/visits/${visitId}`)
      await walk.unfold('[name="met"]')
      const holding = walk.page.locator(`form[action="/visits/${visitId}/holding"]`)
      for (const box of await holding.locator('input[name="came"]').all()) await box.check()
      await holding.locator('[name="met"]').fill('5')
      await walk.send(`/visits/${visitId}/holding`)
      expect(await statusOf(server, 'visits.visit', visitId)).toBe('held')
      await walk.unfold(`form[action="/visits/${visitId}/record"]`)
      const record = walk.page.locator(`form[action="/visits/${visitId}/record"]`)
      await record.locator('textarea').first().fill('落ち着いて話されていました')
      await walk.send(`/visits/${visitId}/record`)
    })
  })

  test('the supporter tells how it was', () =>
    onPhone(supporter, async (walk) => {
      await walk.goTo(`/visits/${visitId}/feelings/${supporter.personId}/after`)
      await walk.page.locator('[name="feeling"]').nth(1).check()
      await walk.page.locator('[name="good"]').fill('ゆっくり話せた')
      await walk.send(`/visits/${visitId}/feelings/${supporter.personId}/after`)
      await walk.goTo('/course')
    }))

  test('the place says thank you, the coordinator passes it on', async () => {
    await as('host', async (walk) => {
      await walk.goTo(`/visits/${visitId}`)
      await walk.unfold(`form[action="/visits/${visitId}/thanks"]`)
      await walk.page.locator(`form[action="/visits/${visitId}/thanks"] textarea`).first().fill('また来てください')
      await walk.send(`/visits/${visitId}/thanks`)
    })
    await as('coordinator', async (walk) => {
      await walk.goTo(`/visits/${visitId}`)
      const passOn = walk.page.locator(`form[action^="/visits/${visitId}/thanks/"]`).first()
      await walk.send((await passOn.getAttribute('action')) ?? '')
    })
  })

  test('the day after, the companion gets in touch and closes the follow-up with what was done', async () => {
    server.passTime(day)
    await as(companion, async (walk) => {
      await walk.goTo('/follow-ups')
      const followUpId = await openFollowUp(server, visitId)
      await walk.goTo(`/follow-ups/${followUpId}`)
      await walk.unfold('[name="how"]')
      const close = walk.page.locator(`form[action="/follow-ups/${followUpId}/close"]`)
      await close.locator('[name="how"]').first().check()
      await close.locator('textarea').first().fill('電話で話しました')
      await walk.send(`/follow-ups/${followUpId}/close`)
    })
  })

  test('the officer sees one more visit, and nobody’s feelings', () =>
    as('officer', async (walk) => {
      await walk.goTo('/figures')
      expect(await heldVisits(walk)).toBe(held + 1)
      for (const path of [
        `/visits/${visitId}`,
        `/requests/${requestId}`,
        `/visits/${visitId}/feelings/${supporter.personId}/after`,
      ]) {
        expect((await walk.page.goto(path))?.status(), path).toBe(404)
      }
    }))

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

/** Something on the menu that the person likes, on a day that suits them and lies behind all that the sample has planned. */
const somethingTheyWant = async (server: DemoServer, { personId }: SamplePerson) => {
  const today = dayIn(server.services.clock(), 'Asia/Tokyo')
  return server.services.db.asPlatform(async (tx) => {
    const wish = await tx
      .selectFrom('registration.wish as w')
      .innerJoin('programme.activity as a', 'a.id', 'w.activity_id')
      .select('a.id')
      .where('w.person_id', '=', personId)
      .where('w.level', '=', 'want')
      .where('a.accompanies_person', '=', false)
      .where('a.minutes', '<=', 120)
      .where('a.companion_required', '=', true)
      .orderBy('a.sort')
      .executeTakeFirstOrThrow()
    const hours = await tx
      .selectFrom('registration.weekly_hours')
      .select('weekday')
      .where('person_id', '=', personId)
      .where('from_minute', '<=', 840)
      .where('to_minute', '>=', 960)
      .execute()
    const days = Array.from({ length: 7 }, (_, after) => addDays(today, 38 + after))
    const on = days.find((one) => hours.some(({ weekday }) => weekday === weekdayOf(one)))
    if (!on) throw new Error('no day suits')
    return { activityId: wish.id, on }
  })
}

const mailboxOf = (server: DemoServer, { membershipId }: SamplePerson): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const query = tx
      .selectFrom('platform.membership as m')
      .innerJoin('platform.account as a', 'a.id', 'm.account_id')
      .select('a.email')
      .where('m.id', '=', membershipId)
    return (await query.executeTakeFirstOrThrow()).email
  })

const newestProposal = (server: DemoServer, requestId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const query = tx.selectFrom('visits.proposal').select('id').where('request_id', '=', requestId)
    return (await query.orderBy('sent_at', 'desc').executeTakeFirstOrThrow()).id
  })

const statusOf = (server: DemoServer, table: 'visits.proposal' | 'visits.visit', id: string): Promise<string> =>
  server.services.db.asPlatform(
    async (tx) => (await tx.selectFrom(table).select('status').where('id', '=', id).executeTakeFirstOrThrow()).status,
  )

const openFollowUp = (server: DemoServer, visitId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const query = tx.selectFrom('care.follow_up').select('id').where('visit_id', '=', visitId)
    return (await query.where('closed_at', 'is', null).orderBy('due_on').executeTakeFirstOrThrow()).id
  })

// The third row of the first table is the number of held visits, in every language.
const heldVisits = async (walk: Walk): Promise<number> => {
  const cell = walk.page.locator('main table').first().locator('tbody tr').nth(2).locator('td').first()
  return Number((await cell.innerText()).replaceAll(/\D/g, ''))
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type Visitor } from './browser.ts'
import { migratedCopy } from './migrated-copy.ts'
import { samplePeople, type SamplePerson } from './people.ts'
import { type DemoServer, startDemo } from './server.ts'
import { type Walk, walkAs } from './walk.ts'

const hour = 3_600_000
const day = 24 * hour

const ways: [string, Visitor][] = [
  ['with JavaScript, in easy Japanese', { javaScript: true, reader: { locale: 'easy' } }],
  ['without JavaScript, in Japanese with furigana', { javaScript: false, reader: { locale: 'ja', furigana: true } }],
]

describe.each(ways)('ten sessions, a missed one made up, practicum and completion, %s', (_, visitor) => {
  let server: DemoServer
  let browser: Browser
  let trainee: SamplePerson
  let leader: SamplePerson
  let host: SamplePerson
  let course: { runId: string; enrolmentId: string; sessions: string[]; practicumId: string }

  const first = async (role: 'trainee' | 'companion' | 'host'): Promise<SamplePerson> => {
    const [person] = await samplePeople(server, role)
    if (!person) throw new Error(`nobody is ${role}`)
    return person
  }
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startDemo({ copy: await migratedCopy() }), openBrowser()])
    ;[trainee, leader, host] = await Promise.all([first('trainee'), first('companion'), first('host')])
    course = await courseOf(server, trainee.personId)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const as = async (
    who: Parameters<typeof walkAs>[2],
    walk: (walk: Walk) => Promise<void>,
    width: 375 | 1280 = 375,
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
  const sessionPath = (no: number): string => `/training/runs/${course.runId}/sessions/${course.sessions[no - 1]}`
  const enter = async (walk: Walk, no: number): Promise<void> => {
    await walk.goTo(sessionPath(no))
    for (const box of await walk.page.locator('input[name^="state-"][value="present"]').all()) await box.check()
    await walk.send(`${sessionPath(no)}/attendance`)
  }

  test('the trainee, on a phone, finds the next session and what is still to come', () =>
    as(trainee, async (walk) => {
      await walk.goTo('/my-course')
      await walk.goTo(`/my-course/${course.enrolmentId}`)
      await walk.goTo(`/my-course/sessions/${course.sessions[7]}`)
      await walk.goTo(`/my-course/sessions/${course.sessions[1]}`)
      await walk.page.locator('[name="feeling"]').first().check()
      await walk.page.locator('[name="words"]').fill('先輩の話が心に残った')
      await walk.send(`/my-course/sessions/${course.sessions[1]}`)
    }))

  test('somebody who has gone quiet is called, and the call is closed with what was done', () =>
    as(leader, async (walk) => {
      await walk.goTo('/training/calls')
      const href = await walk.page.locator('main .list a').first().getAttribute('href')
      await walk.goTo(href ?? '')
      await walk.page.locator('[name="done"]').fill('電話で話した。来週は来られそうとのこと')
      await walk.send(href ?? '')
      expect(walk.path()).toBe('/training/calls')
    }))

  test('the eighth session is entered on a phone, the ninth from a pasted list, the tenth on a phone', async () => {
    server.passTime(2 * day + 7 * hour)
    await as(leader, (walk) => enter(walk, 8))
    server.passTime(7 * day)
    await as(leader, async (walk) => {
      await walk.goTo(`${sessionPath(9)}/online-list`)
      await walk.page.locator('[name="pasted"]').fill(`${trainee.name}\niPhone`)
      await walk.send(`${sessionPath(9)}/online-list`)
      await walk.send(`${sessionPath(9)}/online-list`)
      expect(walk.path()).toBe(sessionPath(9))
      await walk.goTo(`${sessionPath(9)}/needs`)
      await walk.goTo(`${sessionPath(10)}/sheet`)
    })
    server.passTime(7 * day)
    await as(leader, async (walk) => {
      await enter(walk, 10)
      await walk.goTo(sessionPath(7))
      for (const box of await walk.page.locator('input[name="handed_in"]').all()) await box.check()
      await walk.send(`${sessionPath(7)}/homework`)
    })
  })

  test('the missed session is made up by a talk', () =>
    as(leader, async (walk) => {
      await walk.goTo(`/training/runs/${course.runId}/attendance`)
      await walk.goTo(`/training/enrolments/${course.enrolmentId}`)
      await walk.page.locator('select[name="session_id"]').selectOption(course.sessions[2] ?? '')
      await walk.page.locator('input[name="way"][value="talk"]').check()
      await walk.send(`/training/enrolments/${course.enrolmentId}/made-up`)
      expect(await lastState(server, course.enrolmentId, course.sessions[2] ?? '')).toBe('made_up')
    }))

  test('the practicum took place: the trainee writes a diary, the place its words', async () => {
    const path = `/practicums/${course.practicumId}`
    const [practicumDay] = await daysOf(server, course.practicumId)
    await as(leader, async (walk) => {
      await walk.goTo(path)
      await walk.send(`${path}/days/${practicumDay}`, 'input[value="held"]')
    })
    await as(trainee, async (walk) => {
      await walk.goTo('/practicums')
      await walk.goTo(path)
      const diary = walk.page.locator(`form[action="${path}/days/${practicumDay}/diary"]`)
      await diary.locator('textarea').fill('お茶をいれたら喜ばれた')
      await walk.send(`${path}/days/${practicumDay}/diary`)
    })
    await as(host, async (walk) => {
      await walk.goTo(path)
      const words = walk.page.locator(`form[action="${path}/days/${practicumDay}/words"]`)
      await words.locator('textarea').fill('また来てください')
      await walk.send(`${path}/days/${practicumDay}/words`)
      expect(await walk.text()).not.toContain('お茶をいれたら')
    })
  })

  test('the coordinator completes it, and the trainee is congratulated', async () => {
    await as(
      'coordinator',
      async (walk) => {
        await walk.goTo(`/training/runs/${course.runId}/completion`)
        await walk.page.locator(`input[name="complete"][value="${course.enrolmentId}"]`).check()
        await walk.send(`/training/runs/${course.runId}/completion`)
        await walk.goTo(`/training/runs/${course.runId}/figures`)
      },
      1280,
    )
    await as(trainee, async (walk) => {
      await walk.goTo('/inbox')
      await walk.goTo(`/my-course/${course.enrolmentId}`)
      expect(await walk.page.locator('main .notice.good').count()).toBe(1)
    })
  })

  test('the trainee’s own story is read by the one whom they chose, and by nobody else', async () => {
    let story = ''
    await as(trainee, async (walk) => {
      await walk.goTo('/story-drafts/new')
      await walk.page.locator('[name="title"]').fill('はじめの一歩')
      await walk.page.locator('[name="text"]').fill('外に出られるようになるまで')
      await walk.send('/story-drafts/new')
      story = walk.path()
      await walk.page.locator('select[name="reader_id"]').selectOption(leader.personId)
      await walk.send(`${story}/reader`)
    })
    await as(leader, async (walk) => {
      await walk.goTo(story)
      await walk.page.locator('[name="comment"]').fill('読ませてくださってありがとうございます')
      await walk.send(`${story}/comments`)
    })
    await as('coordinator', async (walk) => {
      expect((await walk.page.goto(story))?.status()).toBe(404)
    })
  })

  test('no page hid a bug', () => expect(server.bugs).toEqual([]))
})

const courseOf = (server: DemoServer, personId: string) =>
  server.services.db.asPlatform(async (tx) => {
    const practicum = await tx
      .selectFrom('training.practicum as t')
      .innerJoin('training.enrolment as e', 'e.id', 't.enrolment_id')
      .select(['t.id', 'e.id as enrolmentId', 'e.run_id'])
      .where('t.person_id', '=', personId)
      .where('t.status', '=', 'agreed')
      .executeTakeFirstOrThrow()
    const sessions = await tx
      .selectFrom('training.run_session')
      .select('id')
      .where('run_id', '=', practicum.run_id)
      .orderBy('no')
      .execute()
    return {
      runId: practicum.run_id,
      enrolmentId: practicum.enrolmentId,
      sessions: sessions.map(({ id }) => id),
      practicumId: practicum.id,
    }
  })

const daysOf = (server: DemoServer, practicumId: string): Promise<string[]> =>
  server.services.db.asPlatform(async (tx) => {
    const days = tx.selectFrom('training.practicum_day').select('id').where('practicum_id', '=', practicumId)
    return (await days.orderBy('starts_at').execute()).map(({ id }) => id)
  })

const lastState = (server: DemoServer, enrolmentId: string, sessionId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const entries = tx.selectFrom('training.attendance').select('state').where('enrolment_id', '=', enrolmentId)
    const newest = entries.where('session_id', '=', sessionId).orderBy('at', 'desc')
    return (await newest.executeTakeFirstOrThrow()).state
  })

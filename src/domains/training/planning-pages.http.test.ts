import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aCourse, aRun, aSession } from '#test/call-world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'

const now = new Date('2026-11-22T03:00:00Z')

const course = {
  kind: 'advanced',
  name_ja: '専門編',
  name_easy: 'もっと 学ぶ 研修',
  name_en: 'Advanced course',
  plain_ja: '仲間と学びます。',
  plain_easy: 'みんなで 学びます。',
  plain_en: 'Learning together.',
  tracks: '聞く\n話す',
  prerequisites: 'completed_basic',
  at_least: '3',
  named: '１、3',
  most: '1',
  within_days: '60',
  ways: ['video', 'talk'],
  sort: '20',
}

const line = {
  no: '1',
  title: '聞くこと',
  topics: '待つこと、聴くこと',
  minutes: '120',
  form: 'both',
  mode: 'in_person',
}

const run = {
  name: '春の回',
  intro: 'はじめての人も歓迎です',
  capacity: '15',
  apply_from: '2026-11-01',
  apply_until: '2026-12-20',
  order: 'selection',
  answer_days: '7',
  join_until: '2',
  languages: ['ja', 'easy'],
  place: '見本会館',
  first_on: '2027-01-12',
  from: '14:00',
  every_days: '7',
}

const taster = {
  kind: 'hear',
  title: '話を聞く会',
  day: '2026-12-01',
  from: '14:00',
  to: '15:30',
  place: '見本会館',
  capacity: '12',
  who: ['candidates', 'places'],
}

describeEngines('the pages on which courses, runs and tasters are planned', (db) => {
  let app: TestApp
  let staff: Client
  let neighbour: Client
  let programmeId = 0

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const made = await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      return {
        staff: await aMember(tx, programmeId, 'coordinator'),
        neighbour: await aMember(tx, await aProgramme(tx), 'coordinator'),
      }
    })
    staff = await app.signedIn(made.staff)
    neighbour = await app.signedIn(made.neighbour)
  })

  type Fields = Record<string, string | string[]>
  const made = async (path: string, fields: Fields): Promise<string> => {
    const answer = await staff.post(path, fields)
    expect(answer.status).toBe(303)
    return answer.headers.get('location') ?? ''
  }
  /** Two read the same; the first saves, the second is refused once for what they typed, and once for what they read. */
  const expectBothShown = async (edit: string, fields: Fields, name: string, wrong: Fields): Promise<void> => {
    const page = await staff.read(edit)
    expect(page).toContain('name="_version" value="1"')
    expect((await staff.post(edit, { ...fields, [name]: 'はじめに直した', _version: '1' })).status).toBe(303)
    const mine = { ...fields, [name]: 'あとから直した', _version: '1' }
    const refused = await staff.post(edit, { ...mine, ...wrong })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again, 'what was typed stays').toContain('value="あとから直した"')
    expect(again, 'an old edit stays an old one').toContain('name="_version" value="1"')
    const stale = await staff.post(edit, mine)
    expect(stale.status).toBe(409)
    const both = await stale.text()
    for (const word of ['はじめに直した', 'あとから直した', 'name="_version" value="2"']) expect(both).toContain(word)
    expect((await staff.post(edit, { ...mine, _version: '2' })).status).toBe(303)
    expect(await staff.read(edit)).toContain('value="あとから直した"')
  }
  const expectRefused = async (path: string, fields: Fields, ...words: string[]): Promise<void> => {
    const answer = await staff.post(path, fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('class="error-summary"')
    for (const word of words) expect(page).toContain(word)
  }
  /** Somebody of another programme finds none of these, neither to read nor to write. */
  const expectForeign = async (pages: readonly string[], forms: readonly [string, Fields][]): Promise<void> => {
    for (const path of pages) expect((await neighbour.get(path)).status, path).toBe(404)
    for (const [path, fields] of forms) expect((await neighbour.post(path, fields)).status, path).toBe(404)
  }
  const sessionsOf = (runId: string) =>
    db.asPlatform((tx) =>
      tx.selectFrom('training.run_session').selectAll().where('run_id', '=', runId).orderBy('no').execute(),
    )

  describe('a course', () => {
    test('is made with its rules in words, and refused with everything that was typed', async () => {
      await expectRefused(
        '/training/courses/new',
        { ...course, name_ja: '', most: '-1' },
        'value="Advanced course"',
        '聞く\n話す',
        '名前を入力してください',
      )
      const path = await made('/training/courses/new', course)
      const page = await staff.read(path)
      for (const word of ['専門編', '少なくとも3回', '聞く', '基礎編']) expect(page).toContain(word)
      expect(await staff.read('/training/courses')).toContain(`href="${path}"`)
      expect(await staff.read(`${path}/edit`)).toContain('value="1、3"')
    })

    test('two who change it at once see both versions', async () => {
      const path = await made('/training/courses/new', course)
      await expectBothShown(`${path}/edit`, course, 'name_ja', { kind: 'unheard of' })
    })

    test('its sessions are added, changed and taken out', async () => {
      const path = await made('/training/courses/new', course)
      await expectRefused(`${path}/sessions/new`, { ...line, minutes: '5' }, 'value="聞くこと"', '待つこと、聴くこと')
      await made(`${path}/sessions/new`, line)
      const session = new RegExp(`${path}/sessions/[0-9a-f-]{36}`).exec(await staff.read(path))?.[0] ?? ''
      await expectRefused(session, { ...line, title: '' }, '待つこと、聴くこと')
      await made(session, { ...line, title: '待つこと' })
      expect(await staff.read(path)).toContain('待つこと')
      await expectForeign(
        [session, `${path}/sessions/new`],
        [
          [session, line],
          [`${session}/remove`, {}],
          [`${path}/sessions/new`, line],
        ],
      )
      await made(`${session}/remove`, {})
      expect((await staff.get(session)).status).toBe(404)
    })

    test('is there for its own programme only', async () => {
      const path = await made('/training/courses/new', course)
      await expectForeign(
        [path, `${path}/edit`, `${path}/runs/new`],
        [
          [`${path}/edit`, { ...course, _version: '1' }],
          [`${path}/runs/new`, run],
        ],
      )
      expect(await staff.read(path)).toContain('専門編')
    })
  })

  describe('a run', () => {
    const aCourseHere = () => db.asPlatform((tx) => aCourse(tx, programmeId))

    test('is made with its timetable, and refused with everything that was typed', async () => {
      const path = `/training/courses/${await aCourseHere()}/runs/new`
      expect(await staff.read(path), 'usual values stand there').toContain('value="15"')
      const twisted = { ...run, apply_until: '2026-10-01', from: '' }
      await expectRefused(path, twisted, 'value="春の回"', 'はじめての人も歓迎です', '募集の終わりは', '両方')
      const page = await made(path, run)
      const sessions = await sessionsOf(page.split('/').at(-1) ?? '')
      expect(sessions.map(({ starts_at }) => starts_at.toISOString())).toEqual([
        '2027-01-12T05:00:00.000Z',
        '2027-01-19T05:00:00.000Z',
      ])
      expect(await staff.read(page)).toContain('第2回が始まるまで')
      await made(`${page}/edit`, { ...run, join_until: '', _version: '1' })
      expect(await staff.read(page)).toContain('始まったあとは、ありません')
    })

    test('two who change it at once see both versions', async () => {
      const id = await db.asPlatform(async (tx) => aRun(tx, programmeId, await aCourse(tx, programmeId)))
      await expectBothShown(`/training/runs/${id}/edit`, run, 'name', { capacity: '0' })
    })

    test('its next step, its staff and its sessions are refused in words, beside what was typed', async () => {
      const id = await db.asPlatform(async (tx) => aRun(tx, programmeId, await aCourse(tx, programmeId)))
      const path = `/training/runs/${id}`
      const cancelling = await staff.post(`${path}/status`, { to: 'cancelled', reason: '' })
      expect(cancelling.status).toBe(409)
      expect(await cancelling.text()).toContain('理由を書いてください')
      await expectRefused(
        `${path}/status`,
        { to: '', reason: '会場が使えない' },
        '会場が使えない',
        '次の段階を選んでください',
      )
      await expectRefused(`${path}/staff`, { person: '', duty: 'leads' }, '人を選んでください')
      const session = { ...line, day: '2027-01-12', from: '16:00', to: '14:00', place: '見本会館', online_link: '' }
      await expectRefused(`${path}/sessions/new`, session, 'value="聞くこと"', '終わりは始まりより後にしてください')
      await expectRefused(`${path}/sessions/new`, { ...session, to: '18:00', online_link: 'javascript:x' }, 'https://')
    })

    test('is there for its own programme only', async () => {
      const { id, session } = await db.asPlatform(async (tx) => {
        const runId = await aRun(tx, programmeId, await aCourse(tx, programmeId))
        return { id: runId, session: await aSession(tx, programmeId, runId, day('2027-01-10')) }
      })
      const path = `/training/runs/${id}`
      const at = `${path}/sessions/${session}`
      await expectForeign(
        [path, `${path}/edit`, `${path}/selection`, `${path}/sessions/new`, `${at}/edit`, `${at}/move`, `${at}/cancel`],
        [
          [`${path}/edit`, { ...run, _version: '1' }],
          [`${path}/status`, { to: 'cancelled', reason: 'x' }],
          [`${path}/criteria`, { questions: 'x' }],
          [`${at}/cancel`, { reason: 'x' }],
        ],
      )
      expect((await sessionsOf(id)).map(({ status }) => status)).toEqual(['planned'])
    })
  })

  describe('a taster', () => {
    test('is made, and refused with everything that was typed', async () => {
      const twisted = { ...taster, from: '16:00', who: [] }
      await expectRefused('/training/tasters/new', twisted, 'value="話を聞く会"', 'value="16:00"')
      const path = await made('/training/tasters/new', taster)
      expect(await staff.read(path)).toContain('話を聞く会')
      expect(await staff.read('/training/tasters')).toContain(`href="${path}"`)
    })

    test('two who change it at once see both versions', async () => {
      const path = await made('/training/tasters/new', taster)
      await expectBothShown(`${path}/edit`, taster, 'title', { place: '' })
    })

    test('a guest is refused in words, beside what was typed', async () => {
      const path = await made('/training/tasters/new', taster)
      await expectRefused(`${path}/guests`, { heads: '3' }, 'value="3"')
    })

    test('is there for its own programme only', async () => {
      const path = await made('/training/tasters/new', taster)
      await expectForeign(
        [path, `${path}/edit`],
        [
          [`${path}/edit`, { ...taster, _version: '1' }],
          [`${path}/cancel`, {}],
          [`${path}/guests`, { heads: '1' }],
        ],
      )
      expect(await staff.read(path), 'it can still be called off').toContain(`action="${path}/cancel"`)
    })
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

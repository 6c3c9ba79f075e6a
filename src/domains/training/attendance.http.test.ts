import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#platform/documents/csv.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import { describeEngines } from '#test/database.ts'
import { aTakingWorld, takingNow, type TakingWorld } from '#test/training/taking-world.ts'

describeEngines('the pages of a run that goes on', (db) => {
  let app: TestApp
  let world: TakingWorld
  let leader: Client
  let coordinator: Client
  let trainee: Client
  const path = (no: number): string => `/training/runs/${world.runId}/sessions/${world.sessions[no - 1]}`
  const own = (no: number): string => `/my-course/sessions/${world.sessions[no - 1]}`
  const states = (...all: string[]): Record<string, string> =>
    Object.fromEntries(all.map((state, at) => [`state-${world.trainees[at]?.enrolmentId}`, state]))

  beforeAll(async () => {
    app = await testApp(db, () => takingNow)
    world = await db.asPlatform((tx) => aTakingWorld(tx))
    const [first] = world.trainees
    if (!first) throw new Error('nobody takes it')
    await db.asPlatform(async (tx) => {
      const names = [
        { name: '梅原 こずえ', kana: 'うめはら こずえ', nickname: 'こず' },
        { name: '島田 大地', kana: 'しまだ だいち', nickname: '' },
        { name: '西野 さとみ', kana: 'にしの さとみ', nickname: '' },
      ]
      for (const [at, name] of names.entries())
        await tx
          .updateTable('people.person')
          .set(name)
          .where('id', '=', world.trainees[at]?.personId ?? '')
          .execute()
    })
    leader = await app.signedIn(world.leader)
    coordinator = await app.signedIn(world.coordinator)
    trainee = await app.signedIn(first)
  })

  test('the leader enters who came, by telephone', async () => {
    const answer = await leader.post(`${path(1)}/attendance`, { ...states('present', 'absent', 'late'), _version: '0' })
    expect(answer.status).toBe(303)
    expect(await trainee.read('/my-course')).toContain('10回のうち1回に参加しました。')
  })

  test('who saves without having seen the latest gets both versions', async () => {
    const stale = await leader.post(`${path(1)}/attendance`, { ...states('absent'), _version: '0' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(body).toContain('ほかの人が先に記入していました')
    expect(body).toMatch(/class="stale"/)
  })

  test('a pasted list is read, what does not match is asked, and what is confirmed counts', async () => {
    const asked = await leader.post(`${path(2)}/online-list`, { pasted: 'こず\n島田大地\niPhone' })
    expect(asked.status).toBe(200)
    const body = await asked.text()
    const [first, second] = world.trainees.map(({ enrolmentId }) => enrolmentId)
    expect(body).toContain(`value="${first}" selected`)
    expect(body).toContain(`value="${second}" selected`)
    expect(body).toContain('iPhone')
    const saved = await leader.post(`${path(2)}/online-list`, {
      rows: '3',
      'row-0': first ?? '',
      'row-1': second ?? '',
      'row-2': '',
      _version: '0',
    })
    expect(saved.status).toBe(303)
    expect(await trainee.read(own(2))).toContain('オンラインで出席')
  })

  test('a list without names is answered with a sentence, and what was pasted is kept', async () => {
    const refused = await leader.post(`${path(3)}/online-list`, { pasted: '-----' })
    expect(refused.status).toBe(422)
    const body = await refused.text()
    expect(body).toContain('名前が見つかりませんでした')
    expect(body).toContain('-----')
  })

  test('the sign-in sheet has the names and room to sign', async () => {
    const sheet = await leader.read(`${path(3)}/sheet`)
    expect(sheet).toContain('梅原 こずえ')
    expect(sheet).toContain('class="sheet"')
    expect(await leader.read(path(3))).toContain(`${path(3)}/sheet.pdf`)
    const pdf = await readPdf(new Uint8Array(await (await leader.get(`${path(3)}/sheet.pdf`)).arrayBuffer()))
    expect(pdf.text).toContain('こず')
    expect(pdf.text).not.toContain('梅原')
    expect(pdf.text).toContain('島田大地')
  })

  test('the list leaves as CSV and as a workbook, each export noted', async () => {
    const csv = await leader.get(`/training/runs/${world.runId}/attendance/csv`)
    const rows = readCsv(new Uint8Array(await csv.arrayBuffer()))
    expect(rows[2]?.slice(0, 3)).toEqual(['梅原 こずえ', '出席', 'オンラインで出席'])
    expect(rows[3]?.slice(0, 3)).toEqual(['島田 大地', '欠席', 'オンラインで出席'])
    const xlsx = await leader.get(`/training/runs/${world.runId}/attendance/xlsx`)
    const [sheet] = await readWorkbook(await xlsx.arrayBuffer())
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['梅原 こずえ', '出席', 'オンラインで出席'])
    const exports = await db.asPlatform((tx) =>
      tx.selectFrom('platform.audit_entry').select('object_id').where('action', '=', 'export').execute(),
    )
    expect(exports.map((one) => one.object_id)).toEqual([world.runId, world.runId])
  })

  describe('how a session was', () => {
    test('is asked only after it began', async () => {
      expect(await trainee.read(own(10))).not.toContain('この回は、どうでしたか')
      expect((await trainee.post(own(10), { feeling: 'calm' })).status).toBe(409)
    })

    test('stays with the person unless they show it', async () => {
      const said = { feeling: 'calm', words: '声が出せた' }
      expect((await trainee.post(own(1), said)).status).toBe(303)
      expect(await trainee.read(own(1))).toContain('声が出せた')
      expect(await leader.read(path(1))).not.toContain('声が出せた')
      await trainee.post(own(1), { ...said, show: 'yes' })
      expect(await leader.read(path(1))).toContain('声が出せた')
      expect(await trainee.read('/me/looked')).toMatch(/受講|回/)
      await trainee.post(own(1), { do: 'take_back' })
      expect(await leader.read(path(1))).not.toContain('声が出せた')
    })

    test('words that call for somebody bring the numbers at once, and somebody today', async () => {
      const answer = await trainee.post(own(1), { words: 'もう消えたい' })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('class="crisis urgent"')
      const events = await db.asPlatform((tx) =>
        tx.selectFrom('platform.event').select('payload').where('topic', '=', 'training.words_of_risk').execute(),
      )
      expect(events.map(({ payload }) => payload)).toContainEqual({ personId: world.trainees[0]?.personId })
    })
  })

  test('the note of a session is the staff’s; written meanwhile, both are shown', async () => {
    expect((await leader.post(`${path(1)}/note`, { text: '輪になって話した', _version: '0' })).status).toBe(303)
    const stale = await coordinator.post(`${path(1)}/note`, { text: '別のメモ', _version: '0' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(body).toContain('別のメモ')
    expect(body).toContain('輪になって話した')
    expect(await trainee.read(own(1))).not.toContain('輪になって')
  })

  test('a trainee meets nobody else’s name or attendance', async () => {
    for (const page of ['/my-course', `/my-course/${world.trainees[0]?.enrolmentId}`, own(1)]) {
      expect(await trainee.read(page)).not.toMatch(/島田|西野/)
    }
    expect((await trainee.get(`/my-course/${world.trainees[1]?.enrolmentId}`)).status).toBe(404)
  })

  test('completing several at once is refused whole where one has something missing', async () => {
    const [first] = world.trainees
    const page = await coordinator.read(`/training/runs/${world.runId}/completion`)
    expect(page).toContain('まだ決めていない人')
    const answer = await coordinator.post(`/training/runs/${world.runId}/completion`, {
      complete: [first?.enrolmentId ?? ''],
    })
    expect(answer.status).toBe(409)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

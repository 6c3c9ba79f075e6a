import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { fiscalMonths, fiscalYear } from '#kernel/fiscal-year.ts'
import { aMember, type Member } from '#test/builders.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aProgramme, describeEngines } from '#test/database.ts'
import { formatMonth } from '#platform/i18n/dates.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import { aPlace } from '#test/places/builders.ts'
import { feePaths as paths } from './web/fee-paths.ts'
import { feeResultWords } from './web/fee-result-words.ts'
import { feeTodayWords } from './web/fee-today-words.ts'

const now = new Date('2026-11-24T03:00:00Z')
const t = feeResultWords.ja
const result = paths.result('peer_system')

const facts = {
  office_number: '0000000001',
  services: ['planned_consultation'],
  notified_peer_system: '2026-03-15',
  published_peer_system: '2026-03-20',
  _version: '0',
}
const peer = {
  name: '𠮷田 うみ',
  kana: 'よしだ うみ',
  role: 'experience',
  recognised_on: '2025-06-02',
  basic_on: '2025-09-14',
  advanced_on: '2025-12-07',
  supports: 'yes',
}
const beside = { ...peer, name: '髙橋 りく', kana: 'たかはし りく', role: 'colleague' }
const halfPost = Object.fromEntries(fiscalMonths(fiscalYear(2026)).map((month) => [`fte_${month}`, '０．５']))

describeEngines('the fee supplement checker', (db) => {
  let app: TestApp
  let host: Client
  let neighbour: Client
  let coordinator: Client
  let place: string

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const members = await db.asPlatform(async (tx) => {
      const programme = await aProgramme(tx)
      place = await aPlace(tx, programme, { name: '相談室なぎさ' })
      const hostOf = async (placeId: string): Promise<Member> => aMember(tx, programme, 'host', { placeId })
      return [
        await hostOf(place),
        await hostOf(await aPlace(tx, programme)),
        await aMember(tx, programme, 'coordinator'),
      ]
    })
    const clients = await Promise.all(members.map((member) => app.signedIn(member)))
    ;[host, neighbour, coordinator] = clients as [Client, Client, Client]
  })

  const staffId = async (name: string): Promise<string> => {
    const page = await host.read(paths.office)
    const found = new RegExp(`/fee-office/staff/([0-9a-f-]{36})"><span><span[^>]*>${name}`).exec(page)
    if (!found?.[1]) throw new Error(`${name} is not on the page`)
    return found[1]
  }
  const addPerson = async (person: Record<string, string>): Promise<string> => {
    expect((await host.post(paths.newStaff, person)).status).toBe(303)
    return staffId(person['name'] ?? '')
  }
  const read = (path: string, client = host) => client.read(path)
  const countAudit = (kind: string, action: string) =>
    db.asPlatform(async (tx) => {
      const rows = await tx
        .selectFrom('platform.audit_entry')
        .select('action')
        .where('object_kind', '=', kind)
        .where('action', '=', action)
        .execute()
      return rows.length
    })

  test('from nothing to ‘holds’, each step saying what is still needed', async () => {
    expect(await read(result)).toContain(t.missing.service)
    expect((await host.post(paths.facts, facts)).status).toBe(303)
    expect(await read(result)).toContain(t.missing.nobody_with_experience)
    const one = await addPerson(peer)
    expect(await read(result)).toContain(t.missing.no_colleague)
    const two = await addPerson(beside)
    expect(await read(result)).toContain('常勤換算で0.00です。0.50以上が必要です')
    for (const id of [one, two])
      expect((await host.post(paths.hours(id), { ...halfPost, year: '2026', _version: '1' })).status).toBe(303)
    const training = { on: '2026-06-01', topic: '待つこと、聴くこと', led_by: [one], others: '4' }
    expect(await read(result)).toContain('ほかの職員に、配慮についての研修を行った記録')
    expect((await host.post(paths.newTraining, training)).status).toBe(303)
    const page = await read(result)
    expect(page).toContain(t.sentences.holds('令和8年11月24日（火）'))
    expect(page, 'what was not verified is to be asked').toContain(t.unverified.by_which_day)
    expect(page).toContain('https://fukushi-net.com/piasapo-totaoseo-kasan')
  })

  test('one fact less is said in a sentence with the name, for the office only', async () => {
    const id = await staffId(beside.name)
    expect((await host.post(paths.staff(id), { ...beside, advanced_on: '', _version: '1' })).status).toBe(303)
    expect(await read(result)).toMatch(/髙橋 りく.*のうち1人が、あと専門研修を修了すると/)
    expect(await read(`${result}?on=2027-04-01`)).toContain('令和9年4月')
    const back = await host.post(paths.staff(id), { ...beside, _version: '2' })
    expect(back.status).toBe(303)
    expect(await read(result)).toContain('要件を満たしています。')
  })

  test('the evidence has the names, as PDF and as a page to print', async () => {
    const pdf = await host.get(paths.pdfOn('peer_system', day('2026-11-24')))
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { text } = await readPdf(new Uint8Array(await pdf.arrayBuffer()))
    for (const words of ['𠮷田うみ', '髙橋りく', 'ピアサポート体制加算', '待つこと、聴くこと', '0.50'])
      expect(text).toContain(words)
    expect(await read(paths.print('peer_system'))).toContain(peer.name)
  })

  test('where more people matter than a sheet has room for, the page prints as several', async () => {
    const sheets = async (): Promise<number> =>
      (await read(paths.print('peer_system'))).split('class="sheet"').length - 1
    expect(await sheets()).toBe(1)
    const added: string[] = []
    for (let no = 1; no <= 5; no += 1) added.push(await addPerson({ ...beside, name: `見本 ${no}` }))
    const page = await read(paths.print('peer_system'))
    expect(await sheets()).toBe(3)
    for (const words of ['1枚目（全3枚）', '3枚目（全3枚）', '見本 5', peer.name]) expect(page).toContain(words)
    expect(page.split('<h1').length - 1, 'one page, one heading').toBe(1)
    for (const id of added) expect((await host.post(paths.removeStaff(id))).status).toBe(303)
    expect(await sheets()).toBe(1)
  })

  test('what comes back every month and year stands on the start page, and opens nothing', async () => {
    expect(await read('/today')).not.toContain(feeTodayWords.ja.title)
    expect(await read('/today', neighbour)).not.toContain(feeTodayWords.ja.title)
    const id = await staffId(peer.name)
    const noNovember = { ...halfPost, 'fte_2026-11': '', year: '2026', _version: '2' }
    expect((await host.post(paths.hours(id), noNovember)).status).toBe(303)
    const looked = await countAudit('training.office_staff', 'read')
    expect(await read('/today')).toContain(feeTodayWords.ja.hours(formatMonth('2026-11', 'ja')))
    expect(await countAudit('training.office_staff', 'read')).toBe(looked)
    expect((await host.post(paths.hours(id), { ...halfPost, year: '2026', _version: '3' })).status).toBe(303)
  })

  test('nobody else reaches the office; the coordinator sees results without names while the host shows them', async () => {
    const id = await staffId(peer.name)
    for (const path of [paths.staff(id), paths.hours(id)]) expect((await neighbour.get(path)).status).toBe(404)
    expect((await neighbour.post(paths.removeStaff(id))).status).toBe(404)
    expect(await read(paths.office, neighbour)).not.toContain(peer.name)
    const shown = paths.shownOffice(place)
    expect((await coordinator.get(shown)).status).toBe(404)
    expect((await coordinator.get(paths.pdf('peer_system'))).status).toBe(404)
    expect((await host.post(paths.facts, { ...facts, shown: 'yes', _version: '1' })).status).toBe(303)
    const page = await read(shown, coordinator)
    expect(page).toContain('要件を満たしています。')
    for (const { name, kana } of [peer, beside]) for (const word of [name, kana]) expect(page).not.toContain(word)
    expect(await read('/today', coordinator)).toContain(`href="${shown}"`)
    const looked = await countAudit('training.office_staff', 'read')
    await read(shown, coordinator)
    expect(await countAudit('training.office_staff', 'read'), 'each look at sealed parts is noted').toBe(looked + 2)
  })

  test('who took part is named by the office for itself: on its paper, sealed in the database, seen by nobody else', async () => {
    const led_by = [await staffId(peer.name)]
    const typed = { on: '2026-09-01', topic: '約束のしかた', led_by }
    const names = '髙田 みち\n\n 𠮷村 けい \n髙田 みち'
    const refused = await host.post(paths.newTraining, { ...typed, attendees: names, others: '1' })
    expect(refused.status).toBe(422)
    const again = await refused.text()
    expect(again).toContain('お名前の数より少ない人数です')
    expect(again).toContain('𠮷村 けい')
    const nothing = await host.post(paths.newTraining, { ...typed, attendees: ' ', others: '' })
    expect([nothing.status, await nothing.text()]).toEqual([
      422,
      expect.stringContaining('人数か、お名前を書いてください'),
    ])
    // All are named: they need not be counted.
    expect((await host.post(paths.newTraining, { ...typed, attendees: names, others: '' })).status).toBe(303)
    const office = await read(paths.office)
    expect(office).toContain('ほかの職員2人が参加')
    expect(office).toContain('髙田 みち、𠮷村 けい')
    const { id } = await db.asPlatform((tx) =>
      tx.selectFrom('training.office_training').select('id').where('topic', '=', typed.topic).executeTakeFirstOrThrow(),
    )
    expect(await read(paths.training(id))).toContain('髙田 みち\n𠮷村 けい')
    expect((await neighbour.get(paths.training(id))).status).toBe(404)
    expect(await read(paths.shownOffice(place), coordinator)).not.toMatch(/髙田|𠮷村/)
    const row = () =>
      db.asPlatform((tx) =>
        tx.selectFrom('training.office_training').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
      )
    expect(JSON.stringify(await row())).not.toMatch(/髙田|𠮷村/)
    expect((await row()).others).toBe(2)
    const looked = await countAudit('training.office_training', 'read')
    await read(paths.training(id))
    expect(await countAudit('training.office_training', 'read')).toBe(looked + 1)
    // Some are named, others counted.
    const more = { ...typed, attendees: '髙田 みち', others: '3', _version: '1' }
    expect((await host.post(paths.training(id), more)).status).toBe(303)
    const pdf = await host.get(paths.pdfOn('peer_system', day('2026-11-24')))
    expect((await readPdf(new Uint8Array(await pdf.arrayBuffer()))).text).toContain('髙田みち、ほかの職員2人')
    expect(await read(result)).toContain('要件を満たしています。')
    expect((await host.post(paths.removeTraining(id))).status).toBe(303)
    const keys = await db.asPlatform((tx) =>
      tx.selectFrom('platform.person_key').select('wrapped').where('person_id', '=', id).execute(),
    )
    expect(
      keys.map(({ wrapped }) => wrapped.length),
      'no copy of the database tells the names',
    ).toEqual([0])
  })

  test('what is typed wrongly is kept and said; a stale edit stands beside the other', async () => {
    const id = await staffId(peer.name)
    const wrong = await host.post(paths.hours(id), {
      ...halfPost,
      'fte_2026-05': '20時間',
      year: '2026',
      _version: '4',
    })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('20時間')
    const stale = await host.post(paths.staff(id), { ...peer, name: '別の名前', _version: '99' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toMatch(/別の名前[\s\S]*𠮷田 うみ/)
    const led = await host.post(paths.newTraining, { on: '2026-07-01', topic: 'x', led_by: [place], others: '1' })
    expect(led.status, 'only people of the own office lead').toBe(422)
  })

  test('nothing of the people lies open in the database, and who is taken out is gone', async () => {
    const rowsOf = () => db.asPlatform((tx) => tx.selectFrom('training.office_staff').selectAll().execute())
    expect(JSON.stringify(await rowsOf())).not.toMatch(/𠮷田|よしだ|experience|2025-09-14/)
    const id = await staffId(peer.name)
    expect((await host.post(paths.removeStaff(id))).status).toBe(303)
    expect((await rowsOf()).map((row) => row.id)).not.toContain(id)
    expect(await read(paths.office)).not.toContain(peer.name)
    expect(await read(result)).toContain(t.missing.nobody_with_experience)
    expect(app.bugs).toEqual([])
  })
})

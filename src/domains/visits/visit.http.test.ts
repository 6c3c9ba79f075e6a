import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/visit-builders.ts'
import { aVisit, aVisitWorld, type VisitMade, type VisitWorld } from '#test/visit-world.ts'

const start = new Date('2026-11-22T03:00:00Z')
const agreedAt = new Date('2026-11-21T03:00:00Z')
let now = start

describeEngines('the pages of a visit', (db) => {
  let app: TestApp
  let world: VisitWorld
  let one: Member
  let two: Member
  let made: VisitMade
  let path = ''
  let clients: Record<'host' | 'coordinator' | 'companion' | 'one' | 'two', Client>

  beforeAll(async () => {
    now = start
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
    const named = (name: string, nickname: string) =>
      db.asPlatform(async (tx) =>
        aMember(tx, world.programmeId, 'supporter', {
          personId: await aPerson(tx, world.programmeId, { name, nickname }),
        }),
      )
    one = await named('山田 一郎', 'いっちゃん')
    two = await named('鈴木 二葉', 'ふーちゃん')
    const startsAt = new Date('2026-12-10T04:00:00Z')
    made = await aVisit(db, world, { startsAt, supporters: [one, two], agreedAt })
    path = `/visits/${made.visitId}`
    await at(start)
  })

  /** Another time: sessions end meanwhile, so everybody signs in again. */
  const at = async (time: Date): Promise<void> => {
    now = time
    clients = {
      host: await app.signedIn(world.host),
      coordinator: await app.signedIn(world.coordinator),
      companion: await app.signedIn(world.companion),
      one: await app.signedIn(one),
      two: await app.signedIn(two),
    }
  }
  const consent = (personId: string, given: boolean, at: Date) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('people.consent')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          person_id: personId,
          recipient: 'place',
          item: 'name',
          given,
          text_version: '2026-11',
          at,
          recorded_at: at,
        })
        .execute(),
    )
  const status = (id = made.visitId): Promise<string> =>
    db.asPlatform(
      async (tx) =>
        (await tx.selectFrom('visits.visit').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status,
    )

  test('everybody in it finds it in their list and on the month’s page; a place’s list names nobody', async () => {
    for (const client of Object.values(clients)) {
      expect(await client.read('/visits')).toContain(path)
      expect(await client.read('/calendar?month=2026-12')).toContain(path)
      expect(await client.read('/calendar?month=2027-02')).not.toContain(path)
      expect((await client.get('/calendar?month=nonsense')).status).toBe(200)
    }
    expect(await clients.coordinator.read('/visits')).toContain('山田 一郎')
    expect(await clients.host.read('/visits')).not.toMatch(/山田|いっちゃん/)
    expect(await clients.one.read('/visits')).not.toContain('鈴木')
  })

  test('a fellow supporter is a nickname, to staff a name', async () => {
    const page = await clients.one.read(path)
    expect(page).toContain('ふーちゃん')
    expect(page).not.toContain('鈴木')
    expect(await clients.companion.read(path)).toContain('鈴木 二葉')
  })

  test('a place reads the name only where it was agreed to, from the yes until 14 days after', async () => {
    expect(await clients.host.read(path)).toContain('いっちゃん')
    await consent(one.personId, true, agreedAt)
    const page = await clients.host.read(path)
    expect(page).toContain('山田 一郎')
    expect(page).not.toContain('鈴木')
    await at(new Date('2026-12-24T14:00:00Z'))
    expect(await clients.host.read(path)).toContain('山田 一郎')
    await at(new Date('2026-12-24T15:30:00Z'))
    expect(await clients.host.read(path)).not.toMatch(/山田|いっちゃん|ふーちゃん/)
    await at(start)
    const asked = await aVisit(db, world, {
      startsAt: new Date('2026-12-11T04:00:00Z'),
      supporters: [one],
      agreedAt: null,
    })
    expect(await clients.host.read(`/visits/${asked.visitId}`)).not.toMatch(/山田|いっちゃん/)
  })

  test('another place, another programme, an unrelated supporter: no such page and no such form', async () => {
    const elsewhere = await aVisitWorld(db)
    const otherPlace = await db.asPlatform((tx) => aPlace(tx, world.programmeId))
    const member = (...args: [Parameters<typeof aMember>[2], Parameters<typeof aMember>[3]?]) =>
      db.asPlatform((tx) => aMember(tx, world.programmeId, ...args))
    const strangers = [
      await member('host', { placeId: otherPlace }),
      await member('supporter'),
      await member('companion'),
      await member('officer'),
      await member('admin'),
      elsewhere.coordinator,
      elsewhere.host,
      elsewhere.companion,
    ]
    const forms = [
      'place-agreement',
      `agreements/${one.personId}`,
      `leavings/${one.personId}`,
      'confirmation',
      'companion',
      'holding',
      'calling-off',
      'new-time',
      'meetings',
      `meetings/${randomUUID()}/cancelled`,
      `feelings/${one.personId}/before`,
      'record',
      `reflections/${one.personId}`,
      'thanks',
      `thanks/${randomUUID()}/passed-on`,
    ]
    const typed = { person: world.companion.personId, day: '2026-12-12', from: '13:00', to: '14:00', text: 'a' }
    for (const who of strangers) {
      const client = await app.signedIn(who)
      expect((await client.get(path)).status).toBe(404)
      expect((await client.get(`${path}/feelings/${one.personId}/before`)).status).toBe(404)
      for (const form of forms) {
        const answer = await client.post(`${path}/${form}`, { ...typed, side: 'ours', came: one.personId })
        expect([who.role, form, answer.status]).toEqual([who.role, form, 404])
      }
    }
    expect(await status()).toBe('planned')
    for (const form of [`agreements/${one.personId}`, `leavings/${one.personId}`, `feelings/${one.personId}/before`])
      expect((await clients.two.post(`${path}/${form}`)).status).toBe(404)
    expect((await clients.two.get(`${path}/feelings/${one.personId}/before`)).status).toBe(404)
  })

  test('what is refused is said above, and what was typed stays', async () => {
    const wrong = await clients.coordinator.post(`${path}/new-time`, {
      day: '',
      from: '25:00',
      to: '14:00',
      note: '雪',
    })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('class="error-summary"')
    expect(text).toMatch(/value="25:00"/)
    expect(text).toContain('value="雪"')
    const early = await clients.companion.post(`${path}/holding`, { came: one.personId, met: '8' })
    expect(early.status).toBe(409)
    expect(await early.text()).toContain('class="error-summary"')
    expect((await clients.companion.post(`${path}/holding`, { came: one.personId, met: '八人' })).status).toBe(422)
    const unnamed = await clients.host.post(`${path}/calling-off`, { side: '', note: '人が足りない' })
    expect(unnamed.status).toBe(409)
    expect(await unnamed.text()).toContain('value="人が足りない"')
    expect((await clients.host.post(`${path}/thanks`, { text: '' })).status).toBe(422)
    expect((await clients.coordinator.post(`${path}/companion`, { person: '' })).status).toBe(422)
    expect(await status()).toBe('planned')
  })

  test('sent twice it is done once', async () => {
    const form = { _token: randomUUID(), day: '2026-12-03', from: '13:00', to: '13:30', where: '見本駅' }
    await Promise.all([1, 2].map(() => clients.coordinator.post(`${path}/meetings`, form)))
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('visits.meeting').select('id').where('visit_id', '=', made.visitId).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(await clients.one.read('/calendar?month=2026-12')).toContain('見本の家')
  })

  test('agreed, held, looked back on: the person’s own course has only their own', async () => {
    expect(await clients.host.read('/today')).toContain(path)
    await clients.host.post(`${path}/place-agreement`)
    expect(await status()).toBe('confirmed')
    expect(await clients.host.read('/today')).not.toContain(path)
    await at(new Date('2026-12-10T06:00:00Z'))
    const held = await clients.companion.post(`${path}/holding`, { came: [one.personId, two.personId], met: '8' })
    expect(held.status).toBe(303)
    expect(await clients.host.read('/today')).toContain('お礼と感想を書けます')
    const said = await clients.one.post(`${path}/feelings/${one.personId}/after`, { good: '歌がよかった' })
    expect(said.status).toBe(303)
    expect(await clients.one.read('/course')).toContain('歌がよかった')
    expect(await clients.two.read('/course')).not.toContain('歌がよかった')
    for (const client of [clients.two, clients.companion, clients.coordinator, clients.host])
      expect(await client.read(path)).not.toContain('歌がよかった')
    await clients.one.post(`${path}/feelings/${one.personId}/after`, { good: '歌がよかった', show: 'yes' })
    expect(await clients.companion.read(path)).toContain('歌がよかった')
    const over = await clients.coordinator.post(`${path}/feelings/${one.personId}/after`, {
      good: 'ちがう',
      via: 'phone',
    })
    expect(over.status).toBe(409)
    expect(await over.text()).toContain('本人がもう書いています')
    await clients.one.post(`${path}/feelings/${one.personId}/after`, { do: 'take_back' })
    expect(await clients.one.read('/course')).not.toContain('歌がよかった')
  })

  test('stale: what was written since the page was opened stands beside what was typed, and is written over knowingly only', async () => {
    const reflections = `${path}/reflections/${one.personId}`
    expect(await clients.one.read(path)).toContain('name="_version" value="0"')
    await clients.one.post(reflections, { _version: '0', text: '歌がうれしかった' })
    const late = await clients.one.post(reflections, { _version: '0', text: '次は短くしたい' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('class="stale"')
    expect(page).toContain('>歌がうれしかった</dd>')
    expect(page).toMatch(/<textarea[^>]*>次は短くしたい<\/textarea>/)
    expect((await clients.one.post(reflections, { _version: '1', text: '次は短くしたい' })).status).toBe(303)
    await clients.companion.post(`${path}/record`, { _version: '0', text: '駅で会えた', tasks: 'meet' })
    const older = await clients.companion.post(`${path}/record`, { _version: '0', text: '', tasks: ['way_home'] })
    expect(older.status).toBe(409)
    const both = await older.text()
    expect(both).toContain('>駅で会えた</dd>')
    expect(both).toContain('>待ち合わせ</dd>')
    expect(both).toContain('>帰り道</dd>')
  })

  test('stale: what is over already is refused with a sentence, also where its form is gone', async () => {
    const again = await clients.coordinator.post(`${path}/calling-off`, { side: 'ours' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('class="error-summary"')
    const late = await clients.one.post(`${path}/agreements/${one.personId}`)
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('この活動は、もう終わっています。')
  })

  test('words of risk show the numbers at once', async () => {
    const risk = await clients.one.post(`${path}/feelings/${one.personId}/before`, { hard: '消えたいと思う' })
    expect(risk.status).toBe(200)
    expect(await risk.text()).toContain('今日、こちらから連絡します')
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})

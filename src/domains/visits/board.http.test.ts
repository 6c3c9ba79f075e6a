import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type BoardWorld, boardWorld, textOf } from '#test/board-world.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import { aProposal } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a month’s draft', (db) => {
  let app: TestApp
  let world: BoardWorld
  let coordinator: Client
  let colleague: Client

  beforeAll(async () => {
    app = await testApp(db, () => now)
  })
  // A programme of its own for each: what one test plans takes nobody's time in another.
  beforeEach(async () => {
    world = await boardWorld(app, db)
    ;({ coordinator, colleague } = world)
  })
  const request: BoardWorld['request'] = (...args) => world.request(...args)
  const drafted: BoardWorld['drafted'] = (...args) => world.drafted(...args)
  const statuses: BoardWorld['statuses'] = (...args) => world.statuses(...args)
  const seats: BoardWorld['seats'] = (...args) => world.seats(...args)

  test('is made in the background, says why these people, why not yet, and reaches nobody', async () => {
    const first = await request(8, { supporters_wanted: 2 })
    const second = await request(8)
    const made = await coordinator.post('/board', { month: '2026-12' })
    const path = made.headers.get('location') ?? ''
    expect(textOf(await coordinator.read(path))).toContain('組み合わせを考えています')
    await app.jobs.drainNow()
    const page = textOf(await coordinator.read(path))
    expect(page).toContain('1件の活動を組みました')
    expect(page).toContain('この活動を「したい」と書いています')
    expect(page).toContain('まだお声がけしたことがありません')
    expect(page).toContain('同行は同行 桜さん')
    // One companion, two visits at the same time: the request for two is not left out for the single one.
    expect(page).toContain('一緒に行く同行スタッフが必要です')
    expect(page).toContain('ほかの同行スタッフの都合がつくと組めます')
    expect(page).toMatch(/火.*午後、烏山では、同行スタッフが足りていません/)
    expect(await statuses(first.requestId)).toEqual([])
    expect(await statuses(second.requestId)).toEqual([])
    expect(app.bugs).toEqual([])
  })

  test('of a month that is over is refused beside the field', async () => {
    const refused = await coordinator.post('/board', { month: '2026-10' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('過ぎた月の案はつくれません')
    expect((await coordinator.post('/board', { month: 'soon' })).status).toBe(422)
  })

  test('can be seen by place, by supporter and by companion', async () => {
    await request(8)
    const path = await drafted()
    expect(await coordinator.read(`${path}?by=place`)).toContain('<h2>見本の家</h2>')
    expect(textOf(await coordinator.read(`${path}?by=companion`))).toContain('同行 桜')
    expect(textOf(await coordinator.read(`${path}?by=supporter`))).toMatch(/案の (花子|太郎|次郎)/)
  })

  test('belongs to its maker until it is sent; two that collide are shown to each other', async () => {
    await request(8)
    const path = await drafted()
    expect((await colleague.get(path)).status).toBe(404)
    expect((await colleague.post(`${path}/again`)).status).toBe(404)
    const theirs = await drafted(colleague)
    expect(textOf(await coordinator.read(path))).toContain('調整 月さんの案にも、「語り場')
    expect(textOf(await colleague.read(theirs))).toContain('調整 花さんの案にも、「語り場')
  })

  test('one visit is changed by hand: the planner says at once what that does, and nothing else moves', async () => {
    const { requestId, slotId } = await request(8)
    const other = await request(9)
    await db.asPlatform((tx) =>
      tx
        .updateTable('registration.supporter')
        .set({ rest_days: 3 })
        .where('person_id', '=', world.people.jiro.personId)
        .execute(),
    )
    const path = await drafted()
    const form = `${path}/requests/${requestId}`
    const choice = { slot: slotId, companion: world.companion.personId, _version: '1' }
    const before = await seats(other.requestId)
    const check = await coordinator.post(form, { ...choice, people: world.people.jiro.personId, check: 'yes' })
    expect(check.status).toBe(200)
    const said = textOf(await check.text())
    expect(said).toMatch(/この形で組めます|休みをとる日です/)
    const tooMany = await coordinator.post(form, {
      ...choice,
      people: [world.people.jiro.personId, world.people.taro.personId],
    })
    expect(tooMany.status).toBe(409)
    expect(textOf(await tooMany.text())).toContain('席の数と、お願いする人の数が合いません')
    const without = await coordinator.post(form, { slot: slotId, people: world.people.taro.personId, _version: '1' })
    expect(without.status).toBe(409)
    const free = before.some((one) => one.person_id === world.people.taro.personId)
      ? world.people.hanako
      : world.people.taro
    const saved = await coordinator.post(form, { ...choice, people: free.personId })
    expect(saved.status).toBe(303)
    expect((await seats(requestId)).map((one) => one.person_id)).toContain(free.personId)
    expect(await seats(other.requestId)).toEqual(before)
  })

  test('what is left as it is does not move when the rest is planned again; what is taken out comes back only then', async () => {
    const { requestId } = await request(8)
    const second = await request(10)
    const path = await drafted()
    await coordinator.post(`${path}/requests/${requestId}/frozen`, { frozen: 'yes' })
    await coordinator.post(`${path}/requests/${second.requestId}/out`)
    expect(textOf(await coordinator.read(path))).toContain('「自分で組む」を開くと')
    expect(textOf(await coordinator.read(`${path}/requests/${second.requestId}`))).toContain(
      'いまの案のまま、この依頼にもお声がけできます',
    )
    await coordinator.post(`${path}/again`)
    await app.jobs.drainNow()
    const page = textOf(await coordinator.read(path))
    expect(page).toContain('2件の活動を組みました')
    expect(page).toContain('このまま')
  })

  test('is sent after a look at each; a seat that opens is given to somebody else, and nothing else moves', async () => {
    const { requestId } = await request(8)
    const second = await request(10)
    const path = await drafted()
    const look = textOf(await coordinator.read(`${path}/send`))
    expect(look).toContain('送る活動')
    expect((await coordinator.post(`${path}/send`)).status).toBe(422)
    const sent = await coordinator.post(`${path}/send`, { visits: [requestId, second.requestId] })
    await app.jobs.drainNow()
    expect(textOf(await coordinator.read(sent.headers.get('location') ?? ''))).toContain(
      '2件の活動のお誘いを送りました',
    )
    const [first] = await statuses(requestId)
    const others = await statuses(second.requestId)
    expect(first?.status).toBe('sent')
    expect(textOf(await colleague.read(path))).toContain('ほかのコーディネーターの案です')
    expect((await colleague.get(`${path}/send`)).status).toBe(404)

    await db.asPlatform((tx) =>
      tx.updateTable('visits.proposal').set({ status: 'declined' }).where('request_id', '=', requestId).execute(),
    )
    const page = textOf(await coordinator.read(path))
    expect(page).toContain('この依頼は、今回は見送るとのことです')
    expect(page).toMatch(/席があきました。案の (花子|太郎|次郎)さんにお声がけできます。ほかの活動は動きません/)
    expect((await coordinator.post(`${path}/requests/${requestId}/repair`)).status).toBe(303)
    await coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    const after = await statuses(requestId)
    expect(after.map((one) => one.status)).toEqual(['declined', 'sent'])
    expect(after[1]?.person_id).not.toBe(first?.person_id)
    expect(await statuses(second.requestId)).toEqual(others)
    expect(app.bugs).toEqual([])
  })

  test('what changed meanwhile is not sent, and is said', async () => {
    const { requestId } = await request(8)
    const path = await drafted()
    await db.asPlatform((tx) =>
      tx.updateTable('visits.request').set({ status: 'withdrawn' }).where('id', '=', requestId).execute(),
    )
    const sent = await coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    expect(textOf(await coordinator.read(sent.headers.get('location') ?? ''))).toContain('1件は送らずに残しました')
    expect(textOf(await coordinator.read(path))).toContain('この依頼は、いまは人を探していません')
    expect(await statuses(requestId)).toEqual([])
  })

  test('keeps to a yes that was given, and to who was invited already', async () => {
    const of = await request(8, { supporters_wanted: 2 })
    await db.asPlatform(async (tx) => {
      await aProposal(
        tx,
        world.programmeId,
        { ...of, personId: world.people.hanako.personId },
        { status: 'yes', answered_at: now },
      )
      await aProposal(tx, world.programmeId, { ...of, personId: world.people.jiro.personId })
    })
    const path = await drafted()
    const page = textOf(await coordinator.read(path))
    expect(page).toMatch(/案の 花子：.*参加のお返事/)
    expect(page).toMatch(/案の 次郎：.*お返事を待っています/)
    expect(page).not.toContain('案の 太郎：')
  })

  test('two drafts are compared in words', async () => {
    const { requestId } = await request(8)
    const one = await drafted()
    const two = await drafted()
    const compare = `${one}/compare/${two.replace('/board/', '')}`
    expect(textOf(await coordinator.read(compare))).toContain('二つの案に違いはありません')
    await coordinator.post(`${two}/requests/${requestId}/out`)
    expect(textOf(await coordinator.read(compare))).toContain('こちらだけに入っています')
  })

  test('planning that is stopped keeps what there is', async () => {
    for (let day = 3; day < 13; day += 1) await request(day)
    const made = await coordinator.post('/board', { month: '2026-12' })
    const path = made.headers.get('location') ?? ''
    expect((await coordinator.post(`${path}/stop`)).status).toBe(303)
    await app.jobs.drainNow()
    const page = textOf(await coordinator.read(path))
    expect(page).toMatch(/\d+件の活動を組みました/)
    expect(page).toContain('残りを組みなおす')
    expect(app.bugs).toEqual([])
  })

  test('planning that died with the server, and was stopped, can be begun again', async () => {
    await request(3)
    const made = await coordinator.post('/board', { month: '2026-12' })
    const path = made.headers.get('location') ?? ''
    await db.asPlatform((tx) =>
      tx.updateTable('platform.work').set({ status: 'running' }).where('status', '=', 'waiting').execute(),
    )
    expect((await coordinator.post(`${path}/stop`)).status).toBe(303)
    expect(await coordinator.read(path)).toContain(`action="${path}/again"`)
    expect((await coordinator.post(`${path}/again`)).status).toBe(303)
    await app.jobs.drainNow()
    expect(textOf(await coordinator.read(path))).toMatch(/\d+件の活動を組みました/)
  })

  test('is put away', async () => {
    const path = await drafted()
    expect((await coordinator.post(`${path}/away`)).status).toBe(303)
    expect((await coordinator.get(path)).status).toBe(404)
    expect(await coordinator.read('/board')).toContain('案はまだありません')
  })
})

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type BoardWorld, boardWorld, textOf } from '#test/board-world.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what a draft said, once its invitations are out', (db) => {
  let app: TestApp
  let world: BoardWorld
  let requestId = ''
  let slotId = ''

  beforeAll(async () => {
    app = await testApp(db, () => now)
  })
  beforeEach(async () => {
    world = await boardWorld(app, db)
    ;({ requestId, slotId } = await world.request(8))
    const path = await world.drafted()
    await world.coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
  })

  const answered = (status: string) =>
    db.asPlatform((tx) =>
      tx.updateTable('visits.proposal').set({ status, answered_at: now }).where('request_id', '=', requestId).execute(),
    )

  test('who was to go along is chosen already, and the visit says why these people', async () => {
    const before = await world.coordinator.read(`/requests/${requestId}/matching`)
    expect(before).not.toContain('name="companions"')
    await answered('yes')
    const page = await world.coordinator.read(`/requests/${requestId}/matching`)
    const boxes = page.match(/<input[^>]*name="companions"[^>]*>/g) ?? []
    expect(boxes.filter((box) => box.includes('checked')).length).toBe(1)
    expect(boxes.find((box) => box.includes('checked'))).toContain(world.companion.personId)
    const companions = world.companion.personId
    const made = await world.coordinator.post(`/requests/${requestId}/visits`, { slot: slotId, companions })
    expect(made.status).toBe(303)
    const visit = made.headers.get('location') ?? ''
    const said = textOf(await world.coordinator.read(visit))
    expect(said).toMatch(/この方々にお願いしたわけ案の (花子|太郎|次郎)：この活動を「したい」と書いています/)
    const along = await app.signedIn(world.companion)
    expect(textOf(await along.read(visit))).not.toContain('この方々にお願いしたわけ')
    expect(app.bugs).toEqual([])
  })

  test('who could come instead is named once somebody has declined, and not before', async () => {
    const path = `/requests/${requestId}/matching`
    expect(textOf(await world.coordinator.read(path))).not.toContain('ご本人には伝えていません')
    await answered('declined')
    expect(textOf(await world.coordinator.read(path))).toMatch(
      /ひと月の案では、代わりに案の (花子|太郎|次郎)さんにお声がけできそうです。ご本人には伝えていません/,
    )
  })
})

import { beforeAll, expect, test } from 'vitest'
import { textOf } from '#test/board-world.ts'
import { type Client, testApp } from '#test/client.ts'
import { aMember, aPerson, describeEngines } from '#test/database.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a visit that somebody else changed first', (db) => {
  let world: VisitWorld
  let coordinator: Client
  let path = ''

  beforeAll(async () => {
    const app = await testApp(db, () => now)
    world = await aVisitWorld(db)
    coordinator = await app.signedIn(world.coordinator)
    const one = await db.asPlatform(async (tx) =>
      aMember(tx, world.programmeId, 'supporter', { personId: await aPerson(tx, world.programmeId) }),
    )
    const startsAt = new Date('2026-12-10T04:00:00Z')
    path = `/visits/${(await aVisit(db, world, { startsAt, supporters: [one], agreedAt: now })).visitId}`
  })

  test('is shown with both people who would go along, and takes the second press', async () => {
    const [first, second] = [
      await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion', { name: '同行 一' })),
      await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion', { name: '同行 二' })),
    ]
    const was = world.companion.personId
    expect((await coordinator.post(`${path}/companion`, { was, person: first.personId })).status).toBe(303)
    const stale = await coordinator.post(`${path}/companion`, { was, person: second.personId })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('あなたが書いた内容同行 二いま保存されている内容同行 一')
    expect(body).toContain(`name="was" value="${first.personId}"`)
    const again = await coordinator.post(`${path}/companion`, { was: first.personId, person: second.personId })
    expect(again.status).toBe(303)
  })

  test('is shown with both days where it was moved, on the page of the visit that stands', async () => {
    const to = (day: string) => ({ day, from: '10:00', to: '11:30' })
    const moved = await coordinator.post(`${path}/new-time`, to('2026-12-14'))
    const next = moved.headers.get('location') ?? ''
    const stale = await coordinator.post(`${path}/new-time`, to('2026-12-16'))
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('あなたが書いた内容2026-12-16いま保存されている内容2026-12-14')
    expect(body).toContain(`action="${next}/new-time"`)
    expect(body).toContain('value="2026-12-16"')
    expect((await coordinator.post(`${next}/new-time`, to('2026-12-16'))).status).toBe(303)
  })
})

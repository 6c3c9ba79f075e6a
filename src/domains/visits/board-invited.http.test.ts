import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type BoardWorld, boardWorld, textOf } from '#test/board-world.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { aSupporter } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a visit of two, once one has declined and the other was not heard yet', (db) => {
  let app: TestApp
  let world: BoardWorld
  let requestId = ''
  let slotId = ''
  let path = ''
  let waits = ''
  let free: string[] = []

  beforeAll(async () => {
    app = await testApp(db, () => now)
  })
  beforeEach(async () => {
    world = await boardWorld(app, db)
    const fourth = await db.asPlatform(async (tx) => {
      const made = await aMember(tx, world.programmeId, 'supporter', { name: '案の 四葉' })
      await aSupporter(tx, world.programmeId, made.personId, { activityId: world.activityId })
      return made.personId
    })
    ;({ requestId, slotId } = await world.request(8, { supporters_wanted: 2 }))
    path = await world.drafted()
    await world.coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    const invited = (await world.statuses(requestId)).map((one) => one.person_id)
    const [gone = '', other = ''] = invited
    waits = other
    free = [...Object.values(world.people).map((one) => one.personId), fourth].filter((id) => !invited.includes(id))
    await db.asPlatform((tx) =>
      tx
        .updateTable('visits.proposal')
        .set({ status: 'declined', answered_at: now })
        .where('request_id', '=', requestId)
        .where('person_id', '=', gone)
        .execute(),
    )
  })

  const address = (): string => `${path}/requests/${requestId}`
  const change = (people: readonly string[], { version, slot = slotId }: { version: string; slot?: string }) =>
    world.coordinator.post(address(), {
      slot,
      people: [...people],
      companion: world.companion.personId,
      _version: version,
    })
  const supporters = async (): Promise<string[]> =>
    (await world.seats(requestId)).filter((one) => one.part === 'supporter').map((one) => one.person_id)
  const instead = (): string[] => [waits, free[0] ?? '']
  const versionNow = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('visits.draft_visit')
        .select(['version', 'frozen'])
        .where('request_id', '=', requestId)
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
    )
  const nameOf = (personId: string): Promise<string> =>
    db.asPlatform(
      async (tx) =>
        (await tx.selectFrom('people.person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()).name,
    )

  test('gives the open seat to somebody else, and never the seat of whoever still waits', async () => {
    const refused = await change(free, { version: '1' })
    expect(refused.status).toBe(409)
    expect(textOf(await refused.text())).toContain(`${await nameOf(waits)}さんには、もうお誘いが届いています`)
    expect(await supporters()).toContain(waits)
    expect((await change(instead(), { version: '1' })).status).toBe(303)
    expect((await supporters()).toSorted()).toEqual(instead().toSorted())
    const again = await change(free, { version: '2' })
    expect(again.status, 'nor when it was changed before').toBe(409)
    expect((await supporters()).toSorted()).toEqual(instead().toSorted())
  })

  test('stays at the time to which somebody is invited', async () => {
    const later = randomUUID()
    await db.asPlatform((tx) =>
      tx
        .insertInto('visits.request_slot')
        .values({
          programme_id: world.programmeId,
          id: later,
          request_id: requestId,
          starts_at: new Date('2026-12-09T04:00:00Z'),
          ends_at: new Date('2026-12-09T06:00:00Z'),
        })
        .execute(),
    )
    const refused = await change(instead(), { version: '1', slot: later })
    expect(refused.status).toBe(409)
    expect(textOf(await refused.text())).toContain('もうお誘いが届いています')
    expect((await change(instead(), { version: '1' })).status).toBe(303)
  })

  test('is not repaired over the head of whoever still waits', async () => {
    await db.asPlatform((tx) =>
      tx.updateTable('registration.wish').set({ level: 'no' }).where('person_id', '=', waits).execute(),
    )
    const refused = await world.coordinator.post(`${address()}/repair`)
    expect(refused.status).toBe(409)
    expect(textOf(await refused.text())).toContain(`${await nameOf(waits)}さんには、もうお誘いが届いています`)
    expect(await supporters()).toContain(waits)
  })

  test('is repaired in the open seat alone', async () => {
    expect((await world.coordinator.post(`${address()}/repair`)).status).toBe(303)
    expect(await supporters()).toContain(waits)
    expect((await versionNow())?.version).toBe(2)
  })

  test('stays when the rest is planned again, also after the open seat was given away', async () => {
    await change(instead(), { version: '1' })
    expect(await world.coordinator.read(path)).not.toContain(`${address()}/frozen`)
    const refused = await world.coordinator.post(`${address()}/frozen`, { frozen: 'no' })
    expect(refused.status).toBe(409)
    expect(textOf(await refused.text())).toContain('組みなおしても、このままにします')
    expect(await versionNow()).toEqual({ version: 2, frozen: true })
    await db.asPlatform((tx) =>
      tx.updateTable('visits.draft_visit').set({ frozen: false }).where('request_id', '=', requestId).execute(),
    )
    await world.coordinator.post(`${path}/again`)
    await app.jobs.drainNow()
    expect((await versionNow())?.version).toBe(2)
    expect((await supporters()).toSorted()).toEqual(instead().toSorted())
  })

  test('is still seen by a colleague after the open seat was given away, and still sends to the one alone', async () => {
    await change(instead(), { version: '1' })
    for (const by of ['day', 'place', 'supporter', 'companion'])
      expect(await world.colleague.read(`${path}?by=${by}`), by).toContain(requestId)
    await world.coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    const open = (await world.statuses(requestId)).filter((one) => one.status === 'sent').map((one) => one.person_id)
    expect(open.toSorted()).toEqual(instead().toSorted())
    expect(app.bugs).toEqual([])
  })
})

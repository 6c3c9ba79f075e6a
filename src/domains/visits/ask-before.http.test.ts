import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const day = 86_400_000
const agreedAt = new Date('2026-11-22T03:00:00Z')
const card = '行く前の気持ちを書けます'

/** Before a visit the supporter is asked how they feel: once, by day, and they may leave it. */
describeEngines('asked how they feel before', (db) => {
  let app: TestApp
  let world: VisitWorld
  let who: Member
  let visitId: string
  let startsAt: Date
  let now = agreedAt
  beforeAll(async () => {
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
  })
  let days = 0
  beforeEach(async () => {
    days += 3
    // At one in the afternoon.
    startsAt = new Date(Date.parse('2026-12-01T04:00:00Z') + days * day)
    who = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
    visitId = (await aVisit(db, world, { startsAt, supporters: [who], companion: null, agreedAt })).visitId
    await set({ status: 'confirmed' })
  })

  const set = (visit: { status: string }) =>
    db.asPlatform((tx) => tx.updateTable('visits.visit').set(visit).where('id', '=', visitId).execute())
  const seat = (of: { agreed_at?: Date | null; left_at?: Date; asked_again_at?: Date }) =>
    db.asPlatform((tx) => tx.updateTable('visits.participant').set(of).where('visit_id', '=', visitId).execute())
  const hoursBefore = (hours: number): Date => new Date(startsAt.getTime() - hours * 3_600_000)
  /** The clock of the programme runs the job now; what was told of this visit so far. */
  const at = async (when: Date): Promise<{ person: string; path: string | null }[]> => {
    now = when
    await app.jobs.runJob('visits.ask_before')
    const rows = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.message')
        .select(['person_id as person', 'path', 'params'])
        .where('kind', '=', 'visits.how_is_it_before')
        .execute(),
    )
    return rows
      .filter((row) => JSON.stringify(row.params).includes(visitId))
      .map(({ person, path }) => ({ person, path }))
  }
  const start = async (): Promise<string> => (await app.signedIn(who)).read('/today')

  test('in the afternoon before they are told, once, with the way to the form', async () => {
    expect(await at(hoursBefore(24))).toEqual([])
    const path = `/visits/${visitId}/feelings/${who.personId}/before`
    const told = [{ person: who.personId, path }]
    expect(await at(hoursBefore(22))).toEqual(told)
    expect(await at(hoursBefore(21))).toEqual(told)
    expect(await at(hoursBefore(2))).toEqual(told)
    const own = await app.signedIn(who)
    expect(await own.read('/inbox')).toContain('もうすぐ活動の日です')
    expect((await own.get(path)).status).toBe(200)
  })

  test('two who ask at the same time tell them once', async () => {
    now = hoursBefore(22)
    await Promise.all([app.jobs.runJob('visits.ask_before'), app.jobs.runJob('visits.ask_before')])
    expect(await at(now)).toHaveLength(1)
  })

  test('nobody is told in the evening or at night, nor once it has begun', async () => {
    for (const hours of [20, 16, 8, 5]) expect(await at(hoursBefore(hours))).toEqual([])
    expect(await at(startsAt)).toEqual([])
  })

  test('what was planned late is asked of in the morning', async () => {
    expect(await at(hoursBefore(3))).toHaveLength(1)
  })

  test('whoever has said it already is not asked', async () => {
    now = hoursBefore(30)
    await (await app.signedIn(who)).post(`/visits/${visitId}/feelings/${who.personId}/before`, { feeling: 'calm' })
    expect(await at(hoursBefore(22))).toEqual([])
  })

  test.each([
    ['has not agreed', { agreed_at: null }],
    ['stepped back', { left_at: agreedAt }],
    ['takes a break and is asked whether they still wish to', { asked_again_at: agreedAt }],
  ])('whoever %s is not asked', async (_, of) => {
    await seat(of)
    expect(await at(hoursBefore(22))).toEqual([])
  })

  test.each(['planned', 'cancelled', 'superseded'])('nobody is asked of a visit that is %s', async (status) => {
    await set({ status })
    expect(await at(hoursBefore(22))).toEqual([])
  })

  test('their start page leads to the form today and tomorrow, until they said something or it began', async () => {
    const form = `/visits/${visitId}/feelings/${who.personId}/before`
    now = hoursBefore(48)
    expect(await start()).not.toContain(card)
    now = hoursBefore(30)
    expect(await start()).toMatch(new RegExp(`${card}.*${form}`, 's'))
    now = startsAt
    expect(await start()).not.toContain(card)
    now = hoursBefore(1)
    expect(await start()).toContain(card)
    await (await app.signedIn(who)).post(form, { feeling: 'calm' })
    expect(await start()).not.toContain(card)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

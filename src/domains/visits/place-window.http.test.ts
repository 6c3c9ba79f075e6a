import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aPerson, describeEngines } from '#test/database.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const now = new Date('2026-11-22T03:00:00Z')
const agreedAt = new Date('2026-11-21T03:00:00Z')
const names = /山田|陽炎|やまだ/

/** What a place reads of who comes is theirs for this visit, and for as long as it is to take place. */
describeEngines('what a place reads of a visit', (db) => {
  let app: TestApp
  let world: VisitWorld
  let supporter: Member
  let visitId: string
  beforeAll(async () => {
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
    supporter = await db.asPlatform(async (tx) =>
      aMember(tx, world.programmeId, 'supporter', {
        personId: await aPerson(tx, world.programmeId, {
          name: '山田 一郎',
          kana: 'やまだ いちろう',
          nickname: '陽炎',
        }),
      }),
    )
  })
  let days = 10
  beforeEach(async () => {
    days += 1
    const startsAt = new Date(Date.UTC(2026, 11, days, 4))
    visitId = (await aVisit(db, world, { startsAt, supporters: [supporter], agreedAt })).visitId
  })
  const read = async (furigana = false): Promise<string> =>
    (await app.signedIn(world.host, { furigana })).read(`/visits/${visitId}`)

  test('what somebody likes to be called is not read out as their name', async () => {
    const page = await read(true)
    expect(page).toContain('陽炎')
    expect(page).not.toMatch(/山田|やまだ/)
  })

  test('whoever stepped back is nobody’s to read any more', async () => {
    expect(await read()).toMatch(names)
    await db.asPlatform((tx) =>
      sql`update visits.participant set left_at = ${now} where visit_id = ${visitId} and person_id = ${supporter.personId}`.execute(
        tx,
      ),
    )
    expect(await read()).not.toMatch(names)
  })

  test.each(['cancelled', 'superseded'])('nobody comes to a visit that is %s', async (status) => {
    expect(await read()).toMatch(names)
    await db.asPlatform((tx) => sql`update visits.visit set status = ${status} where id = ${visitId}`.execute(tx))
    const page = await read()
    expect(page).toContain('<h1')
    expect(page).not.toMatch(names)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const now = new Date('2026-11-22T03:00:00Z')
const agreedAt = new Date('2026-11-10T03:00:00Z')
const words = '人の多い電車が気になる'

/** What somebody says before and after is theirs: each time they decide what who goes along reads. */
describeEngines('who reads how somebody feels', (db) => {
  let app: TestApp
  let world: VisitWorld
  let who: Member
  let own: Client
  let path: string
  beforeAll(async () => {
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
  })
  let days = 0
  beforeEach(async () => {
    days += 1
    who = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
    own = await app.signedIn(who)
    const startsAt = new Date(Date.UTC(2026, 11, days, 4))
    path = `/visits/${(await aVisit(db, world, { startsAt, supporters: [who], agreedAt })).visitId}`
  })

  const say = (more: Record<string, string> = {}) =>
    own.post(`${path}/feelings/${who.personId}/before`, { hard: words, ...more })
  const read = async (reader: Member): Promise<boolean> =>
    (await (await app.signedIn(reader)).read(path)).includes(words)
  const consent = (recipient: string) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('people.consent')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          person_id: who.personId,
          recipient,
          item: 'care',
          given: true,
          text_version: '2026-11',
          at: agreedAt,
          recorded_at: agreedAt,
        })
        .execute(),
    )
  const follow = (staff: Member) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('people.following')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          staff_id: staff.personId,
          supporter_id: who.personId,
          from_at: agreedAt,
        })
        .execute(),
    )
  const reads = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('actor_person_id as by')
        .where('subject_id', '=', who.personId)
        .where('object_kind', '=', 'check_in')
        .where('action', '=', 'read')
        .execute(),
    )

  test('who goes along reads what was ticked, and it is noted', async () => {
    await say({ show: 'yes' })
    expect(await read(world.companion)).toBe(true)
    expect(await reads()).toEqual([{ by: world.companion.personId }])
  })

  test.each(['companion', 'staff'])(
    'what was left unticked stays theirs before who goes along, though they agreed that %s read their care',
    async (recipient) => {
      await consent(recipient)
      await follow(world.companion)
      await say()
      expect(await read(world.companion)).toBe(false)
      expect(await reads()).toEqual([])
      await say({ show: 'yes' })
      expect(await read(world.companion)).toBe(true)
      await say()
      expect(await read(world.companion)).toBe(false)
    },
  )

  test('who follows them without going along opens none of it, ticked or not', async () => {
    const follower = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion'))
    await consent('staff')
    await follow(follower)
    await say({ show: 'yes' })
    expect(await read(follower)).toBe(false)
    expect(await reads()).toEqual([])
  })

  test('the coordinator reads it where the person agreed that staff read their care, whatever was ticked', async () => {
    await say({ show: 'yes' })
    expect(await read(world.coordinator)).toBe(false)
    await consent('staff')
    await say()
    expect(await read(world.coordinator)).toBe(true)
    expect(await reads()).toEqual([{ by: world.coordinator.personId }])
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

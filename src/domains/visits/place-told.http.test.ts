import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { aPlace } from '#test/visit-builders.ts'
import { aRegistered, aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const agreedAt = new Date('2026-11-21T03:00:00Z')
const beforehand = new Date('2026-11-22T03:00:00Z')
const lastDay = new Date('2026-12-24T14:00:00Z')
const dayAfter = new Date('2026-12-24T15:30:00Z')
const carePlan = {
  considerations_sealed: '静かな席がよい',
  what_helps_sealed: '外の空気にふれる',
  warning_signs_sealed: '口数が減る',
  whom_to_call_sealed: '姉に電話',
  company_sealed: '友だちと',
}
const { considerations_sealed: considerations, ...sealedFromPlaces } = carePlan
const shown = {
  name: '見本 冬子',
  considerations,
  first_time: '何度かある',
} as const

/** What the person chose to show the place, line by line, for as long as that was promised. */
describeEngines('what those who come let the place know', (db) => {
  let app: TestApp
  let world: VisitWorld
  let who: Member
  let path: string
  let now = beforehand
  beforeAll(async () => {
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
  })
  beforeEach(async () => {
    now = beforehand
    who = await aRegistered(db, world, { experience: 'some' })
    await db.asProgramme(world.programmeId, async (tx) => {
      await tx
        .updateTable('people.person')
        .set({ name: shown.name, nickname: 'ふゆ' })
        .where('id', '=', who.personId)
        .execute()
      const vault = app.services.vault.vaultFor(tx, world.programmeId)
      const sealed: Partial<Record<keyof typeof carePlan, string>> = {}
      for (const [column, text] of Object.entries(carePlan) as [keyof typeof carePlan, string][])
        sealed[column] = await vault.seal(who.personId, `registration.care_plan.${column}`, who.personId, text)
      await tx
        .insertInto('registration.care_plan')
        .values({ programme_id: world.programmeId, person_id: who.personId, ...sealed })
        .execute()
    })
    const startsAt = new Date('2026-12-10T04:00:00Z')
    path = `/visits/${(await aVisit(db, world, { startsAt, supporters: [who], companion: null, agreedAt })).visitId}`
  })

  const consent = (recipient: string, item: string) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('people.consent')
        .values({
          programme_id: world.programmeId,
          id: randomUUID(),
          person_id: who.personId,
          recipient,
          item,
          given: true,
          text_version: '2026-11-22',
          at: agreedAt,
          recorded_at: agreedAt,
        })
        .execute(),
    )
  const read = async (reader: Member = world.host) => (await app.signedIn(reader)).read(path)
  const told = async (): Promise<string[]> => {
    const page = await read()
    for (const text of Object.values(sealedFromPlaces)) expect(page).not.toContain(text)
    return Object.entries(shown).flatMap(([item, text]) => (page.includes(text) ? [item] : []))
  }
  const looks = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id as by', 'classes'])
        .where('subject_id', '=', who.personId)
        .where('action', '=', 'read')
        .execute(),
    )

  test.each(Object.keys(shown))('the line place.%s shows that, and nothing else', async (item) => {
    expect(await told()).toEqual([])
    await consent('place', item)
    expect(await told()).toEqual([item])
  })

  test('what was agreed with others shows a place nothing', async () => {
    for (const recipient of ['companion', 'staff'])
      for (const item of ['experience', 'care', 'considerations', 'first_time']) await consent(recipient, item)
    expect(await told()).toEqual([])
  })

  test('what to consider is sealed: each look of the place is noted, and read by the person', async () => {
    await consent('place', 'first_time')
    await read()
    expect(await looks()).toEqual([])
    await consent('place', 'considerations')
    await read()
    expect(await looks()).toEqual([{ by: world.host.personId, classes: ['considerations'] }])
    expect(await (await app.signedIn(who)).read('/me/looked')).toContain('見ました：配慮してほしいこと')
  })

  test('it is told until the last day, and the day after nothing is', async () => {
    for (const item of Object.keys(shown)) await consent('place', item)
    now = lastDay
    expect(await told()).toEqual(Object.keys(shown))
    const before = (await looks()).length
    now = dayAfter
    expect(await told()).toEqual([])
    expect(await looks()).toHaveLength(before)
  })

  test('before they agreed to come, and after they stepped back, nothing is told', async () => {
    for (const item of Object.keys(shown)) await consent('place', item)
    const set = (seat: { agreed_at: Date | null; left_at: Date | null }) =>
      db.asPlatform((tx) =>
        tx.updateTable('visits.participant').set(seat).where('person_id', '=', who.personId).execute(),
      )
    await set({ agreed_at: null, left_at: null })
    expect(await told()).toEqual([])
    await set({ agreed_at: agreedAt, left_at: now })
    expect(await told()).toEqual([])
    await set({ agreed_at: agreedAt, left_at: null })
    expect(await told()).toEqual(Object.keys(shown))
  })

  test('another place reads none of it', async () => {
    for (const item of Object.keys(shown)) await consent('place', item)
    const other = await db.asPlatform(async (tx) =>
      aMember(tx, world.programmeId, 'host', { placeId: await aPlace(tx, world.programmeId) }),
    )
    expect((await (await app.signedIn(other)).get(path)).status).toBe(404)
    expect(await read(other)).not.toMatch(/静かな席|見本 冬子|何度か/)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { aCareWorld, type CareWorld, closing, noon, today } from '#test/care/world.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { assignFollowUp } from './actions/assign-follow-up.ts'
import { closeFollowUp } from './actions/close-follow-up.ts'
import { openByHand } from './actions/open-by-hand.ts'
import { showFollowUp } from './actions/show-follow-up.ts'
import { listOwn } from './data/follow-up-list.ts'
import { openFollowUp } from './index.ts'

describeEngines('care', (db) => {
  let now = noon
  let system: TestSystem
  let world: CareWorld
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  beforeEach(async () => {
    now = noon
    world = await aCareWorld(db, system)
  })

  test('after a visit, somebody gets in touch the next day and a week later; told twice, it stays at two', async () => {
    const visitId = randomUUID()
    await world.held({ visitId })
    await world.held({ visitId })
    const lines = await world.open(world.coordinator)
    expect(lines.map((line) => line.dueOn)).toEqual(['2026-08-26', '2026-09-01'])
    expect(lines.map((line) => line.assignedTo)).toEqual([world.follower.personId, world.follower.personId])
  })

  test('what the programme does by itself is put down to nobody', async () => {
    await world.held()
    const entries = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'actor_role'])
        .where('programme_id', '=', world.programmeId)
        .where('object_kind', '=', 'care.follow_up')
        .execute(),
    )
    expect(entries).toEqual(Array(2).fill({ actor_person_id: null, actor_role: 'system' }))
  })

  test('the programme may choose other days', async () => {
    await db.asPlatform((tx) =>
      tx
        .updateTable('programme.programme')
        .set({ follow_up_days: [2, 10, 30] })
        .where('programme_id', '=', world.programmeId)
        .execute(),
    )
    await world.held()
    expect((await world.open(world.coordinator)).map((line) => line.dueOn)).toEqual([
      '2026-08-27',
      '2026-09-04',
      '2026-09-24',
    ])
  })

  test('where nobody follows the person, whoever was there gets in touch', async () => {
    const other = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
    await world.held({ supporterIds: [other.personId] })
    expect((await world.open(world.stranger)).map((line) => line.personId)).toEqual([other.personId, other.personId])
  })

  test('words that call for it open a follow-up for today, once, and the follower is told without a name', async () => {
    await world.tell('visits.words_of_risk', { personId: world.supporter.personId, visitId: null })
    await world.tell('visits.words_of_risk', { personId: world.supporter.personId, visitId: null })
    expect((await world.open(world.coordinator)).map((line) => line.dueOn)).toEqual([today])
    expect(await world.inboxOf(world.follower)).toEqual(['care.soon'])
    expect(await world.inboxOf(world.coordinator)).toEqual([])
  })

  test('another slice may open one by the front door; the same one twice is one', async () => {
    const opening = {
      personId: world.supporter.personId,
      visitId: null,
      reason: 'staff',
      dueOn: today,
      companions: [],
    } as const
    const opened = await system.as(world.coordinator, (ctx) => openFollowUp(ctx, opening))
    expect(opened?.assignedTo).toBe(world.follower.personId)
    expect(await system.as(world.coordinator, (ctx) => openFollowUp(ctx, opening))).toBeNull()
  })

  test('where nobody is near, the coordinators are told', async () => {
    const alone = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
    await world.tell('visits.words_of_risk', { personId: alone.personId, visitId: null })
    expect(await world.inboxOf(world.coordinator)).toEqual(['care.soon'])
  })

  const firstOpen = async () => {
    const [line] = await world.open(world.coordinator)
    if (!line) throw new Error('nothing is open')
    return line
  }
  test('it stays open until somebody says what was done; the words are sealed, and read only by those who may', async () => {
    await world.held()
    const { id } = await firstOpen()
    expect(await system.as(world.follower, (ctx) => closeFollowUp(ctx, closing(id)))).toMatchObject({ ok: true })
    const row = await db.asPlatform((tx) =>
      tx.selectFrom('care.follow_up').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ how: 'phone', closed_by: world.follower.membershipId })
    expect(row.done_sealed).not.toContain('CNRY')
    const shown = await system.as(world.coordinator, (ctx) => showFollowUp(ctx, id))
    expect(shown?.notes?.earlier.map((each) => each.done)).toEqual(['CNRY 話しました'])
    const read = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'classes'])
        .where('programme_id', '=', world.programmeId)
        .where('subject_id', '=', world.supporter.personId)
        .where('action', '=', 'read')
        .execute(),
    )
    expect(read).toEqual([{ actor_person_id: world.coordinator.personId, classes: ['staff'] }])
  })

  test('a second one who ends it, or looks at an old version, is told so', async () => {
    await world.held()
    const { id } = await firstOpen()
    const given = { id, version: 1, staffId: world.stranger.personId }
    await system.as(world.coordinator, (ctx) => assignFollowUp(ctx, given))
    expect(await system.as(world.coordinator, (ctx) => closeFollowUp(ctx, closing(id)))).toEqual({
      ok: false,
      error: [{ kind: 'changed_meanwhile' }],
    })
    await system.as(world.coordinator, (ctx) => closeFollowUp(ctx, { ...closing(id), version: 2 }))
    expect(await system.as(world.coordinator, (ctx) => closeFollowUp(ctx, { ...closing(id), version: 3 }))).toEqual({
      ok: false,
      error: [{ kind: 'already_closed' }],
    })
  })

  test('where words of risk were noted, the next contact is agreed before this one ends', async () => {
    await world.held()
    const { id } = await firstOpen()
    const worried = { ...closing(id), done: '「消えたい」と話していた' }
    expect(await system.as(world.follower, (ctx) => closeFollowUp(ctx, worried))).toMatchObject({ ok: false })
    await system.as(world.follower, (ctx) => closeFollowUp(ctx, { ...worried, nextOn: day('2026-08-26') }))
    const next = (await world.open(world.coordinator)).find((line) => line.dueOn === '2026-08-26')
    expect(next?.assignedTo).toBe(world.follower.personId)
  })

  test('a companion who neither follows the person nor is to contact them finds nothing there', async () => {
    await world.held()
    const { id } = await firstOpen()
    expect(await system.as(world.stranger, (ctx) => showFollowUp(ctx, id))).toBeNull()
    expect(await system.as(world.stranger, (ctx) => closeFollowUp(ctx, closing(id)))).toBeNull()
    const byHand = { personId: world.supporter.personId, reason: 'staff' as const, dueOn: today }
    expect(await system.as(world.stranger, (ctx) => openByHand(ctx, byHand))).toBeNull()
  })

  test('a companion who was there but does not follow sees that it is due, not why', async () => {
    const other = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
    await world.held({ supporterIds: [other.personId] })
    const [line] = await world.open(world.stranger)
    const shown = await system.as(world.stranger, (ctx) => showFollowUp(ctx, line?.id ?? ''))
    expect(shown).toMatchObject({ person: { id: other.personId }, notes: null, contact: null })
  })

  test('the follow-ups of another programme are not there', async () => {
    await world.held()
    const { id } = await firstOpen()
    const foreign = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    expect(await system.as(foreign, (ctx) => showFollowUp(ctx, id))).toBeNull()
    expect(await system.as(foreign, (ctx) => closeFollowUp(ctx, closing(id)))).toBeNull()
  })

  test('the person sees that somebody gets in touch, and who; neither why nor the notes', async () => {
    await world.held()
    const own = await system.as(world.supporter, (ctx) => listOwn(ctx.tx, world.programmeId, world.supporter.personId))
    expect(own).toHaveLength(2)
    expect(Object.keys(own[0] ?? {}).sort()).toEqual(['assignedKana', 'assignedName', 'closedAt', 'dueOn', 'how', 'id'])
  })

  test('in the morning, whoever is to contact somebody today is told', async () => {
    await world.held()
    now = new Date('2026-08-26T00:00:00Z')
    await world.jobs().runJob('care.due_today')
    expect(await world.inboxOf(world.follower)).toEqual(['care.due_today'])
    expect(await world.inboxOf(world.stranger)).toEqual([])
  })
})

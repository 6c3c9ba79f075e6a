import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { joinHandlers } from '#platform/jobs/events.ts'
import { openJobs } from '#platform/jobs/jobs.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { answerRest, recordRest } from './actions/answer-rest.ts'
import { assignFollowUp } from './actions/assign-follow-up.ts'
import { closeFollowUp } from './actions/close-follow-up.ts'
import { openByHand } from './actions/open-by-hand.ts'
import { showFollowUp } from './actions/show-follow-up.ts'
import { notHeardFrom } from './core/silence.ts'
import { listContacts } from './data/contact-list.ts'
import { listOpen, listOwn } from './data/follow-up-list.ts'
import { openFollowUp } from './index.ts'
import { careEvents, careJobs } from './jobs.ts'

const noon = new Date('2026-08-25T03:00:00Z')
const today = day('2026-08-25')

describeEngines('care', (db) => {
  let now = noon
  let system: TestSystem
  let programmeId = 0
  let supporter: Member
  let follower: Member
  let stranger: Member
  let coordinator: Member
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  beforeEach(async () => {
    now = noon
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      supporter = await aMember(tx, programmeId, 'supporter')
      follower = await aMember(tx, programmeId, 'companion')
      stranger = await aMember(tx, programmeId, 'companion')
      coordinator = await aMember(tx, programmeId, 'coordinator')
      await tx
        .insertInto('people.following')
        .values({
          programme_id: programmeId,
          id: randomUUID(),
          staff_id: follower.personId,
          supporter_id: supporter.personId,
          from_at: noon,
        })
        .execute()
    })
  })

  const jobs = () =>
    openJobs({
      ...system,
      db,
      transport: null,
      origin: () => '',
      jobs: careJobs,
      works: {},
      handlers: joinHandlers(careEvents),
      onError: (error) => {
        throw error
      },
    })
  const tell = async (topic: string, payload: Record<string, unknown>) => {
    await system.as(coordinator, (ctx) => ctx.outbox.emit(topic, payload))
    await jobs().drainNow()
  }
  const held = (more: Record<string, unknown> = {}) =>
    tell('visits.held', {
      visitId: randomUUID(),
      heldOn: today,
      supporterIds: [supporter.personId],
      companionIds: [stranger.personId],
      heavy: false,
      ...more,
    })
  const open = (member: Member) =>
    system.as(member, async (ctx) =>
      listOpen(
        ctx.tx,
        programmeId,
        member.role === 'coordinator' ? 'all' : { staffId: member.personId, supporterIds: [] },
      ),
    )
  const inboxOf = async (member: Member) => {
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('platform.message').select('kind').where('person_id', '=', member.personId).execute(),
    )
    return rows.map((row) => row.kind)
  }

  test('after a visit, somebody gets in touch the next day and a week later; told twice, it stays at two', async () => {
    const visitId = randomUUID()
    await held({ visitId })
    await held({ visitId })
    const lines = await open(coordinator)
    expect(lines.map((line) => line.dueOn)).toEqual(['2026-08-26', '2026-09-01'])
    expect(lines.map((line) => line.assignedTo)).toEqual([follower.personId, follower.personId])
  })

  test('what the programme does by itself is put down to nobody', async () => {
    await held()
    const entries = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'actor_role'])
        .where('programme_id', '=', programmeId)
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
        .where('programme_id', '=', programmeId)
        .execute(),
    )
    await held()
    expect((await open(coordinator)).map((line) => line.dueOn)).toEqual(['2026-08-27', '2026-09-04', '2026-09-24'])
  })

  test('where nobody follows the person, whoever was there gets in touch', async () => {
    const other = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))
    await held({ supporterIds: [other.personId] })
    expect((await open(stranger)).map((line) => line.personId)).toEqual([other.personId, other.personId])
  })

  test('words that call for it open a follow-up for today, once, and the follower is told without a name', async () => {
    await tell('visits.words_of_risk', { personId: supporter.personId, visitId: null })
    await tell('visits.words_of_risk', { personId: supporter.personId, visitId: null })
    expect((await open(coordinator)).map((line) => line.dueOn)).toEqual([today])
    expect(await inboxOf(follower)).toEqual(['care.soon'])
    expect(await inboxOf(coordinator)).toEqual([])
  })

  test('another slice may open one by the front door; the same one twice is one', async () => {
    const opening = {
      personId: supporter.personId,
      visitId: null,
      reason: 'staff',
      dueOn: today,
      companions: [],
    } as const
    const opened = await system.as(coordinator, (ctx) => openFollowUp(ctx, opening))
    expect(opened?.assignedTo).toBe(follower.personId)
    expect(await system.as(coordinator, (ctx) => openFollowUp(ctx, opening))).toBeNull()
  })

  test('where nobody is near, the coordinators are told', async () => {
    const alone = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))
    await tell('visits.words_of_risk', { personId: alone.personId, visitId: null })
    expect(await inboxOf(coordinator)).toEqual(['care.soon'])
  })

  const firstOpen = async () => {
    const [line] = await open(coordinator)
    if (!line) throw new Error('nothing is open')
    return line
  }
  const closing = (id: string) => ({ id, version: 1, how: 'phone' as const, done: 'CNRY 話しました', nextOn: null })

  test('it stays open until somebody says what was done; the words are sealed, and read only by those who may', async () => {
    await held()
    const { id } = await firstOpen()
    expect(await system.as(follower, (ctx) => closeFollowUp(ctx, closing(id)))).toMatchObject({ ok: true })
    const row = await db.asPlatform((tx) =>
      tx.selectFrom('care.follow_up').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ how: 'phone', closed_by: follower.membershipId })
    expect(row.done_sealed).not.toContain('CNRY')
    const shown = await system.as(coordinator, (ctx) => showFollowUp(ctx, id))
    expect(shown?.notes?.earlier.map((each) => each.done)).toEqual(['CNRY 話しました'])
    const read = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'classes'])
        .where('programme_id', '=', programmeId)
        .where('subject_id', '=', supporter.personId)
        .where('action', '=', 'read')
        .execute(),
    )
    expect(read).toEqual([{ actor_person_id: coordinator.personId, classes: ['staff'] }])
  })

  test('a second one who ends it, or looks at an old version, is told so', async () => {
    await held()
    const { id } = await firstOpen()
    await system.as(coordinator, (ctx) => assignFollowUp(ctx, id, stranger.personId))
    expect(await system.as(coordinator, (ctx) => closeFollowUp(ctx, closing(id)))).toEqual({
      ok: false,
      error: [{ kind: 'changed_meanwhile' }],
    })
    await system.as(coordinator, (ctx) => closeFollowUp(ctx, { ...closing(id), version: 2 }))
    expect(await system.as(coordinator, (ctx) => closeFollowUp(ctx, { ...closing(id), version: 3 }))).toEqual({
      ok: false,
      error: [{ kind: 'already_closed' }],
    })
  })

  test('where words of risk were noted, the next contact is agreed before this one ends', async () => {
    await held()
    const { id } = await firstOpen()
    const worried = { ...closing(id), done: '「消えたい」と話していた' }
    expect(await system.as(follower, (ctx) => closeFollowUp(ctx, worried))).toMatchObject({ ok: false })
    await system.as(follower, (ctx) => closeFollowUp(ctx, { ...worried, nextOn: day('2026-08-26') }))
    const next = (await open(coordinator)).find((line) => line.dueOn === '2026-08-26')
    expect(next?.assignedTo).toBe(follower.personId)
  })

  test('a companion who neither follows the person nor is to contact them finds nothing there', async () => {
    await held()
    const { id } = await firstOpen()
    expect(await system.as(stranger, (ctx) => showFollowUp(ctx, id))).toBeNull()
    expect(await system.as(stranger, (ctx) => closeFollowUp(ctx, closing(id)))).toBeNull()
    const byHand = { personId: supporter.personId, reason: 'staff' as const, dueOn: today }
    expect(await system.as(stranger, (ctx) => openByHand(ctx, byHand))).toBeNull()
  })

  test('a companion who was there but does not follow sees that it is due, not why', async () => {
    const other = await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))
    await held({ supporterIds: [other.personId] })
    const [line] = await open(stranger)
    const shown = await system.as(stranger, (ctx) => showFollowUp(ctx, line?.id ?? ''))
    expect(shown).toMatchObject({ person: { id: other.personId }, notes: null, contact: null })
  })

  test('the follow-ups of another programme are not there', async () => {
    await held()
    const { id } = await firstOpen()
    const foreign = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
    expect(await system.as(foreign, (ctx) => showFollowUp(ctx, id))).toBeNull()
    expect(await system.as(foreign, (ctx) => closeFollowUp(ctx, closing(id)))).toBeNull()
  })

  const register = (personId: string, registeredOn = day('2026-01-10')) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('registration.supporter')
        .values({ programme_id: programmeId, person_id: personId, registered_on: registeredOn })
        .execute(),
    )
  const pauses = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('registration.pause')
        .selectAll()
        .where('person_id', '=', supporter.personId)
        .orderBy('from_at')
        .execute(),
    )

  const offers = () =>
    db.asPlatform((tx) =>
      tx.selectFrom('care.rest_offer').selectAll().where('programme_id', '=', programmeId).execute(),
    )

  test('after a heavy visit a rest is offered, once; one press takes it, and nobody asks them meanwhile', async () => {
    const visitId = randomUUID()
    await held({ visitId, heavy: true })
    await tell('visits.heavy', { visitId, personId: supporter.personId })
    await register(supporter.personId)
    const [offer] = await offers()
    expect(await offers()).toHaveLength(1)
    expect(await inboxOf(supporter)).toEqual(['care.rest_offered'])
    expect(await system.as(stranger, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))).toBeNull()
    await system.as(supporter, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))
    expect(await offers()).toMatchObject([{ answer: 'rest', rest_until: '2026-09-08', via: 'self' }])
    expect(await pauses()).toMatchObject([{ until_day: '2026-09-08', ended_at: null }])
  })

  test('a longer pause of their own is not cut short by a rest', async () => {
    await register(supporter.personId)
    await db.asPlatform((tx) =>
      tx
        .insertInto('registration.pause')
        .values({ programme_id: programmeId, id: randomUUID(), person_id: supporter.personId, from_at: noon })
        .execute(),
    )
    await held({ heavy: true })
    const [offer] = await offers()
    await system.as(supporter, (ctx) => answerRest(ctx, offer?.id ?? '', 'rest'))
    expect(await pauses()).toMatchObject([{ until_day: null, ended_at: null }])
  })

  test('what a person keeps to themselves offers a rest to them and opens nothing for the staff', async () => {
    await tell('visits.heavy', { visitId: randomUUID(), personId: supporter.personId, shown: false })
    expect(await offers()).toHaveLength(1)
    expect(await open(coordinator)).toEqual([])
    expect(await inboxOf(follower)).toEqual([])
    await tell('visits.heavy', { visitId: randomUUID(), personId: supporter.personId, shown: true })
    expect((await open(coordinator)).map((line) => line.dueOn)).toEqual([today])
  })

  test('an answer told by telephone is written down with who and how', async () => {
    await held({ heavy: true })
    const told = { answer: 'no_thanks', via: 'phone' } as const
    expect(await system.as(stranger, (ctx) => recordRest(ctx, supporter.personId, told))).toBeNull()
    await system.as(follower, (ctx) => recordRest(ctx, supporter.personId, told))
    expect(await offers()).toMatchObject([
      { answer: 'no_thanks', rest_until: null, via: 'phone', recorded_by: follower.membershipId },
    ])
  })

  test('the person sees that somebody gets in touch, and who; neither why nor the notes', async () => {
    await held()
    const own = await system.as(supporter, (ctx) => listOwn(ctx.tx, programmeId, supporter.personId))
    expect(own).toHaveLength(2)
    expect(Object.keys(own[0] ?? {}).sort()).toEqual(['assignedKana', 'assignedName', 'closedAt', 'dueOn', 'how', 'id'])
  })

  test('in the morning, whoever is to contact somebody today is told', async () => {
    await held()
    now = new Date('2026-08-26T00:00:00Z')
    await jobs().runJob('care.due_today')
    expect(await inboxOf(follower)).toEqual(['care.due_today'])
    expect(await inboxOf(stranger)).toEqual([])
  })

  const silent = async () => {
    const asked = { programmeId, today, zone: 'Asia/Tokyo', personIds: null }
    const contacts = await system.as(coordinator, (ctx) => listContacts(ctx.tx, asked))
    return notHeardFrom(contacts, today).map((contact) => contact.personId)
  }

  test('who has not been heard from is listed, until they were spoken with or said that they rest', async () => {
    const [resting, fresh] = await db.asPlatform(async (tx) => [
      await aMember(tx, programmeId, 'supporter'),
      await aMember(tx, programmeId, 'supporter'),
    ])
    await register(supporter.personId)
    await register(resting?.personId ?? '')
    await register(fresh?.personId ?? '', day('2026-08-20'))
    expect((await silent()).toSorted()).toEqual([supporter.personId, resting?.personId].toSorted())
    await db.asPlatform((tx) =>
      tx
        .insertInto('registration.pause')
        .values({
          programme_id: programmeId,
          id: randomUUID(),
          person_id: resting?.personId ?? '',
          from_at: new Date('2026-02-01T00:00:00Z'),
        })
        .execute(),
    )
    expect(await silent()).toEqual([supporter.personId])
    const byHand = { personId: supporter.personId, reason: 'silent' as const, dueOn: today }
    const opened = await system.as(follower, (ctx) => openByHand(ctx, byHand))
    const id = opened?.ok ? (opened.value ?? '') : ''
    await system.as(follower, (ctx) => closeFollowUp(ctx, closing(id)))
    expect(await silent()).toEqual([])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { book } from '#domains/people/index.ts'
import { addDays, day } from '#kernel/calendar-day.ts'
import { aCourse, aSession } from '#test/call-world.ts'
import { aMember, aPerson, describeEngines } from '#test/database.ts'
import { applyingNow, applyingWorld } from '#test/training/applying-world.ts'
import { aPlace } from '#test/visit-builders.ts'
import { drawLots, giveInOrder } from './actions/give-places.ts'
import { lapseOffers } from './actions/move-application.ts'
import { moveRun } from './actions/move-run.ts'
import type { Actor } from '#platform/http/call.ts'
import { askNamed } from './actions/ask-named.ts'
import { saveApplication } from './actions/save-application.ts'
import { sendApplication } from './actions/send-application.ts'
import { startApplication } from './actions/start-application.ts'
import { drawOrder } from './core/lottery.ts'
import { noWords } from './data/application-words.ts'
import { applicationsOfRun } from './data/applications.ts'

describeEngines('applications', (db) => {
  const world = applyingWorld(db)
  const { as, run, trainee, started, move, applied, statusOf, told } = world
  beforeAll(world.open)

  const held = async (runId: string): Promise<number> =>
    (await db.asPlatform((tx) => applicationsOfRun(tx, world.programmeId, runId))).filter(
      ({ status }) => status === 'offered' || status === 'accepted',
    ).length
  test('it is not sent without a word of why and without consent, and what was written stays', async () => {
    const runId = await run()
    const who = await trainee()
    const id = await started(who, runId)
    expect(await move(who, id, 'submitted')).toEqual({
      ok: false,
      error: [{ kind: 'words_given' }, { kind: 'consented' }],
    })
    expect(await started(who, runId), 'a second start goes on with the first').toBe(id)
    const stale = await as(who, (ctx) => saveApplication(ctx, { id, version: 9 }, { ...noWords, why: 'x' }, false))
    expect(stale).toMatchObject({ ok: false, error: { kind: 'stale' } })
  })

  test('a draft is nobody’s but the writer’s, and nobody sees another’s', async () => {
    const runId = await run()
    const who = await trainee()
    const id = await started(who, runId)
    const other = await trainee()
    expect(await move(world.coordinator, id, 'withdrawn')).toBeNull()
    expect(await move(other, id, 'withdrawn')).toBeNull()
  })

  test('words of risk call for somebody today', async () => {
    const who = await trainee()
    const id = await started(who, await run())
    const saved = await as(who, (ctx) =>
      saveApplication(ctx, { id, version: 1 }, { ...noWords, other: '消えたいと思う日もあります' }, false),
    )
    expect(saved).toMatchObject({ ok: true, value: { risk: true } })
    const events = await db.asPlatform((tx) =>
      tx.selectFrom('platform.event').select('payload').where('topic', '=', 'training.words_of_risk').execute(),
    )
    expect(events.map(({ payload }) => payload)).toContainEqual({ personId: who.personId })
  })

  describe('places', () => {
    test('whoever accepts takes the run, and its sessions take their time; what they have already is left alone', async () => {
      const runId = await run()
      const [first, second] = await db.asPlatform(async (tx) => [
        await aSession(tx, world.programmeId, runId, day('2027-01-10')),
        await aSession(tx, world.programmeId, runId, day('2027-01-17'), { no: 2 }),
      ])
      const { who, id } = await applied(runId)
      await as(who, (ctx) =>
        book(ctx, {
          personId: who.personId,
          kind: 'visit',
          refId: runId,
          from: new Date('2027-01-10T04:00:00Z'),
          to: new Date('2027-01-10T06:00:00Z'),
        }),
      )
      await move(world.coordinator, id, 'offered')
      expect(await move(who, id, 'accepted')).toEqual({ ok: true, value: null })
      const taken = await db.asPlatform((tx) =>
        tx
          .selectFrom('people.booking')
          .select('ref_id')
          .where('person_id', '=', who.personId)
          .where('kind', '=', 'session')
          .where('released_at', 'is', null)
          .execute(),
      )
      expect(taken.map(({ ref_id }) => ref_id)).toEqual([second])
      expect(first).not.toBe(second)
      const enrolled = await db.asPlatform((tx) =>
        tx.selectFrom('training.enrolment').select('status').where('application_id', '=', id).execute(),
      )
      expect(enrolled).toEqual([{ status: 'taking' }])
      await move(who, id, 'withdrawn')
      const left = await db.asPlatform((tx) =>
        tx.selectFrom('training.enrolment').select('status').where('application_id', '=', id).execute(),
      )
      expect(left).toEqual([{ status: 'left' }])
    })

    test('a full run offers no place; when one is given back, the next who waits is asked', async () => {
      const runId = await run({ capacity: 1 })
      const [a, b, c] = [await applied(runId), await applied(runId), await applied(runId)]
      await move(world.coordinator, a.id, 'offered')
      expect(await move(world.coordinator, b.id, 'offered')).toEqual({ ok: false, error: [{ kind: 'seat_free' }] })
      await move(world.coordinator, b.id, 'waiting')
      world.now = new Date(applyingNow.getTime() + 60_000)
      await move(world.coordinator, c.id, 'waiting')
      await move(a.who, a.id, 'declined')
      expect([await statusOf(b.id), await statusOf(c.id)]).toEqual(['offered', 'waiting'])
      expect(await told(b.who.personId)).toContain('training.place_free')
      await move(b.who, b.id, 'accepted')
      await move(b.who, b.id, 'withdrawn')
      expect(await statusOf(c.id)).toBe('offered')
    })

    test('no answer in time: the next is asked, and the door stays open for whoever was late', async () => {
      const runId = await run({ capacity: 1, answer_days: 7 })
      const [a, b] = [await applied(runId), await applied(runId)]
      await move(world.coordinator, a.id, 'offered')
      await move(world.coordinator, b.id, 'waiting')
      world.now = new Date('2026-11-29T14:00:00Z')
      await world.asSystem(lapseOffers)
      expect(await statusOf(a.id), 'the last day counts whole').toBe('offered')
      world.now = new Date('2026-11-29T16:00:00Z')
      await world.asSystem(lapseOffers)
      expect([await statusOf(a.id), await statusOf(b.id)]).toEqual(['declined', 'offered'])
      expect(await told(a.who.personId)).toContain('training.offer_lapsed')
      expect(await move(a.who, a.id, 'waiting')).toEqual({ ok: true, value: null })
      await move(b.who, b.id, 'declined')
      expect(await statusOf(a.id)).toBe('offered')
    })

    test('many at once never get more than the places there are', async () => {
      const runId = await run({ capacity: 2 })
      const all = await Promise.all(Array.from({ length: 6 }, () => applied(runId)))
      await Promise.all(all.map(({ id }) => move(world.coordinator, id, 'offered')))
      expect(await held(runId)).toBe(2)
      await Promise.all(all.map(({ id }) => move(world.coordinator, id, 'waiting')))
      const offered = []
      for (const one of all) if ((await statusOf(one.id)) === 'offered') offered.push(one)
      await Promise.all(offered.map(({ who, id }) => move(who, id, 'declined')))
      expect(await held(runId)).toBe(2)
    })

    test('in the order of arrival the first are asked and the others wait in their order', async () => {
      const runId = await run({ capacity: 2, order_of: 'arrival' })
      const all = []
      for (let minute = 0; minute < 4; minute++) {
        world.now = new Date(applyingNow.getTime() + minute * 60_000)
        all.push(await applied(runId))
      }
      expect(await as(world.coordinator, (ctx) => giveInOrder(ctx, runId))).toEqual({ ok: true, value: null })
      const states = []
      for (const { id } of all) states.push(await statusOf(id))
      expect(states).toEqual(['offered', 'offered', 'waiting', 'waiting'])
      await move(all[1]?.who ?? world.coordinator, all[1]?.id ?? '', 'declined')
      expect(await statusOf(all[2]?.id ?? '')).toBe('offered')
    })

    test('a lottery is drawn once, after the call; its seed gives the same order again', async () => {
      const runId = await run({ capacity: 2, order_of: 'lottery' })
      const all = [await applied(runId), await applied(runId), await applied(runId), await applied(runId)]
      const early = await as(world.coordinator, (ctx) => drawLots(ctx, runId))
      expect(early).toEqual({ ok: false, error: [{ kind: 'still_open' }] })
      await as(world.coordinator, (ctx) => moveRun(ctx, runId, { to: 'selecting', reason: '' }))
      const drawn = await as(world.coordinator, (ctx) => drawLots(ctx, runId))
      if (!drawn?.ok) throw new Error('nothing was drawn')
      expect(await as(world.coordinator, (ctx) => drawLots(ctx, runId))).toMatchObject({
        error: [{ kind: 'drawn_already' }],
      })
      await as(world.coordinator, (ctx) => giveInOrder(ctx, runId))
      const order = drawOrder(
        drawn.value,
        all.map(({ id }) => id),
      )
      const states = []
      for (const id of order) states.push(await statusOf(id))
      expect(states).toEqual(['offered', 'offered', 'waiting', 'waiting'])
    })

    test('two of one office come together or not at all', async () => {
      const host = await db.asPlatform(async (tx) =>
        aMember(tx, world.programmeId, 'host', { placeId: await aPlace(tx, world.programmeId) }),
      )
      const pairs = await db.asPlatform((tx) => aCourse(tx, world.programmeId, { kind: 'host', in_pairs: true }))
      const runId = await run({ capacity: 3, order_of: 'arrival' }, pairs)
      const alone = { who: [{ personId: host.personId }], placeId: host.placeId, told: null } as const
      expect(await as(host, (ctx) => startApplication(ctx, runId, alone))).toMatchObject({
        error: [{ kind: 'two_needed' }],
      })
      const colleague = { name: '同僚 さん', kana: 'どうりょう さん' }
      const both = { ...alone, who: [{ personId: host.personId }, colleague] } as const
      const made = await as(host, (ctx) => startApplication(ctx, runId, both))
      if (!made?.ok) throw new Error('it did not start')
      const [own = '', theirs = ''] = made.value
      const words = { ...noWords, why: '学びたい' }
      const save = (who: Actor, id: string, version: number, confirmed: 'phone' | null = null) =>
        as(who, (ctx) => saveApplication(ctx, { id, version }, words, true, confirmed))
      expect(await save(host, theirs, 1), 'nobody writes for the other').toBeNull()
      await save(host, own, 1)
      expect(await as(host, (ctx) => sendApplication(ctx, own))).toEqual({ ok: true, value: 'waits' })
      expect(await as(world.coordinator, (ctx) => askNamed(ctx, theirs, { via: 'phone', at: applyingNow }))).toEqual({
        ok: true,
        value: null,
      })
      expect(await save(world.coordinator, theirs, 2)).toEqual({ ok: false, error: { kind: 'consent_unconfirmed' } })
      await save(world.coordinator, theirs, 2, 'phone')
      expect(await as(world.coordinator, (ctx) => sendApplication(ctx, theirs))).toEqual({ ok: true, value: 'sent' })
      await as(world.coordinator, (ctx) => giveInOrder(ctx, runId))
      expect(await held(runId)).toBe(2)
      await move(host, own, 'accepted')
      const after = await db.asPlatform((tx) => applicationsOfRun(tx, world.programmeId, runId))
      expect(after.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
    })
  })

  test('what is asked for before applying stands in the way of sending, not of writing', async () => {
    const runId = await run({ prerequisites: JSON.stringify([{ kind: 'taster' }]) })
    const who = await trainee()
    const id = await started(who, runId)
    await as(who, (ctx) => saveApplication(ctx, { id, version: 1 }, { ...noWords, why: '学びたいです' }, true))
    expect(await move(who, id, 'submitted')).toEqual({ ok: false, error: [{ kind: 'prerequisites_met' }] })
  })

  test('staff write down what came by telephone, also after the last day; the person is told', async () => {
    const runId = await run({ apply_until: day('2026-11-20'), status: 'selecting' })
    const personId = await db.asPlatform((tx) => aPerson(tx, world.programmeId))
    const told_ = { via: 'phone', at: applyingNow } as const
    const made = await as(world.coordinator, (ctx) =>
      startApplication(ctx, runId, { who: [{ personId }], placeId: null, told: told_ }),
    )
    if (!made?.ok) throw new Error('it did not start')
    const [id = ''] = made.value
    const words = { ...noWords, why: '電話で聞きました' }
    await as(world.coordinator, (ctx) => saveApplication(ctx, { id, version: 1 }, words, true))
    expect(await move(world.coordinator, id, 'submitted')).toEqual({ ok: true, value: null })
    expect(await told(personId)).toEqual(['training.application_received'])
  })

  test('a run that is cancelled leaves nobody without a word, and gives everybody their time back', async () => {
    const runId = await run()
    await db.asPlatform((tx) => aSession(tx, world.programmeId, runId, addDays(day('2026-12-20'), 1)))
    const [a, b] = [await applied(runId), await applied(runId)]
    await move(world.coordinator, a.id, 'offered')
    await move(a.who, a.id, 'accepted')
    const cancelled = await as(world.coordinator, (ctx) =>
      moveRun(ctx, runId, { to: 'cancelled', reason: '会場の都合' }),
    )
    expect(cancelled).toEqual({ ok: true, value: null })
    expect(await told(a.who.personId)).toContain('training.run_cancelled')
    expect(await told(b.who.personId)).toContain('training.run_cancelled')
    expect(await statusOf(b.id)).toBe('not_this_time')
    const booked = await db.asPlatform((tx) =>
      tx
        .selectFrom('people.booking')
        .select('id')
        .where('person_id', '=', a.who.personId)
        .where('released_at', 'is', null)
        .execute(),
    )
    expect(booked).toEqual([])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { instantAt } from '#kernel/time.ts'
import { addDays, day } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import { aMember, type Member } from '#test/builders.ts'
import { describeEngines } from '#test/database.ts'
import { aPlace } from '#test/places/builders.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aTakingWorld, takingNow, type TakingWorld } from '#test/training/taking-world.ts'
import { offerPracticum, withdrawPracticumOffer } from './actions/offer-practicum.ts'
import { endDay, writeDiary, writePlaceWords } from './actions/practicum-day.ts'
import { proposePracticum } from './actions/propose-practicum.ts'
import { reachablePracticums, showPracticum } from './actions/see-practicum.ts'
import { addPracticumDay, agreePracticum, stepPracticum, writeGoals } from './actions/step-practicum.ts'
import { sealOldWords } from './actions/seal-old-words.ts'
import { showEnrolment } from './actions/show-enrolment.ts'

const today = day('2026-10-27')
const at = (days: number, hour: number): Date => instantAt(addDays(today, days), hour * 60, 'Asia/Tokyo')
const morning = (days: number) => ({ startsAt: at(days, 10), endsAt: at(days, 12) })

describeEngines('a practicum', (db) => {
  let system: TestSystem
  let world: TakingWorld
  let now = takingNow
  let placeId: string
  let host: Member
  let elsewhere: Member
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  const fresh = async () => {
    now = takingNow
    await db.asPlatform(async (tx) => {
      world = await aTakingWorld(tx, { trainees: 2, completion: [{ kind: 'practicum', days: 1 }] })
      placeId = await aPlace(tx, world.programmeId)
      host = await aMember(tx, world.programmeId, 'host', { placeId })
      elsewhere = await aMember(tx, world.programmeId, 'host', { placeId: await aPlace(tx, world.programmeId) })
      await tx.updateTable('people.person').set({ nickname: 'こず' }).where('id', '=', trainee().personId).execute()
    })
  }
  const trainee = () => {
    const [first] = world.trainees
    if (!first) throw new Error('nobody takes it')
    return first
  }
  const as = <T>(who: Member, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const propose = async (days = [morning(3)], enrolmentId = trainee().enrolmentId) => {
    const proposed = await as(world.coordinator, (ctx) =>
      proposePracticum(ctx, {
        enrolmentId,
        kind: 'practicum',
        placeId,
        offerId: null,
        companionId: world.leader.personId,
        goals: 'お茶会の準備',
        days,
      }),
    )
    return proposed
  }
  const proposed = async (): Promise<string> => {
    await fresh()
    const result = await propose()
    if (!result?.ok) throw new Error('not proposed')
    return result.value
  }
  const sees = async (who: Member, id: string) => (await as(who, (ctx) => showPracticum(ctx, id))) !== null
  const agreed = async (id: string) => {
    await as(trainee(), (ctx) => agreePracticum(ctx, id, { side: 'trainee', told: null }))
    await as(host, (ctx) => agreePracticum(ctx, id, { side: 'place', told: null }))
  }
  const statusOf = async (id: string) => (await as(world.coordinator, (ctx) => showPracticum(ctx, id)))?.status

  test('the person is asked first; the place hears of nobody before, and sees only its own people', async () => {
    const id = await proposed()
    expect(await sees(trainee(), id)).toBe(true)
    expect(await sees(host, id)).toBe(false)
    await as(trainee(), (ctx) => agreePracticum(ctx, id, { side: 'trainee', told: null }))
    expect(await sees(host, id)).toBe(true)
    expect(await sees(elsewhere, id)).toBe(false)
    const [second] = world.trainees.slice(1)
    if (second) expect(await sees(second, id)).toBe(false)
    const seen = await as(host, (ctx) => showPracticum(ctx, id))
    expect(seen?.called, 'by the name that the person agreed to show').toEqual({ name: 'こず', kana: '' })
  })

  test('with both sides’ dated yes it is agreed; what changes is agreed on anew', async () => {
    const id = await proposed()
    await agreed(id)
    expect(await statusOf(id)).toBe('agreed')
    await as(world.coordinator, (ctx) => addPracticumDay(ctx, id, morning(5)))
    const changed = await as(world.coordinator, (ctx) => showPracticum(ctx, id))
    expect(changed).toMatchObject({ status: 'proposed', traineeAgreedAt: null, placeAgreedAt: null })
    expect(await sees(host, id)).toBe(false)
    await as(trainee(), (ctx) => writeGoals(ctx, id, '受付もやってみる'))
    await agreed(id)
    expect(await as(host, (ctx) => showPracticum(ctx, id))).toMatchObject({
      goals: '受付もやってみる',
      status: 'agreed',
    })
  })

  test('nobody agrees for another side; staff write down what they were told', async () => {
    const id = await proposed()
    expect(await as(trainee(), (ctx) => agreePracticum(ctx, id, { side: 'place', told: null }))).toBeNull()
    expect(await as(world.leader, (ctx) => agreePracticum(ctx, id, { side: 'trainee', told: 'phone' }))).toBeNull()
    await as(world.coordinator, (ctx) => agreePracticum(ctx, id, { side: 'trainee', told: 'phone' }))
    await as(world.coordinator, (ctx) => agreePracticum(ctx, id, { side: 'place', told: 'phone' }))
    expect(await statusOf(id)).toBe('agreed')
  })

  test('the same time is taken once', async () => {
    await proposed()
    expect(await propose([morning(3)], world.trainees[1]?.enrolmentId), 'of the companion').toEqual({
      ok: false,
      error: [{ kind: 'time_is_taken' }],
    })
  })

  test('a day that took place counts for completing', async () => {
    const id = await proposed()
    const before = await as(world.coordinator, (ctx) => showEnrolment(ctx, trainee().enrolmentId))
    expect(before?.taking.blockers).toEqual([{ kind: 'practicum_missing', more: 1 }])
    const [planned] = (await as(world.leader, (ctx) => showPracticum(ctx, id)))?.days ?? []
    const end = (version = 1) =>
      as(world.leader, (ctx) => endDay(ctx, id, planned?.id ?? '', { to: 'held', reason: '', version }))
    expect(await end()).toMatchObject({ ok: false })
    await agreed(id)
    now = at(3, 13)
    expect(await end(7)).toEqual({ ok: false, error: [{ kind: 'stale' }] })
    expect(await end()).toMatchObject({ ok: true })
    const after = await as(world.coordinator, (ctx) => showEnrolment(ctx, trainee().enrolmentId))
    expect(after?.taking.blockers).toEqual([])
    expect(await as(world.coordinator, (ctx) => stepPracticum(ctx, id, { to: 'done', reason: '' }))).toMatchObject({
      ok: true,
    })
  })

  test('why a day fell out is read from before reasons were sealed too; the sealed one counts', async () => {
    const id = await proposed()
    await agreed(id)
    await db.asPlatform((tx) =>
      tx
        .updateTable('training.practicum_day')
        .set({ status: 'cancelled', reason: '会場の都合' })
        .where('practicum_id', '=', id)
        .execute(),
    )
    const reasonFor = async (who: Member) => (await as(who, (ctx) => showPracticum(ctx, id)))?.seenDays[0]?.reason
    expect([await reasonFor(trainee()), await reasonFor(world.coordinator)]).toEqual(['会場の都合', '会場の都合'])
    expect(await reasonFor(host), 'not the place’s matter').toBe('')
    await system.asSystem(world.programmeId, sealOldWords)
    expect(await reasonFor(trainee())).toBe('会場の都合')
    await db.asPlatform((tx) =>
      tx
        .updateTable('training.practicum_day')
        .set({ reason: 'もっと前の理由' })
        .where('practicum_id', '=', id)
        .execute(),
    )
    await system.asSystem(world.programmeId, sealOldWords)
    expect(await reasonFor(trainee())).toBe('会場の都合')
  })

  describe('the diary', () => {
    test('is the person’s: staff read it only where it is shown, the place never; the person reads the place’s words', async () => {
      const id = await proposed()
      await agreed(id)
      now = at(3, 13)
      const [planned] = (await as(trainee(), (ctx) => showPracticum(ctx, id)))?.days ?? []
      const dayId = planned?.id ?? ''
      const diaryFor = async (who: Member) => (await as(who, (ctx) => showPracticum(ctx, id)))?.seenDays[0]?.diary
      const write = (shown: boolean, version: number) =>
        as(trainee(), (ctx) => writeDiary(ctx, id, dayId, { text: '緊張した', shown, version }))
      expect(await write(false, 1)).toMatchObject({ ok: true })
      expect([await diaryFor(trainee()), await diaryFor(world.coordinator)]).toEqual(['緊張した', null])
      expect(await write(true, 2)).toMatchObject({ ok: true })
      expect([await diaryFor(world.leader), await diaryFor(host)]).toEqual(['緊張した', null])
      expect(
        await as(world.coordinator, (ctx) => writeDiary(ctx, id, dayId, { text: 'x', shown: true, version: 3 })),
      ).toBeNull()
      await as(host, (ctx) => writePlaceWords(ctx, id, dayId, { text: 'また来てください', version: 3 }))
      expect((await as(trainee(), (ctx) => showPracticum(ctx, id)))?.seenDays[0]?.placeWords).toBe('また来てください')
    })
  })

  test('fourteen days later the place sees nothing of it any more', async () => {
    const id = await proposed()
    await agreed(id)
    now = at(17, 12)
    expect(await sees(host, id)).toBe(true)
    now = at(18, 12)
    expect(await sees(host, id)).toBe(false)
    expect(await as(host, (ctx) => reachablePracticums(ctx))).toEqual([])
    expect(await sees(trainee(), id)).toBe(true)
  })

  test('called off by either side, without a reason, the time is free again', async () => {
    const id = await proposed()
    expect(await as(trainee(), (ctx) => stepPracticum(ctx, id, { to: 'cancelled', reason: '' }))).toMatchObject({
      ok: true,
    })
    expect(await propose()).toMatchObject({ ok: true })
  })

  describe('an offer', () => {
    const offering = {
      kind: 'practicum',
      what: 'お茶会',
      seats: 1,
      note: '',
      fromDay: today,
      toDay: addDays(today, 30),
    } as const

    test('is the place’s own: it is never made for another, and its seats are not given twice', async () => {
      await fresh()
      const made = await as(host, (ctx) => offerPracticum(ctx, { ...offering, placeId: elsewhere.placeId ?? '' }))
      if (!made.ok) throw new Error('not offered')
      const take = (at: number) =>
        as(world.coordinator, (ctx) =>
          proposePracticum(ctx, {
            enrolmentId: world.trainees[at]?.enrolmentId ?? '',
            kind: 'practicum',
            placeId,
            offerId: made.value,
            companionId: null,
            goals: '',
            days: [],
          }),
        )
      expect(await take(0)).toMatchObject({ ok: true })
      expect(await take(1)).toEqual({ ok: false, error: [{ kind: 'offer_full' }] })
      expect(await as(elsewhere, (ctx) => withdrawPracticumOffer(ctx, made.value))).toBe(false)
      expect(await as(host, (ctx) => withdrawPracticumOffer(ctx, made.value))).toBe(true)
    })

    test.each([
      ['days_reversed', { fromDay: addDays(today, 2), toDay: addDays(today, 1) }],
      ['days_gone', { fromDay: addDays(today, -9), toDay: addDays(today, -1) }],
    ])('%s', async (kind, days) => {
      await fresh()
      expect(await as(host, (ctx) => offerPracticum(ctx, { ...offering, ...days, placeId: '' }))).toEqual({
        ok: false,
        error: [{ kind }],
      })
    })
  })
})

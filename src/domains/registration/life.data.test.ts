import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { aRegistrationWorld, type RegistrationWorld, today } from '#test/registration/world.ts'
import { validCard } from '#domains/training/index.ts'
import { applyToRegister, arrangeTalk, withdrawApplication } from './actions/apply.ts'
import { finishLeavings, leave, stayAfterAll } from './actions/leave.ts'
import { endRegistration, register } from './actions/register.ts'
import { standingOf } from './actions/registration-facts.ts'
import { answerRenewal, askAboutNextYear, endTheSilent, keepTheSilent, noteAttempt } from './actions/renew.ts'
import { missingFrom } from './core/registering.ts'
import { matchingFacts } from './actions/matching-facts.ts'
import { attemptsFor } from './data/renewals.ts'

const autumn = new Date('2026-11-22T03:00:00Z')
const february = new Date('2027-02-03T03:00:00Z')
const april = new Date('2027-04-05T03:00:00Z')
let now = autumn

describeEngines('the life of a registration', (db) => {
  let world: RegistrationWorld
  beforeAll(async () => {
    world = await aRegistrationWorld(db, () => now)
  })

  const standing = (who: Member) => world.as(world.coordinator, (ctx) => standingOf(ctx, who.personId))
  const jobs = (work: (ctx: Parameters<typeof keepTheSilent>[0]) => Promise<unknown>) => world.asSystem(work)
  const at = async <T>(when: Date, work: () => Promise<T>): Promise<T> => {
    now = when
    try {
      return await work()
    } finally {
      now = autumn
    }
  }
  const asked = async (): Promise<Member> => {
    const one = await world.aSupporter()
    await at(february, () => jobs(askAboutNextYear))
    return one
  }
  test('from applying over the talk with the sheet to the card', async () => {
    const trainee = await world.asOwner((tx) => aMember(tx, world.programmeId, 'trainee'))
    const { personId } = trainee
    const stranger = await world.asOwner((tx) => aMember(tx, world.programmeId, 'trainee'))
    const wish = { words: '料理をしてみたい', told: null }
    const tooEarly = async (missing: string) => {
      const answer = await world.as(world.coordinator, (ctx) => register(ctx, personId, today))
      if (answer?.ok !== false) throw new Error('registered without what is needed')
      expect(answer.error.map(missingFrom)).toEqual([missing])
    }
    await tooEarly('apply_first')
    expect(await world.as(stranger, (ctx) => applyToRegister(ctx, personId, wish))).toBeNull()
    expect(await world.as(trainee, (ctx) => applyToRegister(ctx, personId, wish))).toMatchObject({ ok: true })
    expect(await world.as(trainee, (ctx) => applyToRegister(ctx, personId, wish))).toMatchObject({ ok: false })
    expect((await standing(trainee)).status).toBe('applied')
    await tooEarly('talk_first')
    const talk = { at: new Date('2026-12-01T01:00:00Z'), place: '事務所', with: world.companion.personId }
    expect(await world.as(world.companion, (ctx) => arrangeTalk(ctx, personId, talk))).toBeNull()
    expect(await world.as(world.coordinator, (ctx) => arrangeTalk(ctx, personId, talk))).toMatchObject({ ok: true })
    expect((await standing(trainee)).status).toBe('talking')
    await tooEarly('sheet_first')
    const planned = async () =>
      (await world.as(world.coordinator, (ctx) => matchingFacts(ctx))).map((one) => one.personId)
    expect(await planned()).not.toContain(personId)
    const told = { via: 'in_person', at: now } as const
    expect(await world.save(world.coordinator, trainee, 'travel', { town: '見本町' }, { told })).toMatchObject({
      ok: true,
    })
    const registered = (on: string) => world.as(world.coordinator, (ctx) => register(ctx, personId, day(on)))
    expect(await registered('2026-11-23')).toEqual({ ok: false, error: [{ kind: 'day_come' }] })
    expect(await registered(today)).toMatchObject({ ok: true })
    const { status, terms } = await standing(trainee)
    expect([status, terms]).toMatchObject([
      'registered',
      [{ from: '2026-11-22', to: '2027-03-31', kind: 'registered' }],
    ])
    expect(await planned()).toContain(personId)
    const card = await world.as(world.coordinator, (ctx) =>
      validCard(ctx.tx, world.programmeId, { personId, on: today }),
    )
    expect(card).toMatchObject({ validUntil: '2027-03-31', personId })
  })

  test('an application is withdrawn without a reason, and may be sent again', async () => {
    const trainee = await world.asOwner((tx) => aMember(tx, world.programmeId, 'trainee'))
    const apply = () => world.as(trainee, (ctx) => applyToRegister(ctx, trainee.personId, { words: '', told: null }))
    await apply()
    expect(await world.as(trainee, (ctx) => withdrawApplication(ctx, trainee.personId, null))).toEqual({
      ok: true,
      value: null,
    })
    expect((await standing(trainee)).status).toBeNull()
    expect(await apply()).toMatchObject({ ok: true })
  })

  test('in February everybody is asked once; one press and the next year stands, with a new card', async () => {
    const hanako = await asked()
    await at(february, () => jobs(askAboutNextYear))
    expect((await standing(hanako)).status).toBe('renewal_asked')
    await at(february, async () => {
      expect(
        await world.as(hanako, (ctx) => answerRenewal(ctx, hanako.personId, { answer: 'stay' }, null)),
      ).toMatchObject({
        ok: true,
      })
      expect(await world.as(hanako, (ctx) => answerRenewal(ctx, hanako.personId, { answer: 'stay' }, null))).toBeNull()
    })
    const { status, terms } = await standing(hanako)
    expect(status).toBe('registered')
    expect(terms).toMatchObject([{ to: '2027-03-31' }, { from: '2027-04-01', to: '2028-03-31', kind: 'renewed' }])
    const { personId } = hanako
    const cardOn = (on: string) =>
      world.as(hanako, (ctx) => validCard(ctx.tx, world.programmeId, { personId, on: day(on) }))
    expect((await cardOn('2027-03-31'))?.validUntil).toBe('2027-03-31')
    expect(await cardOn('2027-04-01')).toMatchObject({ validFrom: '2027-04-01', validUntil: '2028-03-31' })
  })

  test('whoever hesitates talks with somebody, and may stay afterwards', async () => {
    const hanako = await asked()
    const answer = (said: Parameters<typeof answerRenewal>[2]) =>
      at(february, () => world.as(hanako, (ctx) => answerRenewal(ctx, hanako.personId, said, null)))
    expect(await answer({ answer: 'hesitate', talkWith: world.companion.personId })).toMatchObject({ ok: true })
    expect((await standing(hanako)).renewal).toMatchObject({ answer: 'hesitate', talkWith: world.companion.personId })
    expect(await answer({ answer: 'stay' })).toMatchObject({ ok: true })
  })

  test('nobody ends by silence: kept from 1 April, until another way was tried and somebody decided', async () => {
    const hanako = await asked()
    const renewalId = (await standing(hanako)).renewal?.id ?? ''
    const end = (reason: string) => world.as(world.coordinator, (ctx) => endTheSilent(ctx, renewalId, reason))
    await at(february, async () => {
      expect(await end('返事がない')).toEqual({
        ok: false,
        error: [{ kind: 'year_not_begun', from: '2027-04-01' }, { kind: 'no_other_way' }],
      })
    })
    await at(april, async () => {
      await jobs(keepTheSilent)
      await jobs(keepTheSilent)
      const { status, terms } = await standing(hanako)
      expect(status).toBe('renewal_asked')
      expect(terms).toMatchObject([{ to: '2027-03-31' }, { from: '2027-04-01', to: '2028-03-31', kind: 'kept' }])
      const attempt = { channel: 'mail', on: day('2027-04-02'), words: '返事なし' } as const
      expect(await world.as(world.companion, (ctx) => noteAttempt(ctx, renewalId, attempt))).toBeNull()
      await world.as(world.coordinator, (ctx) => noteAttempt(ctx, renewalId, attempt))
      expect(await end('返事がない')).toEqual({ ok: false, error: [{ kind: 'no_other_way' }] })
      await world.as(world.coordinator, (ctx) => noteAttempt(ctx, renewalId, { ...attempt, channel: 'phone' }))
      expect(
        await world.as(world.coordinator, (ctx) => attemptsFor(ctx.tx, world.programmeId, renewalId)),
      ).toHaveLength(2)
      expect(await end('')).toEqual({ ok: false, error: [{ kind: 'reason_missing' }] })
      expect(await end('電話で施設に移られたと聞いた')).toMatchObject({ ok: true })
    })
    expect(await standing(hanako)).toMatchObject({ status: 'ended', terms: [{}, { to: '2027-04-05', kind: 'kept' }] })
  })

  test('somebody in hospital answers in May, and no day is missing', async () => {
    const hanako = await asked()
    await at(april, async () => {
      await jobs(keepTheSilent)
      await world.as(world.coordinator, (ctx) => answerRenewal(ctx, hanako.personId, { answer: 'stay' }, 'phone'))
    })
    const { status, terms } = await standing(hanako)
    expect(status).toBe('registered')
    expect(terms).toMatchObject([{ to: '2027-03-31' }, { from: '2027-04-01', to: '2028-03-31', kind: 'renewed' }])
  })

  test('leaving has a day of one’s own, can be taken back until then, and ends by itself afterwards', async () => {
    const hanako = await world.aSupporter()
    const leaves = (on: string) => world.as(hanako, (ctx) => leave(ctx, hanako.personId, day(on), null))
    expect(await leaves('2026-11-21')).toEqual({ ok: false, error: [{ kind: 'day_gone' }] })
    expect(await leaves('2027-04-01')).toEqual({ ok: false, error: [{ kind: 'beyond_term', to: '2027-03-31' }] })
    expect(await leaves('2026-12-24')).toMatchObject({ ok: true })
    expect((await standing(hanako)).status).toBe('leaving')
    expect(await world.as(hanako, (ctx) => stayAfterAll(ctx, hanako.personId, null))).toEqual({
      ok: true,
      value: null,
    })
    expect(await standing(hanako)).toMatchObject({ status: 'registered', supporter: { endedOn: null } })
    await leaves('2026-12-24')
    await jobs(finishLeavings)
    expect((await standing(hanako)).status).toBe('leaving')
    await at(new Date('2026-12-25T01:00:00Z'), () => jobs(finishLeavings))
    expect(await standing(hanako)).toMatchObject({
      status: 'ended',
      supporter: { endedOn: '2026-12-24' },
      terms: [{ to: '2026-12-24' }],
    })
    const roles = await world.asOwner((tx) =>
      tx
        .selectFrom('platform.membership')
        .select('id')
        .where('person_id', '=', hanako.personId)
        .where('ended_at', 'is', null)
        .execute(),
    )
    expect(roles).toEqual([])
  })

  test('a year between two registrations is covered by no term', async () => {
    const hanako = await world.aSupporter()
    await at(new Date('2027-03-10T03:00:00Z'), () =>
      world.as(world.coordinator, (ctx) => endRegistration(ctx, hanako.personId, 'own_wish')),
    )
    await at(new Date('2028-05-10T03:00:00Z'), () => world.comesBack(hanako))
    expect((await standing(hanako)).terms).toMatchObject([
      { from: '2026-11-22', to: '2027-03-10' },
      { from: '2028-05-10', to: '2029-03-31' },
    ])
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { day, daySerial } from '#kernel/calendar-day.ts'
import { aPerson, describeEngines } from '#test/database.ts'
import { aRegistrationWorld, type RegistrationWorld, today } from '#test/registration/world.ts'
import { applyToRegister, arrangeTalk } from './actions/apply.ts'
import { markAsked } from './actions/mark-asked.ts'
import { matchingFacts } from './actions/matching-facts.ts'
import { pause, resume } from './actions/pause.ts'
import { endRegistration, register } from './actions/register.ts'
import { doorTo, showSheet } from './actions/show-sheet.ts'
import { saveSheet } from './actions/save-sheet.ts'
import { emptySheet, type Sheet } from './core/sheet.ts'
import { listVersions } from './data/sheet-versions.ts'
import { listSupporters } from './data/supporters.ts'

let now = new Date('2026-11-22T03:00:00Z')

describeEngines('registration', (db) => {
  let world: RegistrationWorld
  beforeAll(async () => {
    world = await aRegistrationWorld(db, () => now)
  })

  test('a registration gives the role, an empty first version and a message', async () => {
    const hanako = await world.aSupporter()
    const shown = await world.sheetOf(hanako, hanako)
    expect(shown?.sheet).toEqual(emptySheet)
    expect(await world.as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))).toMatchObject([{ version: 1 }])
    await world.as(world.coordinator, async (ctx) => {
      expect(await register(ctx, hanako.personId, today)).toEqual({
        ok: false,
        error: [{ kind: 'not_from_here', from: 'registered', to: 'registered' }],
      })
    })
    expect(await world.as(world.companion, (ctx) => register(ctx, hanako.personId, today))).toBeNull()
    expect(await world.as(world.other, (ctx) => register(ctx, hanako.personId, today))).toBeNull()
  })

  test('a break begins at once, is told to later slices, may be changed and ended', async () => {
    const hanako = await world.aSupporter()
    const began = (untilDay: string | null) =>
      world.as(hanako, (ctx) =>
        pause(ctx, hanako.personId, { untilDay: untilDay === null ? null : day(untilDay), told: null }),
      )
    expect(await began('2026-11-21')).toEqual({ ok: false, error: { kind: 'day_gone' } })
    const before = now
    expect(await began(null)).toMatchObject({ ok: true })
    now = new Date(now.getTime() + 1000)
    expect(await began('2026-11-30')).toMatchObject({ ok: true })
    expect((await world.sheetOf(hanako, hanako))?.pause?.untilDay).toBe('2026-11-30')
    expect(await world.events('registration.paused')).toEqual([
      { personId: hanako.personId, untilDay: null },
      { personId: hanako.personId, untilDay: '2026-11-30' },
    ])
    now = new Date('2026-12-01T03:00:00Z')
    expect((await world.sheetOf(hanako, hanako))?.pause).toBeNull()
    expect(await began(null)).toMatchObject({ ok: true })
    expect(await world.as(hanako, (ctx) => resume(ctx, hanako.personId, null))).toBe(true)
    expect(await world.as(hanako, (ctx) => resume(ctx, hanako.personId, null))).toBe(false)
    now = before
    const taro = await world.aSupporter()
    expect(await world.as(taro, (ctx) => pause(ctx, hanako.personId, { untilDay: null, told: null }))).toBeNull()
    expect(
      await world.as(world.companion, (ctx) => pause(ctx, hanako.personId, { untilDay: null, told: 'phone' })),
    ).toBeNull()
    const listed = await world.as(world.coordinator, (ctx) =>
      pause(ctx, taro.personId, { untilDay: null, told: 'phone' }),
    )
    expect(listed).toMatchObject({ ok: true })
    const all = await world.as(world.coordinator, (ctx) =>
      listSupporters(ctx.tx, world.programmeId, { now: now.getTime(), today }),
    )
    expect(all.find((one) => one.personId === taro.personId)?.state).toBe('paused')
  })

  test('an end closes the role and leaves the sheet; coming back opens both again', async () => {
    const hanako = await world.aSupporter()
    await world.save(hanako, hanako, 'travel', { town: '見本町' })
    const end = (reason: 'own_wish' | null) =>
      world.as(world.coordinator, (ctx) => endRegistration(ctx, hanako.personId, reason))
    expect(await end(null)).toEqual({ ok: false, error: [{ kind: 'reason_given' }] })
    expect(await end('own_wish')).toMatchObject({ ok: true })
    expect(await end('own_wish')).toEqual({ ok: false, error: [{ kind: 'not_from_here', from: 'ended', to: 'ended' }] })
    const roles = () =>
      world.asOwner((tx) =>
        tx
          .selectFrom('platform.membership')
          .select('id')
          .where('person_id', '=', hanako.personId)
          .where('role', '=', 'supporter')
          .where('ended_at', 'is', null)
          .execute(),
      )
    expect(await roles()).toEqual([])
    expect((await world.events('registration.ended')).length).toBe(1)
    expect(await world.as(world.coordinator, (ctx) => register(ctx, hanako.personId, today))).toMatchObject({
      ok: false,
    })
    await world.comesBack(hanako)
    expect((await roles()).length).toBe(1)
    expect((await world.sheetOf(world.coordinator, hanako))?.sheet.town).toBe('見本町')
  })

  test('planning reads the same as the sheets say', async () => {
    const hanako = await world.aSupporter()
    const taro = await world.aSupporter('見本 次朗')
    await world.save(hanako, hanako, 'hours', {
      hours: {
        weekly: [
          { weekday: 3, from: 540, to: 720 },
          { weekday: 3, from: 720, to: 900 },
        ],
        exceptions: [{ day: day('2026-12-02'), hours: [] }],
      },
    })
    await world.save(hanako, hanako, 'wishes', { wishes: { [world.activityId]: 'someday' } })
    await world.save(hanako, hanako, 'themes', { themes: { 仕事: 'speak', 家族: 'not' } })
    await world.save(hanako, hanako, 'company', { company: '見本 次朗', languages: ['ja', 'en'], gender: 'woman' })
    await world.save(hanako, hanako, 'avoid', {
      avoidances: [
        { id: null, kind: 'place', targetId: null, text: 'みほんの庭' },
        { id: null, kind: 'free', targetId: null, text: '大きな音' },
      ],
    })
    await world.as(taro, (ctx) => pause(ctx, taro.personId, { untilDay: day('2026-12-31'), told: null }))
    await world.as(world.coordinator, (ctx) => markAsked(ctx, [hanako.personId]))
    const facts = await world.as(world.coordinator, (ctx) => matchingFacts(ctx))
    const one = facts.find((each) => each.personId === hanako.personId)
    expect(one).toMatchObject({
      wishes: new Map([[world.activityId, 'someday']]),
      themes: new Map([
        ['仕事', 'speak'],
        ['家族', 'not'],
      ]),
      avoidsPlaces: new Set([world.placeId]),
      avoidsInWords: true,
      likesToGoWith: new Set([taro.personId]),
      languages: new Set(['ja', 'en']),
      gender: 'woman',
      hours: {
        weekly: [[], [], [540, 900], [], [], [], []],
        exceptions: new Map([[daySerial(day('2026-12-02')), []]]),
        said: true,
      },
      lastAsked: daySerial(today),
      pause: null,
    })
    expect(facts.find((each) => each.personId === taro.personId)).toMatchObject({
      pause: { until: daySerial(day('2026-12-31')) },
      hours: { said: false },
      lastAsked: null,
    })
    const narrow = await world.as(world.coordinator, (ctx) =>
      matchingFacts(ctx, { activityId: randomUUID(), themes: [] }),
    )
    expect(narrow.find((each) => each.personId === hanako.personId)).toMatchObject({
      wishes: new Map(),
      themes: new Map(),
    })
    expect((await world.as(world.other, (ctx) => matchingFacts(ctx))).length).toBe(0)
  })

  test('somebody without an account is registered and recorded as well', async () => {
    const personId = await world.asOwner((tx) => aPerson(tx, world.programmeId))
    const told = { via: 'phone', at: now } as const
    await world.as(world.coordinator, async (ctx) => {
      await applyToRegister(ctx, personId, { words: '', told })
      await arrangeTalk(ctx, personId, { at: now, place: '事務所', with: world.companion.personId })
      const change = {
        step: 'travel' as const,
        version: 1,
        change: (sheet: Sheet) => ({ ...sheet, town: '見本町' }),
        told,
      }
      await saveSheet(ctx, personId, change)
    })
    expect(await world.as(world.coordinator, (ctx) => register(ctx, personId, day('2026-04-01')))).toMatchObject({
      ok: true,
    })
    const shown = await world.as(world.coordinator, (ctx) => showSheet(ctx, personId))
    expect(shown?.supporter.registeredOn).toBe('2026-04-01')
  })
})

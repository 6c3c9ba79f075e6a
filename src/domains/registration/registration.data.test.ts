import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { day, daySerial } from '#kernel/calendar-day.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { aSetting } from '#test/registration/setting.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { linkMeaning, showMeaning } from './actions/link-meaning.ts'
import { markAsked } from './actions/mark-asked.ts'
import { matchingFacts } from './actions/matching-facts.ts'
import { pause, resume } from './actions/pause.ts'
import { endRegistration, register } from './actions/register.ts'
import { saveSheet, type SheetChange } from './actions/save-sheet.ts'
import { doorTo, showSheet } from './actions/show-sheet.ts'
import { emptySheet, type Sheet } from './core/sheet.ts'
import type { StepName } from './core/sheet-steps.ts'
import { listVersions, readVersion } from './data/sheet-versions.ts'
import { listSupporters } from './data/supporters.ts'

let now = new Date('2026-11-22T03:00:00Z')
const today = day('2026-11-22')

const actorOf = (member: Member): Actor => ({ ...member, placeId: member.placeId })

describeEngines('registration', (db) => {
  let system: TestSystem
  let coordinator: Member
  let companion: Member
  let other: Member
  let programmeId: number
  let placeId: string
  let activityId: string

  const as = <T>(member: Member, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(actorOf(member), work)
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.asPlatform(work)

  const aSupporter = async (name?: string): Promise<Member> => {
    const member = await asOwner(async (tx) => {
      const found = await aMember(tx, programmeId, 'supporter', name ? { name } : {})
      // The role comes with the registration.
      await tx.deleteFrom('platform.membership').where('id', '=', found.membershipId).execute()
      return found
    })
    await as(coordinator, async (ctx) =>
      expect(await register(ctx, member.personId, today)).toMatchObject({ ok: true }),
    )
    const role = await asOwner((tx) =>
      tx
        .selectFrom('platform.membership')
        .select(['id', 'account_id'])
        .where('person_id', '=', member.personId)
        .where('role', '=', 'supporter')
        .executeTakeFirstOrThrow(),
    )
    return { ...member, membershipId: role.id, accountId: role.account_id ?? '' }
  }

  const save = (who: Member, about: Member, step: StepName, change: Partial<Sheet>, more: Partial<SheetChange> = {}) =>
    as(who, async (ctx) => {
      const shown = await showSheet(ctx, about.personId)
      return saveSheet(ctx, about.personId, {
        step,
        version: shown?.supporter.version ?? 0,
        change: (sheet) => ({ ...sheet, ...change }),
        told: null,
        ...more,
      })
    })

  const sheetOf = (who: Member, about: Member) => as(who, (ctx) => showSheet(ctx, about.personId))
  const events = (topic: string) =>
    asOwner((tx) =>
      tx
        .selectFrom('platform.event')
        .select('payload')
        .where('topic', '=', topic)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
    )

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    await asOwner(async (tx) => {
      programmeId = await aProgramme(tx)
      coordinator = await aMember(tx, programmeId, 'coordinator')
      companion = await aMember(tx, programmeId, 'companion')
      other = await aMember(tx, await aProgramme(tx), 'coordinator')
      ;({ placeId, activityId } = await aSetting(tx, programmeId))
    })
  })

  test('a registration gives the role, an empty first version and a message', async () => {
    const hanako = await aSupporter()
    const shown = await sheetOf(hanako, hanako)
    expect(shown?.sheet).toEqual(emptySheet)
    expect(await as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))).toMatchObject([{ version: 1 }])
    await as(coordinator, async (ctx) => {
      expect(await register(ctx, hanako.personId, today)).toEqual({
        ok: false,
        error: [{ kind: 'registered_already' }],
      })
    })
    expect(await as(companion, (ctx) => register(ctx, hanako.personId, today))).toBeNull()
    expect(await as(other, (ctx) => register(ctx, hanako.personId, today))).toBeNull()
  })

  test('what is written comes back whole, page by page, and every version is kept', async () => {
    const hanako = await aSupporter()
    const wishes = { [activityId]: 'want' as const }
    const hours = {
      weekly: [
        { weekday: 1 as const, from: 720, to: 900 },
        { weekday: 1 as const, from: 540, to: 720 },
      ],
      exceptions: [
        { day: day('2026-12-01'), hours: [] },
        { day: day('2026-12-02'), hours: [{ from: 600, to: 660 }] },
      ],
    }
    await save(hanako, hanako, 'wishes', { wishes })
    await save(hanako, hanako, 'themes', { themes: { 仕事: 'speak', 家族: 'not' } })
    await save(hanako, hanako, 'hours', { hours })
    await save(hanako, hanako, 'travel', { town: '見本町', maxTravelMinutes: 45, online: true })
    await save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: '静かな場所' } })
    const sheet = (await sheetOf(hanako, hanako))?.sheet
    expect(sheet).toMatchObject({
      wishes,
      themes: { 仕事: 'speak', 家族: 'not' },
      hours: { weekly: [{ weekday: 1, from: 540, to: 900 }], exceptions: hours.exceptions },
      town: '見本町',
      online: true,
      carePlan: { whatHelps: '静かな場所' },
    })
    expect(sheet?.point?.lat).toBeCloseTo(35.64)
    const kept = await as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))
    expect(kept.map((one) => one.version)).toEqual([6, 5, 4, 3, 2, 1])
    const third = await as(hanako, (ctx) => readVersion(doorTo(ctx, hanako.personId), 3))
    expect(third?.sheet).toMatchObject({ wishes, themes: { 仕事: 'speak', 家族: 'not' }, town: '' })
  })

  test('nothing sealed is readable in the database', async () => {
    const hanako = await aSupporter()
    const secret = 'ひみつのことば'
    await save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, warningSigns: secret } })
    await save(hanako, hanako, 'avoid', {
      avoidances: [{ id: null, kind: 'free', targetId: null, text: secret }],
    })
    await save(hanako, hanako, 'company', { company: secret })
    const { rows } = await asOwner((tx) =>
      sql<{ text: string }>`
        select row_to_json(v)::text as text from registration.sheet_version v
        union all select row_to_json(c)::text from registration.care_plan c
        union all select row_to_json(a)::text from registration.avoidance a`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.some((row) => row.text.includes(secret))).toBe(false)
  })

  test('a stale page is refused with what stands there now; saving the same again is no new version', async () => {
    const hanako = await aSupporter()
    await save(hanako, hanako, 'travel', { town: '梅丘' })
    const stale = await save(hanako, hanako, 'travel', { town: '経堂' }, { version: 1 })
    expect(stale).toMatchObject({ ok: false, error: { kind: 'stale', version: 2, sheet: { town: '梅丘' } } })
    await save(hanako, hanako, 'travel', { town: '梅丘' })
    expect((await sheetOf(hanako, hanako))?.supporter.version).toBe(2)
  })

  test('staff write down what they were told, and the person hears of it', async () => {
    const hanako = await aSupporter()
    const told = { via: 'phone' as const, at: new Date('2026-11-20T03:00:00Z') }
    expect(await save(coordinator, hanako, 'limits', { wishedPerMonth: 3 }, { told })).toMatchObject({ ok: true })
    const [newest] = await as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))
    expect(newest).toMatchObject({ version: 2, via: 'phone', at: told.at })
    const messages = await asOwner((tx) =>
      tx.selectFrom('platform.message').select('kind').where('person_id', '=', hanako.personId).execute(),
    )
    expect(messages.map((one) => one.kind).toSorted()).toEqual(['registration.recorded', 'registration.registered'])
  })

  test('who may look: the person whole, staff without what is private, another programme and others nothing', async () => {
    const hanako = await aSupporter()
    const taro = await aSupporter()
    await save(hanako, hanako, 'avoid', {
      avoidances: [{ id: null, kind: 'free', targetId: null, text: '大きな音' }],
      wishes: { [activityId]: 'no' },
    })
    await save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: 'お茶' } })
    expect((await sheetOf(companion, hanako))?.sheet).toMatchObject({ wishes: {}, avoidances: [], company: '' })
    expect((await sheetOf(companion, hanako))?.looker.mayRecord).toBe(false)
    expect(await save(companion, hanako, 'wishes', { wishes: {} })).toBeNull()
    const seen = await sheetOf(coordinator, hanako)
    expect(seen?.sheet.avoidances).toMatchObject([{ text: '大きな音' }])
    expect(seen?.sheet.carePlan.whatHelps).toBe('')
    expect(await save(coordinator, hanako, 'help', { carePlan: emptySheet.carePlan })).toBeNull()
    expect(await sheetOf(taro, hanako)).toBeNull()
    expect(await sheetOf(other, hanako)).toBeNull()
    const looks = await asOwner((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'classes'])
        .where('subject_id', '=', hanako.personId)
        .where('object_kind', '=', 'registration.sheet')
        .where('classes', '!=', sql<string[]>`'{}'::text[]`)
        .execute(),
    )
    expect(looks.length).toBeGreaterThan(0)
    expect(looks.every((look) => look.actor_person_id === coordinator.personId)).toBe(true)
  })

  test('words are linked to records by exact names only, and the coordinator corrects what they mean', async () => {
    const hanako = await aSupporter()
    const taro = await aSupporter('見本 多朗')
    await save(hanako, hanako, 'avoid', {
      avoidances: [
        { id: null, kind: 'place', targetId: null, text: 'みほんの庭' },
        { id: null, kind: 'person', targetId: null, text: '背の高い人' },
      ],
    })
    await save(hanako, hanako, 'company', { company: '見本多朗さん' })
    const sheet = (await sheetOf(hanako, hanako))?.sheet
    expect(sheet?.avoidances).toMatchObject([{ targetId: placeId }, { targetId: null }])
    expect(sheet?.likesToGoWith).toEqual([taro.personId])
    const meaning = await as(coordinator, (ctx) => showMeaning(ctx, hanako.personId))
    const tall = meaning?.avoidances.find(({ avoidance }) => avoidance.kind === 'person')?.avoidance.id ?? ''
    const link = (name: string) =>
      as(coordinator, (ctx) =>
        linkMeaning(ctx, hanako.personId, {
          version: meaning?.version ?? 0,
          names: new Map([[tall, name]]),
          company: '',
        }),
      )
    expect(await link('だれか')).toMatchObject({ ok: false, error: [{ kind: 'unknown', name: 'だれか' }] })
    expect(await link('見本 多朗')).toEqual({ ok: true, value: null })
    expect((await sheetOf(hanako, hanako))?.sheet).toMatchObject({
      avoidances: [{ targetId: null }, { targetId: taro.personId, text: '背の高い人' }],
      likesToGoWith: [],
    })
    expect(await as(companion, (ctx) => showMeaning(ctx, hanako.personId))).toBeNull()
  })

  test('a break begins at once, is told to later slices, may be changed and ended', async () => {
    const hanako = await aSupporter()
    const began = (untilDay: string | null) =>
      as(hanako, (ctx) =>
        pause(ctx, hanako.personId, { untilDay: untilDay === null ? null : day(untilDay), told: null }),
      )
    expect(await began('2026-11-21')).toEqual({ ok: false, error: { kind: 'day_gone' } })
    const before = now
    expect(await began(null)).toMatchObject({ ok: true })
    now = new Date(now.getTime() + 1000)
    expect(await began('2026-11-30')).toMatchObject({ ok: true })
    expect((await sheetOf(hanako, hanako))?.pause?.untilDay).toBe('2026-11-30')
    expect((await events('registration.paused')).map((event) => event.payload)).toEqual([
      { personId: hanako.personId, untilDay: null },
      { personId: hanako.personId, untilDay: '2026-11-30' },
    ])
    now = new Date('2026-12-01T03:00:00Z')
    expect((await sheetOf(hanako, hanako))?.pause).toBeNull()
    expect(await began(null)).toMatchObject({ ok: true })
    expect(await as(hanako, (ctx) => resume(ctx, hanako.personId, null))).toBe(true)
    expect(await as(hanako, (ctx) => resume(ctx, hanako.personId, null))).toBe(false)
    now = before
    const taro = await aSupporter()
    expect(await as(taro, (ctx) => pause(ctx, hanako.personId, { untilDay: null, told: null }))).toBeNull()
    expect(await as(companion, (ctx) => pause(ctx, hanako.personId, { untilDay: null, told: 'phone' }))).toBeNull()
    const listed = await as(coordinator, (ctx) => pause(ctx, taro.personId, { untilDay: null, told: 'phone' }))
    expect(listed).toMatchObject({ ok: true })
    const all = await as(coordinator, (ctx) => listSupporters(ctx.tx, programmeId, { now: now.getTime(), today }))
    expect(all.find((one) => one.personId === taro.personId)?.state).toBe('paused')
  })

  test('an end closes the role and leaves the sheet; coming back opens both again', async () => {
    const hanako = await aSupporter()
    await save(hanako, hanako, 'travel', { town: '梅丘' })
    const end = (reason: 'own_wish' | null) => as(coordinator, (ctx) => endRegistration(ctx, hanako.personId, reason))
    expect(await end(null)).toEqual({ ok: false, error: [{ kind: 'reason_missing' }] })
    expect(await end('own_wish')).toMatchObject({ ok: true })
    expect(await end('own_wish')).toEqual({ ok: false, error: [{ kind: 'ended_already' }] })
    const roles = () =>
      asOwner((tx) =>
        tx
          .selectFrom('platform.membership')
          .select('id')
          .where('person_id', '=', hanako.personId)
          .where('role', '=', 'supporter')
          .where('ended_at', 'is', null)
          .execute(),
      )
    expect(await roles()).toEqual([])
    expect((await events('registration.ended')).length).toBe(1)
    expect(await as(coordinator, (ctx) => register(ctx, hanako.personId, today))).toMatchObject({ ok: true })
    expect((await roles()).length).toBe(1)
    expect((await sheetOf(coordinator, hanako))?.sheet.town).toBe('梅丘')
  })

  test('planning reads the same as the sheets say', async () => {
    const hanako = await aSupporter()
    const taro = await aSupporter('見本 次朗')
    await save(hanako, hanako, 'hours', {
      hours: {
        weekly: [
          { weekday: 3, from: 540, to: 720 },
          { weekday: 3, from: 720, to: 900 },
        ],
        exceptions: [{ day: day('2026-12-02'), hours: [] }],
      },
    })
    await save(hanako, hanako, 'wishes', { wishes: { [activityId]: 'someday' } })
    await save(hanako, hanako, 'themes', { themes: { 仕事: 'speak', 家族: 'not' } })
    await save(hanako, hanako, 'company', { company: '見本 次朗', languages: ['ja', 'en'], gender: 'woman' })
    await save(hanako, hanako, 'avoid', {
      avoidances: [
        { id: null, kind: 'place', targetId: null, text: 'みほんの庭' },
        { id: null, kind: 'free', targetId: null, text: '大きな音' },
      ],
    })
    await as(taro, (ctx) => pause(ctx, taro.personId, { untilDay: day('2026-12-31'), told: null }))
    await as(coordinator, (ctx) => markAsked(ctx, [hanako.personId]))
    const facts = await as(coordinator, (ctx) => matchingFacts(ctx))
    const one = facts.find((each) => each.personId === hanako.personId)
    expect(one).toMatchObject({
      wishes: new Map([[activityId, 'someday']]),
      themes: new Map([
        ['仕事', 'speak'],
        ['家族', 'not'],
      ]),
      avoidsPlaces: new Set([placeId]),
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
    const narrow = await as(coordinator, (ctx) => matchingFacts(ctx, { activityId: randomUUID(), themes: [] }))
    expect(narrow.find((each) => each.personId === hanako.personId)).toMatchObject({
      wishes: new Map(),
      themes: new Map(),
    })
    expect((await as(other, (ctx) => matchingFacts(ctx))).length).toBe(0)
  })

  test('words that call for somebody are told to those who look after it, without the words', async () => {
    const hanako = await aSupporter()
    await save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: '消えたいと思うとき' } })
    expect((await events('registration.words_of_risk')).map((event) => event.payload)).toEqual([
      { personId: hanako.personId },
    ])
  })

  test('somebody without an account is registered and recorded as well', async () => {
    const personId = await asOwner((tx) => aPerson(tx, programmeId))
    expect(await as(coordinator, (ctx) => register(ctx, personId, day('2026-04-01')))).toMatchObject({ ok: true })
    const shown = await as(coordinator, (ctx) => showSheet(ctx, personId))
    expect(shown?.supporter.registeredOn).toBe('2026-04-01')
  })
})

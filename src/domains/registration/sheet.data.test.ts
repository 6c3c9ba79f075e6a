import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { describeEngines } from '#test/database.ts'
import { aRegistrationWorld, type RegistrationWorld } from '#test/registration/world.ts'
import { linkMeaning, showMeaning } from './actions/link-meaning.ts'
import { doorTo } from './actions/show-sheet.ts'
import { emptySheet } from './core/sheet.ts'
import { listVersions, readVersion } from './data/sheet-versions.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a sheet', (db) => {
  let world: RegistrationWorld
  beforeAll(async () => {
    world = await aRegistrationWorld(db, () => now)
  })

  test('what is written comes back whole, page by page, and every version is kept', async () => {
    const hanako = await world.aSupporter()
    const wishes = { [world.activityId]: 'want' as const }
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
    await world.save(hanako, hanako, 'wishes', { wishes })
    await world.save(hanako, hanako, 'themes', { themes: { 仕事: 'speak', 家族: 'not' } })
    await world.save(hanako, hanako, 'hours', { hours })
    await world.save(hanako, hanako, 'travel', { town: '見本町', maxTravelMinutes: 45, online: true })
    await world.save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: '静かな場所' } })
    const sheet = (await world.sheetOf(hanako, hanako))?.sheet
    expect(sheet).toMatchObject({
      wishes,
      themes: { 仕事: 'speak', 家族: 'not' },
      hours: { weekly: [{ weekday: 1, from: 540, to: 900 }], exceptions: hours.exceptions },
      town: '見本町',
      online: true,
      carePlan: { whatHelps: '静かな場所' },
    })
    expect(sheet?.point?.lat).toBeCloseTo(35.64)
    const kept = await world.as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))
    expect(kept.map((one) => one.version)).toEqual([6, 5, 4, 3, 2, 1])
    const third = await world.as(hanako, (ctx) => readVersion(doorTo(ctx, hanako.personId), 3))
    expect(third?.sheet).toMatchObject({ wishes, themes: { 仕事: 'speak', 家族: 'not' }, town: '' })
  })

  test('nothing sealed is readable in the database', async () => {
    const hanako = await world.aSupporter()
    const secret = 'ひみつのことば'
    await world.save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, warningSigns: secret } })
    await world.save(hanako, hanako, 'avoid', {
      avoidances: [{ id: null, kind: 'free', targetId: null, text: secret }],
    })
    await world.save(hanako, hanako, 'company', { company: secret })
    const { rows } = await world.asOwner((tx) =>
      sql<{ text: string }>`
        select row_to_json(v)::text as text from registration.sheet_version v
        union all select row_to_json(c)::text from registration.care_plan c
        union all select row_to_json(a)::text from registration.avoidance a`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.some((row) => row.text.includes(secret))).toBe(false)
  })

  test('a stale page is refused with what stands there now; saving the same again is no new version', async () => {
    const hanako = await world.aSupporter()
    await world.save(hanako, hanako, 'travel', { town: '見本町' })
    const stale = await world.save(hanako, hanako, 'travel', { town: '経堂' }, { version: 1 })
    expect(stale).toMatchObject({ ok: false, error: { kind: 'stale', version: 2, sheet: { town: '見本町' } } })
    await world.save(hanako, hanako, 'travel', { town: '見本町' })
    expect((await world.sheetOf(hanako, hanako))?.supporter.version).toBe(2)
  })

  test('staff write down what they were told, and the person hears of it', async () => {
    const hanako = await world.aSupporter()
    const told = { via: 'phone' as const, at: new Date('2026-11-20T03:00:00Z') }
    expect(await world.save(world.coordinator, hanako, 'limits', { wishedPerMonth: 3 }, { told })).toMatchObject({
      ok: true,
    })
    const [newest] = await world.as(hanako, (ctx) => listVersions(doorTo(ctx, hanako.personId)))
    expect(newest).toMatchObject({ version: 2, via: 'phone', at: told.at })
    const messages = await world.asOwner((tx) =>
      tx.selectFrom('platform.message').select('kind').where('person_id', '=', hanako.personId).execute(),
    )
    expect(messages.map((one) => one.kind).toSorted()).toEqual(['registration.recorded', 'registration.registered'])
  })

  test('who may look: the person whole, staff without what is private, another programme and others nothing', async () => {
    const hanako = await world.aSupporter()
    const taro = await world.aSupporter()
    await world.save(hanako, hanako, 'avoid', {
      avoidances: [{ id: null, kind: 'free', targetId: null, text: '大きな音' }],
      wishes: { [world.activityId]: 'no' },
    })
    await world.save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: 'お茶' } })
    expect((await world.sheetOf(world.companion, hanako))?.sheet).toMatchObject({
      wishes: {},
      avoidances: [],
      company: '',
    })
    expect((await world.sheetOf(world.companion, hanako))?.looker.mayRecord).toBe(false)
    expect(await world.save(world.companion, hanako, 'wishes', { wishes: {} })).toBeNull()
    const seen = await world.sheetOf(world.coordinator, hanako)
    expect(seen?.sheet.avoidances).toMatchObject([{ text: '大きな音' }])
    expect(seen?.sheet.carePlan.whatHelps).toBe('')
    expect(await world.save(world.coordinator, hanako, 'help', { carePlan: emptySheet.carePlan })).toBeNull()
    expect(await world.sheetOf(taro, hanako)).toBeNull()
    expect(await world.sheetOf(world.other, hanako)).toBeNull()
    const looks = await world.asOwner((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'classes'])
        .where('subject_id', '=', hanako.personId)
        .where('object_kind', '=', 'registration.sheet')
        .where('classes', '!=', sql<string[]>`'{}'::text[]`)
        .execute(),
    )
    expect(looks.length).toBeGreaterThan(0)
    expect(looks.every((look) => look.actor_person_id === world.coordinator.personId)).toBe(true)
  })

  test('words are linked to records by exact names only, and the coordinator corrects what they mean', async () => {
    const hanako = await world.aSupporter()
    const taro = await world.aSupporter('見本 多朗')
    await world.save(hanako, hanako, 'avoid', {
      avoidances: [
        { id: null, kind: 'place', targetId: null, text: 'みほんの庭' },
        { id: null, kind: 'person', targetId: null, text: '背の高い人' },
      ],
    })
    await world.save(hanako, hanako, 'company', { company: '見本多朗さん' })
    const sheet = (await world.sheetOf(hanako, hanako))?.sheet
    expect(sheet?.avoidances).toMatchObject([{ targetId: world.placeId }, { targetId: null }])
    expect(sheet?.likesToGoWith).toEqual([taro.personId])
    const meaning = await world.as(world.coordinator, (ctx) => showMeaning(ctx, hanako.personId))
    const tall = meaning?.avoidances.find(({ avoidance }) => avoidance.kind === 'person')?.avoidance.id ?? ''
    const link = (name: string) =>
      world.as(world.coordinator, (ctx) =>
        linkMeaning(ctx, hanako.personId, {
          version: meaning?.version ?? 0,
          names: new Map([[tall, name]]),
          company: '',
        }),
      )
    expect(await link('だれか')).toMatchObject({ ok: false, error: [{ name: 'だれか' }] })
    expect(await link('見本 多朗')).toEqual({ ok: true, value: null })
    expect((await world.sheetOf(hanako, hanako))?.sheet).toMatchObject({
      avoidances: [{ targetId: null }, { targetId: taro.personId, text: '背の高い人' }],
      likesToGoWith: [],
    })
    expect(await world.as(world.companion, (ctx) => showMeaning(ctx, hanako.personId))).toBeNull()
  })

  test('words that call for somebody are told to those who look after it, without the words', async () => {
    const hanako = await world.aSupporter()
    await world.save(hanako, hanako, 'help', { carePlan: { ...emptySheet.carePlan, whatHelps: '消えたいと思うとき' } })
    expect(await world.events('registration.words_of_risk')).toEqual([{ personId: hanako.personId }])
  })
})

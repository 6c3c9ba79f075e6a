import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aVisit, aVisitWorld, type VisitMade, type VisitWorld } from '#test/visit-world.ts'
import { openCheckIn, type Said, sayHowItIs, takeBackSaid } from './actions/check-in.ts'
import {
  passOnThanks,
  readRecords,
  readReflections,
  readThanks,
  sayThanks,
  writeRecord,
  writeReflection,
} from './actions/visit-notes.ts'
import type { CheckInAnswers } from './core/check-in.ts'
import { checkInsByPerson, checkInsOf } from './data/check-ins.ts'
import { findVisit, type VisitFull } from './data/visit-full.ts'

const startsAt = new Date('2026-11-20T04:00:00Z')
const now = new Date('2026-11-22T03:00:00Z')
const noAnswers: CheckInAnswers = { feeling: null, tired: null, good: '', hard: '', wish: '' }
const words = '電車がこわかったけれど、お茶がおいしかった'

describeEngines('what is said around a visit', (db) => {
  let system: TestSystem
  let world: VisitWorld
  let days = 0

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const held = async (more: Partial<Parameters<typeof aVisit>[2]> = {}): Promise<VisitMade & { who: Member }> => {
    days += 1
    const at = new Date(startsAt.getTime() - days * 86_400_000)
    const made = await aVisit(db, world, { startsAt: at, agreedAt: at, ...more })
    await db.asPlatform((tx) =>
      tx.updateTable('visits.visit').set({ status: 'held' }).where('id', '=', made.visitId).execute(),
    )
    const [who] = made.supporters
    if (!who) throw new Error('nobody goes')
    return { ...made, who }
  }
  const said = (more: Partial<Said> = {}): Said => ({
    moment: 'after',
    answers: { ...noAnswers, feeling: 'calm', good: words },
    shownToCompanion: false,
    via: 'self',
    ...more,
  })
  const full = async (ctx: Ctx, id: string): Promise<VisitFull> => {
    const visit = await findVisit(ctx.tx, ctx.actor, id)
    if (!visit) throw new Error('not reached')
    return visit
  }
  const reads = (subject: string) =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'object_kind as kind', 'classes'])
        .where('subject_id', '=', subject)
        .where('action', '=', 'read')
        .execute(),
    )
  const events = async (topic: string): Promise<unknown[]> =>
    (
      await db.asPlatform((tx) =>
        tx.selectFrom('platform.event').select('payload').where('topic', '=', topic).execute(),
      )
    ).map((one) => one.payload)
  const consents = (personId: string, recipient: string, item: string) =>
    db.asPlatform((tx) =>
      tx
        .insertInto('people.consent')
        .values({
          programme_id: world.programmeId,
          id: crypto.randomUUID(),
          person_id: personId,
          recipient,
          item,
          given: true,
          text_version: '2026-11',
          at: startsAt,
          recorded_at: startsAt,
        })
        .execute(),
    )

  describe('before and after', () => {
    test('is sealed in the database, and the person reads it back', async () => {
      const { visitId, who } = await held()
      expect(await as(who, (ctx) => sayHowItIs(ctx, visitId, who.personId, said()))).toMatchObject({ ok: true })
      const rows = await db.asPlatform((tx) =>
        tx.selectFrom('visits.check_in').selectAll().where('visit_id', '=', visitId).execute(),
      )
      expect(JSON.stringify(rows)).not.toMatch(/電車|calm|お茶/)
      const back = await as(who, async (ctx) => {
        const [one] = await checkInsByPerson(ctx.tx, who.personId, 9)
        return one ? openCheckIn(ctx, one) : null
      })
      expect(back).toMatchObject({ feeling: 'calm', good: words })
      expect(await reads(who.personId)).toEqual([])
    })

    test('read by another it is noted as care', async () => {
      const { visitId, who } = await held()
      await as(who, (ctx) => sayHowItIs(ctx, visitId, who.personId, said({ shownToCompanion: true })))
      await as(world.companion, async (ctx) => {
        for (const one of await checkInsOf(ctx.tx, visitId)) await openCheckIn(ctx, one)
      })
      expect(await reads(who.personId)).toEqual([
        { actor_person_id: world.companion.personId, kind: 'check_in', classes: ['care'] },
      ])
    })

    test('what the person wrote is never written over by staff, what was told is; the person changes both', async () => {
      const { visitId, who } = await held()
      const told = said({ via: 'phone', answers: { ...noAnswers, feeling: 'low' } })
      expect(await as(world.companion, (ctx) => sayHowItIs(ctx, visitId, who.personId, told))).toMatchObject({
        ok: true,
      })
      await as(who, (ctx) => sayHowItIs(ctx, visitId, who.personId, said()))
      expect(await as(world.coordinator, (ctx) => sayHowItIs(ctx, visitId, who.personId, told))).toEqual({
        ok: false,
        error: 'said_themselves',
      })
      const rows = await db.asProgramme(world.programmeId, (tx) => checkInsOf(tx, visitId))
      expect(rows).toMatchObject([{ via: 'self', version: 2 }])
    })

    test('the person may take it back: then it is gone', async () => {
      const { visitId, who } = await held()
      await as(who, (ctx) => sayHowItIs(ctx, visitId, who.personId, said()))
      expect(await as(world.companion, (ctx) => takeBackSaid(ctx, visitId, 'after'))).toBe(false)
      expect(await as(who, (ctx) => takeBackSaid(ctx, visitId, 'after'))).toBe(true)
      expect(await db.asProgramme(world.programmeId, (tx) => checkInsOf(tx, visitId))).toEqual([])
    })

    test('nobody says it who neither goes along nor follows them', async () => {
      const { visitId, who } = await held()
      const stranger = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion'))
      const fellow = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
      for (const one of [stranger, fellow, world.host])
        expect(await as(one, (ctx) => sayHowItIs(ctx, visitId, who.personId, said()))).toBeNull()
    })

    test('words of risk and a lot of weight are told to later slices', async () => {
      const { visitId, who } = await held()
      const answers = { ...noAnswers, feeling: 'heavy', hard: 'もう消えたい' } as const
      const result = await as(who, (ctx) => sayHowItIs(ctx, visitId, who.personId, said({ answers })))
      expect(result).toEqual({ ok: true, value: { risk: true } })
      expect(await events('visits.words_of_risk')).toContainEqual({ personId: who.personId, visitId })
      expect(await events('visits.heavy')).toContainEqual({ personId: who.personId, visitId, shown: false })
    })

    test('how it was is not asked before it was', async () => {
      const made = await aVisit(db, world, { startsAt: new Date('2026-12-24T04:00:00Z') })
      const [who] = made.supporters
      const early = who && (await as(who, (ctx) => sayHowItIs(ctx, made.visitId, who.personId, said())))
      expect(early).toEqual({ ok: false, error: 'too_early' })
    })
  })

  describe('thanks', () => {
    test('reach the supporter only after staff passed them on; words to staff never', async () => {
      const { visitId, who } = await held()
      const thanks = { text: 'また来てください', toStaff: '途中で少し疲れたようでした', via: 'self' }
      await as(world.host, (ctx) => sayThanks(ctx, visitId, thanks))
      const asRead = (reader: Actor) => as(reader, async (ctx) => readThanks(ctx, await full(ctx, visitId)))
      expect(await asRead(who)).toEqual([])
      expect(await asRead(world.companion)).toEqual([])
      const [one] = await asRead(world.coordinator)
      expect(one).toMatchObject({ text: thanks.text, toStaff: thanks.toStaff })
      expect(await reads(who.personId)).toContainEqual({
        actor_person_id: world.coordinator.personId,
        kind: 'thanks',
        classes: ['care', 'staff'],
      })
      expect(await as(world.host, (ctx) => passOnThanks(ctx, visitId, one?.id ?? ''))).toBeNull()
      await as(world.coordinator, (ctx) => passOnThanks(ctx, visitId, one?.id ?? ''))
      for (const reader of [who, world.companion])
        expect(await asRead(reader)).toMatchObject([{ text: thanks.text, toStaff: '' }])
      const rows = await db.asPlatform((tx) => tx.selectFrom('visits.thanks').selectAll().execute())
      expect(JSON.stringify(rows)).not.toMatch(/また来て|疲れた/)
    })

    test('are for a visit that was held', async () => {
      const made = await aVisit(db, world, { startsAt: new Date('2026-12-25T04:00:00Z') })
      const early = await as(world.host, (ctx) => sayThanks(ctx, made.visitId, { text: 'a', toStaff: '', via: 'self' }))
      expect(early).toEqual({ ok: false, error: 'not_held_yet' })
    })
  })

  test('a companion’s record is for staff: sealed, and noted at the supporter when the coordinator reads it', async () => {
    const { visitId, who } = await held()
    const what = { text: '帰り道は静かだった', tasks: ['meet', 'way_home'] as const, version: 0 }
    expect(await as(world.coordinator, (ctx) => writeRecord(ctx, visitId, what))).toBeNull()
    await as(world.companion, (ctx) => writeRecord(ctx, visitId, what))
    const own = await as(world.companion, async (ctx) => readRecords(ctx, await full(ctx, visitId)))
    expect(own).toMatchObject([{ text: what.text }])
    expect(await reads(who.personId)).toEqual([])
    await as(world.coordinator, async (ctx) => readRecords(ctx, await full(ctx, visitId)))
    expect(await reads(who.personId)).toMatchObject([{ kind: 'companion_record', classes: ['staff'] }])
    const rows = await db.asPlatform((tx) => tx.selectFrom('visits.companion_record').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain('帰り道')
  })

  test('a reflection is the person’s: staff write with them only where they may read it', async () => {
    const { visitId, who } = await held()
    const write = (by: Actor, version: number, text: string) =>
      as(by, (ctx) => writeReflection(ctx, visitId, who.personId, { text, version }))
    expect(await write(who, 0, 'うれしかった')).toMatchObject({ ok: true })
    expect(await write(world.companion, 1, '上書き')).toEqual({ ok: false, error: 'not_shown' })
    await consents(who.personId, 'companion', 'care')
    expect(await write(world.companion, 1, 'うれしかった。次は早く帰る')).toMatchObject({ ok: true })
    const read = (by: Actor) => as(by, (ctx) => readReflections(ctx, visitId, [who.personId]))
    expect(await read(who)).toMatchObject([{ text: 'うれしかった。次は早く帰る' }])
    await read(world.companion)
    expect(await reads(who.personId)).toMatchObject([{ kind: 'reflection', classes: ['care'] }])
  })

  test('of two who write a reflection from one page the second is told, and nothing of either is lost', async () => {
    const { visitId, who } = await held()
    const write = (text: string) => as(who, (ctx) => writeReflection(ctx, visitId, who.personId, { text, version: 0 }))
    const done = await Promise.all([write('ひとつめ'), write('ふたつめ')])
    expect(done.filter((one) => one?.ok)).toHaveLength(1)
    expect(done).toContainEqual({ ok: false, error: 'stale' })
    const [kept] = await as(who, (ctx) => readReflections(ctx, visitId, [who.personId]))
    expect(kept?.version).toBe(1)
    expect(kept?.text).toBe(done[0]?.ok ? 'ひとつめ' : 'ふたつめ')
  })

  test('a companion’s record from an older page is refused whole: words and ticks stay as they were', async () => {
    const { visitId } = await held()
    const write = (version: number, text: string, tasks: Parameters<typeof writeRecord>[2]['tasks']) =>
      as(world.companion, (ctx) => writeRecord(ctx, visitId, { text, tasks, version }))
    expect(await write(0, '駅で待った', ['meet'])).toMatchObject({ ok: true })
    expect(await write(0, '古いページ', [])).toEqual({ ok: false, error: 'stale' })
    const visit = await as(world.companion, (ctx) => full(ctx, visitId))
    const records = await as(world.companion, (ctx) => readRecords(ctx, visit))
    expect(records).toMatchObject([{ text: '駅で待った', version: 1 }])
    expect(visit.participants.find((one) => one.part === 'companion')?.tasksDone).toEqual(['meet'])
  })
})

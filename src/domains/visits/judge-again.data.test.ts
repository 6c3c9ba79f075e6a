import { beforeAll, expect, test } from 'vitest'
import { beginPause } from '#domains/registration/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, describeEngines } from '#test/database.ts'
import { avoids } from '#test/registration/avoids.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aProposal } from '#test/visit-builders.ts'
import { aRegistered, aVisitWorld, saidYes, type VisitWorld } from '#test/visit-world.ts'
import { leaveVisit } from './actions/leave-visit.ts'
import { planVisit } from './actions/plan-visit.ts'

const now = new Date('2026-11-22T03:00:00Z')
const wednesday = new Date('2026-12-02T04:00:00Z')

describeEngines('those who said yes are judged once more before they go', (db) => {
  let system: TestSystem
  let world: VisitWorld
  let weeks = 0

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    world = await aVisitWorld(db)
  })

  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const aSupporter = (more: Parameters<typeof aRegistered>[2] = {}): Promise<Member> => aRegistered(db, world, more)
  /** Each in a week of its own, where nothing else is told. */
  const nextWeek = (): Date => {
    weeks += 1
    return new Date(wednesday.getTime() + weeks * 7 * 86_400_000)
  }
  const yesOf = (people: readonly Member[], at = nextWeek()) => saidYes(db, world, people, at)
  const planned = async (of: Awaited<ReturnType<typeof saidYes>>, companion?: Member) => {
    const along = companion ?? (await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion')))
    const plan = { slotId: of.slotId, companionIds: [along.personId], withFewer: false }
    return as(world.coordinator, (ctx) => planVisit(ctx, of.requestId, plan))
  }
  const refusals = async (of: Awaited<ReturnType<typeof saidYes>>, companion?: Member) => {
    const result = await planned(of, companion)
    return result?.ok === false ? result.error : []
  }

  test('a first time goes with somebody experienced, where the programme says so', async () => {
    const first = () => aSupporter({ experience: 'first' })
    expect(await refusals(await yesOf([await first()]))).toEqual([
      { kind: 'not_together', reason: 'first_needs_partner' },
    ])
    expect(await refusals(await yesOf([await first(), await aSupporter()]))).toEqual([])
    const carefree = await aVisitWorld(db)
    await db.asPlatform((tx) =>
      tx
        .updateTable('programme.programme')
        .set({ first_needs_experienced: false })
        .where('programme_id', '=', carefree.programmeId)
        .execute(),
    )
    const alone = await saidYes(db, carefree, [await aRegistered(db, carefree, { experience: 'first' })], nextWeek())
    const plan = { slotId: alone.slotId, companionIds: [carefree.companion.personId], withFewer: false }
    const made = await as(carefree.coordinator, (ctx) => planVisit(ctx, alone.requestId, plan))
    expect(made).toMatchObject({ ok: true })
  })

  test('who would rather not meet is not named: one of them, who goes along, the place', async () => {
    const unnamed = [{ kind: 'not_together', reason: 'other_circumstances' }]
    const [one, other, along] = [await aSupporter(), await aSupporter(), await aSupporter()]
    await as(world.coordinator, (ctx) => avoids(ctx, one.personId, 'person', other.personId))
    expect(await refusals(await yesOf([one, other]))).toEqual(unnamed)
    const companion = await db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion'))
    await as(world.coordinator, (ctx) => avoids(ctx, along.personId, 'person', companion.personId))
    expect(await refusals(await yesOf([along]), companion)).toEqual(unnamed)
    const away = await aSupporter()
    await as(world.coordinator, (ctx) => avoids(ctx, away.personId, 'place', world.placeId))
    expect(await refusals(await yesOf([away]))).toEqual(unnamed)
  })

  test('a pause, a limit or an end since the yes is said of whom it is', async () => {
    const [pauses, full, ended] = [
      await aSupporter(),
      await aSupporter({ max_per_month: 1 }),
      await aSupporter({ ended_on: '2026-11-30' as never }),
    ]
    await as(pauses, (ctx) => beginPause(ctx, pauses.personId, { untilDay: null, told: null }))
    const no = (reason: string) => [expect.objectContaining({ kind: 'could_no_longer', reason })]
    expect(await refusals(await yesOf([pauses]))).toEqual(no('pause'))
    expect(await refusals(await yesOf([ended]))).toEqual(no('not_registered'))
    const january = new Date('2027-01-06T04:00:00Z')
    expect(await planned(await yesOf([full], january))).toMatchObject({ ok: true })
    expect(await refusals(await yesOf([full], new Date('2027-01-20T04:00:00Z')))).toEqual(no('month_limit'))
  })

  test('who joins later is judged with those who stand, and these are not asked for their limits again', async () => {
    const [stays, leaves] = [await aSupporter({ max_per_week: 1 }), await aSupporter()]
    const of = await yesOf([stays, leaves])
    const made = await planned(of)
    if (!made?.ok) throw new Error('no visit was made')
    await as(leaves, (ctx) => leaveVisit(ctx, made.value, leaves.personId))
    const [unwelcome, joins] = [await aSupporter(), await aSupporter({ experience: 'first' })]
    await as(world.coordinator, (ctx) => avoids(ctx, stays.personId, 'person', unwelcome.personId))
    const asked = await db.asPlatform((tx) =>
      aProposal(tx, world.programmeId, { ...of, personId: unwelcome.personId }, { status: 'yes', answered_at: now }),
    )
    expect(await refusals(of)).toEqual([{ kind: 'not_together', reason: 'other_circumstances' }])
    await db.asPlatform((tx) =>
      tx.updateTable('visits.proposal').set({ person_id: joins.personId }).where('id', '=', asked).execute(),
    )
    expect(await planned(of)).toEqual(made)
  })

  test('a limit holds where two are quick at once: one visit of the two', async () => {
    for (let race = 0; race < (db.engine === 'postgres' ? 10 : 2); race += 1) {
      const wanted = await aSupporter({ max_per_week: 1 })
      const monday = nextWeek()
      const [one, two] = [await yesOf([wanted], monday), await yesOf([wanted], new Date(+monday + 2 * 86_400_000))]
      const results = await Promise.all([planned(one), planned(two)])
      expect(results.filter((result) => result?.ok)).toHaveLength(1)
      expect(results.find((result) => !result?.ok)).toMatchObject({ error: [{ reason: 'week_limit' }] })
    }
  })
})

import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { fiscalYear } from '#kernel/fiscal-year.ts'
import { aProgramme, describeEngines } from '#test/database.ts'
import { aRegistered, aTerm, aVisitRow } from '#test/figure-rows.ts'
import { anActivity, aPlace } from '#test/visit-builders.ts'
import { countsOf, linesOf } from './core/year-figures.ts'
import { attendancesOf, headlineExtras, heldByYear, rowsBehind } from './data/figures.ts'

const zone = 'Asia/Tokyo'

describeEngines('the figures of a year', (db) => {
  let programmeId = 0
  let activityId = ''
  const year = fiscalYear(2026)

  beforeAll(async () => {
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      const placeId = await aPlace(tx, programmeId)
      activityId = await anActivity(tx, programmeId)
      const of = { programmeId, placeId, activityId }
      const a = await aRegistered(tx, programmeId, '2026-04-01')
      const b = await aRegistered(tx, programmeId, '2026-10-01')
      await aRegistered(tx, programmeId, '2026-12-01')
      const gone = await aRegistered(tx, programmeId, '2025-04-01', '2026-11-01')
      // The last minute of the year before and the first of this one, in Japan.
      await aVisitRow(tx, of, { startsAt: '2026-03-31T14:59:00Z', came: [a], met: 100 })
      await aVisitRow(tx, of, { startsAt: '2026-03-31T15:00:00Z', came: [a, gone], met: 5 })
      // The last evening of April in Greenwich is May in Japan.
      await aVisitRow(tx, of, { startsAt: '2026-04-30T15:30:00Z', came: [a], away: [b], met: null, field: 'group' })
      await aVisitRow(tx, of, { startsAt: '2026-06-10T03:00:00Z', met: 2 })
      for (const status of ['planned', 'confirmed', 'cancelled', 'not_held', 'superseded'])
        await aVisitRow(tx, of, { startsAt: '2026-06-11T03:00:00Z', status, came: [a, b], met: 50 })
      const other = await aProgramme(tx)
      const there = { programmeId: other, placeId: await aPlace(tx, other), activityId: await anActivity(tx, other) }
      const c = await aRegistered(tx, other, '2026-04-01')
      await aVisitRow(tx, there, { startsAt: '2026-06-10T03:00:00Z', came: [c], met: 9 })
    })
  })

  const scope = (today = '2026-11-22') => ({ programmeId, year, today: day(today), zone })
  const attendances = () => db.asProgramme(programmeId, (tx) => attendancesOf(tx, scope()))

  test('visits, attendances and people are counted as the glossary says, in Japanese days, of this programme only', async () => {
    expect(countsOf(await attendances())).toEqual({ visits: 3, attendances: 3, people: 2 })
  })

  test('the month is that of the day in Japan', async () => {
    const lines = linesOf(await attendances(), 'month', [])
    expect(lines.map(({ key, visits, attendances: sum }) => [key, visits, sum])).toEqual([
      ['2026-04', 1, 2],
      ['2026-05', 1, 1],
      ['2026-06', 1, 0],
    ])
  })

  test('registered at the date, active of them, and those met', async () => {
    const at = (today: string) => db.asProgramme(programmeId, (tx) => headlineExtras(tx, scope(today)))
    expect(await at('2026-09-30')).toEqual({ registered: 2, active: 2, met: 7 })
    expect(await at('2026-11-22')).toEqual({ registered: 2, active: 1, met: 7 })
    expect(await at('2027-06-01')).toEqual({ registered: 3, active: 1, met: 7 })
  })

  test('a year between two registrations counts for nobody', async () => {
    const other = await db.asPlatform(async (tx) => {
      const made = await aProgramme(tx)
      const back = await aRegistered(tx, made, '2024-04-01', '2025-03-31')
      await aTerm(tx, made, back, '2026-04-01', '2027-03-31')
      return made
    })
    const registeredIn = (of: number) =>
      db.asProgramme(other, async (tx) => {
        const asked = { programmeId: other, year: fiscalYear(of), today: day('2030-01-01'), zone }
        return (await headlineExtras(tx, asked)).registered
      })
    expect([await registeredIn(2024), await registeredIn(2025), await registeredIn(2026)]).toEqual([1, 0, 1])
  })

  test('a registration counts from its first day to its last, and one that was a slip never', async () => {
    const other = await db.asPlatform(async (tx) => {
      const made = await aProgramme(tx)
      await aRegistered(tx, made, '2026-06-10', '2026-06-20')
      const slip = await aRegistered(tx, made, '2026-04-01')
      await tx
        .updateTable('registration.term')
        .set({ withdrawn_at: new Date('2026-04-02T03:00:00Z') })
        .where('person_id', '=', slip)
        .execute()
      return made
    })
    const registeredOn = (today: string) =>
      db.asProgramme(other, async (tx) => {
        const extras = await headlineExtras(tx, { programmeId: other, year, today: day(today), zone })
        return extras.registered
      })
    const days = ['2026-06-09', '2026-06-10', '2026-06-20', '2026-06-21']
    expect(await Promise.all(days.map(registeredOn))).toEqual([0, 1, 1, 0])
  })

  test('held visits year by year, beside the plan', async () => {
    const held = await db.asProgramme(programmeId, (tx) => heldByYear(tx, programmeId, [fiscalYear(2025), year], zone))
    expect([...held.values()]).toEqual([1, 3])
  })

  test('the rows behind a figure are as many as the figure', async () => {
    const rows = (by: string, key: string) => db.asProgramme(programmeId, (tx) => rowsBehind(tx, scope(), { by, key }))
    expect((await rows('all', '')).map((row) => row.supporters)).toEqual([2, 1, 0])
    expect(await rows('month', '2026-05')).toHaveLength(1)
    expect(await rows('field', 'group')).toHaveLength(1)
    expect(await rows('place_kind', 'salon')).toHaveLength(3)
    expect(await rows('activity', activityId)).toHaveLength(3)
    expect(await rows('activity', 'nothing')).toEqual([])
  })
})

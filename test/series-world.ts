import { beforeAll } from 'vitest'
import type { OpenDatabase } from '#platform/db/index.ts'
import { day } from '#kernel/calendar-day.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import { agreeToSeries, answerSeries } from '#domains/visits/actions/answer-series.ts'
import { inviteToSeries } from '#domains/visits/actions/invite-to-series.ts'
import { makeSeries } from '#domains/visits/actions/make-series.ts'
import type { Recurrence } from '#domains/visits/core/recurrence.ts'
import { daysOfSeries, type SeriesDay } from '#domains/visits/data/series.ts'
import type { Member } from './builders.ts'
import { type TestSystem, testSystem } from './system.ts'
import { aRequest } from './visit-builders.ts'
import { aRegistered, aVisitWorld, type VisitWorld } from './visit-world.ts'

export const noHolidays = new Set<never>()

/** Four Wednesdays from 13:00 to 14:00. */
export const wednesdays = (more: Partial<Recurrence> = {}): Recurrence => ({
  pattern: { kind: 'weeks', every: 1, weekdays: [3] },
  fromDay: day('2026-12-02'),
  untilDay: day('2026-12-23'),
  fromMinute: 780,
  minutes: 60,
  skipped: [],
  withoutHolidays: false,
  ...more,
})

/** What repeats, and what tests of it ask. Called inside `describeEngines`: it makes its world before them. */
export const seriesWorld = (db: OpenDatabase, clock: () => Date) => {
  let world: VisitWorld
  let system: TestSystem
  beforeAll(async () => {
    system = await testSystem(db, clock)
    world = await aVisitWorld(db)
  })
  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const supporter = (more: Parameters<typeof aRegistered>[2] = {}): Promise<Member> =>
    aRegistered(db, world, { max_per_month: 20, ...more })
  const request = (more: Parameters<typeof aRequest>[3] = {}): Promise<{ requestId: string; slotId: string }> =>
    db.asPlatform((tx) => aRequest(tx, world.programmeId, world, more))
  const days = (id: string): Promise<SeriesDay[]> =>
    db.asProgramme(world.programmeId, (tx) => daysOfSeries(tx, world.coordinator, id))
  return {
    world: () => world,
    as,
    supporter,
    request,
    days,
    series: async (rule: Partial<Recurrence> = {}): Promise<{ id: string; requestId: string }> => {
      const { requestId } = await request()
      const made = await as(world.coordinator, (ctx) => makeSeries(ctx, requestId, wednesdays(rule), noHolidays))
      if (!made?.ok) throw new Error('no series was made')
      return { id: made.value, requestId }
    },
    invited: async (id: string, who?: Member): Promise<Member> => {
      const one = who ?? (await supporter())
      const asked = await as(world.coordinator, (ctx) => inviteToSeries(ctx, id, one.personId))
      if (!asked?.ok) throw new Error('they were not asked')
      return one
    },
    /** An answer given on a page that shows all days: one's own, unless told of whom. */
    answered: async (id: string, by: Member, yes: readonly string[], of = by) => {
      const shown = (await days(id)).map((one) => one.visitId)
      return as(by, (ctx) => answerSeries(ctx, id, of.personId, { shown, yes, via: 'self' }))
    },
    placeAgrees: async (id: string, by: Member) => {
      const shown = (await days(id)).map((one) => one.visitId)
      return as(by, (ctx) => agreeToSeries(ctx, id, { shown, via: 'self' }))
    },
    dates: async (id: string): Promise<string[]> =>
      (await days(id))
        .filter((one) => one.status === 'planned' || one.status === 'confirmed')
        .map((one) => one.startsAt.toISOString().slice(0, 10)),
    /** What takes their time. */
    taken: async ({ personId }: Member): Promise<string[]> =>
      (
        await db.asPlatform((tx) =>
          tx
            .selectFrom('people.booking')
            .select('ref_id')
            .where('person_id', '=', personId)
            .where('released_at', 'is', null)
            .execute(),
        )
      ).map((one) => one.ref_id),
    /** Where messages of this kind led them. */
    told: async ({ personId }: Member, kind: string): Promise<string[]> =>
      (
        await db.asPlatform((tx) =>
          tx
            .selectFrom('platform.message')
            .select('path')
            .where('person_id', '=', personId)
            .where('kind', '=', kind)
            .execute(),
        )
      ).flatMap((one) => one.path ?? []),
  }
}

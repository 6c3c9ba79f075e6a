import { beforeAll, expect, test, vi } from 'vitest'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import { aRequest } from '#test/visit-builders.ts'
import { aRegistered, aVisit, aVisitWorld } from '#test/visit-world.ts'
import { drafted } from './match-draft.ts'
import { run } from './match.ts'

describeEngines('hitoba match --draft', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db, () => new Date('2026-11-22T03:00:00Z'))
  })

  test('plans a programme’s own month beside what is agreed, and keeps nothing of it', async () => {
    const world = await aVisitWorld(db)
    const [hanako, taro] = [await aRegistered(db, world), await aRegistered(db, world)]
    const startsAt = new Date('2026-12-10T04:00:00Z')
    // She goes somewhere else then.
    await aVisit(db, world, { startsAt, supporters: [hanako], companion: null, agreedAt: startsAt })
    const { requestId } = await db.asPlatform((tx) => aRequest(tx, world.programmeId, { ...world, startsAt }))
    const { proposals, told } = await drafted(app.pipeline, {
      programmeId: world.programmeId,
      month: '2026-12-01' as CalendarDay,
      iterations: 50,
    })
    expect(proposals).toMatchObject([{ requestId, supporterIds: [taro.personId] }])
    expect(told).toMatchObject({ requests: 1, filled: 1, seats: 1, gap: 0 })
    const kept = await db.asPlatform((tx) =>
      tx.selectFrom('visits.draft').select('id').where('programme_id', '=', world.programmeId).execute(),
    )
    expect(kept).toEqual([])
  })

  test('without a month it says how it is asked', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await run(['--programme', '1', '--draft'])).toBe(2)
    expect(complained.mock.calls.flat().join('')).toContain('--month YYYY-MM')
    complained.mockRestore()
  })
})

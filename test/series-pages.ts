import { beforeAll } from 'vitest'
import { flashOf } from '#platform/http/flash.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Member } from './builders.ts'
import { type Client, type TestApp, testApp } from './client.ts'
import { aMember } from './database.ts'
import { aRequest } from './visit-builders.ts'
import { aRegistered, aVisitWorld, type VisitWorld } from './visit-world.ts'

type Fields = Record<string, string | string[]>

/** The pages of what repeats, and what tests of them ask. Called inside `describeEngines`: it makes its world before them. */
export const seriesPages = (db: OpenDatabase, clock: () => Date) => {
  let app: TestApp
  let world: VisitWorld
  let staff: Client
  let place: Client
  let hours = 9
  beforeAll(async () => {
    app = await testApp(db, clock)
    world = await aVisitWorld(db)
    staff = await app.signedIn(world.coordinator)
    place = await app.signedIn(world.host)
  })
  const coordinator = (): Client => staff
  const supporter = async (more: Parameters<typeof aRegistered>[2] = {}): Promise<{ who: Member; client: Client }> => {
    const who = await aRegistered(db, world, { max_per_month: 20, ...more })
    return { who, client: await app.signedIn(who) }
  }
  const companion = (): Promise<Member> => db.asPlatform((tx) => aMember(tx, world.programmeId, 'companion'))
  const request = async (): Promise<string> =>
    (await db.asPlatform((tx) => aRequest(tx, world.programmeId, world))).requestId
  /** Four Wednesdays, each series at an hour of its own. */
  const rule = (more: Fields = {}): Fields => ({
    pattern: 'weeks',
    weekdays: '3',
    every: '1',
    nth: '1',
    from_day: '2026-12-02',
    until_day: '2026-12-23',
    from: `${String(hours).padStart(2, '0')}:00`,
    to: `${String(hours).padStart(2, '0')}:45`,
    ...more,
  })
  const made = async (more: Fields = {}): Promise<{ path: string; requestId: string }> => {
    hours = hours === 19 ? 9 : hours + 1
    const requestId = await request()
    const path = (await coordinator().post(`/requests/${requestId}/series`, rule(more))).headers.get('location')
    if (path === null) throw new Error('no series was made')
    return { path, requestId }
  }
  const flash = (reply: Response): string =>
    flashOf(reply.headers.getSetCookie().find((one) => one.startsWith('hitoba-flash='))) ?? ''
  const daysOf = (path: string) =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('visits.visit')
        .selectAll()
        .where('series_id', '=', path.split('/').at(-1) ?? '')
        .orderBy('starts_at')
        .execute(),
    )
  const dates = async (path: string): Promise<string[]> =>
    (await daysOf(path))
      .filter((one) => one.status === 'planned' || one.status === 'confirmed')
      .map((one) => one.starts_at.toISOString().slice(5, 10))
  const shown = async (path: string): Promise<string> => (await daysOf(path)).map((one) => one.id).join(' ')
  const invite = (path: string, who: Member) => coordinator().post(`${path}/invitations`, { person: who.personId })
  const seatsOf = async (path: string, who: Member): Promise<string[]> => {
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('visits.participant').selectAll().where('person_id', '=', who.personId).execute(),
    )
    return (await daysOf(path)).map((one) => {
      const seat = rows.find((row) => row.visit_id === one.id)
      return !seat ? '' : seat.left_at ? 'left' : seat.agreed_at ? 'yes' : 'asked'
    })
  }
  return {
    app: () => app,
    world: () => world,
    coordinator,
    host: (): Client => place,
    supporter,
    companion,
    request,
    rule,
    made,
    flash,
    daysOf,
    dates,
    shown,
    invite,
    seatsOf,
  }
}

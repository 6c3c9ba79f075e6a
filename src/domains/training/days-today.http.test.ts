import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { aCourse, aRun, aSession } from '#test/call-world.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import type { Member } from '#test/builders.ts'
import { putStaff } from './data/run-staff.ts'
import { insertGuest, insertTaster, markCancelled } from './data/tasters.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what training puts on the start pages of seekers and supervisors', (db) => {
  let app: TestApp
  let programmeId: number
  let seeker: Member
  let supervisor: Member
  beforeAll(async () => {
    app = await testApp(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      seeker = await aMember(tx, programmeId, 'seeker')
      supervisor = await aMember(tx, programmeId, 'supervisor')
    })
  })

  const aTaster = (title: string, guest: Member | null): Promise<string> =>
    db.asPlatform(async (tx) => {
      const id = randomUUID()
      const [startsAt, endsAt] = [new Date('2027-01-20T05:00:00Z'), new Date('2027-01-20T06:30:00Z')]
      const about = {
        kind: 'hear',
        plain: '',
        place: '見本会館',
        capacity: 12,
        forCandidates: true,
        forPlaces: false,
      } as const
      await insertTaster(tx, programmeId, id, { ...about, title, startsAt, endsAt }, now)
      const one = { tasterId: id, placeId: null, heads: 1, via: 'self', at: now } as const
      if (guest) await insertGuest(tx, programmeId, { ...one, id: randomUUID(), personId: guest.personId })
      return id
    })

  test.each([
    ['ja', '体験に申し込むと、日にちと場所がここに出ます'],
    ['easy', '申し込むと、日と 場所が ここに 出ます'],
    ['en', 'Once you do, its day and place stand here'],
  ] as const)('a seeker without a taster reads what will stand there, in %s', async (locale, words) => {
    const page = await (await app.signedIn(seeker, { locale })).read('/today')
    expect(page).toContain(words)
    expect(page).toContain('href="/tasters"')
  })

  test('a seeker finds the tasters they come to, and only those', async () => {
    const [mine, others, off] = [
      await aTaster('話を聞く会', seeker),
      await aTaster('ほかの人の会', supervisor),
      await aTaster('なくなった会', seeker),
    ]
    await db.asPlatform((tx) => markCancelled(tx, programmeId, off, now))
    const client = await app.signedIn(seeker)
    const page = await client.read('/today')
    expect(page).toContain(`href="/tasters/${mine}"`)
    expect(page).toContain('話を聞く会')
    expect(page).not.toMatch(new RegExp(`${others}|${off}|ほかの人の会|なくなった会`))
    expect((await client.get(`/tasters/${mine}`)).status).toBe(200)
  })

  test('a supervisor finds the days of the runs they look after, of the next two weeks', async () => {
    const before = await (await app.signedIn(supervisor)).read('/today')
    expect(before).toContain('あなたが受け持つ研修や実習の日が近づくと、ここに出ます')
    const { soon, later, others, runId } = await db.asPlatform(async (tx) => {
      const course = await aCourse(tx, programmeId)
      const [own, other] = [
        await aRun(tx, programmeId, course),
        await aRun(tx, programmeId, course, { name: '夏の回' }),
      ]
      await putStaff(tx, programmeId, { runId: own, personId: supervisor.personId, duty: 'leads' })
      return {
        runId: own,
        soon: await aSession(tx, programmeId, own, day('2026-12-01')),
        later: await aSession(tx, programmeId, own, day('2027-02-01'), { no: 2 }),
        others: await aSession(tx, programmeId, other, day('2026-12-02')),
      }
    })
    const client = await app.signedIn(supervisor)
    const page = await client.read('/today')
    const href = `/training/runs/${runId}/sessions/${soon}`
    expect(page).toContain(`href="${href}"`)
    expect(page).not.toMatch(new RegExp(`${later}|${others}`))
    expect((await client.get(href)).status).toBe(200)
  })

  test('a group for which there is nothing reads where it would hear of something', async () => {
    const group = await db.asPlatform((tx) => aMember(tx, programmeId, 'group'))
    const page = await (await app.signedIn(group)).read('/today')
    expect(page).toContain('お願いやお返事が届くと、「お知らせ」でお伝えします')
    expect(app.bugs).toEqual([])
  })
})

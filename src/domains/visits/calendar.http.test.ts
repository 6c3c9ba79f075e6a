import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import type { Role } from '#kernel/role.ts'
import { aMember, aPerson, type Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import {
  aRun,
  aSession,
  anEnrolment,
  aTakingWorld,
  firstDay,
  takingNow,
  type TakingWorld,
} from '#test/training/taking-world.ts'
import { aPlace } from '#test/visit-builders.ts'
import { aVisit, aVisitWorld } from '#test/visit-world.ts'

describeEngines('the calendar of those who learn, teach and oversee', (db) => {
  let app: TestApp
  let world: TakingWorld
  beforeAll(async () => {
    app = await testApp(db, () => takingNow)
    world = await db.asPlatform((tx) => aTakingWorld(tx))
  })
  const member = (role: Role) => db.asPlatform((tx) => aMember(tx, world.programmeId, role))
  const monthOf = async (who: Member, month: string) => (await app.signedIn(who)).read(`/calendar?month=${month}`)
  const trainee = () => world.trainees[0] as Member & { enrolmentId: string }

  test('a trainee reads the sessions of the run that they take, each with its page, and no other month’s', async () => {
    const october = await monthOf(trainee(), '2026-10')
    expect(october).toContain(`href="/my-course/sessions/${world.sessions[2]}"`)
    expect(october).toContain('回その3（区民センター）')
    expect(october).not.toContain('回その10')
    expect(await monthOf(trainee(), '2026-12')).not.toContain('回その3')
  })

  test('not those of a run that they left, nor of one that others take', async () => {
    const gone = world.trainees[1] as Member & { enrolmentId: string }
    await db.asPlatform((tx) =>
      tx.updateTable('training.enrolment').set({ status: 'left' }).where('id', '=', gone.enrolmentId).execute(),
    )
    expect(await monthOf(gone, '2026-10')).not.toContain('回その')
    expect(await monthOf(await member('trainee'), '2026-10')).not.toContain('回その')
  })

  test('a session for one group stands with those in that group', async () => {
    const [inGroup, other] = await db.asPlatform(async (tx) => {
      const runId = await aRun(tx, world.programmeId)
      await aSession(tx, world.programmeId, { runId, no: 77, on: firstDay, track: 'evening' })
      const people = [await aMember(tx, world.programmeId, 'trainee'), await aMember(tx, world.programmeId, 'trainee')]
      const vault = app.services.vault.vaultFor(tx, world.programmeId)
      for (const [at, one] of people.entries()) {
        const id = await anEnrolment(tx, world.programmeId, { runId, personId: one.personId })
        const sealed = await vault.seal(
          one.personId,
          'training.enrolment.track_sealed',
          id,
          at === 0 ? 'evening' : 'noon',
        )
        await tx.updateTable('training.enrolment').set({ track_sealed: sealed }).where('id', '=', id).execute()
      }
      return people as [Member, Member]
    })
    expect(await monthOf(inGroup, '2026-09')).toContain('回その77')
    expect(await monthOf(other, '2026-09')).not.toContain('回その77')
  })

  test('one that was called off says so; one that took another day stands there alone', async () => {
    await db.asPlatform(async (tx) => {
      const of = { runId: world.runId, on: addDays(day('2026-11-01'), 1) }
      await aSession(tx, world.programmeId, { ...of, no: 88, status: 'cancelled' })
      await aSession(tx, world.programmeId, { ...of, no: 89, status: 'moved' })
    })
    const november = await monthOf(trainee(), '2026-11')
    expect(november).toMatch(/回その88（区民センター）<\/a><span class="tag ended">/)
    expect(november).not.toContain('回その89')
  })

  test('whoever looks after a run finds the pages for it; a supervisor of none finds nothing', async () => {
    const supervisor = await member('supervisor')
    expect(await monthOf(supervisor, '2026-10')).not.toContain('回その')
    await db.asPlatform((tx) =>
      tx
        .insertInto('training.run_staff')
        .values({
          programme_id: world.programmeId,
          run_id: world.runId,
          person_id: supervisor.personId,
          duty: 'mentor',
        })
        .execute(),
    )
    for (const who of [supervisor, world.leader, world.coordinator]) {
      expect(await monthOf(who, '2026-10')).toContain(
        `href="/training/runs/${world.runId}/sessions/${world.sessions[2]}"`,
      )
    }
  })

  test('who comes to a taster finds it until they say that they do not', async () => {
    const seeker = await member('seeker')
    const tasterId = randomUUID()
    await db.asPlatform(async (tx) => {
      await sql`insert into training.taster (programme_id, id, kind, title, starts_at, ends_at, place, capacity, created_at)
        values (${world.programmeId}, ${tasterId}, 'hear', 'ピアの話を聞く会', '2026-11-05T05:00Z', '2026-11-05T06:00Z', '区民会館', 10, ${takingNow})`.execute(
        tx,
      )
    })
    expect(await monthOf(seeker, '2026-11')).not.toContain('ピアの話を聞く会')
    await db.asPlatform((tx) =>
      sql`insert into training.taster_guest (programme_id, id, taster_id, person_id, at)
        values (${world.programmeId}, ${randomUUID()}, ${tasterId}, ${seeker.personId}, ${takingNow})`.execute(tx),
    )
    expect(await monthOf(seeker, '2026-11')).toContain(`href="/tasters/${tasterId}"`)
    expect(await monthOf(trainee(), '2026-11')).not.toContain('ピアの話を聞く会')
    await db.asPlatform((tx) => sql`update training.taster_guest set withdrawn_at = ${takingNow}`.execute(tx))
    expect(await monthOf(seeker, '2026-11')).not.toContain('ピアの話を聞く会')
  })

  test('a day of practicum stands with the trainee, without a name', async () => {
    const { personId, enrolmentId } = trainee()
    const id = randomUUID()
    await db.asPlatform(async (tx) => {
      const placeId = await aPlace(tx, world.programmeId, { name: '実習の家' })
      await sql`insert into training.practicum (programme_id, id, kind, enrolment_id, person_id, place_id, status, created_at)
        values (${world.programmeId}, ${id}, 'practicum', ${enrolmentId}, ${personId}, ${placeId}, 'agreed', ${takingNow})`.execute(
        tx,
      )
      await sql`insert into training.practicum_day (programme_id, id, practicum_id, starts_at, ends_at)
        values (${world.programmeId}, ${randomUUID()}, ${id}, '2026-11-09T01:00Z', '2026-11-09T06:00Z')`.execute(tx)
    })
    expect(await monthOf(trainee(), '2026-11')).toContain(`<a href="/practicums/${id}">実習（実習の家）</a>`)
    expect(await monthOf(world.trainees[2] as Member, '2026-11')).not.toContain('実習の家')
  })

  test.each(['group', 'admin'] as const)('there is none for the %s', async (role) => {
    expect((await (await app.signedIn(await member(role))).get('/calendar')).status).toBe(404)
  })

  test('no page hid a bug', () => expect(app.bugs).toEqual([]))
})

describeEngines('the calendar of an officer', (db) => {
  test('says what takes place where, names nobody and opens no visit', async () => {
    const now = new Date('2026-11-22T03:00:00Z')
    const app = await testApp(db, () => now)
    const world = await aVisitWorld(db)
    const supporter = await db.asPlatform(async (tx) =>
      aMember(tx, world.programmeId, 'supporter', {
        personId: await aPerson(tx, world.programmeId, { name: '山田 一郎', nickname: 'いっちゃん' }),
      }),
    )
    const made = await aVisit(db, world, {
      startsAt: new Date('2026-12-10T04:00:00Z'),
      supporters: [supporter],
      agreedAt: now,
    })
    await db.asPlatform((tx) =>
      sql`insert into visits.meeting (programme_id, id, visit_id, starts_at, ends_at, where_text, created_at)
        values (${world.programmeId}, ${randomUUID()}, ${made.visitId}, '2026-12-03T04:00Z', '2026-12-03T05:00Z', '駅の前', ${now})`.execute(
        tx,
      ),
    )
    const read = async (who: Member) => (await app.signedIn(who)).read('/calendar?month=2026-12')
    const officer = await read(await db.asPlatform((tx) => aMember(tx, world.programmeId, 'officer')))
    const staff = await read(world.coordinator)
    const lines = (html: string) => html.match(/class="event-time"/g)?.length ?? 0
    expect([lines(staff), lines(officer)]).toEqual([2, 1])
    expect(staff).toContain(made.visitId)
    expect(officer).not.toContain(made.visitId)
    expect(officer).not.toMatch(/山田|いっちゃん|同行 太郎|駅の前/)
    expect(app.bugs).toEqual([])
  })
})

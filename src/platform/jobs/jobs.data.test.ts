import { beforeAll, beforeEach, expect, test } from 'vitest'
import { listDeadEvents, retryEvent } from '#platform/messages/dead-letters.ts'
import type { Mail } from '#platform/messages/transport.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { type EventHandler, joinHandlers } from './events.ts'
import { type Jobs, type JobSpec, openJobs } from './jobs.ts'
import { startWork, type WorkKinds } from './work.ts'

const noon = new Date('2026-08-25T03:00:00Z')

describeEngines('jobs', (db) => {
  let now = noon
  let system: TestSystem
  let member: Member
  let mails: Mail[] = []
  let errors: unknown[] = []
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })
  beforeEach(async () => {
    now = noon
    mails = []
    errors = []
    member = await db.asPlatform(async (tx) => aMember(tx, await aProgramme(tx), 'coordinator'))
  })
  interface Parts {
    on?: Record<string, EventHandler>
    jobs?: JobSpec[]
    works?: WorkKinds
  }
  const jobsWith = ({ on = {}, jobs = [], works = {} }: Parts): Jobs =>
    openJobs({
      ...system,
      db,
      transport: { send: async (mail) => void mails.push(mail), close: () => undefined },
      origin: () => 'https://hitoba.example',
      jobs,
      works,
      handlers: joinHandlers(on),
      onError: (error) => errors.push(error),
    })
  const emit = (topic: string, payload: Record<string, unknown> = {}) =>
    system.as(member, (ctx) => ctx.outbox.emit(topic, payload))

  test('an event reaches every slice that listens, once, with its payload, and its messages leave', async () => {
    const heard: unknown[] = []
    const tell: EventHandler = async (ctx, payload) => {
      heard.push(payload)
      await ctx.outbox.tell(member.personId, 'test.kind', {}, '/')
    }
    const jobs = jobsWith({ on: { 'test.happened': tell } })
    await emit('test.happened', { visitId: 'v1' })
    await emit('test.other')
    await jobs.drainNow()
    await jobs.drainNow()
    expect(heard).toEqual([{ visitId: 'v1' }])
    expect(mails.map((mail) => mail.to)).toEqual([member.email])
  })

  test('an event that fails leaves nothing behind, is tried again, and is laid aside in the end', async () => {
    let works = false
    const handler: EventHandler = async (ctx) => {
      await ctx.outbox.tell(member.personId, 'test.kind', {}, '/')
      if (!works) throw new TypeError('Hanako wrote something')
    }
    const jobs = jobsWith({ on: { 'test.fails': handler } })
    await emit('test.fails')
    for (let day = 0; day < 10; day += 1) {
      await jobs.drainNow()
      now = new Date(now.getTime() + 86_400_000)
    }
    const { programmeId } = member
    const dead = await db.asProgramme(programmeId, (tx) => listDeadEvents(tx, programmeId))
    expect(dead).toMatchObject([{ kind: 'test.fails', attempts: 9, error: 'TypeError', personId: null }])
    expect(mails).toEqual([])
    works = true
    await db.asProgramme(programmeId, (tx) => retryEvent(tx, programmeId, dead[0]?.id ?? '', now))
    await jobs.drainNow()
    expect(mails).toHaveLength(1)
  })

  test('one event that fails does not hold up the others', async () => {
    const done: string[] = []
    const jobs = jobsWith({
      on: {
        'test.bad': async () => {
          throw new Error('no')
        },
        'test.good': async () => void done.push('good'),
      },
    })
    await emit('test.bad')
    await emit('test.good')
    await jobs.drainNow()
    expect(done).toEqual(['good'])
    expect(errors).toHaveLength(1)
  })

  test('two workers side by side handle each event once', async () => {
    const heard: unknown[] = []
    const on: Record<string, EventHandler> = { 'test.many': async (_, payload) => void heard.push(payload) }
    for (let n = 0; n < 20; n += 1) await emit('test.many', { n })
    await Promise.all([jobsWith({ on }).drainNow(), jobsWith({ on }).drainNow()])
    expect(heard.map((each) => JSON.stringify(each)).sort()).toEqual(
      Array.from({ length: 20 }, (_, n) => JSON.stringify({ n })).sort(),
    )
  })

  test('a named job runs behind the wall of each programme; one that fails stops no other', async () => {
    const other = await db.asPlatform((tx) => aProgramme(tx))
    const seen: number[] = []
    const job: JobSpec = {
      name: 'test.daily',
      run: async (ctx) => {
        if (ctx.programme.id === member.programmeId) throw new Error('here not')
        seen.push(ctx.programme.id)
        await ctx.tx.selectFrom('people.person').select('id').execute()
      },
    }
    await jobsWith({ jobs: [job] }).runJob('test.daily')
    expect(seen).toContain(other)
    expect(seen).not.toContain(member.programmeId)
    expect(errors).toHaveLength(1)
  })

  test('a job with more to do goes on in a further transaction, and what it has done stays done', async () => {
    const runs: number[] = []
    const job: JobSpec = {
      name: 'test.in_parts',
      run: async (ctx) => {
        if (ctx.programme.id !== member.programmeId) return 'done'
        runs.push(runs.length)
        if (runs.length === 3) throw new Error('the third one fails')
        await ctx.outbox.emit('test.part', { run: runs.length })
        return 'more'
      },
    }
    const heard: unknown[] = []
    const on: Record<string, EventHandler> = { 'test.part': async (_, payload) => void heard.push(payload) }
    const jobs = jobsWith({ jobs: [job], on })
    await jobs.runJob('test.in_parts')
    await jobs.drainNow()
    expect(heard).toHaveLength(2)
    expect(heard).toEqual(expect.arrayContaining([{ run: 1 }, { run: 2 }]))
    expect(errors).toHaveLength(1)
  })

  const counting = (steps: (done: number) => Promise<void>): WorkKinds => ({
    count: {
      title: { ja: '数える', en: 'Count', easy: 'かぞえる' },
      summary: { ja: () => '', en: () => '', easy: () => '' },
      run: async (work) => {
        for (let done = 1; done <= 3; done += 1) {
          await steps(done)
          await work.step(async (ctx) => ctx.outbox.emit('test.counted', { done, by: ctx.actor.personId }))
          if (!(await work.progress(done, 3))) break
        }
        return { path: '/figures', counts: { all: 3 } }
      },
    },
  })
  const begin = () => system.as(member, (ctx) => startWork(ctx, 'count', { from: 1 }))
  const work = (id: string) =>
    db.asPlatform((tx) => tx.selectFrom('platform.work').selectAll().where('id', '=', id).executeTakeFirstOrThrow())

  test('long work goes on after the request, in the name of who asked, and keeps its result', async () => {
    const heard: unknown[] = []
    const on: Record<string, EventHandler> = { 'test.counted': async (_, payload) => void heard.push(payload) }
    const id = await begin()
    await jobsWith({ works: counting(async () => undefined), on }).drainNow()
    expect(await work(id)).toMatchObject({
      status: 'done',
      done_count: 3,
      total_count: 3,
      result: { path: '/figures' },
    })
    expect(heard).toHaveLength(3)
    expect(heard[0]).toMatchObject({ by: member.personId })
  })

  test('cancelled work stops at its next clean point', async () => {
    const id = await begin()
    const cancelAfterOne = counting(async (done) => {
      if (done !== 2) return
      await db.asPlatform((tx) =>
        tx.updateTable('platform.work').set({ status: 'cancelled' }).where('id', '=', id).execute(),
      )
    })
    await jobsWith({ works: cancelAfterOne }).drainNow()
    expect(await work(id)).toMatchObject({ status: 'cancelled', done_count: 1 })
  })

  test('work whose process died is taken up again; work of somebody who lost the role is not', async () => {
    const id = await begin()
    await db.asPlatform((tx) =>
      tx
        .updateTable('platform.work')
        .set({ status: 'running', attempts: 1, heartbeat_at: now })
        .where('id', '=', id)
        .execute(),
    )
    const jobs = jobsWith({ works: counting(async () => undefined) })
    await jobs.drainNow()
    expect((await work(id)).status).toBe('running')
    now = new Date(now.getTime() + 3 * 60_000)
    await jobs.drainNow()
    expect((await work(id)).status).toBe('done')

    const late = await begin()
    await db.asPlatform((tx) =>
      tx.updateTable('platform.membership').set({ ended_at: now }).where('id', '=', member.membershipId).execute(),
    )
    await jobs.drainNow()
    expect((await work(late)).status).toBe('failed')
  })

  test('the timers start and stop on this engine, and what is asked for meanwhile is done', async () => {
    const jobs = jobsWith({ jobs: [{ name: 'test.timed', cron: '0 9 * * *', run: async () => undefined }] })
    jobs.start()
    await emit('test.other')
    jobs.kick()
    await jobs.stop()
    expect(errors).toEqual([])
  })
})

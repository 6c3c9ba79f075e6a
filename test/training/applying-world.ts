import type { Actor, Ctx } from '#platform/http/call.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { moveApplication } from '#domains/training/actions/move-application.ts'
import { saveApplication } from '#domains/training/actions/save-application.ts'
import { startApplication } from '#domains/training/actions/start-application.ts'
import type { ApplicationStatus } from '#domains/training/core/application-status.ts'
import { noWords } from '#domains/training/data/application-words.ts'
import { aMember, aProgramme, type Member } from '#test/builders.ts'
import { aCourse, aRun } from '#test/call-world.ts'
import { type TestSystem, testSystem } from '#test/system.ts'

/** A Sunday noon in Japan, in the middle of the time to apply. */
export const applyingNow = new Date('2026-11-22T03:00:00Z')

interface Made {
  system: TestSystem
  programmeId: number
  courseId: string
  coordinator: Member
}

/** A programme with a course, and people who apply for its runs. `open` it before the tests. */
export const applyingWorld = (db: OpenDatabase) => {
  let now = applyingNow
  let opened: Made | null = null
  const made = (): Made => {
    if (!opened) throw new Error('the world is not open yet')
    return opened
  }
  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => made().system.as(who, work)
  const trainee = () => db.asPlatform((tx) => aMember(tx, made().programmeId, 'trainee'))
  const started = async (who: Member, runId: string): Promise<string> => {
    const start = { who: [{ personId: who.personId }], placeId: null, told: null } as const
    const application = await as(who, (ctx) => startApplication(ctx, runId, start))
    if (!application?.ok) throw new Error('it did not start')
    return application.value[0] ?? ''
  }
  const move = (who: Actor, id: string, to: ApplicationStatus, reason = '話し合いました') =>
    as(who, (ctx) => moveApplication(ctx, id, { to, reason }))
  return {
    as,
    trainee,
    started,
    move,
    open: async (): Promise<void> => {
      const system = await testSystem(db, () => now)
      opened = await db.asPlatform(async (tx) => {
        const programmeId = await aProgramme(tx)
        const courseId = await aCourse(tx, programmeId)
        return { system, programmeId, courseId, coordinator: await aMember(tx, programmeId, 'coordinator') }
      })
    },
    get coordinator(): Member {
      return made().coordinator
    },
    get programmeId(): number {
      return made().programmeId
    },
    get now(): Date {
      return now
    },
    set now(at: Date) {
      now = at
    },
    asSystem: (work: (ctx: Ctx) => Promise<void>): Promise<void> => made().system.asSystem(made().programmeId, work),
    /** A run of the course, or of another; the clock stands at its beginning again. */
    run: (more: Parameters<typeof aRun>[3] = {}, courseId = made().courseId): Promise<string> => {
      now = applyingNow
      return db.asPlatform((tx) => aRun(tx, made().programmeId, courseId, more))
    },
    /** Somebody who has sent their application. */
    applied: async (runId: string): Promise<{ who: Member; id: string }> => {
      const who = await trainee()
      const id = await started(who, runId)
      await as(who, (ctx) => saveApplication(ctx, { id, version: 1 }, { ...noWords, why: '学びたいです' }, true))
      const sent = await move(who, id, 'submitted')
      if (!sent?.ok) throw new Error('it was not sent')
      return { who, id }
    },
    statusOf: async (id: string): Promise<string> =>
      db.asPlatform(async (tx) => {
        const row = tx.selectFrom('training.application').select('status').where('id', '=', id)
        return (await row.executeTakeFirstOrThrow()).status
      }),
    /** The kinds of what a person was told. */
    told: (personId: string): Promise<string[]> =>
      db.asPlatform(async (tx) => {
        const rows = tx.selectFrom('platform.message').select('kind').where('person_id', '=', personId)
        return (await rows.execute()).map(({ kind }) => kind)
      }),
  }
}

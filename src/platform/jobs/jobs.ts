import type { OpenDatabase } from '#platform/db/index.ts'
import { sendDeliveries } from '#platform/messages/deliveries.ts'
import { sendSignInMails } from '#platform/messages/sign-in-mails.ts'
import type { Transport } from '#platform/messages/transport.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'
import { type EventDeps, type EventHandlers, handleEvents } from './events.ts'
import type { JobSpec } from './job-spec.ts'
import { type Lane, lane } from './lane.ts'
import { openSchedule, type Schedule } from './schedule.ts'
import { inProgramme, type SystemDeps, systemActor } from './system.ts'
import { runWork, type WorkKinds } from './work.ts'

export type { EventHandler, EventHandlers } from './events.ts'
export type { JobSpec } from './job-spec.ts'

export interface JobsDeps extends SystemDeps {
  db: OpenDatabase
  /** Null in real use without a mail server: mails wait. */
  transport: Transport | null
  vault: Pick<PlatformVault, 'openPlatform'>
  origin: () => string
  jobs: readonly JobSpec[]
  handlers: EventHandlers
  works: WorkKinds
  onError: (error: unknown) => void
}

export interface Jobs {
  /** Timers begin, once we listen: nobody waits for it. */
  start(): void
  /** After a commit: what was put out leaves soon. Costs nothing and never throws. */
  kick(): void
  /** Everything that is due now, until nothing is left. For tests, the demo's start and the command line. */
  drainNow(): Promise<void>
  /** Runs one job for all programmes now. */
  runJob(name: string): Promise<void>
  /** Lets what runs come to its end; nothing new begins. */
  stop(): Promise<void>
}

const everyMs = 30_000

/** Background work of this process. Several processes may do it side by side: rows are taken by one of them. */
export const openJobs = (deps: JobsDeps): Jobs => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let schedule: Promise<Schedule | null> = Promise.resolve(null)
  const unlessStopped = (run: () => Promise<void>) => () => (stopped ? Promise.resolve() : run())
  const mails = lane(
    unlessStopped(() => mailsOf(deps)),
    deps.onError,
  )
  const works: Lane = lane(
    unlessStopped(async () => {
      if ((await runWork(deps, () => stopped)) > 0) for (const next of [events, mails]) next.kick()
    }),
    deps.onError,
  )
  const events: Lane = lane(
    unlessStopped(async () => {
      if ((await handleEvents(eventDeps(deps))) > 0) for (const next of [mails, works]) next.kick()
    }),
    deps.onError,
  )
  const lanes = [events, mails, works]
  const kick = (): void => lanes.forEach((each) => each.kick())
  const runNamed = async (name: string): Promise<void> => {
    await runJobs(deps, name)
    kick()
  }
  return {
    kick,
    start: () => {
      timer = setInterval(kick, everyMs)
      kick()
      schedule = openSchedule(deps.db, deps.jobs, runNamed, deps.onError).catch((error) => {
        deps.onError(error)
        return null
      })
    },
    drainNow: async () => {
      kick()
      for (const each of [events, works, events, mails]) await each.idle()
    },
    runJob: runNamed,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await (await schedule)?.stop()
      await Promise.all(lanes.map((each) => each.idle()))
      deps.transport?.close()
    },
  }
}

const eventDeps = (deps: JobsDeps): EventDeps => deps

const mailsOf = async ({ db, transport, clock, origin, vault }: JobsDeps): Promise<void> => {
  if (!transport) return
  await sendSignInMails({ db, transport, clock, vault })
  await sendDeliveries({ db, transport, clock, origin: origin() })
}

const runJobs = async (deps: JobsDeps, name: string): Promise<void> => {
  const job = deps.jobs.find((each) => each.name === name)
  if (!job) throw new Error(`no such job: ${name}`)
  const programmes = await deps.db.asPlatform((tx) =>
    tx.selectFrom('programme.programme').select('programme_id').orderBy('programme_id').execute(),
  )
  for (const { programme_id } of programmes) {
    await toItsEnd(deps, job, programme_id).catch(deps.onError)
  }
}

const toItsEnd = async (deps: JobsDeps, job: JobSpec, programmeId: number): Promise<void> => {
  while ((await inProgramme(deps, systemActor(programmeId), (ctx) => job.run(ctx))) === 'more');
}

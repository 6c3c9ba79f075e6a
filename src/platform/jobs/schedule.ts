import { fromPglite, PgBoss } from 'pg-boss'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { JobSpec } from './job-spec.ts'

export interface Schedule {
  stop(): Promise<void>
}

const queue = 'hitoba'
const zone = 'Asia/Tokyo'

/** Timers over the database: whatever number of processes runs, one of them does each job. */
export const openSchedule = async (
  db: OpenDatabase,
  jobs: readonly JobSpec[],
  run: (name: string) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<Schedule> => {
  const boss = new PgBoss({ ...connectionOf(db), schema: 'pgboss', reindex: false, monitorVacuum: false })
  boss.on('error', onError)
  await boss.start()
  await boss.createQueue(queue, { retryLimit: 2, retryDelay: 60, expireInSeconds: 3600 })
  await setTimers(boss, jobs)
  await boss.work<{ name: string }>(queue, { pollingIntervalSeconds: 20 }, async (batch) => {
    for (const { data } of batch) await run(data.name)
  })
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) }
}

const connectionOf = (db: OpenDatabase) =>
  db.engine === 'pglite'
    ? ({ db: fromPglite(db.raw), backend: 'pglite' } as const)
    : { db: { executeSql: (text: string, values?: unknown[]) => db.raw.query(text, values) } }

// A job that was taken out of the program must not go on being sent.
const setTimers = async (boss: PgBoss, jobs: readonly JobSpec[]): Promise<void> => {
  const timed = jobs.filter((job) => job.cron !== undefined)
  const names = new Set(timed.map((job) => job.name))
  for (const old of await boss.getSchedules(queue)) {
    if (!names.has(old.key)) await boss.unschedule(queue, old.key)
  }
  for (const { name, cron } of timed) {
    await boss.schedule(queue, cron ?? '', { name }, { tz: zone, key: name, retryLimit: 2 })
  }
}

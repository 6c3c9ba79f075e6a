import type { Ctx } from '#platform/http/call.ts'

/** Something that a slice does on a timer, once for each programme, each in a transaction of its own. */
export interface JobSpec {
  /** Unique over all slices: 'visits.remind'. */
  name: string
  /** Five fields, in the time of Japan. Without it the job runs only when it is named. */
  cron?: string
  /** 'more': what is left is done in a further transaction, so that none takes long. */
  run(ctx: Ctx): Promise<void | 'more' | 'done'>
}

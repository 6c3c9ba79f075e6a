import type { JobSpec } from '#platform/jobs/jobs.ts'
import { finishLeavings } from './actions/leave.ts'
import { askAboutNextYear, keepTheSilent } from './actions/renew.ts'

/** Every morning: who leaves has left, nobody who was silent is dropped, and in February and March people are asked. */
export const registrationJobs: readonly JobSpec[] = [
  {
    name: 'registration.terms',
    cron: '10 9 * * *',
    run: async (ctx) => {
      await finishLeavings(ctx)
      await keepTheSilent(ctx)
      await askAboutNextYear(ctx)
    },
  },
]

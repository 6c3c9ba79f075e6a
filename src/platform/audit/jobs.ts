import type { JobSpec } from '#platform/jobs/job-spec.ts'
import { anchorAudit } from './anchor.ts'

/** Notes outside the database where each chain stands: what a thief could take off unseen is a quarter of an hour at most. */
export const anchorJob = (file: string, key: Uint8Array): JobSpec => ({
  name: 'audit.anchor',
  cron: '*/15 * * * *',
  run: async ({ tx, now }) => {
    await anchorAudit(tx, file, key, now)
  },
})

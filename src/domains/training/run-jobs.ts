import type { JobSpec } from '#platform/jobs/jobs.ts'
import { forgetOldLinks } from './actions/come-in.ts'
import { lapseOffers } from './actions/move-application.ts'
import { closeWindows } from './actions/move-run.ts'
import { noticeQuietPeople } from './actions/notice-quiet.ts'
import { remindOffers } from './actions/remind-offers.ts'
import { remindSessions } from './actions/remind-sessions.ts'
import { sealOldWords } from './actions/seal-old-words.ts'

/** What runs do by the clock; whoever is told of it is told in the daytime. */
export const runJobs: readonly JobSpec[] = [
  { name: 'training.close_windows', cron: '5 9 * * *', run: closeWindows },
  { name: 'training.lapse_offers', cron: '15 9 * * *', run: lapseOffers },
  { name: 'training.forget_links', cron: '40 3 * * *', run: forgetOldLinks },
  { name: 'training.seal_old_words', cron: '30 3 * * *', run: sealOldWords },
  { name: 'training.remind_offers', cron: '10 10 * * *', run: remindOffers },
  { name: 'training.notice_quiet', cron: '50 3 * * *', run: noticeQuietPeople },
  { name: 'training.remind_sessions', cron: '5 10 * * *', run: remindSessions },
]

import { z } from 'zod'
import type { EventHandler, JobSpec } from '#platform/jobs/jobs.ts'
import { askAboutVisits } from './actions/ask-about-visits.ts'
import { askBefore } from './actions/ask-before.ts'
import { respectEnd } from './actions/respect-end.ts'
import { closeProposals, remindProposals, respectPause } from './actions/timed-proposals.ts'

/** What proposals and visits do by the clock. */
export const visitJobs: readonly JobSpec[] = [
  { name: 'visits.remind_proposals', cron: '5 10-16 * * *', run: remindProposals },
  { name: 'visits.close_proposals', cron: '15 * * * *', run: closeProposals },
  { name: 'visits.ask_before', cron: '20 10-16 * * *', run: askBefore },
]

const ofPerson = z.object({ personId: z.uuid() })

const paused: EventHandler = async (ctx, payload) => {
  const { personId } = ofPerson.parse(payload)
  await respectPause(ctx, personId)
  await askAboutVisits(ctx, personId)
}

/** What lower slices tell. */
export const proposalEvents: Readonly<Record<string, EventHandler>> = {
  'registration.paused': paused,
  'registration.ended': (ctx, payload) => respectEnd(ctx, ofPerson.parse(payload).personId),
}

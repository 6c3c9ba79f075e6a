import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { EventHandler, JobSpec } from '#platform/jobs/jobs.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { offerRest } from './actions/offer-rest.ts'
import { openFollowUp, tellStaff } from './actions/open-follow-up.ts'
import { dueAfterVisit } from './core/follow-up.ts'
import { staffWithDue } from './data/follow-up-list.ts'
import { carePaths } from './web/paths.ts'

const held = z.object({
  visitId: z.uuid(),
  heldOn: z.iso.date().transform(day),
  supporterIds: z.array(z.uuid()),
  companionIds: z.array(z.uuid()),
  heavy: z.boolean(),
})

const ofPerson = z.object({ personId: z.uuid(), visitId: z.uuid().nullable().default(null) })

const afterVisit = async (ctx: Ctx, payload: unknown): Promise<void> => {
  const { visitId, heldOn, supporterIds, companionIds, heavy } = held.parse(payload)
  const { followUpDays } = await getProgramme(ctx.tx, ctx.programme.id)
  for (const personId of supporterIds) {
    for (const due of dueAfterVisit(heldOn, followUpDays)) {
      await openFollowUp(ctx, { ...due, personId, visitId, companions: companionIds })
    }
    if (heavy) await offerRest(ctx, personId, visitId)
  }
}

const wordsWereSaid = async (ctx: Ctx, payload: unknown): Promise<void> => {
  const { personId, visitId } = ofPerson.parse(payload)
  const opened = await openFollowUp(ctx, { personId, visitId, reason: 'words', dueOn: ctx.today, companions: [] })
  if (opened) await tellStaff(ctx, { ...opened, kind: 'care.soon', path: carePaths.followUp(opened.id) })
}

const heavy = ofPerson.extend({ shown: z.boolean().default(true) })

// The person owns how they felt: unless they chose to show it, only they hear of a rest, and no staff of anything.
const wasHeavy = async (ctx: Ctx, payload: unknown): Promise<void> => {
  const { personId, visitId, shown } = heavy.parse(payload)
  if (visitId) await offerRest(ctx, personId, visitId)
  if (!shown) return
  const opened = await openFollowUp(ctx, { personId, visitId, reason: 'heavy', dueOn: ctx.today, companions: [] })
  if (opened) await tellStaff(ctx, { ...opened, kind: 'care.soon', path: carePaths.followUp(opened.id) })
}

/** What visits tell: one took place, words that call for somebody, a heavy one. */
export const careEvents: Record<string, EventHandler> = {
  'visits.held': afterVisit,
  'visits.words_of_risk': wordsWereSaid,
  'registration.words_of_risk': wordsWereSaid,
  'training.words_of_risk': wordsWereSaid,
  'visits.heavy': wasHeavy,
}

/** In the morning: whoever is to get in touch with somebody today. */
export const careJobs: readonly JobSpec[] = [
  {
    name: 'care.due_today',
    cron: '30 8 * * *',
    run: async (ctx) => {
      for (const assignedTo of await staffWithDue(ctx.tx, ctx.programme.id, ctx.today)) {
        await tellStaff(ctx, { assignedTo, kind: 'care.due_today', path: carePaths.followUps })
      }
    },
  },
]

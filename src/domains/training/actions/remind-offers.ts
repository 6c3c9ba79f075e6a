import { findPerson } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { timeToRemind } from '../core/waiting-list.ts'
import { type Application, applicationsOfRun } from '../data/applications.ts'
import { markReminded, offersNotReminded } from '../data/offers.ts'
import { applicationPaths } from '../web/paths.ts'
import { tellCoordinators } from './people-of-run.ts'
import { tellApplicant } from './step-application.ts'

/** A kind word before a place goes to the next in line: once for each offer. */
export const remindOffers = async (ctx: Ctx): Promise<void> => {
  const { tx, today, zone } = ctx
  const { programmeId } = ctx.actor
  for (const { applicationId, runId, offeredAt, answerUntil } of await offersNotReminded(tx, programmeId, today)) {
    if (!timeToRemind({ offeredOn: dayIn(offeredAt, zone), answerUntil }, today)) continue
    const one = (await applicationsOfRun(tx, programmeId, runId)).find(({ id }) => id === applicationId)
    if (!one || !(await markReminded(tx, programmeId, applicationId, ctx.now))) continue
    await tellApplicant(ctx, one, 'training.offer_ends_soon', { until: answerUntil })
    if (await isCalled(ctx, one))
      await tellCoordinators(ctx, 'training.offer_to_call', {}, applicationPaths.application(one.id))
  }
}

/** Whoever is reached by telephone or letter reads no mail of ours: staff call. */
const isCalled = async ({ tx, actor }: Ctx, { personId }: Application): Promise<boolean> => {
  const person = await findPerson(tx, actor.programmeId, personId)
  return person?.channel === 'phone' || person?.channel === 'letter'
}

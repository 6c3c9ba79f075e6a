import { listActivities } from '#domains/programme/index.ts'
import type { Call } from '#platform/http/call.ts'
import { knownTowns } from '../data/known.ts'
import type { StepFacts } from './steps/step.ts'

export const stepFactsOf = async (call: Call): Promise<StepFacts> => ({
  locale: call.reader.locale,
  today: call.today,
  activities: await listActivities(call.tx, call.today),
  towns: await knownTowns(call.tx, call.actor.programmeId),
})

/** What has to be true before somebody applies, as data of the course. */
export type Prerequisite =
  | { kind: 'taster' }
  | { kind: 'registered' }
  | { kind: 'completed'; course: 'basic' | 'advanced' | 'follow_up' | 'host' }

/** What is known of the person. */
export interface PrerequisiteFacts {
  cameToTaster: boolean
  registered: boolean
  completed: readonly string[]
}

/** Those that are still missing, in the order in which the course names them. */
export const missingPrerequisites = (
  prerequisites: readonly Prerequisite[],
  facts: PrerequisiteFacts,
): Prerequisite[] => prerequisites.filter((one) => !met(one, facts))

const met = (one: Prerequisite, facts: PrerequisiteFacts): boolean => {
  if (one.kind === 'taster') return facts.cameToTaster
  if (one.kind === 'registered') return facts.registered
  return facts.completed.includes(one.course)
}

import type { Role } from '#kernel/role.ts'
import type { Sheet } from './sheet.ts'
import type { StepName } from './sheet-steps.ts'

export interface Looker {
  self: boolean
  role: Role
  /** From the policy of classes (people): what of this person the actor sees at all. */
  seesPlanning: boolean
  seesCare: boolean
}

/**
 * Which pages of a sheet somebody sees. Whom they like to go with and what they avoid are for the person and the
 * coordinator only, whatever else was agreed; what helps needs the person's consent.
 */
export const stepsSeen = (looker: Looker): StepName[] => {
  if (looker.self) return [...everything]
  const coordinator = looker.role === 'coordinator'
  return [
    ...(looker.seesPlanning || coordinator ? planning : []),
    ...(coordinator ? forCoordinator : []),
    ...(looker.seesCare ? (['help'] as const) : []),
  ]
}

const planning = ['wishes', 'themes', 'hours', 'days', 'limits', 'travel'] as const
const forCoordinator = ['company', 'avoid'] as const
const everything = [...planning, ...forCoordinator, 'help'] as const

/** The sheet without what somebody may not see. What a person does not want has no name for others than the coordinator. */
export const sheetSeen = (sheet: Sheet, looker: Looker, empty: Sheet): Sheet => {
  const seen = new Set(stepsSeen(looker))
  if (looker.self || looker.role === 'coordinator') {
    return seen.has('help') ? sheet : { ...sheet, carePlan: empty.carePlan }
  }
  return {
    ...sheet,
    wishes: Object.fromEntries(Object.entries(sheet.wishes).filter(([, level]) => level !== 'no')),
    themes: Object.fromEntries(Object.entries(sheet.themes).filter(([, stance]) => stance !== 'not')),
    avoidances: [],
    company: '',
    likesToGoWith: [],
    gender: null,
    carePlan: seen.has('help') ? sheet.carePlan : empty.carePlan,
  }
}

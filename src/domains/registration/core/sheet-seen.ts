import type { Role } from '#kernel/role.ts'
import { emptySheet, type Sheet } from './sheet.ts'
import type { StepName } from './sheet-steps.ts'

export interface Looker {
  self: boolean
  role: Role
  /** From the policy of classes (people): what of this person the actor sees at all. */
  seesPlanning: boolean
  seesCare: boolean
  /** The person, the coordinator, and those who follow the person: they may write down what they were told. */
  mayRecord: boolean
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

/** The sheet without what somebody may not see. What a person does not want is only for those who could write it down. */
export const sheetSeen = (sheet: Sheet, looker: Looker): Sheet => {
  const seen = new Set(stepsSeen(looker))
  return {
    ...(looker.self || looker.mayRecord ? sheet : withoutRefusals(sheet)),
    ...(seen.has('help') ? {} : { carePlan: emptySheet.carePlan }),
    ...(seen.has('avoid') ? {} : { avoidances: [] }),
    ...(seen.has('company') ? {} : { company: '', likesToGoWith: [], gender: null }),
  }
}

const withoutRefusals = (sheet: Sheet): Sheet => ({
  ...sheet,
  wishes: Object.fromEntries(Object.entries(sheet.wishes).filter(([, level]) => level !== 'no')),
  themes: Object.fromEntries(Object.entries(sheet.themes).filter(([, stance]) => stance !== 'not')),
})

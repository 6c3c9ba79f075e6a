import { proposalTransitions } from './proposal-status.ts'
import { requestTransitions } from './request-status.ts'
import type { Transition } from '#kernel/transition.ts'
import { visitTransitions } from './visit-status.ts'

/** A life cycle as the docs show it. */
export interface LifeCycle {
  name: string
  title: string
  starts: string
  lines: readonly Transition<string, string, string>[]
}

export const lifeCycles: readonly LifeCycle[] = [
  { name: 'request', title: 'Request (依頼)', starts: 'draft', lines: requestTransitions },
  { name: 'proposal', title: 'Proposal (打診・お誘い)', starts: 'sent', lines: proposalTransitions },
  { name: 'visit', title: 'Visit (活動)', starts: 'planned', lines: visitTransitions },
]

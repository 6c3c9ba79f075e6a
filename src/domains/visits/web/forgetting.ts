import type { Forgetting } from '#domains/people/index.ts'
import { forgetVisitor, type UnderWay, underWay } from '../data/forget.ts'
import { proposalPaths, requestPaths, visitPaths } from './paths.ts'
import { forgettingWords } from './words-forgetting.ts'

const pathOf: Record<keyof UnderWay, (id: string) => string> = {
  visits: visitPaths.visit,
  proposals: proposalPaths.proposal,
  ideas: requestPaths.request,
}

/** Visits, invitations and own ideas end before a record is erased. */
export const visitsForget: Forgetting = {
  standsInTheWay: async ({ tx, actor, now }, personId) => {
    const open = await underWay(tx, actor.programmeId, personId, now)
    return (['visits', 'proposals', 'ideas'] as const).flatMap((kind) =>
      open[kind].map((id) => ({ text: (locale) => forgettingWords[locale][kind], href: pathOf[kind](id) })),
    )
  },
  forget: ({ tx, actor, now }, personId) => forgetVisitor(tx, actor.programmeId, personId, now),
}

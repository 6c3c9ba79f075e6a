import type { Forgetting } from '#domains/people/index.ts'
import { forgetTaker, type TakingNow, takingNow } from '../data/forget.ts'
import { forgettingWords } from './forgetting-words.ts'
import { applicationPaths } from './paths.ts'
import { practicumPaths } from './practicum-paths.ts'
import { trainingStaffPaths } from './taking-paths.ts'

const pathOf: Record<keyof TakingNow, (id: string) => string> = {
  applications: applicationPaths.application,
  enrolments: trainingStaffPaths.enrolment,
  practicums: practicumPaths.practicum,
}

/** Applications, courses and practicums end before a record is erased. */
export const trainingForgets: Forgetting = {
  standsInTheWay: async ({ tx, actor }, personId) => {
    const now = await takingNow(tx, actor.programmeId, personId)
    return (['applications', 'enrolments', 'practicums'] as const).flatMap((kind) =>
      now[kind].map((id) => ({ text: (locale) => forgettingWords[locale][kind], href: pathOf[kind](id) })),
    )
  },
  forget: ({ tx, actor }, personId) => forgetTaker(tx, actor.programmeId, personId),
}

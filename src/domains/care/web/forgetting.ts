import type { Forgetting } from '#domains/people/index.ts'
import { forgetContacts, openFollowUpsAround } from '../data/forget.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

/** Somebody is still to get in touch: that is ended before a record is erased. */
export const careForgets: Forgetting = {
  standsInTheWay: async ({ tx, actor }, personId) =>
    (await openFollowUpsAround(tx, actor.programmeId, personId)).map(({ id }) => ({
      text: (locale) => followUpWords[locale].stillOpen,
      href: carePaths.followUp(id),
    })),
  forget: ({ tx, actor }, personId) => forgetContacts(tx, actor.programmeId, personId),
}

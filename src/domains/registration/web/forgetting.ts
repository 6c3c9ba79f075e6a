import type { Forgetting } from '#domains/people/index.ts'
import { forgetSupporter } from '../data/forget.ts'
import { findSupporter } from '../data/supporters.ts'
import { registrationPaths } from './paths.ts'
import { registrationWords } from './staff-words.ts'

/** A registration ends before its record is erased. */
export const registrationForgets: Forgetting = {
  standsInTheWay: async ({ tx, actor, today }, personId) => {
    const supporter = await findSupporter(tx, actor.programmeId, personId)
    return supporter && (supporter.endedOn === null || supporter.endedOn > today)
      ? [{ text: (locale) => registrationWords[locale].stillRegistered, href: registrationPaths.end(personId) }]
      : []
  },
  forget: ({ tx, actor, today }, personId) => forgetSupporter(tx, actor.programmeId, personId, today),
}

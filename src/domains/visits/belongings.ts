import { type Belongings, sealedIn } from '#domains/people/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { sharedRequests, sharedVisits } from './data/shared-visits.ts'
import { requestPaths, visitPaths } from './web/paths.ts'
import { forgettingWords } from './web/words-forgetting.ts'

/** What somebody was asked, where they went, and what they said of it. Whoever was at one visit twice is two people, or a slip of that visit. */
export const visitsBelongings: Belongings = {
  columns: [
    { table: 'visits.request', column: 'idea_of' },
    { table: 'visits.proposal', column: 'person_id' },
    { table: 'visits.draft_seat', column: 'person_id', key: ['draft_visit_id'] },
    { table: 'visits.participant', column: 'person_id', key: ['visit_id', 'part'] },
    { table: 'visits.check_in', column: 'person_id' },
    { table: 'visits.companion_record', column: 'person_id', key: ['visit_id'] },
    { table: 'visits.reflection', column: 'person_id', key: ['visit_id'] },
  ],
  sealed: [
    ...sealedIn('visits.proposal', ['question_sealed', 'reply_sealed']),
    ...sealedIn('visits.check_in', ['answers_sealed']),
    ...sealedIn('visits.reflection', ['text_sealed'], { row: { of: ['visit_id'], between: '' } }),
  ],
  standsInTheWay: async ({ tx, actor }, pair) => [
    ...(await sharedVisits(tx, actor.programmeId, pair)).map((id) => ({
      text: (locale: Locale) => forgettingWords[locale].bothThere,
      href: visitPaths.visit(id),
    })),
    ...(await sharedRequests(tx, actor.programmeId, pair)).map((id) => ({
      text: (locale: Locale) => forgettingWords[locale].bothAsked,
      href: requestPaths.request(id),
    })),
  ],
}

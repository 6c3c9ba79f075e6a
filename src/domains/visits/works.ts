import type { Locale } from '#platform/i18n/reader.ts'
import type { WorkKinds } from '#platform/jobs/work.ts'
import { planMonthWork } from './actions/make-draft.ts'
import { planDraft } from './actions/plan-draft.ts'
import { sendDraftVisits, sendDraftWork } from './actions/send-draft.ts'
import { boardWords } from './web/words-board.ts'

const inAll = <T>(of: (t: (typeof boardWords)['ja']) => T): Record<Locale, T> => ({
  ja: of(boardWords.ja),
  en: of(boardWords.en),
  easy: of(boardWords.easy),
})

/** What of the board takes a while. */
export const boardWorks: WorkKinds = {
  [planMonthWork]: {
    title: inAll((t) => t.planning),
    summary: inAll(
      (t) =>
        ({ visits = 0 }) =>
          t.plannedCount(visits),
    ),
    run: planDraft,
  },
  [sendDraftWork]: {
    title: inAll((t) => t.sending),
    summary: inAll(
      (t) =>
        ({ sent = 0, kept = 0 }) =>
          t.sentCount(sent, kept),
    ),
    run: sendDraftVisits,
  },
}

import type { WorkKinds } from '#platform/jobs/work.ts'
import { planMonthWork } from './actions/make-draft.ts'
import { planDraftWork } from './actions/plan-draft.ts'
import { sendDraftKind, sendDraftWork } from './actions/send-draft.ts'

/** What of the board takes a while. */
export const boardWorks: WorkKinds = { [planMonthWork]: planDraftWork, [sendDraftWork]: sendDraftKind }

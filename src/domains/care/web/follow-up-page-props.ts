import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { FormState } from '#ui/index.ts'
import type { ShownFollowUp } from '../actions/show-follow-up.ts'

/** Which form met what somebody else had done first. */
export type StaleForm = 'close' | 'assign'

/** The forms of the page: ending it, giving it to somebody, noting the answer about a rest. */
export interface FollowUpForms {
  close: FormState
  assign: FormState
  rest: FormState
}

export interface FollowUpPageProps {
  locale: Locale
  zone: string
  today: CalendarDay
  followUp: ShownFollowUp
  forms: FollowUpForms
  token: () => string
  crisis: { text: string; phone: string; hours: string; urgent: boolean }
  /** Staff that it may be given to; empty where the actor may not. */
  staff: readonly { id: string; name: string }[]
  stale: StaleForm | null
}

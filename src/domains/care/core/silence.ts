import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

/** What is known of the contact with one supporter. */
export interface Contact {
  personId: string
  kana: string
  /** The last day on which anything came from them or they were spoken with: an answer, a visit, a check-in, a follow-up. */
  heardOn: CalendarDay
  /** They said themselves that they rest: that is an answer. */
  resting: boolean
  /** Somebody is to get in touch already. */
  followUpOpen: boolean
}

// About a season. The figure stays in here: pages show names, never days.
const silentAfterDays = 60

/** Those from whom nothing was heard for a while, by reading: no other order, nothing counted. */
export const notHeardFrom = <C extends Contact>(contacts: readonly C[], today: CalendarDay): C[] =>
  contacts
    .filter((contact) => !contact.resting && addDays(contact.heardOn, silentAfterDays) < today)
    .sort((a, b) => (a.kana < b.kana ? -1 : a.kana > b.kana ? 1 : a.personId < b.personId ? -1 : 1))

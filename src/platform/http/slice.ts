import type { Role } from '#kernel/role.ts'
import type { SampleDocument } from '#platform/documents/pdf.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { EventHandler, JobSpec } from '#platform/jobs/jobs.ts'
import type { WorkKinds } from '#platform/jobs/work.ts'
import type { MessageKinds } from '#platform/messages/kinds.ts'
import type { Call } from './call.ts'
import type { RouteSpec } from './routes.ts'

/** One line of a start page: what awaits the person, and where it is dealt with. */
export interface TodayLine {
  /** Stands before the text, with its stored reading. */
  person?: { name: string; kana: string }
  text: string
  href: string
  /** When, or another short remark. */
  note?: string
}

/** One card of a start page. Without lines it says `empty`, and still offers `action`. */
export interface TodayCard {
  title: string
  lines: TodayLine[]
  empty: string
  action?: { label: string; href: string }
  /** Something done with one press, from the start page itself. */
  press?: { label: string; action: string }
}

/** What a slice puts on the start page of some roles; lower `order` stands higher. */
export interface TodaySource {
  who: readonly Role[]
  order: number
  cards(call: Call): Promise<TodayCard[]>
}

export interface NavItem {
  who: readonly Role[]
  order: number
  label: Record<Locale, string>
  href: string
}

/** What a slice gives to the app: exported as `slice` from `src/domains/<name>/slice.ts` and composed in app.tsx. */
export interface Slice {
  name: string
  routes: readonly RouteSpec[]
  nav?: readonly NavItem[]
  today?: readonly TodaySource[]
  messages?: MessageKinds
  jobs?: readonly JobSpec[]
  /** Long work that people ask for and watch on a page of its own. */
  works?: WorkKinds
  /** What it prints, with invented facts. */
  documents?: readonly SampleDocument[]
  /** Reactions to what lower slices emitted, by topic. */
  on?: Readonly<Record<string, EventHandler>>
}

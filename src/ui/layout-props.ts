import type { ComponentChildren, VNode } from 'preact'
import type { Reader } from '#platform/i18n/reader.ts'

export interface NavItem {
  href: string
  label: string
  /** Something waits there: a number and what it counts, in words. */
  waiting?: { count: number; label: string } | null
}

/** Pages of one kind under a heading that opens. */
export interface NavGroup {
  label: string
  items: readonly NavItem[]
}

export type NavEntry = NavItem | NavGroup

export interface LayoutProps {
  title: string
  reader: Reader
  /** Addresses of the stylesheet, script and icon, and of the programme's colour (src/assets/index.ts). */
  assets: { css: string; js: string; icon: string; theme: string | null }
  /** The programme's name; null on pages that belong to none. */
  programme: { name: string; shortName: string } | null
  /** Where the person is, for the menu. */
  path: string
  /** Where to come back to after the reading settings; `path` unless the page answers a POST elsewhere. */
  returnTo?: string | undefined
  nav: readonly NavEntry[]
  person: {
    name: string
    kana?: string | null | undefined
    role: string
    switchHref: string | null
    signOut: VNode | null
  } | null
  /** Messages not yet read; null where there is no inbox. */
  inbox: { href: string; unread: number } | null
  flash?: string | null | undefined
  demo?: boolean | undefined
  /** A warning for everybody: mails are not being sent, trial database. */
  warning?: string | null | undefined
  /** The page shows wrong input: said first in the title. */
  hasErrors?: boolean | undefined
  wide?: boolean | undefined
  /** What stands at the foot: the office, its number, its hours. */
  footer?: ComponentChildren
  body: ComponentChildren
}

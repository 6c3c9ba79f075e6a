import type { VNode } from 'preact'
import type { LayoutProps, NavEntry, NavGroup, NavItem } from './layout-props.ts'
import { Mark } from './mark.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { uiWords } from './words.ts'

/** Who this is, how it is read, who is signed in, and the menu. */
export const SiteHeader = (props: LayoutProps): VNode => {
  const { reader, nav } = props
  const here = hereAmong(nav, props.path)
  const t = uiWords[reader.locale]
  return (
    <header class="site-head">
      {props.demo ? <p class="demo-banner">{t.demo}</p> : null}
      <div class="inner head-row">
        <a class="brand" href="/">
          <Mark />
          <span class="brand-name">{props.programme?.name ?? 'hitoba'}</span>
        </a>
        <div class="head-tools">
          <ReadingBar reader={reader} back={props.returnTo ?? props.path} />
          <PersonLine {...props} />
        </div>
      </div>
      {nav.length > 0 ? (
        <nav class="site-nav inner" aria-label={t.menu}>
          {nav.some((item) => 'items' in item) || nav.length > few ? (
            <details class="nav-fold">
              <summary>
                <span>{t.menu}</span>
                {here ? <span class="nav-here">{here.label}</span> : null}
              </summary>
              <NavList items={nav} here={here} />
            </details>
          ) : (
            <NavList items={nav} here={here} />
          )}
        </nav>
      ) : null}
    </header>
  )
}

// More than these fold away on a phone; on wide screens every menu stands open.
const few = 7

const NavList = ({ items, here }: { items: readonly NavEntry[]; here: NavItem | null }): VNode => (
  <ul>
    {items.map((item) =>
      'items' in item ? <Group group={item} here={here} /> : <NavLink item={item} current={item === here} />,
    )}
  </ul>
)

// One at a time stands open; the heading says where one is as long as it is closed.
const Group = ({ group, here }: { group: NavGroup; here: NavItem | null }): VNode => {
  const holds = here !== null && group.items.includes(here)
  return (
    <li>
      <details class="nav-group" name="nav-group">
        <summary class={holds ? 'here' : undefined}>
          <span>{group.label}</span>
          {holds ? <span class="sr">（{here.label}）</span> : null}
        </summary>
        <NavList items={group.items} here={here} />
      </details>
    </li>
  )
}

// Of two pages that lie in one another, it is the inner one.
const hereAmong = (items: readonly NavEntry[], path: string): NavItem | null =>
  items
    .flatMap((item) => ('items' in item ? item.items : [item]))
    .filter((item) => isHere(item.href, path))
    .toSorted((a, b) => b.href.length - a.href.length)[0] ?? null

const NavLink = ({ item, current }: { item: NavItem; current: boolean }): VNode => {
  const { href, label, waiting } = item
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <span>{label}</span>
        {waiting ? <Badge count={waiting.count} label={waiting.label} /> : null}
      </a>
    </li>
  )
}

const isHere = (href: string, path: string): boolean => {
  const [plain = ''] = path.split('?')
  return plain === href || (href !== '/' && plain.startsWith(`${href}/`))
}

const Badge = (props: { count: number; label: string }): VNode => (
  <span class="badge">
    <span aria-hidden="true">{props.count}</span>
    <span class="sr">（{props.label}）</span>
  </span>
)

// Messages stand here and not in the menu: a folded menu must not hide that something has come.
const PersonLine = (props: LayoutProps): VNode | null => {
  const { person, inbox } = props
  const t = uiWords[props.reader.locale]
  if (!person && !inbox) return null
  return (
    <div class="person-line">
      {inbox ? (
        <a class="inbox" href={inbox.href} aria-current={isHere(inbox.href, props.path) ? 'page' : undefined}>
          <span>{t.inbox}</span>
          {inbox.unread > 0 ? <Badge count={inbox.unread} label={t.unread(inbox.unread)} /> : null}
        </a>
      ) : null}
      {person ? (
        <>
          <span class="name" data-no-ruby data-reading={person.kana || undefined}>
            {person.name}
          </span>
          <span class={person.switchHref ? 'role' : 'role alone'}>{person.role}</span>
          {person.switchHref ? (
            <a href={person.switchHref}>
              <span>{t.switchRole}</span>
            </a>
          ) : null}
          {person.signOut}
        </>
      ) : null}
    </div>
  )
}

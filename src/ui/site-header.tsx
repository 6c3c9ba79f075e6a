import type { VNode } from 'preact'
import type { LayoutProps, NavItem } from './layout-props.ts'
import { Mark } from './mark.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { uiWords } from './words.ts'

/** Who this is, how it is read, who is signed in, and the menu. */
export const SiteHeader = (props: LayoutProps): VNode => {
  const { reader, nav } = props
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
          {nav.length > few ? (
            <details class="nav-fold">
              <summary>
                <span>{t.menu}</span>
                <Here items={nav} path={props.path} />
              </summary>
              <NavList items={nav} path={props.path} />
            </details>
          ) : (
            <NavList items={nav} path={props.path} />
          )}
        </nav>
      ) : null}
    </header>
  )
}

// More than these fold away on a phone; on wide screens every menu stands open.
const few = 7

const NavList = (props: { items: readonly NavItem[]; path: string }): VNode => (
  <ul>
    {props.items.map((item) => (
      <NavLink item={item} path={props.path} />
    ))}
  </ul>
)

const Here = (props: { items: readonly NavItem[]; path: string }): VNode | null => {
  const here = props.items.find((item) => isHere(item.href, props.path))
  return here ? <span class="nav-here">{here.label}</span> : null
}

const NavLink = (props: { item: NavItem; path: string }): VNode => {
  const { href, label, waiting } = props.item
  return (
    <li>
      <a href={href} aria-current={isHere(href, props.path) ? 'page' : undefined}>
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

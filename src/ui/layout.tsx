import type { ComponentChildren, VNode } from 'preact'
import type { Reader } from '#platform/i18n/reader.ts'
import { Mark } from './mark.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { uiWords } from './words.ts'

export interface NavItem {
  href: string
  label: string
  /** Something waits there: a number and what it counts, in words. */
  waiting?: { count: number; label: string } | null
}

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
  nav: readonly NavItem[]
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

/** The whole page, without its doctype. */
export const Document = (props: LayoutProps): VNode => {
  const { reader, assets } = props
  const t = uiWords[reader.locale]
  const classes = [
    reader.furigana ? 'furigana' : '',
    reader.large ? 'large' : '',
    reader.calm ? 'calm' : '',
    reader.locale,
  ]
  const site = props.programme?.shortName ?? 'hitoba'
  return (
    <html lang={reader.locale === 'en' ? 'en' : 'ja'} class={classes.filter(Boolean).join(' ')}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{`${props.hasErrors ? t.errorPrefix : ''}${props.title}｜${site}`}</title>
        <link rel="stylesheet" href={assets.css} />
        {assets.theme ? <link rel="stylesheet" href={assets.theme} /> : null}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <script defer src={assets.js} />
      </head>
      <body>
        <a class="skip" href="#main">
          {t.skip}
        </a>
        <Header {...props} />
        <main id="main" class={props.wide ? 'wide' : undefined} tabindex={-1}>
          {props.warning ? <div class="notice attention">{props.warning}</div> : null}
          {props.flash ? (
            <div class="notice good flash" role="status">
              {props.flash}
            </div>
          ) : null}
          {props.body}
        </main>
        <footer class="site-foot">
          <div class="inner">{props.footer ?? null}</div>
        </footer>
      </body>
    </html>
  )
}

const Header = (props: LayoutProps): VNode => {
  const { reader, person, inbox } = props
  const t = uiWords[reader.locale]
  const items = inbox ? [...props.nav, inboxItem(inbox, t)] : props.nav
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
          {person ? <PersonLine person={person} switchLabel={t.switchRole} /> : null}
        </div>
      </div>
      {items.length > 0 ? (
        <nav class="site-nav inner" aria-label={t.menu}>
          {items.length > few ? (
            <details class="nav-fold">
              <summary>
                <span>{t.menu}</span>
                <Here items={items} path={props.path} />
              </summary>
              <NavList items={items} path={props.path} />
            </details>
          ) : (
            <NavList items={items} path={props.path} />
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

const inboxItem = (inbox: { href: string; unread: number }, t: (typeof uiWords)['ja']): NavItem => ({
  href: inbox.href,
  label: t.inbox,
  waiting: inbox.unread > 0 ? { count: inbox.unread, label: t.unread(inbox.unread) } : null,
})

const NavLink = (props: { item: NavItem; path: string }): VNode => {
  const { href, label, waiting } = props.item
  return (
    <li>
      <a href={href} aria-current={isHere(href, props.path) ? 'page' : undefined}>
        <span>{label}</span>
        {waiting ? (
          <span class="badge">
            <span aria-hidden="true">{waiting.count}</span>
            <span class="sr">（{waiting.label}）</span>
          </span>
        ) : null}
      </a>
    </li>
  )
}

const isHere = (href: string, path: string): boolean => {
  const [plain = ''] = path.split('?')
  return plain === href || (href !== '/' && plain.startsWith(`${href}/`))
}

const PersonLine = (props: { person: NonNullable<LayoutProps['person']>; switchLabel: string }): VNode => (
  <div class="person-line">
    <p>
      <span class="name" data-no-ruby data-reading={props.person.kana || undefined}>
        {props.person.name}
      </span>
      <span class="role">{props.person.role}</span>
      {props.person.switchHref ? <a href={props.person.switchHref}>{props.switchLabel}</a> : null}
    </p>
    {props.person.signOut}
  </div>
)

import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { formNames } from './form-names.ts'
import { uiWords } from './words.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'careful'

export const LinkButton = (props: {
  href: string
  children: ComponentChildren
  kind?: ButtonKind | undefined
  lang?: string | undefined
}): VNode => (
  <a class={`button ${props.kind ?? 'secondary'}`} href={props.href} lang={props.lang}>
    <span>{props.children}</span>
  </a>
)

/** Sends the form around it. `name` and `value` tell which of several buttons was pressed. */
export const Button = (props: {
  children: ComponentChildren
  kind?: ButtonKind | undefined
  name?: string | undefined
  value?: string | undefined
  /** Lets a draft be saved although required fields are still empty. */
  skipChecks?: boolean | undefined
}): VNode => (
  <button
    class={`button ${props.kind ?? 'primary'}`}
    type="submit"
    name={props.name}
    value={props.value}
    formnovalidate={props.skipChecks}
  >
    <span>{props.children}</span>
  </button>
)

/** One press that does one thing: a form with a token and a single button. */
export const PostButton = (props: {
  action: string
  token: string
  children: ComponentChildren
  kind?: ButtonKind | undefined
  version?: number | undefined
  fields?: Record<string, string> | undefined
}): VNode => (
  <form class="post-button" method="post" action={props.action}>
    <input type="hidden" name={formNames.token} value={props.token} />
    {props.version === undefined ? null : <input type="hidden" name={formNames.version} value={props.version} />}
    {Object.entries(props.fields ?? {}).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button kind={props.kind ?? 'secondary'}>{props.children}</Button>
  </form>
)

/** Buttons in a row, the most likely one first. */
export const Actions = (props: { children: ComponentChildren }): VNode => <div class="actions">{props.children}</div>

export const BackLink = (props: { href: string; children: ComponentChildren }): VNode => (
  <p class="back">
    <a href={props.href}>
      <span>{props.children}</span>
    </a>
  </p>
)

export interface Tab {
  href: string
  label: ComponentChildren
  current: boolean
}

/** Several views of the same thing, each a page of its own. */
export const Tabs = (props: { label: string; tabs: readonly Tab[] }): VNode => (
  <nav class="tabs" aria-label={props.label}>
    <ul>
      {props.tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            <span>{tab.label}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Before and after. `page` and `last` may be unknown for long lists. */
export const Pagination = (props: {
  locale: Locale
  previous: string | null
  next: string | null
  page?: number | undefined
  last?: number | undefined
}): VNode | null => {
  const t = uiWords[props.locale]
  if (!props.previous && !props.next) return null
  return (
    <nav class="pagination" aria-label={t.pages}>
      {props.previous ? (
        <a class="button secondary" rel="prev" href={props.previous}>
          <span>{t.previous}</span>
        </a>
      ) : null}
      {props.page && props.last ? <span>{t.pageOf(props.page, props.last)}</span> : null}
      {props.next ? (
        <a class="button secondary" rel="next" href={props.next}>
          <span>{t.next}</span>
        </a>
      ) : null}
    </nav>
  )
}

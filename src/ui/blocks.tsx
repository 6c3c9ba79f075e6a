import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { uiWords } from './words.ts'

export const Card = (props: {
  children: ComponentChildren
  title?: ComponentChildren
  href?: string | undefined
  tag?: VNode | null | undefined
  quiet?: boolean | undefined
  /** 2 where the cards stand right under the page's heading. */
  level?: 2 | undefined
}): VNode => (
  <article class={props.quiet ? 'card quiet' : 'card'}>
    {props.title ? (
      <div class="card-head">
        <CardTitle title={props.title} href={props.href} level={props.level} />
        {props.tag ?? null}
      </div>
    ) : null}
    {props.children}
  </article>
)

const CardTitle = (props: { title: ComponentChildren; href: string | undefined; level: 2 | undefined }): VNode => {
  const title = props.href ? <a href={props.href}>{props.title}</a> : props.title
  return props.level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>
}

/** Cards side by side where there is room. */
export const Cards = (props: { children: ComponentChildren }): VNode => <div class="cards">{props.children}</div>

export type Tone = 'neutral' | 'waiting' | 'good' | 'attention' | 'ended'

/** A state in words. The tone only underlines what the word already says. */
export const StatusTag = (props: { tone?: Tone | undefined; children: ComponentChildren }): VNode => (
  <span class={`tag ${props.tone ?? 'neutral'}`}>
    <span>{props.children}</span>
  </span>
)

/** What to say where a list has nothing in it: why, and what one may do. */
export const EmptyState = (props: { children: ComponentChildren; action?: VNode | null | undefined }): VNode => (
  <div class="empty">
    <p>{props.children}</p>
    {props.action ?? null}
  </div>
)

export const Notice = (props: {
  children: ComponentChildren
  tone?: 'info' | 'good' | 'attention' | 'problem' | undefined
  title?: ComponentChildren
}): VNode => (
  <div class={`notice ${props.tone ?? 'info'}`}>
    {props.title ? <p class="notice-title">{props.title}</p> : null}
    <div>{props.children}</div>
  </div>
)

export interface ListItem {
  title: ComponentChildren
  href?: string | undefined
  lines?: readonly ComponentChildren[] | undefined
  tag?: VNode | null | undefined
  action?: VNode | null | undefined
}

/** A list of things one may open: reads well on a phone, where a table does not. */
export const List = (props: { items: readonly ListItem[]; ordered?: boolean | undefined }): VNode => {
  const rows = props.items.map((item) => (
    <li>
      <div class="list-head">
        {item.href ? (
          <a href={item.href}>
            <span>{item.title}</span>
          </a>
        ) : (
          <span class="list-title">{item.title}</span>
        )}
        {item.tag ?? null}
      </div>
      {item.lines?.map((line) => (line ? <p>{line}</p> : null))}
      {item.action ?? null}
    </li>
  ))
  return props.ordered ? <ol class="list">{rows}</ol> : <ul class="list">{rows}</ul>
}

/** Plain points in prose. */
export const Bullets = (props: { items: readonly ComponentChildren[] }): VNode => (
  <ul class="bullets">
    {props.items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
)

export interface Definition {
  term: ComponentChildren
  value: ComponentChildren
}

/** Facts of one thing. Entries without a value are left out. */
export const DefinitionList = (props: { items: readonly (Definition | null)[] }): VNode => (
  <dl class="facts">
    {props.items.map((item) =>
      item && item.value !== null && item.value !== '' ? (
        <div>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

/** A form of several pages: where one is, in words. */
export const Steps = (props: { steps: readonly string[]; now: number; locale: Locale }): VNode => {
  const t = uiWords[props.locale]
  return (
    <ol class="steps">
      {props.steps.map((step, index) => (
        <li
          class={index < props.now ? 'done' : index === props.now ? 'now' : ''}
          aria-current={index === props.now ? 'step' : undefined}
        >
          <span class="step-mark" aria-hidden="true">
            {index < props.now ? '✓' : index + 1}
          </span>
          <span class="step-text">
            {step}
            {index < props.now ? <span class="sr">（{t.stepDone}）</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Something that may stay folded away. */
export const Fold = (props: {
  summary: ComponentChildren
  children: ComponentChildren
  open?: boolean | undefined
}): VNode => (
  <details class="fold" open={props.open ?? false}>
    <summary>
      <span>{props.summary}</span>
    </summary>
    <div class="fold-body">{props.children}</div>
  </details>
)

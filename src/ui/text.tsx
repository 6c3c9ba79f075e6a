import type { ComponentChildren, VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDay, formatDayLong, formatInstant, formatSpan, formatTime } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'

/** The one h1 of a page. `above` stands over it, small: a date, a way back. */
export const Heading = (props: {
  children: ComponentChildren
  above?: ComponentChildren
  tag?: VNode | null | undefined
}): VNode => (
  <header class="heading">
    {props.above ? <p class="above">{props.above}</p> : null}
    <h1>
      <span>{props.children}</span>
    </h1>
    {props.tag ?? null}
  </header>
)

export const Section = (props: {
  title: ComponentChildren
  children: ComponentChildren
  id?: string | undefined
  actions?: ComponentChildren
}): VNode => (
  <section class="section" id={props.id}>
    <div class="section-head">
      <h2>{props.title}</h2>
      {props.actions ?? null}
    </div>
    {props.children}
  </section>
)

export const SubHeading = (props: { children: ComponentChildren }): VNode => <h3>{props.children}</h3>

export const Lead = (props: { children: ComponentChildren }): VNode => <p class="lead">{props.children}</p>

export const Small = (props: { children: ComponentChildren }): VNode => <p class="small">{props.children}</p>

/** A person's name with its stored reading: furigana never guesses names. */
export const Name = (props: { name: string; kana?: string | null | undefined }): VNode => (
  <span class="name" data-no-ruby data-reading={props.kana || undefined}>
    {props.name}
  </span>
)

/** What somebody wrote, as they wrote it: lines kept, never kept in any cache. */
export const OwnWords = (props: { text: string }): VNode => (
  <div class="own-words" data-own-words>
    {props.text}
  </div>
)

/** A calendar day as the reader's language writes it; `long` with the (era) year. */
export const Day = (props: { day: CalendarDay; locale: Locale; long?: boolean | undefined }): VNode => (
  <time datetime={props.day}>{(props.long ? formatDayLong : formatDay)(props.day, props.locale)}</time>
)

type When = 'time' | 'day-and-time'

/** An instant, in the programme's zone. */
export const Time = (props: { at: Date; zone: string; locale: Locale; show?: When | undefined }): VNode => (
  <time datetime={props.at.toISOString()}>
    {(props.show === 'time' ? formatTime : formatInstant)(props.at, props.zone, props.locale)}
  </time>
)

export const Span = (props: { from: Date; to: Date; zone: string; locale: Locale }): VNode => (
  <time datetime={props.from.toISOString()}>{formatSpan(props.from, props.to, props.zone, props.locale)}</time>
)

import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Mark } from './mark.tsx'
import { uiWords } from './words.ts'

/** One A4 page that leaves the building: on screen a sheet, on paper only the sheet. */
export const PrintSheet = (props: {
  locale: Locale
  title: ComponentChildren
  /** 2 where the sheet stands inside a page that has its own heading. */
  level?: 2 | undefined
  /** Who sends it, small, in the corner. */
  from: ComponentChildren
  children: ComponentChildren
  foot?: ComponentChildren
}): VNode => (
  <>
    <p class="small no-print">{uiWords[props.locale].print}</p>
    <article class="sheet">
      <header class="sheet-head">
        <Mark />
        <p>{props.from}</p>
      </header>
      {props.level === 2 ? <h2>{props.title}</h2> : <h1>{props.title}</h1>}
      {props.children}
      {props.foot ? <footer class="sheet-foot">{props.foot}</footer> : null}
    </article>
  </>
)

/** A part to be filled in by hand: a label and lines to write on. */
export const WriteHere = (props: { label: ComponentChildren; lines?: number | undefined }): VNode => (
  <div class="write-here">
    <p>{props.label}</p>
    {Array.from({ length: props.lines ?? 1 }, () => (
      <div class="line" />
    ))}
  </div>
)

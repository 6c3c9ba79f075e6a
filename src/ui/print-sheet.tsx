import type { ComponentChildren, VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Mark } from './mark.tsx'
import { uiWords } from './words.ts'

interface SheetProps {
  title: ComponentChildren
  /** 2 where the sheet stands inside a page that has its own heading. */
  level?: 2 | undefined
  /** Who sends it, small, in the corner. */
  from: ComponentChildren
  foot?: ComponentChildren
}

/** One A4 page that leaves the building: on screen a sheet, on paper only the sheet. */
export const PrintSheet = (props: SheetProps & { locale: Locale; children: ComponentChildren }): VNode => (
  <>
    <p class="small no-print">{uiWords[props.locale].print}</p>
    <Sheet title={props.title} level={props.level} from={props.from} foot={props.foot}>
      {props.children}
    </Sheet>
  </>
)

/** A4 pages that belong together: each says whose it is, and where there are several, which one. */
export const PrintSheets = (props: SheetProps & { locale: Locale; sheets: readonly ComponentChildren[] }): VNode => {
  const { locale, title, level, from, foot, sheets } = props
  const t = uiWords[locale]
  return (
    <>
      <p class="small no-print">{t.print}</p>
      {sheets.map((sheet, at) => (
        <Sheet
          title={title}
          level={at === 0 ? level : 2}
          from={
            <>
              {from}
              {sheets.length > 1 ? ` ${t.sheetOf(at + 1, sheets.length)}` : null}
            </>
          }
          foot={foot}
        >
          {sheet}
        </Sheet>
      ))}
    </>
  )
}

const Sheet = ({ title, level, from, foot, children }: SheetProps & { children: ComponentChildren }): VNode => (
  <article class="sheet">
    <header class="sheet-head">
      <Mark />
      <p>{from}</p>
    </header>
    {level === 2 ? <h2>{title}</h2> : <h1>{title}</h1>}
    {children}
    {foot ? <footer class="sheet-foot">{foot}</footer> : null}
  </article>
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

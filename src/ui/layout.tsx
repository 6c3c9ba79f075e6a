import type { VNode } from 'preact'
import type { LayoutProps } from './layout-props.ts'
import { SiteHeader } from './site-header.tsx'
import { uiWords } from './words.ts'

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
        <SiteHeader {...props} />
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

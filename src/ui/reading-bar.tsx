import type { VNode } from 'preact'
import { locales, type Reader } from '#platform/i18n/reader.ts'
import { readingPath } from '#platform/i18n/reader-cookie.ts'
import { languageNames, uiWords } from './words.ts'

/** The quick switches of every page: language and furigana, each one press; the rest behind a link. */
export const ReadingBar = (props: { reader: Reader; back: string }): VNode => {
  const { reader, back } = props
  const t = uiWords[reader.locale]
  return (
    <form class="reading-bar" method="post" action={readingPath} aria-label={t.readingAria}>
      <input type="hidden" name="back" value={back} />
      {reader.locale === 'en' ? null : (
        <button type="submit" name="furigana" value={reader.furigana ? 'off' : 'on'}>
          <Shortened parts={reader.furigana ? t.furiganaOff : t.furiganaOn} />
        </button>
      )}
      {locales
        .filter((locale) => locale !== reader.locale)
        .map((locale) => (
          <button type="submit" name="locale" value={locale} lang={locale === 'en' ? 'en' : 'ja'}>
            <span>{languageNames[locale]}</span>
          </button>
        ))}
      <a href={`${readingPath}?back=${encodeURIComponent(back)}`}>
        <Shortened parts={t.readingSettings} />
      </a>
    </form>
  )
}

/** Before, kept on a phone, after. */
const Shortened = (props: { parts: readonly string[] }): VNode => {
  const [before, kept, after] = props.parts
  return (
    <span>
      {before ? <span class="roomy">{before}</span> : null}
      {kept}
      {after ? <span class="roomy">{after}</span> : null}
    </span>
  )
}

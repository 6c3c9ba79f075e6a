import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Bullets, Notice, Section } from '#ui/index.ts'
import { ownErasureWords } from './own-erasure-words.ts'

/** What goes and what stays, in the same words for the person and for whoever does it. */
export const ErasureLists = ({ locale }: { locale: Locale }): VNode => {
  const t = ownErasureWords[locale]
  return (
    <>
      <Section title={t.goes}>
        <Bullets items={t.goesList} />
      </Section>
      <Section title={t.stays}>
        <Bullets items={t.staysList} />
      </Section>
      <Notice tone="attention">{t.never}</Notice>
    </>
  )
}

import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { uiWords } from './words.ts'

export interface StaleField {
  label: string
  mine: string
  theirs: string
}

/** Somebody else saved first: both versions beside each other, above the form that still holds one's own. */
export const StaleEdit = (props: { locale: Locale; fields: readonly StaleField[] }): VNode => {
  const t = uiWords[props.locale]
  const differing = props.fields.filter((field) => field.mine !== field.theirs)
  return (
    <section class="stale" role="alert" tabindex={-1} autofocus>
      <h2>{t.staleTitle}</h2>
      <p>{t.staleLead}</p>
      {differing.map((field) => (
        <div class="stale-pair">
          <h3>{field.label}</h3>
          <dl>
            <div>
              <dt>{t.staleMine}</dt>
              <dd data-own-words>{field.mine || t.empty}</dd>
            </div>
            <div>
              <dt>{t.staleTheirs}</dt>
              <dd data-own-words>{field.theirs || t.empty}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  )
}

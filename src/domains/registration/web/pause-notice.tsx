import type { VNode } from 'preact'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { LinkButton, Notice } from '#ui/index.ts'
import type { Pause } from '../core/pause.ts'
import { ownWords } from './own-words.ts'

export const pauseText = (pause: Pause, locale: Locale): string => {
  const t = ownWords[locale]
  return pause.untilDay === null ? t.paused : t.pausedUntil(formatDayLong(pause.untilDay, locale))
}

/** That somebody is taking a break, and the way back. */
export const PauseNotice = (props: { locale: Locale; pause: Pause; href: string }): VNode => (
  <Notice tone="attention">
    <p>{pauseText(props.pause, props.locale)}</p>
    <LinkButton href={props.href}>{ownWords[props.locale].resume}</LinkButton>
  </Notice>
)

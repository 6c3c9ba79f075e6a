import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { EmptyState, List, Name, StatusTag } from '#ui/index.ts'
import type { CalledPracticum } from '../actions/see-practicum.ts'
import { practicumTone } from './practicum-model.ts'
import { practicumPaths as paths } from './practicum-paths.ts'
import { practicumWords } from './practicum-words.ts'

/** Those that this actor reaches. */
export const PracticumList = (props: {
  locale: Locale
  zone: string
  practicums: readonly CalledPracticum[]
  own: boolean
}): VNode => {
  const { locale, zone, practicums, own } = props
  const t = practicumWords[locale]
  if (practicums.length === 0) return <EmptyState>{t.empty}</EmptyState>
  return (
    <List
      items={practicums.map((one) => ({
        title: own ? one.placeName : <Name name={one.called.name || t.kinds[one.kind]} kana={one.called.kana} />,
        href: paths.practicum(one.id),
        tag: <StatusTag tone={practicumTone[one.status]}>{t.status[one.status]}</StatusTag>,
        lines: [
          own ? t.kinds[one.kind] : `${t.kinds[one.kind]} ${one.placeName}`,
          ...one.days
            .filter(({ status }) => status !== 'cancelled')
            .map(({ startsAt }) => formatDayLong(dayIn(startsAt, zone), locale)),
        ],
      }))}
    />
  )
}

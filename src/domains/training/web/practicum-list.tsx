import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { listWords } from '#platform/http/words.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { EmptyState, List, Name, StatusTag } from '#ui/index.ts'
import type { CalledPracticum } from '../actions/see-practicum.ts'
import type { PracticumOffer } from '../data/practicum-offers.ts'
import { practicumTone } from './practicum-model.ts'
import { practicumPaths as paths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { practicumWords } from './practicum-words.ts'

/** The list as a file. */
export const practicumColumns = (locale: Locale, zone: string) => {
  const t = practicumWords[locale]
  const heads = listWords[locale]
  const standing = ({ days }: CalledPracticum) => days.filter(({ status }) => status !== 'cancelled')
  return [
    { head: heads.name, text: (one: CalledPracticum) => one.called.name },
    { head: heads.kana, text: (one: CalledPracticum) => one.called.kana },
    { head: practicumStaffWords[locale].kind, text: (one: CalledPracticum) => t.kinds[one.kind] },
    { head: heads.place, text: (one: CalledPracticum) => one.placeName },
    {
      head: heads.on,
      text: (one: CalledPracticum) =>
        standing(one)
          .map(({ startsAt }) => dayIn(startsAt, zone))
          .join(' '),
    },
    { head: heads.state, text: (one: CalledPracticum) => t.status[one.status] },
  ]
}

/** What places offer, as a file. */
export const offerColumns = (locale: Locale) => {
  const s = practicumStaffWords[locale]
  return [
    { head: s.place, text: (one: PracticumOffer) => one.placeName },
    { head: s.kind, text: (one: PracticumOffer) => practicumWords[locale].kinds[one.kind] },
    { head: s.what, text: (one: PracticumOffer) => one.what },
    { head: s.fromDay, text: (one: PracticumOffer) => one.fromDay },
    { head: s.toDay, text: (one: PracticumOffer) => one.toDay },
    { head: s.seats, text: (one: PracticumOffer) => one.seats },
    { head: s.note, text: (one: PracticumOffer) => one.note },
    { head: listWords[locale].state, text: (one: PracticumOffer) => (one.withdrawnAt ? s.withdrawnTag : '') },
  ]
}

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

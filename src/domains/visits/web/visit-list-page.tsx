import type { Call } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { listWords } from '#platform/http/words.ts'
import { formatDay, formatTimes } from '#platform/i18n/dates.ts'
import { dayIn } from '#kernel/time.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { listed, remarked } from '#platform/i18n/joined.ts'
import { EmptyState, Heading, Pagination, StatusTag, Table, Tabs, type Tone } from '#ui/index.ts'
import type { VisitStatus } from '../core/visit-status.ts'
import type { VisitLine } from '../data/visit-list.ts'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'

interface Props {
  locale: Locale
  zone: string
  show: 'ahead' | 'past'
  page: number
  more: boolean
  lines: readonly VisitLine[]
  /** Staff see who goes; a place reads that on the visit's own page, as far as it was agreed to. */
  withNames: boolean
}

export const toneOf: Record<VisitStatus, Tone> = {
  planned: 'waiting',
  confirmed: 'good',
  held: 'neutral',
  not_held: 'ended',
  cancelled: 'ended',
  superseded: 'ended',
}

/** The list as a file: those who read it are staff, so it has the names. */
export const visitColumns = ({ reader: { locale }, zone }: Pick<Call, 'reader' | 'zone'>) => {
  const t = visitWords[locale]
  const heads = listWords[locale]
  return [
    { head: heads.from, text: (line: VisitLine) => instantCell(line.startsAt, zone) },
    { head: heads.to, text: (line: VisitLine) => instantCell(line.endsAt, zone) },
    { head: t.place, text: (line: VisitLine) => (line.online ? remarked(line.place, t.online, locale) : line.place) },
    { head: t.activity, text: (line: VisitLine) => line.activity[locale] },
    { head: t.who, text: (line: VisitLine) => listed(line.supporters, locale) },
    { head: t.companion, text: (line: VisitLine) => listed(line.companions, locale) },
    { head: t.state, text: (line: VisitLine) => t.status[line.status] },
  ]
}

export const VisitListPage = ({ locale, zone, show, page, more, lines, withNames }: Props) => {
  const t = visitWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Tabs
        label={t.shown}
        tabs={[
          { href: visitPaths.listOf('ahead', 1), label: t.ahead, current: show === 'ahead' },
          { href: visitPaths.listOf('past', 1), label: t.past, current: show === 'past' },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState>{show === 'ahead' ? t.emptyAhead : t.emptyPast}</EmptyState>
      ) : (
        <Table
          caption={show === 'ahead' ? t.ahead : t.past}
          captionHidden
          rows={lines}
          columns={[
            {
              head: t.day,
              cell: (line) => <a href={visitPaths.visit(line.id)}>{formatDay(dayIn(line.startsAt, zone), locale)}</a>,
              rowHead: true,
            },
            { head: t.time, cell: (line) => formatTimes(line.startsAt, line.endsAt, zone, locale) },
            {
              head: t.place,
              cell: (line) => <span>{line.online ? remarked(line.place, t.online, locale) : line.place}</span>,
            },
            { head: t.activity, cell: (line) => line.activity[locale] },
            ...(withNames
              ? [
                  {
                    head: t.who,
                    cell: (line: VisitLine) => <span data-no-ruby>{listed(line.supporters, locale)}</span>,
                  },
                  {
                    head: t.companion,
                    cell: (line: VisitLine) => <span data-no-ruby>{listed(line.companions, locale)}</span>,
                  },
                ]
              : []),
            {
              head: t.state,
              cell: (line) => <StatusTag tone={toneOf[line.status]}>{t.status[line.status]}</StatusTag>,
            },
          ]}
        />
      )}
      <Pagination
        locale={locale}
        previous={page > 1 ? visitPaths.listOf(show, page - 1) : null}
        next={more ? visitPaths.listOf(show, page + 1) : null}
        page={page}
      />
    </>
  )
}

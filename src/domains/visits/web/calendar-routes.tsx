import { addDays, type CalendarDay, monthStart, parseDay } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import { type Call, page, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatTimes } from '#platform/i18n/dates.ts'
import { remarked } from '#platform/i18n/joined.ts'
import { EmptyState, Heading, List, MonthCalendar, Section, StatusTag } from '#ui/index.ts'
import { type CalendarLine, listCalendar } from '../data/calendar-list.ts'
import { toneOf } from './visit-list-page.tsx'
import { calendarPaths, visitPaths } from './visit-paths.ts'
import { calendarWords } from './words-calendar.ts'
import { visitWords } from './words-visit.ts'

const readers = ['supporter', 'companion', 'host', 'coordinator'] as const

const labelOf = (call: Call, line: CalendarLine): string => {
  const { locale } = call.reader
  return line.kind === 'meeting'
    ? remarked(visitWords[locale].meetings, line.place, locale)
    : remarked(line.activity[locale], line.place, locale)
}

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = calendarWords[locale]
  const first = askedMonth(call)
  const next = monthStart(first, 1)
  // A week more on each side: the table shows whole weeks.
  const range = { from: instantAt(addDays(first, -7), 0, call.zone), to: instantAt(addDays(next, 7), 0, call.zone) }
  const lines = await listCalendar(call.tx, call.actor, range)
  const today = lines.filter((line) => dayIn(line.startsAt, call.zone) === call.today && !line.cancelled)
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      {monthStart(call.today) === first && (
        <Section title={formatDayLong(call.today, locale)}>
          {today.length === 0 ? (
            <EmptyState>{t.nothingToday}</EmptyState>
          ) : (
            <List
              items={today.map((line) => ({
                title: labelOf(call, line),
                href: visitPaths.visit(line.visitId),
                lines: [formatTimes(line.startsAt, line.endsAt, call.zone, locale)],
              }))}
            />
          )}
        </Section>
      )}
      <MonthCalendar
        month={first.slice(0, 7)}
        today={call.today}
        locale={locale}
        previousHref={calendarPaths.ofMonth(monthStart(first, -1).slice(0, 7))}
        nextHref={calendarPaths.ofMonth(next.slice(0, 7))}
        events={lines.map((line) => ({
          day: dayIn(line.startsAt, call.zone),
          label: labelOf(call, line),
          time: formatTimes(line.startsAt, line.endsAt, call.zone, locale),
          href: visitPaths.visit(line.visitId),
          tag: line.cancelled ? (
            <StatusTag tone="ended">{visitWords[locale].meetingOff}</StatusTag>
          ) : line.status === 'planned' ? (
            <StatusTag tone={toneOf.planned}>{visitWords[locale].status.planned}</StatusTag>
          ) : null,
        }))}
      />
    </>,
    { wide: true },
  )
}

const askedMonth = (call: Call): CalendarDay => {
  const asked = parseDay(`${call.query.get('month') ?? ''}-01`)
  return asked && asked >= '2000-01-01' && asked < '2200-01-01' ? asked : monthStart(call.today)
}

export const calendarRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: calendarPaths.month,
    who: readers,
    reach: 'own; of one’s place; of whom one follows; the programme for coordinators',
    handle: show,
  }),
]

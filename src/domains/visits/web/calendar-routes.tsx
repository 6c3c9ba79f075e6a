import { type CalendarLine as TrainingLine, trainingCalendar } from '#domains/training/index.ts'
import { addDays, type CalendarDay, monthStart, parseDay } from '#kernel/calendar-day.ts'
import type { Role } from '#kernel/role.ts'
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

/** Whoever has days here: groups have none yet, and administrators look after no records. */
export const calendarReaders: Role[] = [
  'seeker',
  'trainee',
  'supporter',
  'companion',
  'supervisor',
  'host',
  'coordinator',
  'officer',
]

interface Line extends Omit<TrainingLine, 'href'> {
  /** Without one where the reader opens no page of it. */
  href: string | undefined
  planned: boolean
}

const visitLine = (call: Call, visit: CalendarLine): Line => {
  const { locale } = call.reader
  const what = visit.kind === 'meeting' ? visitWords[locale].meetings : visit.activity[locale]
  return {
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    label: remarked(what, visit.place, locale),
    href: call.actor.role === 'officer' ? undefined : visitPaths.visit(visit.visitId),
    cancelled: visit.cancelled,
    planned: visit.status === 'planned',
  }
}

const linesWithin = async (call: Call, range: { from: Date; to: Date }): Promise<Line[]> => {
  const visits = await listCalendar(call.tx, call.actor, range)
  const training = await trainingCalendar(call, range)
  const lines = [...visits.map((one) => visitLine(call, one)), ...training.map((one) => ({ ...one, planned: false }))]
  return lines.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = calendarWords[locale]
  const first = askedMonth(call)
  const next = monthStart(first, 1)
  // A week more on each side: the table shows whole weeks.
  const range = { from: instantAt(addDays(first, -7), 0, call.zone), to: instantAt(addDays(next, 7), 0, call.zone) }
  const lines = await linesWithin(call, range)
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
                title: line.label,
                href: line.href,
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
          label: line.label,
          time: formatTimes(line.startsAt, line.endsAt, call.zone, locale),
          href: line.href,
          tag: line.cancelled ? (
            <StatusTag tone="ended">{visitWords[locale].meetingOff}</StatusTag>
          ) : line.planned ? (
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
    who: calendarReaders,
    reach:
      'own; of one’s place; of whom one follows; of runs one looks after; the programme for coordinators and, without anybody in it, for officers',
    handle: show,
  }),
]

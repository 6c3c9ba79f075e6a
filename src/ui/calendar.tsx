import type { ComponentChildren, VNode } from 'preact'
import { addDays, type CalendarDay, monthOf, monthStart, weekStart } from '#kernel/calendar-day.ts'
import { formatDay, formatMonth, weekdayLabel } from '#platform/i18n/dates.ts'
import { holidayName } from '#platform/i18n/holidays.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { uiWords } from './words.ts'

export interface CalendarEvent {
  day: CalendarDay
  label: ComponentChildren
  /** Finished text: '午後1時〜午後3時'. */
  time?: string | undefined
  href?: string | undefined
  tag?: VNode | null | undefined
}

/** A month of plans: a table on wide screens, the days that have something on a phone. */
export const MonthCalendar = (props: {
  /** 'YYYY-MM' */
  month: string
  today: CalendarDay
  events: readonly CalendarEvent[]
  locale: Locale
  previousHref: string
  nextHref: string
  /** Heading level text before the month, e.g. a place's name. */
  label?: string | undefined
}): VNode => {
  const { month, locale } = props
  const t = uiWords[locale]
  const bare = !props.events.some((event) => monthOf(event.day) === month)
  const byDay = Map.groupBy(props.events, (event) => event.day)
  return (
    <div class="calendar">
      <nav class="calendar-nav" aria-label={t.calendarOf(formatMonth(month, locale))}>
        <a class="button quiet" href={props.previousHref} rel="prev">
          <span>{t.previousMonth}</span>
        </a>
        <a class="button quiet" href={props.nextHref} rel="next">
          <span>{t.nextMonth}</span>
        </a>
      </nav>
      <table role="table" class={bare ? 'bare' : undefined}>
        <caption>{props.label ?? t.calendarOf(formatMonth(month, locale))}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th scope="col" role="columnheader">
                {weekdayLabel(weekday, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {weeksOf(month).map((week) => (
            <tr
              role="row"
              class={
                week.some((day) => monthOf(day) === month && (byDay.has(day) || day === props.today))
                  ? undefined
                  : 'free'
              }
            >
              {week.map((day) => (
                <DayCell day={day} month={month} today={props.today} events={byDay.get(day) ?? []} locale={locale} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {bare ? <p class="calendar-empty">{t.noEvents(formatMonth(month, locale))}</p> : null}
    </div>
  )
}

/** The weeks, Monday first, that the month touches. */
export const weeksOf = (month: string): CalendarDay[][] => {
  const first = `${month}-01` as CalendarDay
  const next = monthStart(first, 1)
  const weeks: CalendarDay[][] = []
  for (let monday = weekStart(first); monday < next; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset)))
  }
  return weeks
}

const DayCell = (props: {
  day: CalendarDay
  month: string
  today: CalendarDay
  events: readonly CalendarEvent[]
  locale: Locale
}): VNode => {
  const { day, locale, events } = props
  if (monthOf(day) !== props.month) return <td role="cell" class="outside" />
  const holiday = holidayName(day, locale)
  const classes = [events.length > 0 ? '' : 'free', holiday ? 'holiday' : '', day === props.today ? 'today' : '']
  return (
    <td role="cell" class={classes.filter(Boolean).join(' ')}>
      <p class="date">
        <time datetime={day}>
          <span class="in-grid">{Number(day.slice(8))}</span>
          <span class="in-list">{formatDay(day, locale)}</span>
        </time>
        {day === props.today ? <span class="today-word">{uiWords[locale].today}</span> : null}
        {holiday ? <span class="holiday-name">{holiday}</span> : null}
      </p>
      {events.length > 0 ? (
        <ul>
          {events.map((event) => (
            <li>
              {event.time ? <span class="event-time">{event.time}</span> : null}
              {event.href ? <a href={event.href}>{event.label}</a> : <span>{event.label}</span>}
              {event.tag ?? null}
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  )
}

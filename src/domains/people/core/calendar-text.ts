import { localOf } from '#kernel/time.ts'

/** A stretch of a person's time as their own calendar shows it: nothing of where, with whom or why. */
export interface CalendarEntry {
  /** Stays the same when the entry moves or is cancelled. */
  id: string
  from: Date
  to: Date
  cancelled: boolean
  /** Counts the changes: calendars take the higher one. */
  sequence: number
  changedAt: Date
}

const neutralTitle = '予定'

// Japan has had no summer time since 1952.
const tokyo = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** RFC 5545. Times stand in the programme's zone where we can describe it, in UTC elsewhere. */
export const calendarText = (entries: readonly CalendarEntry[], zone: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//hitoba//calendar//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${neutralTitle}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...(zone === 'Asia/Tokyo' ? tokyo : []),
    ...entries.flatMap((entry) => eventLines(entry, zone)),
    'END:VCALENDAR',
  ]
    .map(fold)
    .join('')

const eventLines = (entry: CalendarEntry, zone: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}@hitoba`,
  `DTSTAMP:${inUtc(entry.changedAt)}`,
  `LAST-MODIFIED:${inUtc(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTART${timeIn(entry.from, zone)}`,
  `DTEND${timeIn(entry.to, zone)}`,
  `SUMMARY:${neutralTitle}`,
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  `TRANSP:${entry.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
]

const timeIn = (instant: Date, zone: string): string => {
  if (zone !== 'Asia/Tokyo') return `:${inUtc(instant)}`
  const { day, minute } = localOf(instant, zone)
  return `;TZID=Asia/Tokyo:${day.replaceAll('-', '')}T${two(Math.floor(minute / 60))}${two(minute % 60)}00`
}

const inUtc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const two = (value: number): string => String(value).padStart(2, '0')

/** Lines are at most 75 octets; what is longer goes on after a space, never inside a character. */
const fold = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return `${[...parts, part].join('\r\n')}\r\n`
}

const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

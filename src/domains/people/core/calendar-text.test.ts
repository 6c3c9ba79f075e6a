import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendarText } from './calendar-text.ts'

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  id: 'a1',
  from: new Date('2026-11-22T04:30:00Z'),
  to: new Date('2026-11-22T06:00:00Z'),
  cancelled: false,
  sequence: 0,
  changedAt: new Date('2026-11-01T00:00:00Z'),
  ...more,
})

const events = (text: string): ICAL.Event[] => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

describe('a person’s own calendar', () => {
  test('says when, and nothing else', () => {
    expect(calendarText([entry()], 'Asia/Tokyo')).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//hitoba//calendar//JA
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      X-WR-CALNAME:予定
      REFRESH-INTERVAL;VALUE=DURATION:PT1H
      BEGIN:VTIMEZONE
      TZID:Asia/Tokyo
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0900
      TZOFFSETTO:+0900
      TZNAME:JST
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:a1@hitoba
      DTSTAMP:20261101T000000Z
      LAST-MODIFIED:20261101T000000Z
      SEQUENCE:0
      DTSTART;TZID=Asia/Tokyo:20261122T133000
      DTEND;TZID=Asia/Tokyo:20261122T150000
      SUMMARY:予定
      STATUS:CONFIRMED
      TRANSP:OPAQUE
      CLASS:PRIVATE
      END:VEVENT
      END:VCALENDAR
      "
    `)
  })

  test('an independent reader finds the same instants, whatever they are', () => {
    const hours = fc.integer({ min: 0, max: 24 * 365 * 20 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hours, fc.integer({ min: 1, max: 600 }))),
        fc.constantFrom('Asia/Tokyo', 'Europe/Paris'),
        (list, zone) => {
          const entries = list.map(([hour, minutes], index) => {
            const from = new Date(Date.UTC(2020, 0, 1, hour))
            return entry({ id: `e${index}`, from, to: new Date(from.getTime() + minutes * 60_000), sequence: index })
          })
          const read = events(calendarText(entries, zone)).map((event) => [
            event.uid,
            event.startDate.toJSDate().getTime(),
            event.endDate.toJSDate().getTime(),
            event.sequence,
          ])
          expect(read).toEqual(
            entries.map((one) => [`${one.id}@hitoba`, one.from.getTime(), one.to.getTime(), one.sequence]),
          )
        },
      ),
      { numRuns: 30 },
    )
  })

  test('what was cancelled stays, as cancelled', () => {
    const [event] = events(calendarText([entry({ cancelled: true, sequence: 3 })], 'Asia/Tokyo'))
    expect([event?.component.getFirstPropertyValue('status'), event?.sequence]).toEqual(['CANCELLED', 3])
  })

  test('every line is at most 75 octets and ends as the standard says', () => {
    const text = calendarText([entry({ id: '長い'.repeat(40) })], 'Asia/Tokyo')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(events(text)[0]?.uid).toBe(`${'長い'.repeat(40)}@hitoba`)
  })
})

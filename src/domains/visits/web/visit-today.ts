import { addDays } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import { formatDay, formatTimes } from '#platform/i18n/dates.ts'
import { stands } from '../core/visit-status.ts'
import { checkInsByPerson } from '../data/check-ins.ts'
import { type CalendarLine, listCalendar } from '../data/calendar-list.ts'
import { waitingThanks } from '../data/visit-notes.ts'
import { listToRecord } from '../data/visit-waiting.ts'
import { calendarPaths, visitPaths } from './visit-paths.ts'
import { calendarWords } from './words-calendar.ts'
import { todayWords } from './words-visit-today.ts'

const lineOf = (
  call: Call,
  line: Pick<CalendarLine, 'visitId' | 'startsAt' | 'endsAt' | 'place' | 'activity'>,
): TodayLine => ({
  text: `${line.activity[call.reader.locale]}（${line.place}）`,
  href: visitPaths.visit(line.visitId),
  note: `${formatDay(dayIn(line.startsAt, call.zone), call.reader.locale)} ${formatTimes(line.startsAt, line.endsAt, call.zone, call.reader.locale)}`,
})

/** What is planned for the coming two weeks. */
const soon = async (call: Call): Promise<TodayCard> => {
  const t = todayWords[call.reader.locale]
  const range = { from: call.now, to: instantAt(addDays(call.today, 15), 0, call.zone) }
  const lines = (await listCalendar(call.tx, call.actor, range)).filter(
    (line) => line.kind === 'visit' && stands(line.status),
  )
  return {
    title: t.soon,
    lines: lines.slice(0, 8).map((line) => lineOf(call, line)),
    empty: t.soonEmpty,
    action: { label: calendarWords[call.reader.locale].title, href: calendarPaths.month },
  }
}

/** Visits of the last days about which the person has said nothing yet: they may, they need not. */
const mayTell = async (call: Call): Promise<TodayCard[]> => {
  const t = todayWords[call.reader.locale]
  const range = { from: instantAt(addDays(call.today, -7), 0, call.zone), to: call.now }
  const held = (await listCalendar(call.tx, call.actor, range)).filter(
    (line) => line.kind === 'visit' && line.status === 'held',
  )
  const said = new Set(
    (await checkInsByPerson(call.tx, call.actor.personId, 40))
      .filter((one) => one.moment === 'after')
      .map((one) => one.visitId),
  )
  const lines = held.filter((line) => !said.has(line.visitId))
  if (lines.length === 0) return []
  return [
    {
      title: t.mayTell,
      lines: lines.map((line) => ({
        ...lineOf(call, line),
        href: visitPaths.feelings(line.visitId, call.actor.personId, 'after'),
      })),
      empty: '',
    },
  ]
}

/** Visits whose time has passed and of which nobody has said yet whether they took place. */
const toRecord = async (call: Call): Promise<TodayCard[]> => {
  const t = todayWords[call.reader.locale]
  const lines = await listToRecord(call.tx, call.actor, call.now)
  if (lines.length === 0) return []
  return [{ title: t.toRecord, lines: lines.map((line) => lineOf(call, line)), empty: '' }]
}

const thanksToPassOn = async (call: Call): Promise<TodayCard[]> => {
  const t = todayWords[call.reader.locale]
  const waiting = await waitingThanks(call.tx)
  if (waiting.length === 0) return []
  return [
    {
      title: t.thanks,
      lines: waiting.map((one) => ({
        text: t.thanksLine(formatDay(dayIn(one.at, call.zone), call.reader.locale)),
        href: visitPaths.visit(one.visitId),
      })),
      empty: '',
    },
  ]
}

export const visitToday: TodaySource[] = [
  { who: ['supporter'], order: 30, cards: async (call) => [await soon(call), ...(await mayTell(call))] },
  { who: ['companion'], order: 20, cards: async (call) => [...(await toRecord(call)), await soon(call)] },
  { who: ['host'], order: 30, cards: async (call) => [await soon(call)] },
  {
    who: ['coordinator'],
    order: 40,
    cards: async (call) => [...(await toRecord(call)), ...(await thanksToPassOn(call)), await soon(call)],
  },
]

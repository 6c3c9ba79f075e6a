import { addDays } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import { formatDay, formatTimes } from '#platform/i18n/dates.ts'
import { remarked } from '#platform/i18n/joined.ts'
import { stands } from '../core/visit-status.ts'
import { checkInsByPerson, type Moment } from '../data/check-ins.ts'
import { type CalendarLine, listCalendar } from '../data/calendar-list.ts'
import { waitingThanks } from '../data/visit-notes.ts'
import { listToAnswer, listToRecord, listToThank, type WaitingVisit } from '../data/visit-waiting.ts'
import { calendarPaths, visitPaths } from './visit-paths.ts'
import { calendarWords } from './words-calendar.ts'
import { todayWords } from './words-visit-today.ts'

const lineOf = (
  call: Call,
  line: Pick<CalendarLine, 'visitId' | 'startsAt' | 'endsAt' | 'place' | 'activity'>,
): TodayLine => ({
  text: remarked(line.activity[call.reader.locale], line.place, call.reader.locale),
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
  const range = { from: instantAt(addDays(call.today, -7), 0, call.zone), to: call.now }
  const held = (await listCalendar(call.tx, call.actor, range)).filter(
    (line) => line.kind === 'visit' && line.status === 'held',
  )
  return maySay(call, 'after', todayWords[call.reader.locale].mayTell, held)
}

/** Visits of today and tomorrow, before they begin: the person may say how they feel. */
const maySayBefore = async (call: Call): Promise<TodayCard[]> => {
  const range = { from: call.now, to: instantAt(addDays(call.today, 2), 0, call.zone) }
  const near = (await listCalendar(call.tx, call.actor, range)).filter(
    (line) => line.kind === 'visit' && line.status === 'confirmed' && line.startsAt > call.now,
  )
  return maySay(call, 'before', todayWords[call.reader.locale].maySayBefore, near)
}

const maySay = async (
  call: Call,
  moment: Moment,
  title: string,
  visits: readonly CalendarLine[],
): Promise<TodayCard[]> => {
  if (visits.length === 0) return []
  const said = new Set(
    (await checkInsByPerson(call.tx, call.actor.personId, 40))
      .filter((one) => one.moment === moment)
      .map((one) => one.visitId),
  )
  const lines = visits.filter((line) => !said.has(line.visitId))
  if (lines.length === 0) return []
  return [
    {
      title,
      lines: lines.map((line) => ({
        ...lineOf(call, line),
        href: visitPaths.feelings(line.visitId, call.actor.personId, moment),
      })),
      empty: '',
    },
  ]
}

/** Visits that wait for something, where there are any. */
const waiting = (call: Call, title: string, visits: readonly WaitingVisit[]): TodayCard[] =>
  visits.length === 0 ? [] : [{ title, lines: visits.map((visit) => lineOf(call, visit)), empty: '' }]

/** Whose time has passed, and nobody has said yet whether they took place. */
const toRecord = async (call: Call): Promise<TodayCard[]> =>
  waiting(call, todayWords[call.reader.locale].toRecord, await listToRecord(call.tx, call.actor, call.now))

const toAnswer = async (call: Call): Promise<TodayCard[]> =>
  waiting(call, todayWords[call.reader.locale].toAnswer, await listToAnswer(call.tx, call.actor, call.now))

const mayThank = async (call: Call): Promise<TodayCard[]> => {
  const since = instantAt(addDays(call.today, -14), 0, call.zone)
  return waiting(call, todayWords[call.reader.locale].mayThank, await listToThank(call.tx, call.actor, since))
}

const thanksToPassOn = async (call: Call): Promise<TodayCard[]> => {
  const t = todayWords[call.reader.locale]
  const thanks = await waitingThanks(call.tx)
  if (thanks.length === 0) return []
  return [
    {
      title: t.thanks,
      lines: thanks.map((one) => ({
        text: t.thanksLine(formatDay(dayIn(one.at, call.zone), call.reader.locale)),
        href: visitPaths.visit(one.visitId),
      })),
      empty: '',
    },
  ]
}

export const visitToday: TodaySource[] = [
  { who: ['supporter', 'host'], order: 5, cards: toAnswer },
  {
    who: ['supporter'],
    order: 30,
    cards: async (call) => [...(await mayTell(call)), ...(await maySayBefore(call)), await soon(call)],
  },
  { who: ['companion'], order: 20, cards: async (call) => [...(await toRecord(call)), await soon(call)] },
  { who: ['host'], order: 6, cards: mayThank },
  { who: ['host'], order: 30, cards: async (call) => [await soon(call)] },
  {
    who: ['coordinator'],
    order: 40,
    cards: async (call) => [...(await toRecord(call)), ...(await thanksToPassOn(call)), await soon(call)],
  },
]

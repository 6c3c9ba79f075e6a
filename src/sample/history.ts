import type { ActivityKind } from '#domains/programme/index.ts'
import { addDays, type CalendarDay, daysBetween, weekdayOf } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYearEnd, fiscalYearOf, fiscalYearStart } from '#kernel/fiscal-year.ts'
import type { Chance } from './random.ts'
import { type SampleSheet, suits } from './sheets.ts'

/** One visit of the sample before it becomes rows: whom, where, what, when. Indexes point into the cast and the menu. */
export interface SampleVisit {
  day: CalendarDay
  from: number
  supporters: number[]
  companion: number | null
  place: number
  activity: number
  status: 'held' | 'confirmed' | 'planned' | 'cancelled' | 'not_held'
}

/** A fiscal year of the sample, or the part of it from a day on, with the held visits planned for it. */
export interface SampleYear {
  year: FiscalYear
  visits: number
  from: CalendarDay
}

export interface Wished {
  today: CalendarDay
  years: readonly SampleYear[]
  supporters: readonly { registeredOn: CalendarDay; endedOn: CalendarDay | null; sheet: SampleSheet }[]
  companions: number
  /** For each place the activities of the menu that make sense there. */
  places: readonly (readonly number[])[]
  activities: readonly { kind: ActivityKind; minutes: number; companionRequired: boolean }[]
}

/** Visits are agreed so many days ahead. */
const daysAhead = 35

/** The days that each supporter (s0, s1 …), companion (c0 …) and place (p0 …) has given away. */
export type Diary = Map<string, CalendarDay[]>

const hours = [600, 660, 780, 810, 840]
// In the evening people sit together and talk; nobody gardens.
const evening = 1080
const inTheEvening: readonly ActivityKind[] = ['talk_circle', 'group_consultation', 'family_talk', 'council', 'online']

// Around today whoever signs in first finds something of each kind: a visit to record, one held, one ahead, one that waits for the place.
const promised = [
  { from: -1, step: -1, status: 'confirmed' },
  { from: -3, step: -1, status: 'held' },
  { from: 3, step: 1, status: 'confirmed' },
  { from: 7, step: 1, status: 'planned' },
] as const

/** Years of visits in which everybody goes as their sheet says, and nobody is in two places on one day. */
export const sampleHistory = (luck: Chance, wished: Wished): { visits: SampleVisit[]; diary: Diary } => {
  const diary: Diary = new Map()
  const near = promised.flatMap((one) => promisedVisit(luck, wished, diary, one) ?? [])
  const others = wished.years.flatMap((plan) => {
    const last = earlier(fiscalYearEnd(plan.year), addDays(wished.today, daysAhead))
    const whole = daysBetween(plan.from, fiscalYearEnd(plan.year)) + 1
    const span = daysBetween(plan.from, last) + 1
    if (span <= 0) return []
    const count = Math.round((plan.visits * span) / whole)
    return Array.from({ length: count }, () => oneVisit(luck, wished, diary, plan.from, span) ?? []).flat()
  })
  return { visits: [...others, ...near], diary }
}

const promisedVisit = (
  luck: Chance,
  wished: Wished,
  diary: Diary,
  { from, step, status }: (typeof promised)[number],
): SampleVisit | null => {
  const days = Array.from({ length: 14 }, (_, n) => addDays(wished.today, from + n * step))
  const own = wished.places[0] ?? []
  const ways = days.flatMap((day) =>
    luck
      .some(own, own.length)
      .flatMap((activity) => luck.some(hours, hours.length).map((start) => ({ day, from: start, activity }))),
  )
  const slot = ways.find(
    (one) => isFree(diary, 'c0', one.day) && isFree(diary, 'p0', one.day) && couldCome(wished, diary, one, 0),
  )
  if (!slot) return null
  const visit = { ...slot, supporters: [0], companion: 0, place: 0, status }
  take(diary, visit)
  return visit
}

const oneVisit = (luck: Chance, wished: Wished, diary: Diary, from: CalendarDay, span: number): SampleVisit | null => {
  for (let attempt = 0; attempt < 80; attempt++) {
    const on = addDays(from, luck.int(0, span - 1))
    if (weekdayOf(on) === 7) continue
    const place = luck.int(0, wished.places.length - 1)
    const activity = luck.pick(wished.places[place] ?? [])
    const kind = wished.activities[activity]?.kind ?? 'other'
    const slot = { day: on, from: luck.pick(inTheEvening.includes(kind) ? [...hours, evening] : hours), activity }
    // Whoever signs in first keeps room for what they are invited to.
    const free = wished.supporters
      .map((_, i) => i)
      .filter((i) => (i > 0 || on < wished.today) && couldCome(wished, diary, slot, i))
    const companions = Array.from({ length: wished.companions }, (_, i) => i).filter((i) => isFree(diary, `c${i}`, on))
    const needed = wished.activities[activity]?.companionRequired ?? true
    if (free.length === 0 || !isFree(diary, `p${place}`, on) || (needed && companions.length === 0)) continue
    const visit = {
      ...slot,
      place,
      supporters: luck.some(free, luck.oneIn(4) ? 2 : 1),
      companion: needed ? luck.pick(companions) : null,
      status: statusOn(luck, on, wished.today),
    }
    take(diary, visit)
    return visit
  }
  return null
}

const couldCome = (
  { supporters, activities }: Wished,
  diary: Diary,
  { day, from, activity }: Pick<SampleVisit, 'day' | 'from' | 'activity'>,
  index: number,
): boolean => {
  const one = supporters[index]
  if (!one || one.registeredOn > day || (one.endedOn !== null && one.endedOn <= day)) return false
  const minutes = activities[activity]?.minutes ?? 0
  return suits(one.sheet, diary.get(`s${index}`) ?? [], { on: day, from, minutes, activity })
}

const isFree = (diary: Diary, who: string, on: CalendarDay): boolean => !diary.get(who)?.includes(on)

const take = (diary: Diary, visit: SampleVisit): void => {
  const going = [...visit.supporters.map((i) => `s${i}`), `p${visit.place}`]
  for (const who of visit.companion === null ? going : [...going, `c${visit.companion}`])
    diary.set(who, [...(diary.get(who) ?? []), visit.day])
}

const statusOn = (luck: Chance, on: CalendarDay, today: CalendarDay): SampleVisit['status'] => {
  if (on >= today) return luck.oneIn(6) ? 'planned' : luck.oneIn(15) ? 'cancelled' : 'confirmed'
  if (luck.oneIn(25)) return 'cancelled'
  return luck.oneIn(30) ? 'not_held' : 'held'
}

const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b)

/** Fiscal years that end with the current one, as a programme publishes them; the first is half a year. */
export const publishedYears = (today: CalendarDay, visits: readonly number[]): SampleYear[] => {
  const current = fiscalYearOf(today)
  return visits.map((count, i) => {
    const year = (current - (visits.length - 1 - i)) as FiscalYear
    return { year, visits: count, from: i === 0 ? (`${year}-10-01` as CalendarDay) : fiscalYearStart(year) }
  })
}

/** Whole years of so many visits each, up to the last day that is agreed ahead: the fiscal years they lie in, or a part of them. */
export const wholeYears = (today: CalendarDay, years: number, visitsAYear: number): SampleYear[] => {
  const last = addDays(today, daysAhead)
  const from = addDays(last, 1 - Math.round(years * 365.25))
  const first = fiscalYearOf(from)
  return Array.from({ length: fiscalYearOf(last) - first + 1 }, (_, i) => {
    const year = (first + i) as FiscalYear
    const begins = i === 0 ? from : fiscalYearStart(year)
    const days = daysBetween(begins, fiscalYearEnd(year)) + 1
    return { year, visits: Math.round((visitsAYear * days) / 365.25), from: begins }
  })
}

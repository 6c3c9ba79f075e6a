import { addDays, type CalendarDay, daysBetween, weekdayOf } from '#kernel/calendar-day.ts'
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, type FiscalYear } from '#kernel/fiscal-year.ts'
import type { Chance } from './random.ts'

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

export interface Wished {
  today: CalendarDay
  /** How many held visits each fiscal year has when it is over; the first begins in October. */
  years: readonly { year: FiscalYear; visits: number; from: CalendarDay }[]
  supporters: readonly { registeredOn: CalendarDay; endedOn: CalendarDay | null }[]
  companions: number
  /** For each place the activities of the menu that make sense there. */
  places: readonly (readonly number[])[]
  activities: readonly { minutes: number; companionRequired: boolean }[]
  /** How many days ahead visits are already agreed. */
  ahead: number
}

const hours = [600, 660, 780, 810, 840, 1080]

/** Years of visits in which nobody is in two places on one day. */
export const sampleHistory = (luck: Chance, wished: Wished): SampleVisit[] => {
  const taken = new Set<string>()
  return wished.years.flatMap((plan) => {
    const last = earlier(fiscalYearEnd(plan.year), addDays(wished.today, wished.ahead))
    const whole = daysBetween(plan.from, fiscalYearEnd(plan.year)) + 1
    const span = daysBetween(plan.from, last) + 1
    if (span <= 0) return []
    const count = Math.round((plan.visits * span) / whole)
    return Array.from({ length: count }, () => oneVisit(luck, wished, taken, plan.from, span)).filter(
      (visit) => visit !== null,
    )
  })
}

const oneVisit = (
  luck: Chance,
  wished: Wished,
  taken: Set<string>,
  from: CalendarDay,
  span: number,
): SampleVisit | null => {
  for (let attempt = 0; attempt < 60; attempt++) {
    const on = addDays(from, luck.int(0, span - 1))
    if (weekdayOf(on) === 7 || (weekdayOf(on) === 6 && !luck.oneIn(3))) continue
    const free = wished.supporters
      .map((s, i) => ({ s, i }))
      .filter(({ s, i }) => s.registeredOn <= on && (s.endedOn === null || s.endedOn > on) && !taken.has(`s${i}|${on}`))
    const place = luck.int(0, wished.places.length - 1)
    const activity = luck.pick(wished.places[place] ?? [])
    const companions = Array.from({ length: wished.companions }, (_, i) => i).filter((i) => !taken.has(`c${i}|${on}`))
    const needed = wished.activities[activity]?.companionRequired ?? true
    if (free.length === 0 || (needed && companions.length === 0)) continue
    const supporters = luck.some(free, luck.oneIn(4) ? 2 : 1).map(({ i }) => i)
    const companion = needed ? luck.pick(companions) : null
    for (const i of supporters) taken.add(`s${i}|${on}`)
    if (companion !== null) taken.add(`c${companion}|${on}`)
    return {
      day: on,
      from: luck.pick(hours),
      supporters,
      companion,
      place,
      activity,
      status: statusOn(luck, on, wished.today),
    }
  }
  return null
}

const statusOn = (luck: Chance, on: CalendarDay, today: CalendarDay): SampleVisit['status'] => {
  if (on >= today) return luck.oneIn(6) ? 'planned' : luck.oneIn(15) ? 'cancelled' : 'confirmed'
  if (luck.oneIn(25)) return 'cancelled'
  return luck.oneIn(30) ? 'not_held' : 'held'
}

const earlier = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? a : b)

/** Three fiscal years that end with the current one; the first is half a year. */
export const threeYears = (today: CalendarDay, visits: readonly number[]) => {
  const current = fiscalYearOf(today)
  return visits.map((count, i) => {
    const year = (current - (visits.length - 1 - i)) as FiscalYear
    return { year, visits: count, from: i === 0 ? (`${year}-10-01` as CalendarDay) : fiscalYearStart(year) }
  })
}

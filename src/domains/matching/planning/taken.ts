import { countBits, lowestBit } from '../core/bits.ts'
import { gainsEach, mostPerDay, type PlannedVisit, type Problem } from './problem.ts'

const nobody = -1
/** Seats of a visit. */
export const seatsEach = 3

/**
 * Who is taken when, while a plan is made: the only place where visits are put and taken away. It keeps the points of the objective.
 * A supporter's month is one number, a bit for each day.
 */
export class Taken {
  points = 0
  /** By request: its option, or -1. */
  readonly option: Int32Array
  /** By request and seat: the supporter, or -1. */
  readonly seat: Int32Array
  /** By request: what choosing its people added, their chances apart. */
  readonly values: Int32Array
  /** By request: the companion, or -1. */
  readonly escort: Int32Array
  /** By supporter: days with a visit. */
  readonly daysOf: Int32Array
  /** By supporter: days on which one more visit would leave them their rest and their limits. */
  readonly freeDays: Int32Array
  /** By supporter: what one more chance would add. */
  readonly nextGain: Int32Array
  /** By supporter and day: the request. */
  readonly visitOn: Int32Array
  readonly #problem: Problem
  readonly #weekDays: Int32Array
  readonly #around: Int32Array
  // Visits of a companion by day, and how many in a week.
  readonly #onDay: Int32Array
  readonly #dayCount: Uint8Array
  readonly #weekCount: Uint8Array

  constructor(problem: Problem) {
    const { requests, supporters, companions, days, weeks } = problem
    this.#problem = problem
    this.option = new Int32Array(requests.count).fill(nobody)
    this.seat = new Int32Array(requests.count * seatsEach).fill(nobody)
    this.escort = new Int32Array(requests.count).fill(nobody)
    this.daysOf = new Int32Array(supporters.count)
    this.visitOn = new Int32Array(supporters.count * days).fill(nobody)
    this.values = new Int32Array(requests.count)
    this.freeDays = new Int32Array(supporters.count)
    this.nextGain = new Int32Array(supporters.count)
    this.#onDay = new Int32Array(companions.count * days * mostPerDay)
    this.#dayCount = new Uint8Array(companions.count * days)
    this.#weekCount = new Uint8Array(companions.count * weeks)
    this.#weekDays = weekMasks(problem)
    this.#around = restMasks(problem)
    for (let supporter = 0; supporter < supporters.count; supporter += 1) this.#countAnew(supporter)
  }

  /** The days on which a visit would leave this supporter too little rest beside one on that day, as far as they are taken. */
  daysTooNear(supporter: number, day: number): number {
    return (
      (this.daysOf[supporter] as number) &
      (this.#around[day * 32 + (this.#problem.supporters.rest[supporter] as number)] as number)
    )
  }

  daysInWeekOf(supporter: number, day: number): number {
    return (this.daysOf[supporter] as number) & (this.#weekDays[this.#problem.weekOf[day] as number] as number)
  }

  isFullWeek(supporter: number, day: number): boolean {
    const { supporters, weeks, weekOf } = this.#problem
    const limit = supporters.perWeek[supporter * weeks + (weekOf[day] as number)] as number
    return countBits(this.daysInWeekOf(supporter, day)) >= limit
  }

  isFullMonth(supporter: number): boolean {
    return countBits(this.daysOf[supporter] as number) >= (this.#problem.supporters.perMonth[supporter] as number)
  }

  /** Whether this companion's other visits leave them the time, the way and the strength. */
  couldAccompany(companion: number, option: number): boolean {
    const { companions, options, days, weeks, weekOf } = this.#problem
    const day = options.day[option] as number
    const on = companion * days + day
    const count = this.#dayCount[on] as number
    const week = companion * weeks + (weekOf[day] as number)
    if (count >= (companions.perDay[on] as number)) return false
    if ((this.#weekCount[week] as number) >= (companions.perWeek[week] as number)) return false
    for (let i = 0; i < count; i += 1) {
      if (this.#collides(companion, option, this.#onDay[on * mostPerDay + i] as number)) return false
    }
    return true
  }

  /** The requests that a companion has on a day. */
  visitsOf(companion: number, day: number): Int32Array {
    const on = companion * this.#problem.days + day
    return this.#onDay.subarray(on * mostPerDay, on * mostPerDay + (this.#dayCount[on] as number))
  }

  put(request: number, option: number, seats: readonly [number, number, number], escort: number, value: number): void {
    const { options, requests } = this.#problem
    const day = options.day[option] as number
    this.points += value + (requests.worth[request] as number)
    this.option[request] = option
    this.values[request] = value
    for (let i = 0; i < seatsEach; i += 1) {
      const supporter = seats[i] as number
      this.seat[request * seatsEach + i] = supporter
      if (supporter < 0) continue
      this.points += this.nextGain[supporter] as number
      this.daysOf[supporter] = (this.daysOf[supporter] as number) | (1 << day)
      this.#countAnew(supporter)
      this.visitOn[supporter * this.#problem.days + day] = request
    }
    this.escort[request] = escort
    if (escort >= 0) this.#addVisit(escort, day, request)
  }

  takeAway(request: number): void {
    const { options, requests, days } = this.#problem
    const day = options.day[this.option[request] as number] as number
    this.points -= (this.values[request] as number) + (requests.worth[request] as number)
    for (let i = 0; i < seatsEach; i += 1) {
      const supporter = this.seat[request * seatsEach + i] as number
      if (supporter < 0) continue
      this.daysOf[supporter] = (this.daysOf[supporter] as number) & ~(1 << day)
      this.visitOn[supporter * days + day] = nobody
      this.#countAnew(supporter)
      this.points -= this.nextGain[supporter] as number
      this.seat[request * seatsEach + i] = nobody
    }
    const escort = this.escort[request] as number
    if (escort >= 0) this.#dropVisit(escort, day, request)
    this.escort[request] = nobody
    this.option[request] = nobody
  }

  visits(): PlannedVisit[] {
    return Array.from(this.option).flatMap((option, request) => {
      if (option < 0) return []
      const supporters = Array.from(this.seat.subarray(request * seatsEach, (request + 1) * seatsEach)).filter(
        (one) => one >= 0,
      )
      const escort = this.escort[request] as number
      return [{ request, option, supporters: supporters.sort((a, b) => a - b), companion: escort < 0 ? null : escort }]
    })
  }

  /** What follows from the days that a supporter has. */
  #countAnew(supporter: number): void {
    const { supporters, weeks } = this.#problem
    const days = this.daysOf[supporter] as number
    const count = countBits(days)
    this.nextGain[supporter] = supporters.gains[supporter * gainsEach + count + 1] as number
    let free = count < (supporters.perMonth[supporter] as number) ? -1 : 0
    const rest = supporters.rest[supporter] as number
    for (let left = days; left !== 0; left &= left - 1) free &= ~(this.#around[lowestBit(left) * 32 + rest] as number)
    for (let week = 0; week < weeks; week += 1) {
      const ofWeek = this.#weekDays[week] as number
      if (countBits(days & ofWeek) >= (supporters.perWeek[supporter * weeks + week] as number)) free &= ~ofWeek
    }
    this.freeDays[supporter] = free
  }

  #addVisit(companion: number, day: number, request: number): void {
    const { days, weeks, weekOf } = this.#problem
    const on = companion * days + day
    const week = companion * weeks + (weekOf[day] as number)
    const count = this.#dayCount[on] as number
    this.#onDay[on * mostPerDay + count] = request
    this.#dayCount[on] = count + 1
    this.#weekCount[week] = (this.#weekCount[week] as number) + 1
  }

  #dropVisit(companion: number, day: number, request: number): void {
    const { days, weeks, weekOf } = this.#problem
    const on = companion * days + day
    const week = companion * weeks + (weekOf[day] as number)
    const last = (this.#dayCount[on] as number) - 1
    const theirs = this.#onDay.subarray(on * mostPerDay, on * mostPerDay + last + 1)
    theirs[theirs.indexOf(request)] = theirs[last] as number
    this.#dayCount[on] = last
    this.#weekCount[week] = (this.#weekCount[week] as number) - 1
  }

  #collides(companion: number, option: number, request: number): boolean {
    const { options } = this.#problem
    const other = this.option[request] as number
    const gap = 10 + this.#way(companion, options.request[option] as number, request)
    return (
      (options.start[option] as number) < (options.end[other] as number) + gap &&
      (options.start[other] as number) < (options.end[option] as number) + gap
    )
  }

  #way(companion: number, a: number, b: number): number {
    const { requests, minutes, companionsFrom } = this.#problem
    const base = companionsFrom + companion
    const from = requests.online[a] === 1 ? base : (requests.place[a] as number)
    const to = requests.online[b] === 1 ? base : (requests.place[b] as number)
    return from === to ? 0 : minutes(from, to)
  }
}

const weekMasks = ({ days, weeks, weekOf }: Problem): Int32Array => {
  const masks = new Int32Array(weeks)
  for (let day = 0; day < days; day += 1)
    masks[weekOf[day] as number] = (masks[weekOf[day] as number] as number) | (1 << day)
  return masks
}

/** By day and days of rest: the days around it. */
const restMasks = ({ days }: Problem): Int32Array =>
  Int32Array.from({ length: days * 32 }, (_, i) => {
    const day = i >> 5
    const rest = i & 31
    let mask = 0
    for (let near = Math.max(0, day - rest); near <= Math.min(days - 1, day + rest); near += 1) mask |= 1 << near
    return mask
  })

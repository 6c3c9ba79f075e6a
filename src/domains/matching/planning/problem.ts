/**
 * A month as the solvers see it: people, requests and times as places in arrays, every hard condition that looks at one person and
 * one time already answered. Compiled from the facts by `compile`; nothing here says what is allowed, the conditions do.
 *
 * Days count from the first of the month (at most 31), times are minutes of the day, worths and values are points of the objective.
 * Lists that differ in length lie end to end: those of option `o` from `candidates.from[o]` up to `candidates.from[o + 1]`.
 */
export interface Problem {
  days: number
  /** Calendar weeks that the days touch; the first and the last may be cut. */
  weeks: number
  weekOf: Uint8Array
  requests: Requests
  options: Options
  /** Supporters in whose way nothing stands at an option, by option. */
  candidates: Candidates
  /** Follow-up staff who could go along, by option. */
  escorts: Candidates
  supporters: Supporters
  companions: Companions
  /** Minutes between two points: places first, then the companions' bases. */
  minutes: (from: number, to: number) => number
  /** The point of the first companion's base. */
  companionsFrom: number
  /** Points of visits that stand already and are not planned anew. */
  standing: number
}

interface Requests {
  count: number
  /** Supporters still wanted: 1 to 3. */
  seats: Uint8Array
  /** Points for filling it. */
  worth: Int32Array
  needsCompanion: Uint8Array
  /** Somebody experienced stands already, or nobody has to: a first-timer may come. */
  firstMayCome: Uint8Array
  /** A first-timer has agreed and nobody experienced yet: one of those who still come has to be. */
  needsMuch: Uint8Array
  /** The point where it is. */
  place: Int32Array
  online: Uint8Array
  /** Options of a request, end to end. */
  from: Int32Array
}

interface Options {
  count: number
  request: Int32Array
  day: Uint8Array
  start: Int32Array
  end: Int32Array
}

export interface Candidates {
  /** By option, one more than there are options. */
  from: Int32Array
  who: Int32Array
  /** Points: what choosing them adds for a supporter, what it costs for a companion. */
  points: Int32Array
}

interface Supporters {
  count: number
  /** Full days of rest between two visits. */
  rest: Uint8Array
  /** Visits still possible in the month. */
  perMonth: Uint8Array
  /** By supporter and week. */
  perWeek: Uint8Array
  /** By supporter and number of new chances, 0 to 31: points of the k-th. */
  gains: Int32Array
  experience: Uint8Array
  /** Supporters whom they do not meet, in both directions; null: nobody. */
  avoids: readonly (readonly number[] | null)[]
  /** Companions with whom they do not go; null: nobody. */
  avoidsCompanions: readonly (readonly number[] | null)[]
}

interface Companions {
  count: number
  /** By companion and day. */
  perDay: Uint8Array
  /** By companion and week. */
  perWeek: Uint8Array
}

/** Values of `supporters.experience`. */
export const first = 0
export const some = 1
export const much = 2

/** Places in `supporters.gains` for each supporter. */
export const gainsEach = 32

/** More visits than this nobody accompanies on one day. */
export const mostPerDay = 8

/** A visit of a plan, as places in the arrays of the problem. */
export interface PlannedVisit {
  request: number
  /** Among all options. */
  option: number
  supporters: readonly number[]
  companion: number | null
}

export interface Plan {
  visits: readonly PlannedVisit[]
  /** The points of the objective, `standing` included. */
  objective: number
}

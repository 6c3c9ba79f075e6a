import type { CalendarDay } from '#kernel/calendar-day.ts'

// Days are serials (days since 1970-01-01) and times are minutes, so that no calendar is computed per person.

/** Where somebody starts from or a place lies: on the globe, or on a plane measured in km. */
export type Point = { lat: number; lng: number } | { x: number; y: number }

/** Minutes of a day as from, to, from, to …: sorted and apart. */
export type Ranges = readonly number[]

export interface HoursFacts {
  /** Monday first. */
  weekly: readonly Ranges[]
  /** By day; replaces the weekly hours of that day. */
  exceptions: ReadonlyMap<number, Ranges>
  /** False: nobody has said yet when they have time. */
  said: boolean
}

/** Time already taken, in minutes since 1970-01-01 on the programme's clock. */
export interface Busy {
  from: number
  to: number
  /** Where it is; null: not known. */
  point: Point | null
  /** Online: at the person's own base. */
  online: boolean
}

/** What the rules know of a supporter: from the sheet, the bookings and the visits. */
export interface SupporterFacts {
  personId: string
  registeredFrom: number
  /** The last day, itself included; null: still registered. */
  registeredUntil: number | null
  /** The pause that has begun and was not ended; its last day included. */
  pause: { until: number | null } | null
  wishes: ReadonlyMap<string, 'want' | 'can' | 'someday' | 'no'>
  themes: ReadonlyMap<string, 'speak' | 'not'>
  avoidsPlaces: ReadonlySet<string>
  avoidsPeople: ReadonlySet<string>
  /** Something to avoid is written in words only: a person has to read it. */
  avoidsInWords: boolean
  likesToGoWith: ReadonlySet<string>
  languages: ReadonlySet<string>
  gender: 'woman' | 'man' | 'other' | null
  base: Point | null
  wishedPerMonth: number
  hours: HoursFacts
  maxPerWeek: number
  maxPerMonth: number
  restDays: number
  maxTravelMinutes: number
  inPerson: boolean
  online: boolean
  experience: 'first' | 'some' | 'much'
  lastAsked: number | null
  busy: readonly Busy[]
  /** Days of visits agreed to, held ones of the months around included. */
  visitDays: readonly number[]
  /** Places where they have been on a visit. */
  knownPlaces: ReadonlySet<string>
  /** An invitation of another request waits for their answer. */
  awaitingAnswer: boolean
}

/** What the rules know of a follow-up staff member who could go along. */
export interface CompanionFacts {
  personId: string
  base: Point | null
  /** Null: working hours are not recorded; then only what is booked stands in the way. */
  hours: HoursFacts | null
  maxTravelMinutes: number | null
  maxPerDay: number | null
  maxPerWeek: number | null
  busy: readonly Busy[]
  visitDays: readonly number[]
}

/** A time that the place offers. Minutes of the day; never across midnight. */
export interface Slot {
  id: string
  day: number
  from: number
  to: number
}

export interface RequestFacts {
  id: string
  activityId: string
  themes: readonly string[]
  /** Null while a supporter's own idea looks for a place. */
  place: { id: string; point: Point | null; hostPersonIds: readonly string[] } | null
  slots: readonly Slot[]
  /** Supporters wanted in all, those who agreed already included. */
  wanted: number
  online: boolean
  /** Whether this could be done online at all: asked before it is advised. */
  couldBeOnline: boolean
  forGender: 'woman' | 'man' | 'other' | null
  language: string
  companionNeeded: boolean
  /** Supporters who have agreed. */
  agreed: readonly string[]
  /** Those who said no to this request; not asked again. */
  declined: ReadonlySet<string>
  /** Those who have been asked and have not answered yet. */
  asked: ReadonlySet<string>
  /** Those whom the place would like to see again. */
  welcomes: ReadonlySet<string>
}

export interface Settings {
  /** A first-timer goes together with somebody experienced. */
  firstNeedsExperienced: boolean
}

/** Everything about one question: who could come? */
export interface Question {
  request: RequestFacts
  supporters: readonly SupporterFacts[]
  companions: readonly CompanionFacts[]
  settings: Settings
  today: CalendarDay
}
